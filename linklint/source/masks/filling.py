"""Fillers: characters of equal length that stand where something was masked, and the way back to what stood there.

A filler is one private character that numbers the masked text, and then one and the same private character. For
Markdown and HTML it is a word: it breaks no destination, label, cell or attribute.
"""

from __future__ import annotations

import re

FIRST_OF_MASKS = 0xF0000
_COUNT = 0x3FFB
_REST = "\U0010fffd"
MASKED = f"[\U000f0000-\U000f3ffa]{_REST}*+"
"""A filler of a mask, as a part of other patterns."""


class Filling:
    """The fillers of one text. ``first``: code point of the first number; ``lead``: an ordinary character that each
    filler begins with. A text that has more different masked texts than there are numbers gets fillers that stand for
    nothing."""

    def __init__(self, first: int, lead: str = "") -> None:
        self._first = first
        self._lead = lead
        self._originals: list[str] = []
        self._shown: list[str] = []
        self._numbers: dict[tuple[str, str], int] = {}
        self._pattern = re.compile(filler_pattern(first, lead))

    def __bool__(self) -> bool:
        return bool(self._originals)

    def fill(self, original: str, shown: str) -> str:
        """A filler as long as ``original``, for which readers see ``shown``."""
        number = self._numbers.get((original, shown))
        if number is None:
            number = len(self._originals)
            if number >= _COUNT:
                return self._lead + _REST * (len(original) - len(self._lead))
            self._numbers[original, shown] = number
            self._originals.append(original)
            self._shown.append(shown)
        return (self._lead + chr(self._first + number)).ljust(len(original), _REST)

    def restore(self, text: str) -> str:
        """A text with what was written in place of its fillers."""
        return self._put(text, self._originals)

    def show(self, text: str) -> str:
        """A text with what readers see in place of its fillers."""
        return self._put(text, self._shown)

    def _put(self, text: str, replacements: list[str]) -> str:
        if not replacements or text.isascii():
            return text

        def replace(match: re.Match[str]) -> str:
            number = ord(match[1]) - self._first
            return replacements[number] if number < len(replacements) else match[0]

        return self._pattern.sub(replace, text)


def filler_pattern(first: int, lead: str = "") -> str:
    """A pattern of the fillers of a filling; its group is the numbered character."""
    return f"{re.escape(lead)}([{chr(first)}-{chr(first + _COUNT - 1)}]){_REST}*+"
