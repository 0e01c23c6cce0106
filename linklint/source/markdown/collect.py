"""Walking the tokens of a Markdown file: headings, links, words, and the projection of its raw HTML."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cached_property

from markdown_it.token import Token

from linklint.source.markdown.definitions import Definition
from linklint.source.markdown.found import (
    Inclusion,
    Mark,
    MarkdownHeading,
    OpenLink,
    Picture,
    PlacedLinks,
    draft_unmade,
)
from linklint.source.markdown.jsx import JSX
from linklint.source.markdown.links import draft_link, render_alt
from linklint.source.markdown.offsets import Origin
from linklint.source.markdown.projection import Projection
from linklint.source.markdown.simple import Content, SimpleLinks
from linklint.source.masks.filling import MASKED
from linklint.source.words import FIRST_WORDS, add_up_words

_TAG = re.compile(r"<!--.*?(?:-->|\Z)|</?[A-Za-z][^<>]*>?", re.DOTALL)
# A paragraph that is nothing but template expressions, masked or not: a generator puts text in its place.
_MACRO = re.compile(rf"(?:\s*(?:\{{\{{[^{{}}]+\}}\}}|\{{%[^{{}}]+%\}}|{MASKED}))+\s*")
_TEXTS = frozenset({"text", "text_special", "code_inline"})
_IMAGE_TAG = re.compile(r"<img\b", re.IGNORECASE)


class Collector:
    """Keeps the walk's place. ``texts``: what readers see, in order, cut where links begin. ``macros``: text, start and
    end of each paragraph that a generator replaces. ``marks_ends``: also the end of each text is marked. ``projects``:
    the document may hold raw HTML, or what else asks for the projection. ``ids``: ids that attributes give to elements,
    and where."""

    def __init__(
        self, definitions: Mapping[str, Definition], *, marks_ends: bool = False, projects: bool = True
    ) -> None:
        self.links: list[OpenLink] = []
        self.simple_links: list[PlacedLinks] = []
        self.unmade: list[OpenLink] = []
        self.headings: list[MarkdownHeading] = []
        self.terms: list[MarkdownHeading] = []
        self.tabs: list[MarkdownHeading] = []
        self.ids: list[tuple[str, int]] = []
        self.macros: list[tuple[str, int, int]] = []
        self.inclusions: list[Inclusion] = []
        self.projection = Projection()
        self.texts: list[str] = []
        self._paragraphs: list[tuple[int, int, Sequence[str]]] = []
        self.marks: list[Mark] = []
        self.definitions = definitions
        self._marks_ends = marks_ends
        self._projects = projects

    @cached_property
    def words(self) -> list[int]:
        """How many words stand before each of the texts, and how many there are."""
        return add_up_words(self.texts)

    def walk(self, tokens: Sequence[Token], notes: Mapping[str, int]) -> None:
        """Take in all tokens. ``notes`` maps each footnote's label to its number, negative when nothing refers to it:
        such a footnote is not shown, so neither are its links."""
        tables = hidden = 0
        heading: Token | None = None
        for index, token in enumerate(tokens):
            if token.type == "inline":
                if not hidden and "origin" in token.meta:
                    self._take_inline(token, heading, "table" if tables else "body")
            elif token.type == "footnote_reference_open":
                hidden += 1 if hidden or notes.get(":" + token.meta["label"], 0) < 0 else 0
            elif token.type == "footnote_reference_close":
                hidden -= 1 if hidden else 0
            elif hidden:
                continue
            elif token.type == "heading_open":
                heading = token
            elif token.type == "heading_close":
                heading = None
            elif token.tag == "table":
                tables += token.nesting
            elif token.type == "html_block":
                self._take_html_block(token)
            elif token.type == "attributes":
                self._take_attributes(token, tokens[max(index - 1, 0)], tokens[min(index + 1, len(tokens) - 1)])
            elif token.type == "noted":
                self.ids += token.meta["ids"]
                self.inclusions += token.meta["inclusions"]
            elif token.type in ("dt_open", "dt_close"):
                heading = token if token.nesting > 0 else None

    def _take_attributes(self, token: Token, before: Token, after: Token) -> None:
        """A line of attributes: they are the heading's just above it, or, after a blank line, the one's just below."""
        for name, offset in token.meta["ids"]:
            if before.type == "heading_close" and not token.meta["alone"] and not self.headings[-1].id:
                self.headings[-1] = self.headings[-1]._replace(id=name)
            elif after.type == "heading_open" and token.meta["alone"]:
                after.meta["id"] = name
            else:
                self.ids.append((name, offset))

    def _take_html_block(self, token: Token) -> None:
        origin: Origin = token.meta["origin"]
        self.marks.append(Mark(origin.start(0), "body", len(self.texts)))
        self.projection.add_html(token.content, origin, 0, len(token.content))
        self.texts.append(_TAG.sub(" ", token.content))

    def _take_inline(self, token: Token, heading: Token | None, block: str) -> None:
        """``heading``: the opening token of the heading or the term that this is the text of."""
        meta, content = token.meta, token.content
        origin: Origin = meta["origin"]
        simple: Content = meta["simple"]
        block = "heading" if heading and heading.type == "heading_open" else block
        before = len(self.texts)
        own: Sequence[str]
        if isinstance(simple, str):
            own = (simple,)  # as most are
            if simple:
                self.add_text(simple, origin, 0)
        elif simple is None:
            reader = _InlineReader(self, token, origin, block)
            self._take_children(token, heading, reader, block)
            reader.flush_words()
            own = reader.own_text
        else:
            self._take_links(simple, origin, block)
            own = simple.texts[::2]
        after = len(self.texts)
        if self._marks_ends:
            self.marks.append(Mark(origin.end(len(content)), "body", after))
        if heading or "tab" in meta:
            text = "".join(reader.text) if simple is None else simple if isinstance(simple, str) else simple.read_all()
            end = origin.end(len(content)) if content else None
            start = meta.get("marker", origin.start(0))
            kind = heading.type if heading else "tab"
            level = int(heading.tag[1]) if heading and kind == "heading_open" else 0
            id_ = meta.get("id") or (heading.meta.get("id") if heading else None)
            last = start + level if end is None else end
            into = {"heading_open": self.headings, "dt_open": self.terms, "tab": self.tabs}[kind]
            into.append(MarkdownHeading(level, text, content, id_, start, last))
        elif block == "body":
            self._paragraphs.append((before, after, own))

    @property
    def opening(self) -> str:
        """The text outside links of the first paragraphs, of so many that they hold a hundred words with those."""
        parts: list[str] = []
        count = 0
        for before, after, own in self._paragraphs:
            parts.append("".join(own))
            count += self.words[after] - self.words[before]
            if count >= FIRST_WORDS:
                break
        return " ".join(parts)

    def add_text(self, text: str, origin: Origin, position: int) -> None:
        """The next text, whose source begins at this position of its content."""
        self.texts.append(text)
        if self._projects:
            self.projection.add_text(text, origin, position)

    def _take_links(self, simple: SimpleLinks, origin: Origin, block: str) -> None:
        """The texts of a content with links. That of a link is one with what follows it, that of an image is none."""
        texts, links, ahead = simple
        counts: list[int] = []
        text = texts[0]
        position, number = 0, 1
        for _, is_image, _, start, end, _, _, _ in links:
            if text:
                self.add_text(text, origin, position)
                position += len(text)
            counts.append(len(self.texts))
            text = texts[number + 1]
            if not is_image:
                text = texts[number] + text
            else:
                if self._projects:
                    self.projection.add_text(texts[number], origin, start - ahead)
                position = end - ahead
            number += 2
        if text:
            self.add_text(text, origin, position)
        self.simple_links.append(PlacedLinks(simple, origin, block, counts))

    def _take_children(self, token: Token, heading: Token | None, reader: _InlineReader, block: str) -> None:
        origin: Origin = token.meta["origin"]
        if not heading and _MACRO.fullmatch(token.content):
            self.macros.append((token.content, origin.start(0), origin.end(len(token.content))))
        self.unmade += draft_unmade(token, origin, block, len(self.texts))
        for child in token.children or ():
            reader.take(child)

    def draft(self, token: Token, content: str, origin: Origin, block: str) -> OpenLink:
        """Begin a link or image behind the last text."""
        return OpenLink(draft_link(token, content, origin, self.definitions, block, len(self.texts)), [])


class _InlineReader:
    """Reads the children of one inline token."""

    def __init__(self, collector: Collector, token: Token, origin: Origin, block: str) -> None:
        self._collector = collector
        self._content = token.content
        self._origin = origin
        self._block = block
        self._open: OpenLink | None = None
        self._pending: list[str] = []
        self._from = 0
        self.text: list[str] = []
        self.own_text: list[str] = []
        """The text outside links: what a link says is about another page."""

    def take(self, token: Token) -> None:
        """One child."""
        if token.type in _TEXTS:
            self._add(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            self._add("\n")
        elif token.type == "link_open":
            self.flush_words()
            self._open_link(self._collector.draft(token, self._content, self._origin, self._block))
        elif token.type == "link_close":
            self._open = None
        elif token.type == "image":
            self.flush_words()
            image = self._collector.draft(token, self._content, self._origin, self._block)
            alt = token.content if token.info else render_alt(token.children or ())
            self._take_image(image, alt, token.meta["start"], token.meta["end"])
        elif token.type == "html_inline":
            self._take_html(token)
        elif token.type in ("attributes", "formula"):
            self._take_marks(token)
        elif token.type == "include":
            self._take_inclusion(token)

    def _open_link(self, link: OpenLink) -> None:
        self._open = link
        self._collector.links.append(link)

    def _add(self, text: str) -> None:
        self.text.append(text)
        self._pending.append(text)
        if self._open:
            self._open.parts.append(text)
        else:
            self.own_text.append(text)

    def _take_image(self, image: OpenLink, alt: str, start: int, end: int) -> None:
        image.parts.append(alt)
        self._collector.links.append(image)
        self._collector.projection.add_text(alt, self._origin, start)
        self._from = end
        if self._open:
            self._open.parts.append(Picture(alt))

    def _take_marks(self, token: Token) -> None:
        """Attributes and comments are not text; a formula is, without its dollars."""
        self.flush_words()
        if token.type == "formula":
            self._add(token.content)
            self.flush_words()
        ids = token.meta.get("ids", ())
        links = self._collector.links
        if ids and links and links[-1].is_bare() and links[-1].draft.end == self._origin.start(token.meta["start"]):
            links.pop()  # "[](){#id}" marks a place and leads nowhere
        self._collector.ids += [(name, self._origin.start(token.meta["start"])) for name in ids]
        self._from = token.meta["end"]

    def _take_inclusion(self, token: Token) -> None:
        self.flush_words()
        meta = token.meta
        place = self._origin.start(meta["start"]), self._origin.end(meta["end"])
        self._collector.inclusions.append(Inclusion(meta["written"], meta["kind"], meta["part"], *place))
        self._from = meta["end"]

    def _take_html(self, token: Token) -> None:
        start, end = token.meta["start"], token.meta["end"]
        self.flush_words()
        if token.info != JSX:
            self._collector.projection.add_html(self._content, self._origin, start, end)
        self._from = end
        offset = self._origin.start(start)
        self._collector.marks.append(Mark(offset, self._block, len(self._collector.texts)))
        if self._open and _IMAGE_TAG.match(token.content):
            self._open.parts.append(Picture("", offset))

    def flush_words(self) -> None:
        """End the text that was read so far, so that the next link knows what stands before it."""
        text = "".join(self._pending)
        if text:
            self._collector.add_text(text, self._origin, self._from)
            self._from += len(text)
            self._pending.clear()
