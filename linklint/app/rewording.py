"""A text that was worked on, and still says the same of links, headings and front matter: only words came, went or
changed, and things moved. What rules say of such a file, and of all others, is what they said before, at other places,
unless they asked how it is worded (``World.worded``)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeVar

import msgspec
from msgspec.structs import replace

from linklint.model.document import Document, Heading, Include, WrittenLink
from linklint.model.place import Location, Span, locate, pack_spans

NOWHERE = Span(0, 0, 1, 1, 1, 1)
Placed = TypeVar("Placed", Heading, Include)

_encode = msgspec.msgpack.Encoder(order="deterministic").encode


class Moves(msgspec.Struct, frozen=True):
    """Where things stand now that stood elsewhere in the file. ``lines``: those of the front matter's keys."""

    path: str
    places: Mapping[Location, Location]
    lines: Mapping[int, int]

    def follow(self, location: Location) -> Location | None:
        """The place now; None where it is not known. What is about the file as a whole stays where it is."""
        moved = self.places.get(location)
        if moved is not None or location.path != self.path:
            return moved or location
        if location in (Location(self.path), Location(self.path, 0, 0, 0, 0)):
            return location
        if location.line != location.end_line or location.line not in self.lines:
            return None
        line = self.lines[location.line]
        return Location(self.path, line, location.column, line, location.end_column)


def is_steady(document: Document) -> bool:
    """Whether nothing about it depends on its lines: a directive covers some, a note names one."""
    return not document.directives and not document.notes


def find_moves(path: str, before: Document, after: Document) -> Moves | None:
    """How the things of a file moved; None where more than words changed."""
    if not is_steady(before) or not is_steady(after) or _encode(unplace(before)) != _encode(unplace(after)):
        return None
    old, new = list(list_spans(before)), list(list_spans(after))
    if order_of(old) != order_of(new):
        return None
    places: dict[Location, Location] = {}
    for was, now in zip(old, new, strict=True):
        location = locate(path, now)
        if places.setdefault(locate(path, was), location) != location:
            return None
    lines: dict[int, int] = {}
    for key, line in before.front_matter_lines.items():
        if lines.setdefault(line, after.front_matter_lines[key]) != after.front_matter_lines[key]:
            return None
    return Moves(path, places, lines)


def unplace(document: Document) -> Document:
    """The document without what only tells how it is worded and where everything stands."""
    return replace(
        document,
        lines=0,
        words=document.brief,
        opening="generated, do not edit" if document.generated else "",
        title_span=document.title_span and NOWHERE,
        front_matter_lines=dict.fromkeys(document.front_matter_lines, 0),
        headings=forget_places(document.headings),
        links=tuple(map(unplace_link, document.links)),
        undefined=tuple(map(unplace_link, document.undefined)),
        mistyped=tuple(map(unplace_link, document.mistyped)),
        ids=tuple(replace(each, line=0) for each in document.ids),
        head=replace(document.head, alternates=tuple(replace(each, line=0) for each in document.head.alternates)),
        includes=forget_places(document.includes),
        terms=forget_places(document.terms),
        tabs=forget_places(document.tabs),
    )


def forget_places(things: tuple[Placed, ...]) -> tuple[Placed, ...]:
    return tuple(replace(each, span=NOWHERE) for each in things)


def unplace_link(link: WrittenLink) -> WrittenLink:
    return replace(
        link,
        spans=pack_spans(NOWHERE, link.destination and NOWHERE, link.definition and NOWHERE),
        word=0,
    )


def list_spans(document: Document) -> Iterator[Span]:
    """The places of all that may be told of, in an order that does not depend on them."""
    if document.title_span:
        yield document.title_span
    for link in (*document.links, *document.undefined, *document.mistyped):
        yield from (span for span in (link.span, link.destination, link.definition) if span)
    for heading in (*document.headings, *document.terms, *document.tabs):
        yield heading.span
    for include in document.includes:
        yield include.span


def order_of(spans: list[Span]) -> list[int]:
    """How the beginnings and the ends follow each other in the file."""
    points = [point for span in spans for point in (span.start, span.end)]
    return sorted(range(len(points)), key=points.__getitem__)
