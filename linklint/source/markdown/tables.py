"""Tables: the base's rule (markdown-it-py, MIT), written again so that each row is cut once, for the texts of its cells
and for their places, and without what only a renderer reads: sections, rows, alignment."""

from __future__ import annotations

import re

from markdown_it.common.utils import MD_TRIM_CHARS
from markdown_it.rules_block import StateBlock

from linklint.source.markdown.cells import Cell, split_cells
from linklint.source.markdown.dispatch import BlockRuler
from linklint.source.markdown.offsets import Origin
from linklint.source.markdown.state import PositionedState
from linklint.source.markdown.tokens import Text

_DELIMITERS = re.compile(r"(?:[|:]|-(?![ \t]))[|:\- \t]+")
_DELIMITER = re.compile(r":?-+:?")
_MOST_MISSING = 0x10000
"""Cells that rows may lack, of all a table's: the base's limit."""


def table(state: StateBlock, first_line: int, end_line: int, silent: bool) -> bool:
    """The base's rule ``table``."""
    columns = _count_columns(state, first_line + 1) if first_line + 2 <= end_line else 0
    if not columns or "|" not in (header := _read_line(state, first_line)).strip(MD_TRIM_CHARS):
        return False
    if state.is_code_block(first_line):
        return False
    cells = split_cells(header, state.bMarks[first_line] + state.tShift[first_line])
    if len(cells) != columns:
        return False
    if silent:
        return True
    assert isinstance(state, PositionedState)  # noqa: S101 - for mypy
    old_parent, state.parentType = state.parentType, "table"
    state.open("table")
    _push_row(state, first_line, cells)
    state.line = _read_rows(state, first_line + 2, end_line, columns)
    state.close("table")
    state.parentType = old_parent
    return True


def _count_columns(state: StateBlock, line: int) -> int:
    """How many columns the line below a header is for; 0: it is no such line."""
    if state.sCount[line] < state.blkIndent or state.is_code_block(line):
        return 0
    text = _read_line(state, line)
    if not _DELIMITERS.fullmatch(text):
        return 0
    columns = [part.strip(MD_TRIM_CHARS) for part in text.split("|")]
    inner = columns[not columns[0] : len(columns) - (len(columns) > 1 and not columns[-1])]
    return len(inner) if all(map(_DELIMITER.fullmatch, inner)) else 0


def _read_line(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _read_rows(state: PositionedState, line: int, end_line: int, columns: int) -> int:
    """Reads the rows from a line on, and gives the line after the last one."""
    ruler = state.md.block.ruler
    assert isinstance(ruler, BlockRuler)  # noqa: S101 - for mypy
    ends_block = ruler.chain("blockquote").ends_block
    missing = 0
    while line < end_line and state.sCount[line] >= state.blkIndent and not ends_block(state, line, end_line):
        text = _read_line(state, line)
        if not text.strip(MD_TRIM_CHARS) or state.is_code_block(line):
            break
        cells = split_cells(text, state.bMarks[line] + state.tShift[line])
        missing += columns - len(cells)
        if missing > _MOST_MISSING:
            break
        _push_row(state, line, cells[:columns])
        line += 1
    return line


def _push_row(state: PositionedState, line: int, cells: list[Cell]) -> None:
    body = state.body
    for text, pieces, trimmed in cells:
        state.tokens.append(Text(text, Origin(body, pieces, trimmed, row=True), [line, line + 1]))
