"""Counting words, in the one way that documents, links and anchor texts share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import accumulate, repeat
from operator import add

# Scripts written without spaces: each character counts as a word, as word processors do.
_ALONE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_RUN_ALONE = re.compile(rf"[{_ALONE}]+")
_WORD = re.compile(r"\w+(?:['’.\-]\w+)*")
_FILLER = re.compile(r"\{?[\U000f0000-\U0010fffd]+")
"""What stands where something was masked; see ``masks.filling`` and ``mdx.masking``."""
_FILLED_ON = "\U0010fffd"
_FILLED = re.compile("[\U000f0000-\U0010fffc]")
FIRST_WORDS = 100
_FIRST_ASCII = re.compile(rf"(?:\W*+\w++(?:['.\-]\w++)*+){{{FIRST_WORDS}}}", re.ASCII)
_LONGEST = 2000
# What a character of Latin-1 does: it belongs to a word, it may join two, or neither.
_ROLES = bytes(ord("w" if re.match(r"\w", chr(code)) else "-" if chr(code) in "'.-" else " ") for code in range(256))
_ROLES_OF_MANY = b"\0" + _ROLES[1:]
# Of what is not of Latin-1 the most frequent, and what does the same.
_ALIKE = (("’", "'"), ("œ", "o"), *((character, " ") for character in "‘“”–—…•→✓\u2011\u202f"))
_ALIKE_AMONG_ALONE = tuple((character, " ") for character in "。，：、；？！（）「」《》")


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


def add_up_words(texts: Sequence[str]) -> list[int]:
    """How many words stand before each of these texts, and, at last, how many they have: counted at once."""
    joined = " " + "\0 ".join(texts)
    alone: Sequence[int] = ()
    roles = _encode(joined)
    if roles is None:
        joined = _replace(joined, _ALIKE)
        roles = _encode(joined)
    if roles is None:
        joined = _FILLED.sub(" ", joined.replace(_FILLED_ON, " "))
        roles = _encode(joined)
    if roles is None and "\1" not in joined:
        joined = _replace(_RUN_ALONE.sub("\1", joined), _ALIKE_AMONG_ALONE)
        rests = joined.split("\0")
        alone = [len(text) + 1 - len(rest) + rest.count("\1") for text, rest in zip(texts, rests, strict=True)]
        roles = _encode(joined)
    if roles is None:
        return [*accumulate(map(count_words, texts), initial=0)]
    roles = roles.translate(_ROLES_OF_MANY)
    if b"-" in roles:  # a joint before a word that it does not join to another is none
        roles = roles.replace(b"--w", b"  w").replace(b" -w", b"  w")
    counts = map(bytes.count, roles.split(b"\0"), repeat(b" w"))
    return [*accumulate(map(add, counts, alone) if alone else counts, initial=0)]


def _encode(text: str) -> bytes | None:
    try:
        return text.encode("latin-1")
    except UnicodeEncodeError:
        return None


def _replace(text: str, characters: Iterable[tuple[str, str]]) -> str:
    for character, alike in characters:
        text = text.replace(character, alike)
    return text


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
