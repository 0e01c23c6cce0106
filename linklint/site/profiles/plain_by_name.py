"""Links to Markdown by file names alone, wherever the files lie: ``[x](install.md)`` leads to ``guides/install.md``.
Some sites find pages so, and no config says it: the links do."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import lru_cache

from linklint.model.document import Document
from linklint.model.files import Names
from linklint.site.page_names import are_sure
from linklint.site.paths import ancestors, extension, join, name, parent, within
from linklint.site.profiles.conventions import is_shown_by_github
from linklint.site.profiles.plain_names import top_folder

MARKDOWN = frozenset({"md", "markdown"})
ENOUGH = 40
"""So many names of files in other folders, each counted once for a folder, tell something."""
SURE = 10
"""Beside so many, one may name what is nowhere, and one link may name its folder: who moves files to folders and leaves
the links as they were has many of that kind, and sites of this kind have hardly any."""


def find_named_alone(documents: Mapping[str, Document], written: AbstractSet[str], names: Names) -> frozenset[str]:
    """The folders at the top in which links name pages so. ``written``: all destinations."""
    every = _markdown_by_name(names)
    if len({told for href in written if (told := href.partition("#")[0]) in every}) < ENOUGH:
        return frozenset()
    elsewhere: dict[str, set[tuple[str, str]]] = {}
    otherwise: dict[str, set[tuple[str, str]]] = {}
    for path, document in documents.items():
        top, folder = top_folder(path), parent(path)
        for link in document.links if top else ():
            told = link.href.partition("#")[0].removeprefix("./")
            if extension(told) not in MARKDOWN or ":" in told:
                continue
            if "/" in told or find_same_name(path, told, names) is None:
                otherwise.setdefault(top, set()).add((folder, told))
            elif join(folder, told) not in names.files:
                elsewhere.setdefault(top, set()).add((folder, told))
    return frozenset(
        top
        for top, found in elsewhere.items()
        if are_sure(len(found), len(otherwise.get(top, ())), enough=ENOUGH, to_one=SURE)
    )


def find_same_name(file: str, told: str, names: Names) -> str | None:
    """The only Markdown file of the name below the nearest folder above ``file`` that holds one; None where it holds
    several, or where there is none but what GitHub itself shows."""
    every = _markdown_by_name(names).get(told, ())
    for folder in ancestors(file):
        below = [path for path in every if within(path, folder)]
        if below:
            return below[0] if len(below) == 1 else None
    return None


@lru_cache(maxsize=4)
def _markdown_by_name(names: Names) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for path in names.ending(*MARKDOWN):
        if not is_shown_by_github(path):
            found.setdefault(name(path), []).append(path)
    return found
