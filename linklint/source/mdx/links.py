"""The links that JSX elements make: ``<a href>``, ``<Link to>``, ``<Card href>``, ``<img src>``.

Which components are links only the site can know, so every element with a property that may be a destination is told.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from linklint.model.document import WrittenLink
from linklint.model.place import Span, pack_spans
from linklint.source.lines import Lines
from linklint.source.markdown.collect import Collector
from linklint.source.markdown.found import Mark
from linklint.source.mdx.elements import Element, Places
from linklint.source.mdx.masking import Fillings
from linklint.source.mdx.pieces import Attribute, Tag

_PROPERTIES = frozenset({"href", "to", "link", "url", "slugs"})
_PICTURE = re.compile(r"(?:.*\.)?(?:img|\w*image)", re.IGNORECASE)
_NOT_TEXT = re.compile(r"<[^<>]*+>|\{[^{}]*+\}")
LONGEST_TEXT = 4_000
"""Characters of an element that are read for its text: elements may stand in elements, thousands deep."""
_TITLES = ("title", "label", "text", "name")


class LinkReader:
    """Reads links from elements. ``found`` is what the Markdown holds: its rendered text, everything at its own offset,
    with the fillers of expressions; ``images`` are the descriptions of ``<img>`` tags by their offsets."""

    def __init__(
        self,
        text: str,
        lines: Lines,
        found: Collector,
        fillings: Fillings,
        places: Places,
        images: Mapping[int, str],
    ) -> None:
        self._text = text
        self._lines = lines
        self._found = found
        self._show = fillings.show
        self._mark_starts = [mark.start for mark in found.marks]
        self._places = places
        self._images = images
        self._image_starts = sorted(images)

    @cached_property
    def _projection(self) -> str:
        return self._found.projection.text()

    def read(self, element: Element, headings: Sequence[int]) -> Iterator[WrittenLink]:
        """One link for each destination of an element. ``headings``: where sections begin."""
        destinations = list(_destinations(element.tag))
        text, only_images = self.read_text(element) if destinations else ("", False)
        for attribute in destinations:
            yield self._link(element, attribute, text, only_images, headings)

    def read_nested(self, element: Element, headings: Sequence[int]) -> Iterator[WrittenLink]:
        """The links of an element in JavaScript, whose contents are not parsed. Only strings are told: an expression
        may become anything there."""
        for attribute in _destinations(element.tag):
            if not attribute.expression:
                inner = self._text[element.inner : min(element.inner_end, element.inner + LONGEST_TEXT)]
                yield self._link(element, attribute, " ".join(_NOT_TEXT.sub(" ", inner).split()), False, headings)

    def read_text(self, element: Element) -> tuple[str, bool]:
        """What readers see of an element's contents, and whether it is nothing but images."""
        first = bisect_left(self._image_starts, element.inner)
        end = min(element.inner_end, element.inner + LONGEST_TEXT)
        starts = self._image_starts[first : bisect_left(self._image_starts, end)]
        parts: list[str] = []
        position = element.inner
        for start in starts:
            parts += (self._show(self._projection[position:start]), self._images[start])
            position = start
        parts.append(self._show(self._projection[position:end]))
        return " ".join("".join(parts).split()), bool(starts) and not any(part.strip() for part in parts[::2])

    def span(self, element: Element) -> Span:
        """The whole element."""
        return self._lines.span(element.start, element.end)

    def _link(
        self, element: Element, attribute: Attribute, text: str, only_images: bool, headings: Sequence[int]
    ) -> WrittenLink:
        tag = element.tag
        title = tag.get("title")
        if tag.name == "img" or attribute.name == "src":
            text, only_images = " ".join((tag.get("alt") or "").split()), False
        elif not tag.name.islower():
            text = next((value for name in _TITLES if (value := tag.get(name))), text)
        index = bisect_right(self._mark_starts, element.start) - 1
        mark = self._found.marks[index] if index >= 0 else Mark(0, "body", 0)
        place = self._places.at(element.start)
        href = attribute.value
        return WrittenLink(
            "jsx",
            tag.name,
            href,
            self._text[attribute.start : attribute.end],
            " ".join(text.split()),
            pack_spans(self.span(element), self._lines.span(attribute.start, attribute.end)),
            title=title,
            aria_label=tag.get("aria-label"),
            rel=tuple((tag.get("rel") or "").lower().split()),
            only_images=only_images,
            crawlable=not href.strip().lower().startswith("javascript:"),
            block=mark.block if place.block == "body" else place.block,
            landmark=place.landmark,
            section=bisect_right(headings, element.start) - 1,
            word=self._found.words[mark.texts],
            prop=attribute.name,
            aria_hidden=tag.is_aria_hidden or place.aria_hidden,
        )


def has_destination(tag: Tag) -> bool:
    """Whether the tag's element is a link."""
    return next(_destinations(tag), None) is not None


def _destinations(tag: Tag) -> Iterator[Attribute]:
    for attribute in tag.attributes:
        if attribute.value and (
            attribute.name in _PROPERTIES or (attribute.name == "src" and _PICTURE.fullmatch(tag.name))
        ):
            yield attribute
