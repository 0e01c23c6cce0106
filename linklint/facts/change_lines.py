"""Where a line of a file's old text is in its new text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

LINE_END = re.compile(r"\r\n|\r|\n")


class Hunk(NamedTuple):
    """Lines ``first`` to ``last`` (0-based, exclusive) of the old text became ``start`` to ``end`` of the new one."""

    first: int
    last: int
    start: int
    end: int
    same: bool


class LineMap:
    """The lines of two versions of a text, matched. Line ends make no difference."""

    def __init__(self, before: str, after: str) -> None:
        self.before = split_lines(before)
        self.after = split_lines(after)
        self.hunks = find_hunks(self.before, self.after)

    def is_gone(self, line: int) -> bool:
        """Whether the old line (1-based) was removed or rewritten."""
        hunk = self._hunk(line)
        return hunk is None or not hunk.same

    def is_new(self, line: int) -> bool:
        """Whether the new line (1-based) was added or rewritten."""
        return not any(hunk.same and hunk.start <= line - 1 < hunk.end for hunk in self.hunks)

    def follow(self, line: int) -> int:
        """The new line (1-based) for an old one: the same line; of a removed one the line that now follows it in the
        same hunk, else the last. Where a hunk has as many lines as before, each stands for the one in its place."""
        hunk = self._hunk(line)
        if hunk is None:
            return self._clip(len(self.after))
        offset = line - 1 - hunk.first
        if hunk.same or hunk.last - hunk.first == hunk.end - hunk.start:
            return self._clip(hunk.start + offset + 1)
        if hunk.start < hunk.end:
            return self._clip(hunk.start + 1)
        return self._clip(self._slide(hunk, line - 1) + 1)

    def _hunk(self, line: int) -> Hunk | None:
        return next((hunk for hunk in self.hunks if hunk.first <= line - 1 < hunk.last), None)

    def _slide(self, hunk: Hunk, index: int) -> int:
        """Where the text goes on after removed lines. The same removal can be told in several ways when lines repeat
        (which of two empty lines went?); like git, the last of them is meant, as long as it has the line."""
        first, last, start = hunk.first, hunk.last, hunk.start
        while last < len(self.before) and self.before[first] == self.before[last] and first < index:
            first, last, start = first + 1, last + 1, start + 1
        return start

    def _clip(self, line: int) -> int:
        return max(1, min(line, len(self.after)))


def split_lines(text: str) -> list[str]:
    """The lines, without their ends; a last line that is empty is none."""
    lines = LINE_END.split(text)
    if lines[-1] == "":
        lines.pop()
    return lines


def find_hunks(before: Sequence[str], after: Sequence[str]) -> list[Hunk]:
    """All lines of both, in order. What both begin and end with is set aside first: most changes are small."""
    from difflib import SequenceMatcher  # loaded by runs that compare

    shortest = min(len(before), len(after))
    head = next((index for index in range(shortest) if before[index] != after[index]), shortest)
    tail = next((index for index in range(shortest - head) if before[-1 - index] != after[-1 - index]), shortest - head)
    middle = SequenceMatcher(
        None, before[head : len(before) - tail], after[head : len(after) - tail], autojunk=False
    ).get_opcodes()
    found = [Hunk(0, head, 0, head, True)]
    found += [
        Hunk(first + head, last + head, start + head, end + head, tag == "equal")
        for tag, first, last, start, end in middle
    ]
    return [*found, Hunk(len(before) - tail, len(before), len(after) - tail, len(after), True)]
