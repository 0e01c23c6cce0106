"""Did you mean …? The nearest known word to one that is not known."""

from __future__ import annotations

from collections.abc import Iterable

LONGEST = 120
"""Words longer than this (code points) are no slips of the finger, and comparing them costs time."""


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word that ``word`` was probably meant to be, or None when nothing is near.

    The same letters in another case or with other separators win; then a word of which ``word`` is a whole dotted or
    slashed part; then the most similar one (Ratcliff and Obershelp, as in ``difflib``; at least two thirds alike).
    Ties go to the first in alphabetical order, so that the answer never depends on the order of ``known``.
    """
    if not word or len(word) > LONGEST:
        return None
    words = sorted(candidate for candidate in set(known) if candidate != word)
    folded = _fold(word)
    for candidate in words:
        if _fold(candidate) == folded:
            return candidate
    return _most_similar(word.casefold(), words) or _containing(word, words)


def closest_hint(word: str, known: Iterable[str]) -> str:
    """``did you mean "…"?`` for a ``Problem.hint``; empty when nothing is near."""
    near = closest(word, known)
    return f'did you mean "{near}"?' if near is not None else ""


def _fold(word: str) -> str:
    return "".join(character for character in word.casefold() if character not in "-_ .")


def _most_similar(word: str, words: Iterable[str]) -> str | None:
    from difflib import SequenceMatcher  # loaded where there is a mistake

    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(word)
    best, best_ratio = None, 0.65
    for candidate in words:
        if len(candidate) > LONGEST:
            continue
        matcher.set_seq1(candidate.casefold())
        if matcher.real_quick_ratio() <= best_ratio or matcher.quick_ratio() <= best_ratio:
            continue
        ratio = matcher.ratio()
        if ratio > best_ratio:
            best, best_ratio = candidate, ratio
    return best


def _containing(word: str, words: Iterable[str]) -> str | None:
    if len(word) < 3:
        return None
    for candidate in words:
        if word in candidate.replace("/", ".").split("."):
            return candidate
    return None
