"""Components of a site's own that give no ids to anything: what their code says, without running it.

A page that shows one has no fragments but those that can be seen in its text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from linklint.model.document import Document
from linklint.model.files import Names
from linklint.site.paths import extension
from linklint.site.profile import Read
from linklint.site.profiles.mdx import is_plain, resolve_import

CODE = ("", ".astro", ".tsx", ".jsx", ".ts", ".js", ".mjs", ".vue", ".svelte", "/index.tsx", "/index.jsx", "/index.ts")
DATA = frozenset("avif css gif jpeg jpg json less png sass scss svg txt webp yaml yml".split())
# Where ids are given, and where HTML or Markdown is put in that may have some.
SPEAKING = re.compile(
    rb"\bid\b|\bname=|set:html|v-html|@html|nnerHTML|<Content\b|\brender\(|[mM]arkdown|[rR]ehype|\bMDX"
)
IMPORT = re.compile(rb"""(?:\bfrom|\bimport)\s*\(?\s*["']([^"'\n]+)["']""")
SILENT = ("astro", "node:", "preact", "react", "solid-js", "svelte", "vue", "clsx", "@docusaurus/", "virtual:")
MOST_FILES = 50  # that one component takes in
LARGEST = 200_000  # bytes of one


def find_quiet(root: str, names: Names, read: Read, documents: Mapping[str, Document]) -> frozenset[str]:
    """The names, as imports write them, of components that are quiet wherever a document imports them."""
    importers: dict[str, list[str]] = {}
    for path, document in documents.items():
        for include in document.includes:
            if include.kind == "component" and not is_plain(include.written):
                importers.setdefault(include.written, []).append(path)
    known: dict[str, bool] = {}
    return frozenset(
        written
        for written, paths in importers.items()
        if all(_is_quiet(root, names, read, path, written, known) for path in paths)
    )


def _is_quiet(root: str, names: Names, read: Read, importer: str, written: str, known: dict[str, bool]) -> bool:
    """Whether the module and all that it takes in are quiet. ``known``: file → what was found."""
    first = _find_module(root, names, importer, written)
    if first is None:
        return False
    if first not in known:
        known[first] = _are_quiet(root, names, read, first)
    return known[first]


def _are_quiet(root: str, names: Names, read: Read, first: str) -> bool:
    pending, seen = [first], {first}
    while pending:
        path = pending.pop()
        data = read(path) or b""
        if len(seen) > MOST_FILES or len(data) > LARGEST or SPEAKING.search(data):
            return False
        for found in IMPORT.findall(data):
            written = found.decode("utf-8", "replace")
            inner = _find_module(root, names, path, written)
            if inner is None and not written.startswith(SILENT):
                return False
            if inner is not None and inner not in seen and extension(inner) not in DATA:
                seen.add(inner)
                pending.append(inner)
    return True


def _find_module(root: str, names: Names, importer: str, written: str) -> str | None:
    tried = (resolve_import(root, importer, written + ending, names) for ending in CODE)
    return next((path for path in tried if path is not None), None)
