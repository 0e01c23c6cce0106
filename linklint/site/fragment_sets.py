"""The fragments of pages, found when a link asks for them: most pages are asked by none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from linklint.model.document import Document
from linklint.site.fragments import FURTHER
from linklint.site.profile import Mount


class FragmentSets:
    """The fragments of each page, by its path. ``sources``: path → its mount and the paths of the documents that it is
    made of, its own first."""

    def __init__(self, sources: Mapping[str, tuple[Mount, Sequence[str]]], documents: Mapping[str, Document]) -> None:
        self._sources = sources
        self._documents = documents
        self._found: dict[str, frozenset[str] | None] = {}

    def find(self, path: str) -> frozenset[str] | None:
        """The fragments of the page, as ``Page`` has them."""
        if path not in self._found:
            mount, parts = self._sources[path]
            fragments = mount.fragments([self._documents[part] for part in parts])
            certain = fragments is None or mount.slugs_known(path)
            self._found[path] = fragments if fragments is None or certain else fragments | {FURTHER}
        return self._found[path]
