"""Fillers: characters of equal length that stand where something was masked, and the way back to what stood there.

A filler is one private character that numbers the masked text, and then one and the same private character. For
Markdown and HTML it is a word: it breaks no destination, label, cell or attribute.
"""

from __future__ import annotations

import re
from collections.abc import Callable

FIRST_OF_MASKS = 0xF0000
FIRST_OF_MDX = 0x100000
_COUNT = 0xFFFC
_REST = "\U0010fffd"
FILLER = re.compile(f"([\U000f0000-\U000ffffb\U00100000-\U0010fffb]){_REST}*")
"""A whole filler, whoever made it."""
MASKED = f"[\U000f0000-\U000ffffb]{_REST}*+"
"""A filler of a mask, as a part of other patterns."""


class Filling:
    """The fillers of one text. ``first``: code point of the first number. A text that has more different masked texts
    than there are numbers gets fillers that stand for nothing."""

    def __init__(self, first: int) -> None:
        self._first = first
        self._originals: list[str] = []
        self._shown: list[str] = []
        self._numbers: dict[tuple[str, str], int] = {}

    def __bool__(self) -> bool:
        return bool(self._originals)

    def fill(self, original: str, shown: str) -> str:
        """A filler as long as ``original``, for which readers see ``shown``."""
        number = self._numbers.get((original, shown))
        if number is None:
            number = len(self._originals)
            if number >= _COUNT:
                return _REST * len(original)
            self._numbers[original, shown] = number
            self._originals.append(original)
            self._shown.append(shown)
        return chr(self._first + number) + _REST * (len(original) - 1)

    def restore(self, text: str) -> str:
        """A text with what was written in place of its fillers."""
        return self._put(text, self._originals)

    def show(self, text: str) -> str:
        """A text with what readers see in place of its fillers."""
        return self._put(text, self._shown)

    def _put(self, text: str, replacements: list[str]) -> str:
        if text.isascii():
            return text

        def replace(match: re.Match[str]) -> str:
            number = ord(match[1]) - self._first
            return replacements[number] if 0 <= number < len(replacements) else match[0]

        return FILLER.sub(replace, text)


Restore = Callable[[str], str]
