"""The navigation that the lists of files make: the plugin literate-nav (https://github.com/oprypin/mkdocs-literate-nav)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from linklint.model.document import Document
from linklint.model.files import Names
from linklint.model.glob import compile_glob
from linklint.site.destination import read_destination
from linklint.site.paths import join, parent, within
from linklint.site.profile import Read
from linklint.site.profiles.mkdocs.addresses import is_source
from linklint.site.profiles.mkdocs.settings import MkdocsSettings

WILDCARD = re.compile(r"^[ \t]*+(?:[-*+]|\d++[.)])[ \t]++([^\[\s*]*+\*\S*+)\s*$", re.MULTILINE)


class LiterateNav(NamedTuple):
    """``files`` of the docs folder whose lists are read, by their folder; ``wildcards`` are the patterns in them."""

    docs: str
    sources: tuple[str, ...]
    files: Mapping[str, str]
    wildcards: Mapping[str, tuple[str, ...]]

    def walk(self, folder: str, documents: Mapping[str, Document], above: tuple[str, ...] = ()) -> Iterator[str]:
        """Paths of the pages that the navigation of a folder names: by its file, else all that are there."""
        if folder in above:
            return
        above = (*above, folder)
        file = self.files.get(folder)
        if file is None:
            yield from self.match(join(folder, "*") or "*", documents, above)
            return
        for link in documents[file].links if file in documents else ():
            destination = read_destination(link.href)
            target = join(folder, destination.path) if destination.kind == "internal" else None
            if target in self.sources:
                yield target
            elif target is not None and destination.path.endswith("/"):
                yield from self.walk(target, documents, above)
        for pattern in self.wildcards[file]:
            yield from self.match(join(folder, pattern) or "*", documents, above, pattern.endswith("/"))

    def match(
        self, pattern: str, documents: Mapping[str, Document], above: tuple[str, ...] = (), only_folders: bool = False
    ) -> Iterator[str]:
        """Paths of the pages that a pattern stands for, and of those in the folders that it does."""
        try:
            test = compile_glob(pattern)
        except ValueError:
            return
        inside = [path for path in self.sources if within(path, self.docs)]
        yield from (path for path in inside if test(path) and not only_folders and path not in self.files.values())
        folders = {above for path in inside for above in _folders(path)}
        for folder in sorted(folders):
            if test(folder):
                yield from self.walk(folder, documents, above)


def read_literate_nav(settings: MkdocsSettings, names: Names, read: Read) -> LiterateNav | None:
    """None where the plugin is off."""
    plugin = settings.plugin("literate-nav")
    if plugin is None:
        return None
    nav_file = plugin.options.get("nav_file")
    wanted = nav_file if isinstance(nav_file, str) else "SUMMARY.md"
    found = {parent(path): path for path in names.named(wanted) if within(path, settings.docs)}
    wildcards = {
        path: tuple(WILDCARD.findall((read(path) or b"").decode("utf-8", "replace"))) for path in found.values()
    }
    sources = tuple(path for path in names.below(settings.docs) if is_source(settings, path))
    return LiterateNav(settings.docs, sources, found, wildcards)


def _folders(path: str) -> Iterator[str]:
    folder = parent(path)
    while folder:
        yield folder
        folder = parent(folder)


def list_named(
    settings: MkdocsSettings, literate: LiterateNav, documents: Mapping[str, Document], entries: Iterator[str]
) -> Iterator[str]:
    """Paths of the pages in the navigation that the plugin makes; ``entries`` are those of ``nav``."""
    if settings.nav is None or settings.docs in literate.files:
        yield from literate.walk(settings.docs, documents)
        return
    for entry in entries:
        target = join(settings.docs, entry)
        if target is not None and "*" in entry:
            yield from literate.match(target, documents, (), entry.endswith("/"))
        elif target is not None and entry.endswith("/"):
            yield from literate.walk(target, documents)
