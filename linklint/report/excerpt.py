"""A source line as it is shown under a finding: cut to the width around the span, with carets below."""

from __future__ import annotations

from typing import NamedTuple

from linklint.model.place import Location
from linklint.report.cells import character_width, text_width
from linklint.report.writing import show_characters

TAB = 4
CUT = "…"


class Excerpt(NamedTuple):
    """``text`` is inert; the carets stand ``indent`` cells from its start and are ``carets`` long."""

    text: str
    indent: int
    carets: int


def cut_excerpt(line: str, location: Location, room: int) -> Excerpt:
    """The line in at most ``room`` cells. A span of several lines is marked to the end of its first; an empty one and
    one that lies behind the end of the line gets a single caret."""
    first = min(max(location.column - 1, 0), len(line))
    last = len(line) if location.end_line > location.line else min(max(location.end_column - 1, first), len(line))
    # Only so much of the line is looked at: lines of a megabyte and a thousand findings in them do occur.
    low, high = max(0, first - 2 * room), first + 2 * room
    cells = show_cells(line[low:high])
    start, end = choose_window([text_width(cell) for cell in cells], first - low, room, low > 0 or high < len(line))
    before = CUT if low + start > 0 else ""
    after = CUT if low + end < len(line) else ""
    indent = len(before) + sum(map(text_width, cells[start : first - low]))
    carets = sum(map(text_width, cells[first - low : min(last - low, end)]))
    return Excerpt(before + "".join(cells[start:end]) + after, indent, max(carets, 1))


def show_cells(text: str) -> list[str]:
    """Each code point as it is printed; tabs reach to the next multiple of four."""
    cells = []
    column = 0
    for character, shown in zip(text, show_characters(text), strict=True):
        cell = " " * (TAB - column % TAB) if character == "\t" else shown
        column += text_width(cell) if len(cell) > 1 else character_width(cell)
        cells.append(cell)
    return cells


def choose_window(widths: list[int], first: int, room: int, longer: bool) -> tuple[int, int]:
    """The stretch of cells to show, ``first`` in it, with a third of the room before it where there is that much; all
    of them when they fit. ``longer``: the line goes on outside."""
    if sum(widths) <= room and not longer:
        return 0, len(widths)
    start, used = first, 0
    while start > 0 and used + widths[start - 1] <= room // 3:
        start -= 1
        used += widths[start]
    end = first
    room -= 2 * len(CUT)
    while end < len(widths) and used + widths[end] <= room:
        used += widths[end]
        end += 1
    while start > 0 and used + widths[start - 1] <= room:
        start -= 1
        used += widths[start]
    return start, end
