"""From a token to a written link: which syntax it is, what destination is written where."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from markdown_it.common.utils import normalizeReference
from markdown_it.token import Token

from linklint.model.document import WrittenLink
from linklint.source.lines import Lines
from linklint.source.markdown.blank_destinations import parseLinkDestination
from linklint.source.markdown.definitions import Definition
from linklint.source.markdown.offsets import Origin

_SPACE = re.compile(r"[ \t\n]*")


class Draft(NamedTuple):
    """A Markdown link or image before its text is known. Offsets are the file's; ``destination`` and ``definition``
    are (start, end) or None. ``before``: how many texts of the document stand before it."""

    syntax: str
    element: str
    href: str
    start: int
    end: int
    destination: tuple[int, int] | None
    definition: tuple[int, int] | None = None
    label: str | None = None
    title: str | None = None
    block: str = "body"
    before: int = 0

    def finish(
        self, file: str, lines: Lines, text: str, only_images: bool, landmark: str | None, section: int, word: int
    ) -> WrittenLink:
        """The link, with what readers see of it."""
        syntax, element, href, start, end, destination, definition, label, title, block, _ = self
        return WrittenLink(
            syntax,
            element,
            href,
            file[destination[0] : destination[1]] if destination else "",
            text,
            lines.pack(start, end, destination, definition) if definition else lines.pack(start, end, destination),
            label,
            title,
            only_images=only_images,
            landmark=landmark,
            block=block,
            section=section,
            word=word,
        )


def draft_link(
    token: Token, content: str, origin: Origin, definitions: Mapping[str, Definition], block: str, before: int
) -> Draft:
    """The draft of a ``link_open`` or ``image`` token found in ``content``."""
    start, end = token.meta["start"], token.meta["end"]
    image = token.type == "image"
    href = str(token.attrs["src" if image else "href"])
    title = token.attrs.get("title")
    draft = Draft(
        "image" if image else "inline",
        "img" if image else "a",
        href,
        origin.start(start),
        origin.end(end),
        None,
        title=str(title) if title is not None else None,
        block=block,
        before=before,
    )
    if "destination" in token.meta:
        syntax = token.info if token.info in ("wikilink", "role") else draft.syntax
        return draft._replace(syntax=syntax, destination=_place(origin, *token.meta["destination"]))
    if token.info == "auto":
        angle = token.markup == "autolink"
        return draft._replace(syntax="autolink", destination=_place(origin, start + angle, end - angle))
    label_end = start + 2 + len(token.content) if image else token.meta["label_end"]
    if content[end - 1] == ")":
        return draft._replace(destination=_place(origin, *_find_destination(content, label_end + 2, end)))
    label = _find_label(content, start + 1 + image, label_end, end)
    definition = definitions.get(normalizeReference(label))
    if definition is None:
        return draft._replace(syntax="image" if image else "reference", label=label)
    return draft._replace(
        syntax="image" if image else "reference",
        label=label,
        destination=(definition.destination_start, definition.destination_end),
        definition=(definition.start, definition.end),
    )


def _find_label(content: str, label_start: int, label_end: int, end: int) -> str:
    """The label of a reference that ends at ``end``: its second brackets if they hold anything, else the first."""
    if content[label_end + 1 : label_end + 2] == "[" and end > label_end + 3:
        return content[label_end + 2 : end - 1]
    if end > label_end + 3:
        # markdown-it also takes "[text](not a destination[label]" for a full reference.
        return content[content.rindex("[", label_end, end) + 1 : end - 1]
    return content[label_start:label_end]


def _find_destination(content: str, position: int, end: int) -> tuple[int, int]:
    space = _SPACE.match(content, position, end)
    start = space.end() if space else position
    found = parseLinkDestination(content, start, end)  # that it is a link is known, so what it says is all of it
    if not found.ok:
        return start, start
    angle = content[start] == "<"
    return start + angle, found.pos - angle


def _place(origin: Origin, start: int, end: int) -> tuple[int, int]:
    first = origin.start(start)
    return first, origin.end(end) if end > start else first


def render_alt(tokens: Sequence[Token]) -> str:
    """The text of an image's description, as the ``alt`` attribute shows it."""
    parts: list[str] = []
    for token in tokens:
        if token.type == "image":
            parts.append(render_alt(token.children or ()))
        elif token.type in ("softbreak", "hardbreak"):
            parts.append("\n")
        elif token.type != "html_inline":
            parts.append(token.content)
    return "".join(parts)
