"""Anchor texts made comparable. Part of the graph, since anchor texts are nodes of their own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

EMOJI_PLANES = range(0x1F000, 0x1FB00)
CODE = re.compile(r":[\w+-]+:")
"""The name of an emoji or an icon, as which it is shown: ``:arrow_right:``."""


def is_ornament(character: str) -> bool:
    """Punctuation, symbols, arrows, emoji, white space and invisible characters; never a letter, digit or mark of any
    script (a Tamil word may end in a combining mark)."""
    category = unicodedata.category(character)
    code = ord(character)
    if category == "Cn":  # emoji newer than this Python's Unicode; other new characters may be letters
        return code in EMOJI_PLANES
    return category[0] in "PSZC" or 0xFE00 <= code <= 0xFE0F or code == 0x20E3


def normalise(text: str) -> str:
    """The text as anchor texts are compared: NFC, case folded, white space collapsed, ornaments and names of emoji
    stripped from both edges. ``C++``, ``C#`` and ``.NET`` keep what tells them apart. Empty where nothing else is."""
    if text.isascii():  # most texts; NFC changes nothing in them, and lower case is all that folding does
        if text[:1].isalnum() and text[-1].isalnum() and "  " not in text and text.isprintable():
            return text.lower()
        folded = " ".join(text.lower().split())
        if folded[:1].isalnum() and folded[-1].isalnum():
            return folded
    else:
        folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
        folded = " ".join(folded.split())
    start, end = strip_ornaments(folded, 0, len(folded))
    if start == end:
        return ""
    tail = end
    while tail < len(folded) and folded[tail] in "+#":
        tail += 1
    if folded[start - 1 : start] == "." and (start == 1 or folded[start - 2] == " "):
        start -= 1
    return folded[start:tail]


def strip_ornaments(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the first word begins and the last one ends, between two offsets. A name of an emoji is no word, unless it
    is the only one."""
    codes = ":" in text
    while True:
        while start < end and is_ornament(text[start]):
            start += 1
        while end > start and is_ornament(text[end - 1]):
            end -= 1
        first, last = text.find(" ", start, end), text.rfind(" ", start, end)
        if not codes or last < 0:
            return start, end
        if (code := CODE.match(text, last + 1)) and code.end() >= end:
            end = last
        elif (code := CODE.search(text, text.rfind(" ", 0, start) + 1, first)) and code.end() == first:
            start = first
        else:
            return start, end


normalise_text = lru_cache(maxsize=65536)(normalise)
"""The same, remembered: titles, keywords and anchor texts are asked for again and again."""


def normalise_texts(texts: Sequence[str]) -> list[str]:
    """The same of many texts; those that stand there many times are looked at once."""
    normal = {text: normalise_text(text) for text in set(texts)}
    return list(map(normal.__getitem__, texts))


@lru_cache(maxsize=1024)
def primary_language(lang: str | None) -> str | None:
    """The primary subtag of a language tag, in lower case: ``pt-BR`` → ``pt``. None when there is none."""
    primary = (lang or "").replace("_", "-").partition("-")[0].strip().lower()
    return primary or None
