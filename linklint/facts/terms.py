"""Texts as weighted terms: what pages and anchor texts have in common. Pure functions.

Sources: TF-IDF and the cosine as in Manning, Raghavan, Schütze, "Introduction to Information Retrieval" (2008), chapter
6; words cut to their first letters as a stemmer that needs no language (truncation, McNamee and Mayfield 2004); pairs
of neighbouring signs where a script has no spaces (the usual index for Chinese and Japanese).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping, Sequence, Set
from functools import lru_cache
from math import fsum, log, sqrt
from sys import intern

from linklint.facts.text import UNSPACED

Vector = Mapping[str, float]
WORD = re.compile(r"[^\W_]+")
SPACED = {code: chr(code).lower() if chr(code).isalnum() else " " for code in range(128)}
"""ASCII texts, as most are: in lower case, with spaces between the words."""
STEM = 5
"""Letters that are kept of a word: ``configuring`` and ``configuration`` are one term."""
MOST_COMMON = 24
"""Texts that share only terms which more texts than this have among their heaviest are not compared."""
STRONGEST = 8
"""Of each text so many terms, the heaviest, look for candidates."""
STOP_WORDS = {
    # Articles, pronouns, prepositions, auxiliaries and question words; a page's topic is none of them.
    language: frozenset(words.split())
    for language, words in {
        "en": "a an and are as at be been but by can do does for from has have how i if in into is it its my no "
        "not of on or our so than that the their then there these this to use used using via was we what "
        "when where which who why will with you your",
        "de": "aber als am an auch auf aus bei das dass dem den der des die durch ein eine einem einen einer es "
        "für ich ihr im in ist man mit nach nicht oder ohne sein sich sie sind so über um und unter von "
        "vor warum was wenn werden wie wir zu zum zur",
        "fr": "au aux avec ce ces cette comment d dans de des du elle en est et il je l la le les leur mais ne "
        "nous ou où par pas pour qu que quel qui s sa se ses son sont sur un une vos votre vous",
        "es": "al como con cómo cuando de del e el en es esta este la las lo los más no o para pero por qué que "
        "se su sus un una y",
        "pt": "ao aos as com da das de do dos e em é na nas no nos o os ou para pelo por que se sem seu sua um uma",
        "it": "che ci come con da dal dei del della di e gli i il in l la le lo ma nel non per più si sono su "
        "un una uno",
        "nl": "aan als bij dat de den der die dit een en het hoe ik in is je met naar niet of om op te tot uit "
        "van voor wat wordt zijn",
    }.items()
}


def split_terms(text: str, language: str = "", letters: int = STEM) -> list[str]:
    """The terms of a text, in order: words without the language's stop words (English ones where it has none), cut to
    so many ``letters``; numbers whole; pairs of signs of scripts without spaces."""
    if text.isascii():  # the same by a shorter way
        return [*filter(None, map(cut_words(language, letters), text.translate(SPACED).split()))]
    stop_words = STOP_WORDS.get(language, STOP_WORDS["en"])
    found = []
    for word in WORD.findall(unicodedata.normalize("NFC", text).casefold()):
        if not word.isascii() and UNSPACED.search(word):
            found += [word[index : index + 2] for index in range(max(len(word) - 1, 1))]
        elif word not in stop_words:
            found.append(intern(word if word.isdigit() else word[:letters]))
    return found


def find_terms(text: str, language: str, letters: int) -> frozenset[str]:
    """The distinct terms of a text."""
    return frozenset(split_terms(text, language, letters))


@lru_cache
def cut_words(language: str, letters: int) -> Callable[[str], str]:
    """Makes the term of an ASCII word in lower case, empty for a stop word. The same few words stand in most texts."""
    stop_words = STOP_WORDS.get(language, STOP_WORDS["en"])

    @lru_cache(maxsize=65536)
    def cut(word: str) -> str:
        return "" if word in stop_words else intern(word if word.isdigit() else word[:letters])

    return cut


def weigh(texts: Sequence[Mapping[str, float]]) -> list[Vector]:
    """Texts as counted terms → their TF-IDF vectors of length 1 (empty for a text without terms). A term weighs
    (1 + log(count)) · (log((1 + texts) / (1 + texts that have it)) + 1)."""
    having = Counter(term for text in texts for term in text)
    weights = {term: log((1 + len(texts)) / (1 + count)) + 1 for term, count in having.items()}
    vectors: list[Vector] = []
    for text in texts:
        raw = {term: (1 + log(max(text[term], 1))) * weights[term] for term in sorted(text)}
        length = sqrt(sum(value * value for value in raw.values()))
        vectors.append({term: value / length for term, value in raw.items()})
    return vectors


def cosine(one: Vector, other: Vector) -> float:
    """How alike two vectors of length 1 are: 0 without a common term, 1 for the same."""
    return min(1.0, round(fsum([one[term] * other[term] for term in one.keys() & other.keys()]), 9))


class Index:
    """Finds the texts that are most alike, by an inverted index of the heaviest terms of each vector, terms that many
    have left out: no vector is compared with all."""

    def __init__(self, vectors: Sequence[Vector]) -> None:
        self._vectors = vectors
        self._strongest = [
            [term for _, term in sorted((-weight, term) for term, weight in vector.items())[:STRONGEST]]
            for vector in vectors
        ]
        self._having: dict[str, list[int]] = {}
        for number, terms in enumerate(self._strongest):
            for term in terms:
                self._having.setdefault(term, []).append(number)

    def find(self, number: int, most: int) -> list[tuple[float, int]]:
        """Up to ``most`` others than the vector of that number, most alike first, then by number."""
        having = (self._having[term] for term in self._strongest[number])
        candidates = set().union(*(numbers for numbers in having if len(numbers) <= MOST_COMMON)) - {number}
        vector = self._vectors[number]
        alike = ((cosine(vector, self._vectors[other]), other) for other in candidates)
        return sorted((each for each in alike if each[0] > 0), key=lambda each: (-each[0], each[1]))[:most]


def find_alike(vectors: Sequence[Vector], most: int) -> list[list[tuple[float, int]]]:
    """For each vector up to ``most`` others."""
    index = Index(vectors)
    return [index.find(number, most) for number in range(len(vectors))]


def share_of_terms(terms: frozenset[str], others: frozenset[str]) -> float | None:
    """The part (0 to 1) of the ``terms`` that is in ``others`` too; None where there are no terms."""
    return len(terms & others) / len(terms) if terms else None


def share_of_both(terms: Set[str], others: Set[str]) -> float:
    """The part (0 to 1) of the terms of both that both have: the coefficient of Dice. One of them has terms."""
    return 2 * len(terms & others) / (len(terms) + len(others))
