"""The fragments of pages, found when a link asks for them: most pages are asked by none."""

from __future__ import annotations

from collections.abc import Mapping

from linklint.model.document import Document
from linklint.site.excerpts import Ranges, cut_fragments
from linklint.site.fragments import FURTHER
from linklint.site.profile import Mount


class FragmentSets:
    """The fragments of each page, by its path. ``sources``: path → its mount and the paths of the documents that it is
    made of, its own first, with the lines that are taken of each (None: all)."""

    def __init__(
        self, sources: Mapping[str, tuple[Mount, Mapping[str, Ranges | None]]], documents: Mapping[str, Document]
    ) -> None:
        self._sources = sources
        self._documents = documents
        self._found: dict[str, frozenset[str] | None] = {}

    def find(self, path: str) -> frozenset[str] | None:
        """The fragments of the page, as ``Page`` has them."""
        if path not in self._found:
            mount, parts = self._sources[path]
            fragments = mount.fragments([cut_fragments(self._documents[part], lines) for part, lines in parts.items()])
            certain = fragments is None or mount.slugs_known(path)
            self._found[path] = fragments if fragments is None or certain else fragments | {FURTHER}
        return self._found[path]
