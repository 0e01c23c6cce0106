"""Parsing with masks, for the tests; nothing is caught here."""

from __future__ import annotations

from linklint.model.document import Dialect, Document
from linklint.source.parse import parse

EXTENSIONS = ("autolinks", "footnotes", "heading-ids", "strikethrough", "tables")


def read(text: str, *masks: str) -> Document:
    """The document; it must have been readable."""
    document = parse(text.encode(), Dialect(extensions=EXTENSIONS, masks=masks))
    assert not [note for note in document.notes if note.kind == "unreadable"]
    return document


def links(text: str, *masks: str) -> list[tuple[str, str, str]]:
    """(syntax, href, text) of each link, after checking that every span is exact."""
    found = read(text, *masks).links
    for link in found:
        if link.destination is not None:
            assert text[link.destination.start : link.destination.end] == link.written
    return [(link.syntax, link.href, link.text) for link in found]


def includes(text: str, *masks: str) -> list[tuple[str, str, str | None, int]]:
    """(kind, written, part, line) of each include."""
    return [(item.kind, item.written, item.part, item.span.line) for item in read(text, *masks).includes]
