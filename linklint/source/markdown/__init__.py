"""Markdown: one file's text to its headings, links, words and notes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from operator import attrgetter
from typing import NamedTuple

import msgspec
from markdown_it.common.utils import normalizeReference

from linklint.model.document import Dialect, ElementId, Heading, Include, Note, WrittenLink
from linklint.model.place import Span
from linklint.source.directives import DirectiveComment
from linklint.source.html import HtmlParts, parse_html
from linklint.source.lines import Lines
from linklint.source.markdown.collect import Collector
from linklint.source.markdown.found import MarkdownHeading, OpenLink, Picture, PlacedLinks
from linklint.source.markdown.html_elements import find_left_ids
from linklint.source.markdown.landmarks import Landmarks
from linklint.source.markdown.offsets import Body
from linklint.source.markdown.parser import MAX_NESTING, parse_tokens
from linklint.source.markdown.projection import show
from linklint.source.markdown.verbatim import read_fences
from linklint.source.words import cut_words

_get_start = attrgetter("start")


class MarkdownParts(NamedTuple):
    """What the body of a Markdown file holds, in file order."""

    headings: tuple[Heading, ...]
    links: tuple[WrittenLink, ...]
    undefined: tuple[WrittenLink, ...]
    mistyped: tuple[WrittenLink, ...]
    ids: tuple[ElementId, ...]
    comments: tuple[DirectiveComment, ...]
    words: int
    notes: tuple[Note, ...]
    includes: tuple[Include, ...] = ()
    terms: tuple[Heading, ...] = ()
    tabs: tuple[Heading, ...] = ()
    opening: str = ""
    refresh: str | None = None


def parse_markdown(text: str, lines: Lines, body_start: int, dialect: Dialect) -> MarkdownParts:
    """The parts of ``text`` from offset ``body_start`` on. ``text`` is the whole file, so that all spans are its own.

    Raises whatever markdown-it raises on input that nobody has met yet; ``parse`` turns that into a note.
    """
    tokens, env = parse_tokens(Body(text, body_start), dialect.extensions)
    collector = Collector(env["definitions"], projects="<" in text)
    collector.walk(tokens, env.get("footnotes", {}).get("refs", {}))
    if "html-elements" in dialect.extensions and "<" in text:
        collector.ids.extend(find_left_ids(tokens, lines, body_start))
    return Assembly(text, lines, collector).assemble(env["too_deep"])


class Assembly:
    """Puts together what Markdown and its raw HTML say. ``image_texts``: descriptions of images that are neither, by
    their offsets."""

    def __init__(
        self, text: str, lines: Lines, collector: Collector, image_texts: Mapping[int, str] | None = None
    ) -> None:
        self._text = text
        self._lines = lines
        self._collector = collector
        projection = collector.projection.text() if collector.projection.has_html else ""
        self._html = parse_html(projection, lines) if projection else HtmlParts()
        self._landmarks = Landmarks(projection)
        self._has_landmarks = bool(self._landmarks)
        self._image_texts = {link.start: show(link.text) for link in self._html.links if link.element == "img"}
        self._image_texts.update(image_texts or {})
        self._headings = self._merge_headings()
        self._heading_starts = [heading.span.start for heading in self._headings]
        self._marks = [mark.start for mark in collector.marks]
        self._images = sorted(self._find_images()) if self._html.links else []

    def assemble(self, too_deep: int | None) -> MarkdownParts:
        """All parts; ``too_deep`` is the offset at which the limit of nesting was hit."""
        links = [self._finish(link) for link in self._collector.links]
        for found in self._collector.simple_links:
            self._finish_simple(found, links)
        links += [self._adopt(link) for link in self._html.links]
        unmade = sorted((self._finish(each) for each in self._collector.unmade), key=_get_start)
        return MarkdownParts(
            self._headings,
            tuple(sorted(links, key=_get_start)),
            tuple(link for link in unmade if link.label is not None),
            tuple(link for link in unmade if link.label is None),
            self._merge_ids(),
            self._html.comments,
            self._collector.words[-1],
            (*(() if too_deep is None else (self._describe_nesting(too_deep),)), *self._html.notes),
            self._find_includes(),
            self._place_headings(self._collector.terms),
            self._place_headings(self._collector.tabs),
            cut_words(self._collector.opening),
            self._html.page.head.refresh,
        )

    def _find_includes(self) -> tuple[Include, ...]:
        macros = [Include(text, "macro", self._lines.span(*place)) for text, *place in self._collector.macros]
        files = [
            Include(found.written, found.kind, self._lines.span(found.start, found.end), found.part)
            for found in self._collector.inclusions
        ]
        return tuple(sorted([*macros, *files], key=lambda include: include.span.start) if files else macros)

    def _merge_ids(self) -> tuple[ElementId, ...]:
        written = [ElementId(name, self._lines.position(offset)[0]) for name, offset in self._collector.ids]
        return (
            tuple(sorted([*written, *self._html.ids], key=lambda element: element.line)) if written else self._html.ids
        )

    def _place_headings(self, headings: Iterable[MarkdownHeading]) -> tuple[Heading, ...]:
        return tuple(
            Heading(heading.level, heading.text, heading.raw, heading.id, self._lines.span(heading.start, heading.end))
            for heading in headings
        )

    def _merge_headings(self) -> tuple[Heading, ...]:
        written = self._place_headings(self._collector.headings)
        raw = [
            msgspec.structs.replace(heading, text=show(heading.text), raw=show(heading.raw))
            for heading in self._html.headings
        ]
        return tuple(sorted([*written, *raw], key=lambda heading: heading.span.start))

    def _finish(self, link: OpenLink) -> WrittenLink:
        draft, parts = link
        only_images = False
        first = parts[0] if len(parts) == 1 else None
        if isinstance(first, str):
            shown = first
        else:
            shown = "".join(part if isinstance(part, str) else self._describe(part) for part in parts)
            only_images = any(isinstance(part, Picture) for part in parts)
            only_images = only_images and not any(part.strip() for part in parts if isinstance(part, str))
        landmark = self._landmarks.at(draft.start) if self._has_landmarks else None
        section = bisect_right(self._heading_starts, draft.start) - 1
        word = self._collector.words[draft.before]
        return draft.finish(self._text, self._lines, " ".join(shown.split()), only_images, landmark, section, word)

    def _finish_simple(self, found: PlacedLinks, into: list[WrittenLink]) -> None:
        """Appends the links of a content that was read without the tokenizer: what is written is the destination."""
        (texts, links, ahead), origin, block, before = found
        words, lines = self._collector.words, self._lines
        shift = (origin.base or 0) - ahead
        section = self._find_section(origin.start(0))
        landmark = None
        for number, (syntax, is_image, href, start, end, first, title, label) in enumerate(links):
            last = first + len(href)
            if origin.base is not None:
                start, first, last, end = start + shift, first + shift, last + shift, end + shift
            else:
                start, end = origin.start(start + shift), origin.end(end + shift)
                if label is None:
                    first, last = origin.start(first + shift), origin.end(last + shift)
            if self._has_landmarks:
                landmark = self._landmarks.at(start)
            if label is None:
                written, spans = href, lines.pack(start, end, (first, last))
            else:
                defined = self._collector.definitions[normalizeReference(label)]
                first, last = defined.destination_start, defined.destination_end
                written = self._text[first:last]
                spans = lines.pack(start, end, (first, last), (defined.start, defined.end))
            into.append(
                WrittenLink(
                    syntax,
                    "img" if is_image else "a",
                    href,
                    written,
                    " ".join(texts[2 * number + 1].split()),
                    spans,
                    label,
                    title,
                    None,
                    (),
                    False,
                    True,
                    block,
                    landmark,
                    section,
                    words[before[number]],
                )
            )

    def _find_images(self) -> Iterator[tuple[int, str]]:
        """Where the images of Markdown stand, with their descriptions."""
        for link in self._collector.links:
            if link.draft.element == "img":
                yield link.draft.start, str(link.parts[0])
        for (texts, links, ahead), origin, _, _ in self._collector.simple_links:
            for number, (_, is_image, _, start, *_) in enumerate(links):
                if is_image:
                    yield origin.start(start - ahead), texts[2 * number + 1]

    def _describe(self, picture: Picture) -> str:
        return self._image_texts.get(picture.tag, "") if picture.tag >= 0 else picture.text

    def _adopt(self, link: WrittenLink) -> WrittenLink:
        """A link of the raw HTML as it stands in this file: text, block, words before it, Markdown images inside it."""
        mark = self._collector.marks[bisect_right(self._marks, link.start) - 1]
        text = show(link.text)
        code = read_fences(self._text[link.start : link.span.end]) if not text and link.element == "a" else ""
        return msgspec.structs.replace(
            link,
            text=text or code,
            written=self._text[link.destination.start : link.destination.end] if link.destination else "",
            only_images=not code and (link.only_images or self._is_of_images(link.span, text)),
            block=mark.block if link.block == "body" else link.block,
            word=self._collector.words[mark.texts],
            section=self._find_section(link.start),
        )

    def _is_of_images(self, span: Span, text: str) -> bool:
        first = bisect_left(self._images, (span.start, ""))
        inside = self._images[first : bisect_left(self._images, (span.end, ""))]
        return bool(inside) and "".join(text.split()) == "".join("".join(alt.split()) for _, alt in inside)

    def _find_section(self, start: int) -> int:
        return bisect_right(self._heading_starts, start) - 1

    def _describe_nesting(self, offset: int) -> Note:
        message = f"blocks or brackets are nested more than {MAX_NESTING} deep; links inside them are not seen"
        return Note("nesting", message, *self._lines.position(offset))
