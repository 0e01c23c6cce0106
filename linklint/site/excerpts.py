"""Partials of which a page takes only some lines."""

from __future__ import annotations

import msgspec

from linklint.model.document import Document

Ranges = tuple[tuple[int, int], ...]
"""First and last lines, both inclusive."""


def merge_ranges(known: Ranges | None, more: Ranges | None) -> Ranges | None:
    """What is taken of a file by two includes; None is all of it."""
    return None if known is None or more is None else tuple(dict.fromkeys((*known, *more)))


def is_taken(line: int, ranges: Ranges | None) -> bool:
    """Whether the line is among those that are taken."""
    return ranges is None or any(first <= line <= last for first, last in ranges)


def cut_fragments(document: Document, ranges: Ranges | None) -> Document:
    """The document with those headings, ids, terms and tabs that stand in the lines."""
    if ranges is None:
        return document
    return msgspec.structs.replace(
        document,
        headings=tuple(each for each in document.headings if is_taken(each.span.line, ranges)),
        ids=tuple(each for each in document.ids if is_taken(each.line, ranges)),
        terms=tuple(each for each in document.terms if is_taken(each.span.line, ranges)),
        tabs=tuple(each for each in document.tabs if is_taken(each.span.line, ranges)),
    )
