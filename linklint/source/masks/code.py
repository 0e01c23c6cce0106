"""Where the code of a Markdown text stands: fenced blocks and code spans, found without parsing the rest; and what
stands outside of it.

A fence inside a list or quotation is seen too. Linear in the text's length.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

_STEP = re.compile(
    r"^(?P<before>[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*)(?P<fence>`{3,}(?=[^`\r\n]*$)|~{3,})"
    r"|\\`|(?P<run>`+)",
    re.MULTILINE,
)
_RUN = re.compile(r"(?P<run>`+)|(?P<blank>^[ \t>]*$)", re.MULTILINE)


def find_outside_code(pattern: re.Pattern[str], text: str, *, spans: bool = True) -> list[re.Match[str]]:
    """The matches of a pattern that do not begin in code. ``spans``: code spans count, rather than blocks alone."""
    found = list(pattern.finditer(text))
    code = find_code(text, spans=spans) if found else []
    return [match for match in found if not is_inside(code, match.start())] if code else found


def find_code(text: str, start: int = 0, *, spans: bool = True) -> list[tuple[int, int]]:
    """The code of ``text`` from ``start`` on, as (start, end) in order. A fence without its end runs to the end of the
    text; backticks without their partners in the same paragraph are text. Lines may end in any way. ``spans``: code
    spans are found too, rather than blocks alone."""
    if "`" not in text and "~~~" not in text:
        return []
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    found: list[tuple[int, int]] = []
    barren: dict[int, int] = {}
    position = start
    while step := _STEP.search(text, position):
        end = step.end()
        if step["fence"]:
            end = end_of_fence(text, step["fence"], end)
            found.append((step.start("fence"), end))
        elif step["run"] and spans:
            closed = end_of_span(text, len(step["run"]), end, barren)
            if closed:
                found.append((step.start(), closed))
                end = closed
        position = end
    return found


def is_inside(ranges: Sequence[tuple[int, int]], offset: int) -> bool:
    """Whether one of the ranges, which are in order, holds the offset."""
    index = bisect_right(ranges, (offset, _PAST_EVERY_END)) - 1
    return index >= 0 and offset < ranges[index][1]


_PAST_EVERY_END = 1 << 62


def end_of_fence(text: str, fence: str, position: int) -> int:
    """The end of the fenced block whose opening ``fence`` ends at ``position``."""
    closing = re.compile(rf"^[ \t>]*{re.escape(fence[0])}{{{len(fence)},}}[ \t]*$", re.MULTILINE)
    end = closing.search(text, position)
    return end.end() if end else len(text)


def end_of_span(text: str, length: int, position: int, barren: dict[int, int]) -> int | None:
    """The end of the code span whose opening backticks end at ``position``. ``barren``: length of a run → the offset
    up to which no such run is left, so that no stretch is searched twice for nothing."""
    if barren.get(length, 0) > position:
        return None
    following = text.find("`", position)
    end = following + length
    is_alike = following >= 0 and text.count("`", following, end) == length == text.count("`", following, end + 1)
    if is_alike and text.find("\n", position, following) < 0:
        return end  # the very next run, as nearly always; the paragraph cannot end on the way
    for match in _RUN.finditer(text, position):
        if match["run"] and len(match["run"]) == length:
            return match.end()
        if match["run"] is None:
            barren[length] = match.end() + 1
            return None
    barren[length] = len(text) + 1
    return None
