"""Did you mean …? The nearest known word to one that is not known."""

from __future__ import annotations

from collections.abc import Iterable

LONGEST = 120
"""Words longer than this (code points) are no slips of the finger, and comparing them costs time."""

LEAST = 0.65
LEAST_OF_PARTS = 0.5
"""Words that are less alike are not offered, nor those of which what differs is."""


def closest(word: str, known: Iterable[str]) -> str | None:
    """The known word that ``word`` was probably meant to be, or None when nothing is near.

    The same letters in another case or with other separators win; then a word of which ``word`` is a whole dotted or
    slashed part; then the most similar one (Ratcliff and Obershelp, as in ``difflib``; at least two thirds alike, and
    half of it what is left of dotted words without the parts at the beginning and the end that both have:
    ``text.lower`` is not meant by ``text.lenght``, however long the part before the dot). Ties go to the first in
    alphabetical order, so that the answer never depends on the order of ``known``.
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
    best, best_ratio = None, LEAST
    for candidate in words:
        if len(candidate) > LONGEST:
            continue
        matcher.set_seq1(candidate.casefold())
        if matcher.real_quick_ratio() <= best_ratio or matcher.quick_ratio() <= best_ratio:
            continue
        ratio = matcher.ratio()
        if ratio > best_ratio and _differ_little(word, candidate.casefold()):
            best, best_ratio = candidate, ratio
    return best


def _differ_little(word: str, candidate: str) -> bool:
    """Whether also the parts are alike in which two dotted words differ."""
    own, other = word.split("."), candidate.split(".")
    while own and other and own[0] == other[0]:
        del own[0], other[0]
    while own and other and own[-1] == other[-1]:
        del own[-1], other[-1]
    if len(own) + len(other) == word.count(".") + candidate.count(".") + 2 or not own or not other:
        return True
    from difflib import SequenceMatcher

    return SequenceMatcher(None, ".".join(own), ".".join(other), autojunk=False).ratio() > LEAST_OF_PARTS


def _containing(word: str, words: Iterable[str]) -> str | None:
    if len(word) < 3:
        return None
    for candidate in words:
        if word in candidate.replace("/", ".").split("."):
            return candidate
    return None
