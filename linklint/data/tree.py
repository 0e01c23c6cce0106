"""A data file, read: plain values, and for each of them the place where it stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import accumulate
from typing import Any

from linklint.errors import Problem
from linklint.model.place import Location, Span

KEY = "#key"
"""Last element of a key path that means the place of the key itself, not of its value."""

KeyPath = tuple[str | int, ...]


class Tree:
    """The values of one data file with their positions.

    ``value`` holds dict (string keys), list, str, int, float, bool and None only. ``positions`` maps a key path, such
    as ``("rules", "house/a-rule", "level")``, to the place of its value; the same with ``"#key"`` at its end to the
    place of its key. ``tags`` are the tags outside the core schema, where they were asked for. ``lines`` are the lines
    of the text that was read, the first of them being line ``first_line``.
    """

    def __init__(
        self,
        value: Any,
        path: str,
        lines: Sequence[str] = (),
        positions: Mapping[KeyPath, Location] | None = None,
        first_line: int = 1,
        tags: Mapping[KeyPath, str] | None = None,
    ) -> None:
        self.value = value
        self.path = path
        self.lines = lines
        self.positions: dict[KeyPath, Location] = dict(positions or {})
        self.first_line = first_line
        self.tags: dict[KeyPath, str] = dict(tags or {})

    def location(self, keypath: KeyPath, *, key: bool = False) -> Location:
        """The place of a value, or of its key; of the nearest known ancestor where its own is not known."""
        if key:
            keypath = (*keypath, KEY)
        while True:
            found = self.positions.get(keypath)
            if found is not None:
                return found
            if not keypath:
                return Location(self.path, *((self.first_line, 1) * 2 if self.lines else (0, 0, 0, 0)))
            keypath = keypath[:-1]

    def span(self, keypath: KeyPath) -> Span:
        """The place of a value as a span. Offsets count line ends as one character."""
        place = self.location(keypath)
        start, end = (self._starts[max(line - self.first_line, 0)] for line in (place.line, place.end_line))
        start, end = start + place.column - 1, end + place.end_column - 1
        return Span(start, end, place.line, place.column, place.end_line, place.end_column)

    @cached_property
    def _starts(self) -> list[int]:
        """The offset at which each line begins."""
        return [0, *accumulate(len(line) + 1 for line in self.lines)]

    def line_text(self, line: int) -> str:
        """The text of a line of the file; empty when the tree was not read from one."""
        index = line - self.first_line
        return self.lines[index] if 0 <= index < len(self.lines) else ""

    def problem(self, keypath: KeyPath, message: str, hint: str = "", *, key: bool = False, part: str = "") -> Problem:
        """A mistake at a value, or at its key. An empty value (``level:`` and nothing after it) is shown by its key.

        ``part``: the piece of the value that is wrong; where it can be seen on the value's first line, the problem
        points at just that.
        """
        place = self.location(keypath, key=key)
        if place.column == place.end_column and place.line == place.end_line and not key:
            place = self.location(keypath, key=True)
        text = self.line_text(place.line)
        column = place.column
        end_column = place.end_column if place.end_line == place.line else len(text.rstrip()) + 1
        found = text.find(part, column - 1, end_column - 1) if part else -1
        # The whole value is shown with its quotation marks.
        if found >= 0 and text[column - 1 : end_column - 1].strip("\"'") != part:
            column, end_column = found + 1, found + 1 + len(part)
        return Problem(message, place.path, place.line, column, end_column, text, hint)
