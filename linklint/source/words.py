"""Counting words, in the one way that documents, links and anchor texts share."""

from __future__ import annotations

import re

# Scripts written without spaces: each character counts as a word, as word processors do.
_ALONE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_ALONE}]|[^\W{_ALONE}]+(?:['’.\-][^\W{_ALONE}]+)*")
_ASCII_WORD = re.compile(r"\w+(?:['.\-]\w+)*", re.ASCII)
_FILLER = re.compile(r"\{?[\U000f0000-\U0010fffd]+")
"""What stands where something was masked; see ``masks.filling`` and ``mdx.masking``."""
FIRST_WORDS = 100
_LONGEST = 2000


def count_words(text: str) -> int:
    """How many words a text has. ``state-of-the-art``, ``don't`` and ``3.11`` are one word each; of Chinese
    characters and Japanese kana each is one; what has neither letter nor digit is none."""
    return len((_ASCII_WORD if text.isascii() else _WORD).findall(text))


def cut_words(text: str, most: int = FIRST_WORDS) -> str:
    """The first words of a text, with what stands between them, white space collapsed; 2,000 characters at most. What
    was masked is no word."""
    shown = text if text.isascii() else _FILLER.sub(" ", text)
    start = " ".join(shown[:_LONGEST].split())
    for number, word in enumerate(_WORD.finditer(start), 1):
        if number == most:
            return start[: word.end()]
    return start
