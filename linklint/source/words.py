"""Counting words, in the one way that documents, links and anchor texts share."""

from __future__ import annotations

import re
from functools import cache

# Scripts written without spaces: each character counts as a word, as word processors do.
_ALONE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_RUN_ALONE = re.compile(rf"[{_ALONE}]+")
_WORD = re.compile(r"\w+(?:['’.\-]\w+)*")
_FILLER = re.compile(r"\{?[\U000f0000-\U0010fffd]+")
"""What stands where something was masked; see ``masks.filling`` and ``mdx.masking``."""
FIRST_WORDS = 100
_FIRST_ASCII = re.compile(rf"(?:\W*+\w++(?:['.\-]\w++)*+){{{FIRST_WORDS}}}", re.ASCII)
_LONGEST = 2000
# What a character of Latin-1 does: it belongs to a word, it may join two, or neither.
_ROLES = bytes(ord("w" if re.match(r"\w", chr(code)) else "-" if chr(code) in "'.-" else " ") for code in range(256))


def count_words(text: str) -> int:
    """How many words a text has. ``state-of-the-art``, ``don't`` and ``3.11`` are one word each; of Chinese
    characters and Japanese kana each is one; what has neither letter nor digit is none."""
    try:
        roles = b" " + (text if text.isascii() else text.replace("’", "'")).encode("latin-1").translate(_ROLES)
    except UnicodeEncodeError:
        rest, runs = _RUN_ALONE.subn(" ", text)
        return len(text) - len(rest) + runs + len(_WORD.findall(rest))
    # Words begin where a letter stands after a blank, with or without one joint between them, or after two joints:
    # counting that is several times faster than finding the words.
    words = roles.count(b" w")
    return words + roles.count(b" -w") + roles.count(b"--w") if b"-" in roles else words


def cut_words(text: str) -> str:
    """The first hundred words of a text, with what stands between them, white space collapsed; 2,000 characters at
    most. What was masked is no word."""
    is_ascii = text.isascii()
    shown = (text if is_ascii else _FILLER.sub(" ", text))[:_LONGEST]
    first = (_FIRST_ASCII if is_ascii else _compile_first()).match(shown)
    return " ".join((first[0] if first else shown).split())


@cache
def _compile_first() -> re.Pattern[str]:
    """The first hundred words of any text: a pattern that takes long to compile."""
    word = rf"[{_ALONE}]|[^\W{_ALONE}]++(?:['’.\-][^\W{_ALONE}]++)*+"
    return re.compile(rf"(?:[^\w{_ALONE}]*+(?:{word})){{{FIRST_WORDS}}}")
