"""Files that were written for another repository, and are here to try something out with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from linklint.model.document import Document
from linklint.model.files import Names
from linklint.site.destination import read_destination
from linklint.site.paths import extension, join, name, parent
from linklint.site.profiles.conventions import is_shown_by_github

ENOUGH = 10
"""So many files, at least, a copy names that are not here."""
FEW = 0.2
"""Of the names of these, not more than this share are also those of files that are here."""
KINDS = frozenset("gif htm html ipynb jpeg jpg markdown md mdx pdf png rst svg txt webp".split())
INDEXES = ("index.", "readme.")


def find_copies(documents: Mapping[str, Document], names: Names) -> frozenset[str]:
    """The files that name many others, none of which lies where it is looked for, and hardly any elsewhere: such a page
    was not moved. An index may well be what is left of a folder."""
    suspects = [path for path, document in documents.items() if _names_only_lost(path, document, names)]
    if not suspects:
        return frozenset()
    present = {name(path).lower() for path in names.files}
    named = {path: {name(each).lower() for each in _list_named(path, documents[path])} for path in suspects}
    return frozenset(path for path, each in named.items() if len(each & present) <= FEW * len(each))


def _names_only_lost(path: str, document: Document, names: Names) -> bool:
    if len(document.links) < ENOUGH or is_shown_by_github(path) or name(path).lower().startswith(INDEXES):
        return False
    lost = set()
    for each in _list_named(path, document):
        if each in names:
            return False
        lost.add(each)
    return len(lost) >= ENOUGH


def _list_named(path: str, document: Document) -> Iterator[str]:
    """The files that links of the document name, relative to it."""
    for link in document.links:
        to = read_destination(link.href) if ":" not in link.href else None
        if to is not None and to.kind == "internal" and not to.absolute and extension(to.path) in KINDS:
            named = join(parent(path), to.path)
            if named is not None and named != path:
                yield named
