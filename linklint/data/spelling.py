"""Words that differ by a slip of the finger, found without comparing each with each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

MOST_EDITS = 2
PIECES = MOST_EDITS + 1
LONGEST = 80
"""Longer words (code points) are compared as a whole only."""
CROWD = 100
"""A piece that more words of one length hold tells nothing about which of them was meant."""
LETTERS = 3
"""Shorter words have no typos, since every other short word is near."""

SEPARATORS = re.compile(r"[\W_]+")
NUMBERING = re.compile(r"\A[\d\W_]+(?=[^\W\d_])")
DIGITS = re.compile(r"\d+")


def squeeze(word: str) -> str:
    """What is left of a word without letter case, separators, a number in front and a plural's ending: words that are
    the same then were meant to be the same (``01-Getting_started``, ``getting-started``)."""
    bare = SEPARATORS.sub("", NUMBERING.sub("", word.casefold())) or word.casefold()
    if bare.endswith("ies") and len(bare) > LETTERS + 1:
        return bare[:-3] + "y"
    return bare[:-1] if bare.endswith("s") and len(bare) > LETTERS else bare


class Spellings:
    """A table of words. Each word is cut into one piece more than a word may have typos, so that a word with typos
    still holds one piece whole: only words that share a piece are compared, letter by letter."""

    def __init__(self, words: Iterable[str]) -> None:
        self.compared = 0
        self._same: dict[str, list[str]] = {}
        for word in sorted(set(words)):
            self._same.setdefault(squeeze(word), []).append(word)
        self._pieces: dict[tuple[tuple[str, ...], int, int, str], list[str]] = {}
        for squeezed in self._same:
            for key in _cut(squeezed):
                self._pieces.setdefault(key, []).append(squeezed)

    def same(self, word: str) -> list[str]:
        """The words that are the same when squeezed, in alphabetical order."""
        return self._same.get(squeeze(word), [])

    def close(self, word: str) -> list[tuple[int, str]]:
        """(number of typos, word) for words that differ by one or two, where that is little for their length; fewest
        typos first. Words that differ in a number are different words."""
        wanted = squeeze(word)
        most = allow_edits(wanted)
        if not most:
            return []
        near: list[tuple[int, str]] = []
        for candidate in dict.fromkeys(self._sharing(wanted, most)):
            self.compared += 1
            edits = count_edits(wanted, candidate, most)
            if edits is not None and (candidate[0] == wanted[0] or len(wanted) > 2 * LETTERS):
                near.extend((edits, each) for each in self._same[candidate])
        return sorted(near)

    def _sharing(self, wanted: str, most: int) -> Iterator[str]:
        digits = tuple(DIGITS.findall(wanted))
        for length in range(len(wanted) - most, len(wanted) + most + 1):
            for number, (start, end) in enumerate(_bounds(length)):
                for shift in range(-most, most + 1):
                    if start + shift >= 0 and end + shift <= len(wanted):
                        key = (digits, length, number, wanted[start + shift : end + shift])
                        sharing = self._pieces.get(key, ())
                        if len(sharing) <= CROWD:
                            yield from (each for each in sharing if each != wanted)


def _bounds(length: int) -> list[tuple[int, int]]:
    cuts = [length * number // PIECES for number in range(PIECES + 1)]
    return list(pairwise(cuts)) if length >= PIECES else []


def _cut(word: str) -> Iterator[tuple[tuple[str, ...], int, int, str]]:
    if len(word) <= LONGEST:
        digits = tuple(DIGITS.findall(word))
        for number, (start, end) in enumerate(_bounds(len(word))):
            yield digits, len(word), number, word[start:end]


def allow_edits(word: str) -> int:
    """How many typos a word of this length may have and still be recognised."""
    return 0 if not LETTERS < len(word) <= LONGEST else 1 if len(word) <= 3 * LETTERS else MOST_EDITS


def count_edits(a: str, b: str, most: int) -> int | None:
    """Letters inserted, left out, replaced, or swapped with their neighbour (optimal string alignment); None when there
    are more than ``most``."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        earlier, before, row = before, row, [i]
        for j, other in enumerate(b, 1):
            edits = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                edits = min(edits, earlier[j - 2] + 1)
            row.append(edits)
        if min(row) > most:
            return None
    return row[-1] if row[-1] <= most else None
