"""References by label, ``\\@ref(fig:data)``, and by id, ``[text](#data)``: both lead to any chapter of the book
(https://bookdown.org/yihui/bookdown/cross-references.html)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import quote, unquote

from linklint.model.document import Document, Heading, WrittenLink
from linklint.site.fragments import FURTHER, Verdict
from linklint.site.glancing import glance
from linklint.site.paths import below
from linklint.site.profile import Read, Standing
from linklint.site.profiles.bookdown.settings import Book
from linklint.site.profiles.quarto import fragments as pandoc
from linklint.site.profiles.quarto.references import REFERENCE, find_titles

LABEL = re.compile(rb"\(\\?#([A-Za-z]{1,12}:[\w.:/\-]{1,200})\)")


class References(NamedTuple):
    """``pages``: id or label → the chapter that has it. ``open``: code may write further ones. ``titles``: text of a
    heading → its id: those are references as well (https://pandoc.org/MANUAL.html#extension-implicit_header_references)."""

    pages: Mapping[str, str] = {}
    open: bool = False
    titles: Mapping[str, str] = {}


def learn_references(
    book: Book, read: Read, parts: Mapping[str, list[str]], documents: Mapping[str, Document]
) -> References:
    """What the chapters define. ``parts``: chapter → the files that it is made of. Equal ids of the book are numbered
    in its order."""
    found: dict[str, str] = {}
    headings: list[Heading] = []
    owners: list[str] = []
    for path in book.chapters:
        for file in parts.get(path, ()):
            headings += documents[file].headings
            owners += [path] * len(documents[file].headings)
            labels = [element.id for element in documents[file].ids]
            for label in (*labels, *glance(read, file, list_labels)):
                found.setdefault(label, path)
    slugs = pandoc.slug_headings(headings)
    for slug, path in zip(slugs, owners, strict=True):
        found.setdefault(slug, path)
    read_files = [documents[file] for files in parts.values() for file in files]
    is_open = any(pandoc.makes_text(each, "ids") for each in read_files) or any(
        pandoc.lacks_parts([documents[file] for file in files]) for files in parts.values()
    )
    return References(found, is_open, find_titles(headings, slugs))


def list_labels(data: bytes) -> tuple[str, ...]:
    """The labels that stand in a text by themselves, behind formulas and in captions."""
    return tuple(match[1].decode() for match in LABEL.finditer(data)) if b"#" in data else ()


def rewrite(book: Book, references: References, standing: Standing) -> str:
    """The destination, that of a label or an id being the chapter that has it."""
    written = standing.written
    href = written.href
    if written.syntax == "role" and href.startswith(REFERENCE):
        label = href[len(REFERENCE) :]
    elif href.startswith("#") and len(href) > 1:
        label = unquote(href[1:])
    else:
        return href
    for each in (label, label.partition(":")[2]):
        page = references.pages.get(each) if each else None
        if page is not None:
            return f"#{KNOWN}" if page == standing.page else f"/{quote(below(page, book.folder))}#{KNOWN}"
    return f"#{quote(label)}"


KNOWN = "top"
"""The place is known, so nothing is to be asked of the page."""


def judge(references: References, fragment: str, fragments: frozenset[str] | None, written: WrittenLink) -> Verdict:
    """As browsers do, with the ids of the whole book, which numbers some of them."""
    if fragment in references.pages or fragment.partition(":")[2] in references.pages:
        return Verdict("ok")
    if fragments is not None and references.open:
        fragments |= {FURTHER, pandoc.LABELS}
    return pandoc.judge(fragment, fragments, written)
