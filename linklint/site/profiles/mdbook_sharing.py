"""What the documents of a book tell of it together: the reference labels of files that chapters take in
(``{{#include links.md}}``), and whether the book lies at its host's top.

mdBook puts a file's text in its place before it reads the Markdown, so its definitions hold for the chapter, and for
what else the chapter takes in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from linklint.model.document import Document, WrittenLink
from linklint.site.destination import read_destination
from linklint.site.glancing import glance
from linklint.site.labels import compile_definition, normalise_label
from linklint.site.paths import extension, join
from linklint.site.profile import Read
from linklint.site.profiles.mdbook_config import MARKDOWN, Book
from linklint.site.profiles.mdbook_including import find_includes

DEFINITION = compile_definition()
DEEPEST = 10  # as MAX_LINK_NESTED_DEPTH of mdBook
FEWEST = 3  # addresses that tell where the book lies; a single one may be a mistake


class Shared(NamedTuple):
    """``labels``: for a document, labels (as ``normalise_label`` writes them) that others define for it → destination.
    ``at_top``: most addresses from the host's top that look like chapters are this book's."""

    labels: Mapping[str, Mapping[str, str]]
    at_top: bool = False

    def destination(self, path: str, label: str) -> str | None:
        """What the label leads to in a document; None where nothing taken in defines it."""
        return self.labels.get(path, {}).get(normalise_label(label))

    def links(self, path: str, document: Document) -> Iterator[WrittenLink]:
        """The uses of labels that are defined so."""
        for use in document.undefined if path in self.labels else ():
            href = self.destination(path, use.label or "")
            if href is not None:
                yield msgspec.structs.replace(use, href=href, written=href)


NOTHING = Shared({})


def find_shared(book: Book, read: Read, documents: Mapping[str, Document]) -> Shared:
    """What the documents of a book tell of it."""
    shared = Shared(_share_labels(book, read, documents))
    return shared._replace(at_top=book.base is None and _is_at_top(book, documents, shared))


def _share_labels(book: Book, read: Read, documents: Mapping[str, Document]) -> dict[str, dict[str, str]]:
    """A text that is taken in may use what whoever takes it in has; which of these shows it is not asked."""
    using = {path for path, document in documents.items() if document.undefined}
    taken = {path: _find_texts(book, path, document) for path, document in documents.items()} if using else {}
    found: dict[str, dict[str, str]] = {}
    for path in taken:
        parts = _gather(path, taken)
        users = using.intersection(parts) if len(parts) > 1 else ()
        labels = (
            {label: href for part in reversed(parts) for label, href in glance(read, part, list_definitions)}
            if users
            else {}
        )
        for user in users if labels else ():
            found[user] = {**labels, **found.get(user, {})}
    return found


def _find_texts(book: Book, path: str, document: Document) -> list[str]:
    return [part for part in find_includes(book, path, document) if extension(part) in MARKDOWN]


def _gather(path: str, taken: Mapping[str, Sequence[str]]) -> list[str]:
    """The document and all that it takes in, in the order in which it is first named."""
    found = {path: None}
    level = [path]
    for _ in range(DEEPEST):
        level = [part for each in level for part in taken.get(each, ()) if part not in found]
        found.update(dict.fromkeys(level))
    return list(found)


def list_definitions(data: bytes) -> list[tuple[str, str]]:
    """Label and destination of each definition of a text, the first one of a label last."""
    found = DEFINITION.findall(data.decode("utf-8", "replace")) if b"]:" in data else []
    return [(normalise_label(label), href) for label, href in reversed(found)]


def _is_at_top(book: Book, documents: Mapping[str, Document], shared: Shared) -> bool:
    """Whether three of four addresses that begin at the host's top and look like chapters are chapters."""
    links = (link for path, document in documents.items() for link in (*document.links, *shared.links(path, document)))
    written = {link.href for link in links if link.href.startswith("/") and not link.href.startswith("//")}
    named = {read_destination(href).path for href in written}
    sources = {path.rpartition(".")[0] + ".md" for path in named if extension(path) in (*MARKDOWN, "html")}
    ours = sum(join(book.source, source.lstrip("/")) in book.chapters for source in sources)
    return ours >= FEWEST and ours * 4 >= len(sources) * 3
