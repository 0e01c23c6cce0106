"""A stretch of foreign syntax in a source file, and what it means."""

from __future__ import annotations

from typing import NamedTuple


class TagLink(NamedTuple):
    """A link that a tag makes by itself: ``prop`` of ``element`` is ``href``, written from ``start`` to ``end``."""

    element: str
    prop: str
    href: str
    start: int
    end: int
    text: str = ""
    title: str | None = None


class Inclusion(NamedTuple):
    """What a tag puts in its place; the fields are those of ``Include``."""

    written: str
    kind: str
    part: str | None = None


class Mask(NamedTuple):
    """From ``start`` to ``end`` stands something that Markdown never sees. ``shown``: readers see something in its
    place, so text must stand there; else it is gone from the page (a condition, a comment, the tags around a block).
    ``comment``: the inner text of a comment. ``expression``: it may stand for anything, headings and links too."""

    start: int
    end: int
    shown: bool = True
    inclusions: tuple[Inclusion, ...] = ()
    links: tuple[TagLink, ...] = ()
    comment: str | None = None
    expression: bool = False
