"""Which files that are gone are which new ones, by content: for texts that no git keeps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

SIMILAR = 0.5
"""As for git: half of the content must be the same."""


def match_renames(gone: Mapping[str, str], new: Mapping[str, str]) -> dict[str, str]:
    """Old path → new path. Equal contents come first, then the most similar; of equally similar ones those with the
    same file name, then the first by path. A file without words is no other one."""
    bags = {path: count_words(text) for path, text in new.items()}
    candidates = []
    for old, text in gone.items():
        words = count_words(text)
        for path, other in bags.items():
            alike = 2.0 if words and text == new[path] else similarity(words, other)
            if alike >= SIMILAR:
                candidates.append((-alike, old.rpartition("/")[2] != path.rpartition("/")[2], old, path))
    renames: dict[str, str] = {}
    taken: set[str] = set()
    for _, _, old, path in sorted(candidates):
        if old not in renames and path not in taken:
            renames[old] = path
            taken.add(path)
    return renames


def count_words(text: str) -> Counter[str]:
    return Counter(text.split())


def similarity(words: Counter[str], others: Counter[str]) -> float:
    """The share (0 to 1) of all letters that stands in words which both have."""
    whole = sum(len(word) * count for word, count in (words + others).items())
    common = sum(len(word) * count for word, count in (words & others).items())
    return 2 * common / whole if whole else 0.0
