"""Headings behind number signs: the base's rule (markdown-it-py, MIT), written again with regular expressions."""

from __future__ import annotations

import re

from markdown_it.common.utils import MD_TRIM_CHARS
from markdown_it.rules_block import StateBlock

from linklint.source.markdown.offsets import Origin
from linklint.source.markdown.state import PositionedState
from linklint.source.markdown.tokens import HEADING_CLOSINGS, HeadingOpening, Text

_MARKER = re.compile(r"#{1,6}(?=[ \t]|\Z)")
_CLOSING = re.compile(r"(?<=[ \t])#+\Z")


def heading(state: StateBlock, first_line: int, _end_line: int, silent: bool) -> bool:
    """The base's rule ``heading``."""
    start = state.bMarks[first_line] + state.tShift[first_line]
    marker = _MARKER.match(state.src, start, state.eMarks[first_line])
    if marker is None or state.is_code_block(first_line):
        return False
    if silent:
        return True
    assert isinstance(state, PositionedState)  # noqa: S101 - for mypy
    push_heading(state, start, marker.end(), state.eMarks[first_line], [first_line, first_line + 1])
    state.line = first_line + 1
    return True


def push_heading(state: PositionedState, start: int, marker_end: int, end: int, lines: list[int] | None = None) -> None:
    """The heading whose mark begins at body offset ``start``, and whose line ends at ``end``."""
    text = state.src[marker_end:end]
    trimmed = text.lstrip(MD_TRIM_CHARS)
    origin = Origin(state.body, marker_end + len(text) - len(trimmed))
    content = text.rstrip(" \t")
    if content[-1:] == "#":
        content = _CLOSING.sub("", content)
    level = marker_end - start
    state.tokens += (
        HeadingOpening(level),
        Text(content.strip(MD_TRIM_CHARS), origin, lines, state.body.offset(start)),
        HEADING_CLOSINGS[level],
    )
