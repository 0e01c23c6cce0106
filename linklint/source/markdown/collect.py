"""Walking the tokens of a Markdown file: headings, links, words, and the projection of its raw HTML."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from markdown_it.token import Token

from linklint.source.markdown.definitions import Definition
from linklint.source.markdown.found import Inclusion, Mark, MarkdownHeading, OpenLink, Picture, draft_undefined
from linklint.source.markdown.jsx import JSX
from linklint.source.markdown.links import draft_link, draft_simple_link
from linklint.source.markdown.offsets import Origin
from linklint.source.markdown.projection import Projection
from linklint.source.markdown.simple import Part as SimplePart
from linklint.source.markdown.simple import SimpleLink
from linklint.source.masks.filling import MASKED
from linklint.source.words import FIRST_WORDS, count_words

_TAG = re.compile(r"<!--.*?(?:-->|\Z)|</?[A-Za-z][^<>]*>?", re.DOTALL)
# A paragraph that is nothing but template expressions, masked or not: a generator puts text in its place.
_MACRO = re.compile(rf"(?:\s*(?:\{{\{{[^{{}}]+\}}\}}|\{{%[^{{}}]+%\}}|{MASKED}))+\s*")
_TEXTS = frozenset({"text", "text_special", "code_inline"})
_IMAGE_TAG = re.compile(r"<img\b", re.IGNORECASE)


class Collector:
    """Keeps the walk's place: words so far, the block and the link that are open. ``macros``: text, start and end
    of each paragraph that a generator replaces. ``marks_ends``: also the end of each text is marked.
    ``ids``: ids that attributes give to elements, and where. ``opening``: the first paragraphs, up to where they have
    enough words to tell what the page is about."""

    def __init__(self, definitions: Mapping[str, Definition], *, marks_ends: bool = False) -> None:
        self.links: list[OpenLink] = []
        self.undefined: list[OpenLink] = []
        self.headings: list[MarkdownHeading] = []
        self.terms: list[MarkdownHeading] = []
        self.tabs: list[MarkdownHeading] = []
        self.ids: list[tuple[str, int]] = []
        self.macros: list[tuple[str, int, int]] = []
        self.inclusions: list[Inclusion] = []
        self.projection = Projection()
        self.words = 0
        self.opening: list[str] = []
        self._opening_words = 0
        self.marks: list[Mark] = []
        self._definitions = definitions
        self._marks_ends = marks_ends

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
        self.marks.append(Mark(origin.start(0), "body", self.words))
        self.projection.add_html(token.content, origin, 0, len(token.content))
        self.words += count_words(_TAG.sub(" ", token.content))

    def _take_inline(self, token: Token, heading: Token | None, block: str) -> None:
        """``heading``: the opening token of the heading or the term that this is the text of."""
        origin: Origin = token.meta["origin"]
        simple: list[SimplePart] | None = token.meta["simple"]
        block = "heading" if heading and heading.type == "heading_open" else block
        before = self.words
        if simple and len(simple) == 1 and isinstance(simple[0], str):
            text = own_text = simple[0]  # as most are
            self.words += count_words(text)
            self.projection.add_text(text, origin, 0)
        else:
            reader = _InlineReader(self, token, origin, block)
            if simple is None:
                self._take_children(token, heading, reader, block)
            else:
                reader.take_simple(simple)
            reader.flush_words()
            text, own_text = "".join(reader.text), "".join(reader.own_text)
        if block == "body" and not heading and "tab" not in token.meta and self._opening_words < FIRST_WORDS:
            self.opening.append(own_text)
            self._opening_words += self.words - before
        if self._marks_ends:
            self.marks.append(Mark(origin.end(len(token.content)), "body", self.words))
        if heading or "tab" in token.meta:
            end = origin.end(len(token.content)) if token.content else None
            start = token.meta.get("marker", origin.start(0))
            kind = heading.type if heading else "tab"
            level = int(heading.tag[1]) if heading and kind == "heading_open" else 0
            id_ = token.meta.get("id") or (heading.meta.get("id") if heading else None)
            last = start + level if end is None else end
            into = {"heading_open": self.headings, "dt_open": self.terms, "tab": self.tabs}[kind]
            into.append(MarkdownHeading(level, text, token.content, id_, start, last))

    def _take_children(self, token: Token, heading: Token | None, reader: _InlineReader, block: str) -> None:
        origin: Origin = token.meta["origin"]
        if not heading and _MACRO.fullmatch(token.content):
            self.macros.append((token.content, origin.start(0), origin.end(len(token.content))))
        for use in token.meta["undefined"]:
            self.undefined.append(draft_undefined(use, origin, block, self.words))
        for child in token.children or ():
            reader.take(child)

    def draft(self, token: Token, content: str, origin: Origin, block: str) -> OpenLink:
        """Begin a link or image at the current word."""
        return OpenLink(draft_link(token, content, origin, self._definitions, block, self.words), [])

    def draft_simple(self, link: SimpleLink, origin: Origin, block: str) -> OpenLink:
        """The same for one that was found without the tokenizer."""
        return OpenLink(draft_simple_link(link, origin, block, self.words), [])


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

    def take_simple(self, parts: Sequence[SimplePart]) -> None:
        """All of a content that was read without the tokenizer."""
        for part in parts:
            if isinstance(part, str):
                self._add(part)
            elif part is None:
                self._open = None
            else:
                self.flush_words()
                link = self._collector.draft_simple(part, self._origin, self._block)
                if part.image:
                    self._take_image(link, part.text, part.start, part.end)
                else:
                    self._open_link(link)

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
        self._collector.marks.append(Mark(offset, self._block, self._collector.words))
        if self._open and _IMAGE_TAG.match(token.content):
            self._open.parts.append(Picture("", offset))

    def flush_words(self) -> None:
        """Count the words read so far, so that the next link knows how many stand before it."""
        text = "".join(self._pending)
        if text:
            self._collector.words += count_words(text)
            self._collector.projection.add_text(text, self._origin, self._from)
            self._from += len(text)
            self._pending.clear()


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
