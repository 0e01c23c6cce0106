"""Zola: reference labels that shortcodes of Markdown define for the pages that call them. Their text is put into the
page's before that is read (https://www.getzola.org/documentation/content/shortcodes/#markdown-or-html)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from linklint.model.document import Document, WrittenLink
from linklint.model.files import Names
from linklint.site.glancing import glance
from linklint.site.labels import compile_definition, normalise_label
from linklint.site.paths import join, name, parent
from linklint.site.profile import Read

CALL = re.compile(r"(?:\{\{-?\s*)?([A-Za-z_]\w*)")
DEFINITION = compile_definition(r"\{\{[^{}\n]*\}\}")
LARGEST = 1_000_000

Labels = Mapping[str, Mapping[str, str]]
"""Name of a shortcode → label → its destination."""


def read_labels(folders: Sequence[str], names: Names, read: Read) -> Labels:
    """Those of the shortcodes in the folders; of two of one name the first folder's counts."""
    found: dict[str, Mapping[str, str]] = {}
    for folder in folders:
        for path in (each for each in names.ending("md") if parent(each) == folder):
            found.setdefault(name(path).removesuffix(".md"), dict(glance(read, path, find_definitions)))
    return found


def find_definitions(data: bytes) -> tuple[tuple[str, str], ...]:
    """Label and destination of each definition."""
    text = data[:LARGEST].decode("utf-8", "replace")
    return tuple((normalise_label(label), href) for label, href in DEFINITION.findall(text))


def find_folders(root: str, names: Names) -> list[str]:
    """The folders of shortcodes: the site's own, then those of its themes."""
    own, themes = join(root, "templates/shortcodes") or "", join(root, "themes") or ""
    inner = (folder for folder in sorted(names.directories) if folder.endswith("/templates/shortcodes"))
    return [own, *(folder for folder in inner if parent(parent(parent(folder))) == themes)]


def list_links(labels: Labels, document: Document) -> Iterator[WrittenLink]:
    """The uses of labels that a shortcode which the page calls defines."""
    if not labels or not document.undefined:
        return
    calls = (CALL.match(include.written) for include in document.includes if include.kind in ("macro", "shortcode"))
    known = {label: href for call in calls if call for label, href in labels.get(call[1], {}).items()}
    for use in document.undefined:
        href = known.get(normalise_label(use.label or ""))
        if href is not None:
            yield msgspec.structs.replace(use, href=href, written="")


def find_used(labels: Labels, documents: Mapping[str, Document]) -> frozenset[tuple[str, str]]:
    """Path and label of each such use."""
    return frozenset(
        (path, use.label or "") for path, document in documents.items() for use in list_links(labels, document)
    )
