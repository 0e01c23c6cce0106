"""Fenced blocks of code: the base's rule (markdown-it-py, MIT), written again without their contents, which only
links around them need."""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

_FENCE = re.compile(r"`{3,}+(?=[^`]*\Z)|~{3,}")
_BLOCK = re.compile(r"^[ \t>]*(`{3,}+|~{3,}+)[^\n`]*\n(.*?)^[ \t>]*\1", re.DOTALL | re.MULTILINE)
_CODE = Token("fence", "code", 0, block=True)


def fence(state: StateBlock, first_line: int, end_line: int, silent: bool) -> bool:
    """The base's rule ``fence``."""
    start = state.bMarks[first_line] + state.tShift[first_line]
    opening = _FENCE.match(state.src, start, state.eMarks[first_line])
    if opening is None or state.is_code_block(first_line):
        return False
    if not silent:
        state.line = find_end(state, first_line + 1, end_line, opening[0])
        state.tokens.append(_CODE)
    return True


def read_fences(text: str) -> str:
    """The first block of code in a text, white space collapsed: what the ``<a>`` around it is called."""
    found = _BLOCK.search(text) if "\n" in text else None
    return " ".join(found[2].split()) if found else ""


def find_end(state: StateBlock, first_line: int, end_line: int, opening: str) -> int:
    """The line after the block: after its closing fence, where what holds it ends, or at the end of the text."""
    text, starts, shifts, ends, widths = state.src, state.bMarks, state.tShift, state.eMarks, state.sCount
    indent, marker = state.blkIndent, opening[0]
    for line in range(first_line, end_line):
        start, end = starts[line] + shifts[line], ends[line]
        if start < end and widths[line] < indent:
            return line
        if text[start : start + 1] != marker:
            if start >= len(text):
                return line
            continue
        rest = text[start:end].lstrip(marker)
        if not rest.strip(" \t") and end - start - len(rest) >= len(opening) and not state.is_code_block(line):
            return line + 1
    return max(first_line, end_line)
