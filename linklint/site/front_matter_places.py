"""Where a value stands in front matter, of which only the lines of the keys at its top are kept."""

from __future__ import annotations

import re

from linklint.model.place import Span


def find_span(text: str, value: str, line: int, key: str = "link") -> Span:
    """Where a value stands behind its key, from that line on; the line where it is not found. ``key``: an empty one for
    an entry of a list."""
    lines = text.splitlines(keepends=True)
    start = sum(map(len, lines[: line - 1]))
    before = rf"\b{key}:" if key else "-"
    pattern = re.compile(rf"{before}[ \t]*[\"']?(" + re.escape(value) + r")(?=[\"']?\s)")
    match = pattern.search(text, start)
    if match is None:
        return Span(start, start, line, 1, line, 1)
    begin, end = match.span(1)
    number = text.count("\n", 0, begin) + 1
    column = begin - text.rfind("\n", 0, begin)
    return Span(begin, end, number, column, number, column + end - begin)
