"""Headings behind number signs: the base's rule (markdown-it-py, MIT), written again with regular expressions."""

from __future__ import annotations

import re

from markdown_it.common.utils import MD_TRIM_CHARS
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from linklint.source.markdown.offsets import Origin
from linklint.source.markdown.state import PositionedState

_MARKER = re.compile(r"#{1,6}(?=[ \t]|\Z)")
_CLOSINGS = [Token("heading_close", f"h{level}", -1) for level in range(1, 7)]
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
    text = state.src[marker.end() : state.eMarks[first_line]]
    trimmed = text.lstrip(MD_TRIM_CHARS)
    origin = Origin(state.body, marker.end() + len(text) - len(trimmed))
    content = _CLOSING.sub("", text.rstrip(" \t")).strip(MD_TRIM_CHARS)
    state.line = first_line + 1
    tag = f"h{len(marker[0])}"
    lines = [first_line, first_line + 1]
    state.tokens += (
        Token("heading_open", tag, 1),
        Token("inline", "", 0, map=lines, content=content, meta={"origin": origin, "marker": state.body.offset(start)}),
        _CLOSINGS[len(marker[0]) - 1],
    )
    return True
