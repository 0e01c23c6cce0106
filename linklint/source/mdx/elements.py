"""JSX elements: which tag closes which, and in which part of the page everything stands."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from linklint.source.html.places import Place, enter
from linklint.source.mdx.pieces import Piece, Tag

NOWHERE = Place()
"""The place of what stands in no element that counts."""


class Element(NamedTuple):
    """An element from ``start`` to ``end``; its contents stand from ``inner`` to ``inner_end``. One that has no end tag
    is its start tag."""

    tag: Tag
    start: int
    inner: int
    inner_end: int
    end: int


class Places:
    """The place of every offset, as far as HTML elements decide it."""

    def __init__(self) -> None:
        self._offsets = [0]
        self._places = [NOWHERE]

    def begin(self, offset: int, place: Place) -> None:
        """From ``offset`` on, everything stands in ``place``."""
        last = self._places[-1]
        if place is not last and place != last:
            self._offsets.append(offset)
            self._places.append(place)

    def at(self, offset: int) -> Place:
        """The place at an offset."""
        return self._places[bisect_right(self._offsets, offset) - 1]

    def __bool__(self) -> bool:
        return len(self._places) > 1


class _Open(NamedTuple):
    number: int
    name: str
    place: Place


def match_elements(pieces: Iterable[Piece]) -> tuple[list[Element], Places]:
    """The elements in the order of their start tags. An end tag that ends nothing is ignored."""
    elements: list[Element] = []
    places = Places()
    open_: list[_Open] = []
    counts: defaultdict[str, int] = defaultdict(int)
    for piece in pieces:
        tag = piece.tag
        if tag is None:
            continue
        if not tag.closing:
            elements.append(Element(tag, piece.start, piece.end, piece.end, piece.end))
            if not tag.self_closing:
                place = _enter(open_[-1].place if open_ else NOWHERE, tag)
                open_.append(_Open(len(elements) - 1, tag.name, place))
                counts[tag.name] += 1
                places.begin(piece.end, place)
        elif counts[tag.name]:
            while True:
                closed = open_.pop()
                counts[closed.name] -= 1
                if closed.name == tag.name:
                    break
            element = elements[closed.number]
            elements[closed.number] = element._replace(inner_end=piece.start, end=piece.end)
            places.begin(piece.start, open_[-1].place if open_ else NOWHERE)
    return elements, places


def _enter(place: Place, tag: Tag) -> Place:
    """Components are not HTML, whatever they are called."""
    if not (tag.name and tag.name[0].islower()):
        return place
    return enter(place, tag.name, tag.get("role"), aria_hidden=tag.is_aria_hidden)
