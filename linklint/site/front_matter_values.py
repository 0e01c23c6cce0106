"""Values in front matter that are of another type than what they are read as, so that nothing is read.

Other programs have keys of the same names. So only those are told of that linklint is meant to read for certain: where
the config gives the key its name, and on pages that are of a cluster, or say so in a repository that has clusters.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from linklint.model.document import Document, Note
from linklint.model.site import Cluster, Member, Page

TEXT, TEXT_OR_NUMBER, TEXTS = "a text", "a text or a number", "a text or a list of texts"
EXPECTED = {"cluster": TEXTS, "role": TEXT, "keyword": TEXT_OR_NUMBER, "stage": TEXT_OR_NUMBER}


def find_wrong_values(
    pages: Sequence[Page],
    clusters: Collection[Cluster],
    members: Sequence[Member],
    keys: Mapping[str, str],
) -> Mapping[str, Note]:
    """Path of a page → what is wrong in its front matter. ``keys``: word of linklint → front matter key."""
    named = {word for word in EXPECTED if keys[word] != word}
    if not clusters and not named:
        return {}
    grouped = {member.page.path for member in members if member.page is not None}
    found: dict[str, Note] = {}
    for page in pages:
        matter = page.document.front_matter
        if matter:
            is_grouped = bool(clusters) and (page.path in grouped or keys["cluster"] in matter)
            words = EXPECTED if is_grouped else named
            wrong = [word for word in EXPECTED if word in words and not _fits(word, matter.get(keys[word]))]
            if wrong:
                found[page.path] = _note(page.document, matter, [keys[word] for word in wrong], wrong)
    return found


def _fits(word: str, value: Any) -> bool:
    """Whether the value is of the expected type; none at all is no wrong one."""
    if value is None or isinstance(value, str):
        return True
    if word == "cluster":
        return isinstance(value, list) and all(isinstance(each, str) for each in value)
    return EXPECTED[word] == TEXT_OR_NUMBER and isinstance(value, int | float) and not isinstance(value, bool)


def _note(document: Document, matter: Mapping[str, Any], keys: Sequence[str], words: Sequence[str]) -> Note:
    said = (f'"{key}" is {_describe(matter[key])}, not {EXPECTED[word]}' for key, word in zip(keys, words, strict=True))
    line = min(document.front_matter_lines.get(key, 1) for key in keys)
    return Note("front-matter-type", "; ".join(said), line)


def _describe(value: Any) -> str:
    if isinstance(value, list):
        odd = next(_name_types(value), "") if value else ""
        return f"a list that holds {odd}" if odd else "a list"
    return next(_name_types([value]), "a text")


def _name_types(values: Sequence[Any]) -> Iterator[str]:
    """What the values are that are no texts."""
    for value in values:
        if isinstance(value, bool):
            yield "true" if value else "false"
        elif isinstance(value, int | float):
            yield f"the number {value}"
        elif isinstance(value, list):
            yield "a list"
        elif isinstance(value, Mapping):
            yield "a mapping"
        elif value is None:
            yield "nothing"
