"""Markdown whose headings get their ids from another program than GitHub, as the fragments of its links tell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from urllib.parse import unquote

from linklint.model.document import Document
from linklint.site.fragments import github_fragments
from linklint.site.paths import join, parent

KEPT = re.compile(r"#[^#%]*[.:,()]")
"""What no fragment of GitHub's has (https://github.com/Flet/github-slugger)."""
INDEXES = ("", "/README.md", "/index.md")
FEW = 5
MANY = 40
SAMPLE = 300
SHARE = 3
"""One of so many fragments. Of repositories that GitHub alone shows, one of twenty is broken where it is bad."""


def find_spelled(documents: Mapping[str, Document], written: AbstractSet[str]) -> frozenset[str]:
    """The folders at the top in which many files name several fragments, with signs that GitHub drops, which are
    headings in lower case, with dashes for blanks: ``README.md#system.text-namespace``. What programs write of code is
    linked so where sites show it. ``written``: all destinations."""
    wanted = {href for href in written if "#" in href and KEPT.search(href)}
    files: dict[str, set[str]] = {}
    found: dict[str, set[tuple[str, str]]] = {}
    spell = cache(lambda target: spell_headings(documents[target]))  # many links lead to the same file
    for path, target, fragment in list_targets(documents, wanted) if len(wanted) >= FEW else ():
        if "/" in path and fragment in spell(target):
            top = path.partition("/")[0]
            files.setdefault(top, set()).add(path)
            found.setdefault(top, set()).add((target, fragment))
    return frozenset(top for top, here in found.items() if len(here) >= FEW and len(files[top]) >= MANY)


def has_other_ids(documents: Mapping[str, Document], written: AbstractSet[str]) -> bool:
    """Whether many of the fragments that files give each other, and a good share of all, are none of GitHub's."""
    wanted = {href for href in written if "#" in href}
    asked = sorted({(target, fragment) for _, target, fragment in list_targets(documents, wanted)})
    if len(asked) < MANY:
        return False
    sample = asked[:: -(-len(asked) // SAMPLE)]
    known: dict[str, frozenset[str] | None] = {}
    lost = 0
    for target, fragment in sample:
        if target not in known:
            known[target] = _fold(github_fragments([documents[target]]))
        ids = known[target]
        lost += ids is not None and unquote(fragment).lower() not in ids
    return lost * SHARE >= len(sample) and lost * len(asked) >= MANY * len(sample)


def _fold(ids: Iterable[str] | None) -> frozenset[str] | None:
    return None if ids is None else frozenset(map(str.lower, ids))


def list_targets(documents: Mapping[str, Document], wanted: AbstractSet[str]) -> Iterator[tuple[str, str, str]]:
    """The file, the file that it links to and the fragment, of those links of ``wanted`` that name
    documents. Those within a file are written for GitHub: badges, lists of contents."""
    for path, document in documents.items() if wanted else ():
        for href in {link.href for link in document.links if "#" in link.href} & wanted:
            file, _, fragment = href.partition("#")
            start = "" if file.startswith("/") else parent(path)
            named = (join(start, file.strip("/") + end) for end in INDEXES) if file else ()
            target = next((each for each in named if each in documents), None)
            if target is not None and fragment:
                yield path, target, fragment


def spell_headings(document: Document) -> frozenset[str]:
    """The ids that the code of a small site makes: the heading in lower case, with dashes for blanks."""
    return frozenset(heading.text.lower().replace(" ", "-") for heading in document.headings)
