"""Reference labels that no definition of the file's own explains: text that pymdownx.snippets appends to every page,
headings of any page (autorefs), objects of API references (mkdocstrings)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from linklint.model.document import Document, WrittenLink
from linklint.site.fragments import list_certain
from linklint.site.paths import parent, relative


class References(NamedTuple):
    """``appended``: label (case folded) → destination as written there. ``anchors``: fragment → path of the first page
    that has it. ``objects``: dotted name of what a page documents → path of that page. ``excuse``: why any other label
    may be defined elsewhere; None where it cannot be."""

    appended: Mapping[str, str]
    anchors: Mapping[str, str]
    objects: Mapping[str, str]
    excuse: str | None

    def destination(self, label: str, path: str) -> str | None:
        """What a use of the label in ``path`` leads to, written as an author would there; None where none knows."""
        if label.casefold() in self.appended:
            return self.appended[label.casefold()]
        bare = label.strip("`")
        for fragment in (bare, bare.lower()):
            if fragment in self.anchors:
                page = self.anchors[fragment]
                return f"#{fragment}" if page == path else f"{relative(page, parent(path))}#{fragment}"
        name = bare
        while name:
            if name in self.objects:
                return relative(self.objects[name], parent(path))
            name = name.rpartition(".")[0]
        return None

    def explain(self, path: str, label: str) -> str | None:
        """As ``Mount.undefined``."""
        return "" if self.destination(label, path) is not None else self.excuse

    def links(self, path: str, document: Document) -> Iterator[WrittenLink]:
        """The uses of labels that are known."""
        for use in document.undefined:
            href = self.destination(use.label or "", path)
            if href is not None:
                yield msgspec.structs.replace(use, href=href, written="")


def find_anchors(
    documents: Mapping[str, Document], fragments: Callable[[Sequence[Document]], frozenset[str] | None]
) -> dict[str, str]:
    """Fragment → the first page, by path, that has it."""
    found: dict[str, str] = {}
    for path in sorted(documents):
        for fragment in sorted(list_certain(fragments([documents[path]]) or ())):
            found.setdefault(fragment, path)
    return found


def find_objects(documents: Mapping[str, Document]) -> dict[str, str]:
    """What pages document by ``::: name``."""
    found: dict[str, str] = {}
    for path in sorted(documents):
        for include in documents[path].includes:
            if include.kind == "generator":
                found.setdefault(include.written, path)
    return found
