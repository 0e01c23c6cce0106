"""What the walk over the tokens finds, as long as the texts of links and the places in the file are not worked out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from markdown_it.token import Token

from linklint.source.markdown.links import Draft
from linklint.source.markdown.mistyped import Mistyped
from linklint.source.markdown.offsets import Origin
from linklint.source.markdown.simple import SimpleLinks
from linklint.source.markdown.undefined import Undefined


class Picture(NamedTuple):
    """An image in a link's text: its description. ``tag``: file offset of a raw ``<img>``, whose description is known
    only after the HTML is parsed; else -1."""

    text: str
    tag: int = -1


class OpenLink(NamedTuple):
    """A draft with the parts of its text. Those of an image are its description."""

    draft: Draft
    parts: list[str | Picture]

    def is_bare(self) -> bool:
        """Whether it has neither text nor destination."""
        return not self.parts and not self.draft.href


class PlacedLinks(NamedTuple):
    """The links of a content that was read without the tokenizer. ``before``: how many texts of the document stand
    before each."""

    found: SimpleLinks
    origin: Origin
    block: str
    before: list[int]


class Mark(NamedTuple):
    """From file offset ``start`` on, raw HTML stands in such a block, after so many texts of the document."""

    start: int
    block: str
    texts: int


class Inclusion(NamedTuple):
    """A file that is named to be put in here; offsets are the file's, the rest is as in ``Include``."""

    written: str
    kind: str
    part: str | None
    start: int
    end: int


class MarkdownHeading(NamedTuple):
    """A heading; offsets are the file's."""

    level: int
    text: str
    raw: str
    id: str | None
    start: int
    end: int


def draft_unmade(token: Token, origin: Origin, block: str, before: int) -> Iterator[OpenLink]:
    """The links that were meant in a text and are none: uses of labels, and those that a slip keeps from being any,
    which have no label."""
    for use in token.meta["undefined"]:
        yield draft_undefined(use, origin, block, before)
    for slip in token.meta["mistyped"]:
        yield draft_mistyped(slip, token.content, origin, block, before)


def draft_undefined(use: Undefined, origin: Origin, block: str, before: int) -> OpenLink:
    """A use of a label that nothing defines, as the link that it was meant to be."""
    draft = Draft(
        "image" if use.image else "reference",
        "img" if use.image else "a",
        "",
        origin.start(use.start),
        origin.end(use.end),
        None,
        label=use.label or use.text,
        block=block,
        before=before,
    )
    return OpenLink(draft, [use.text])


def draft_mistyped(found: Mistyped, content: str, origin: Origin, block: str, before: int) -> OpenLink:
    """A link that a slip keeps from being one, as it was meant to be."""
    first, last = found.address
    draft = Draft(
        "image" if found.image else "inline",
        "img" if found.image else "a",
        content[first:last],
        origin.start(found.start),
        origin.end(found.end),
        (origin.start(first), origin.end(last)),
        block=block,
        before=before,
    )
    return OpenLink(draft, [found.text])
