"""What one source file says by itself. A document depends on the file's bytes and its dialect, on nothing else."""

from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

import msgspec
from msgspec.structs import force_setattr

from linklint.model.place import Span, unpack_edges, unpack_part, unpack_span

# What is decoded by the hundred thousand shares its texts: msgspec gives the very words of a Literal.
if TYPE_CHECKING:
    Syntax: TypeAlias = str
    Block: TypeAlias = str
    Landmark: TypeAlias = str
else:
    Syntax = Literal[
        "inline", "reference", "autolink", "wikilink", "html", "image", "jsx", "shortcode", "frontmatter", "nav", "role"
    ]
    Block = Literal["body", "heading", "table"]
    Landmark = Literal["nav", "header", "footer", "aside", "main"]


FEW_WORDS = 40
INSTEAD = "onerror"
GENERATED = re.compile(
    r"generated\b.{0,80}\bdo not (?:edit|modify|change)\b|\bdo not (?:edit|modify|change)\b.{0,80}generated\b"
    r"|\bth(?:is|e) (?:doc(?:ument(?:ation)?)?|file|page) (?:is|was|has been) auto(?:matically)?[ -]?generated\b",
    re.DOTALL,
)


class Dialect(msgspec.Struct, frozen=True):
    """How a file is to be read. Part of the cache key, so it holds everything that changes a document.

    ``syntax`` is ``markdown``, ``html`` or ``yaml`` (a page of fields, some of which hold Markdown). ``extensions`` are
    sorted names of syntax extensions of Markdown (``tables``, ``strikethrough``, ``footnotes``, ``autolinks``,
    ``wikilinks``, ``heading-ids``, ``alerts``, ``docfx``, ``filled-links``, …).
    ``front_matter`` are the formats looked for (``yaml``, ``texts``, ``toml``, ``json``, ``fenced-json``;
    ``blank-lines``: also below such; ``last-counts``: of a key that stands twice the last value is taken).
    ``masks`` name the foreign syntaxes that are blanked at equal length before parsing (``liquid``, ``hugo``,
    ``jinja``, ``vue``, … in ``source.masks``).
    """

    syntax: str = "markdown"
    extensions: tuple[str, ...] = ()
    front_matter: tuple[str, ...] = ("yaml",)
    masks: tuple[str, ...] = ()


class WrittenLink(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One link or image as its author wrote it.

    syntax        inline, reference, autolink, wikilink, html, image, jsx, shortcode, role (later frontmatter). An
                  image of Markdown is ``image``; an ``<img>`` is ``html`` with ``element`` ``img``.
    element       what a browser gets: ``a``, ``area`` or ``img``, or in an HTML page ``iframe`` or ``frame``: a page
                  that is shown inside this one. Frames have no text.
    href          destination with backslash escapes and entities decoded; percent-encoding as written. Empty for an
                  undefined reference.
    written       the destination exactly as it stands in the source.
    text          what readers see: rendered inline text, white space collapsed, images by their alt text.
    spans         the places of the link, packed (``model.place.pack_spans``). span: the whole link (the use, for a
                  reference). destination: the span of ``written`` (in the definition, for a reference); None where
                  the destination has no text of its own in the file. definition: of a reference, the span of its
                  definition.
    label         of a reference: the label as written.
    title         the title attribute; ``aria_label`` likewise; ``rel`` in lower case, split at white space.
    only_images   the link's content is nothing but images.
    crawlable     False for an ``<a>`` that search engines cannot follow: no href (and no id or name that makes it a
                  fragment target), a ``javascript:`` href, an href that a script fills in.
    block         ``body``, ``heading`` or ``table``. ``landmark``: nearest of nav, header, footer, aside, main; None.
    section       index into ``Document.headings`` of the heading above (its own, in a heading); -1 before the first.
    word          words of the document that stand before the link.
    prop          of a component: the property that holds the destination (``href``, ``to``, ``link``, …), with
                  ``element`` its name as written. Which components are links is the site's to decide. Of an ``<img>``
                  with a script for the case that the picture is missing: ``onerror``.
    made          nobody wrote the text: a script, a component or a template makes one, and what readers see is not
                  known (``text`` is empty), or a menu shows the title of the target.
    code          ``text`` is one piece of inline code and nothing else.
    aria_hidden   it is, or stands in, an HTML or JSX element with ``aria-hidden="true"``: screen readers pass it over.
    """

    syntax: Syntax
    element: str
    href: str
    written: str
    text: str
    spans: bytes
    label: str | None = None
    title: str | None = None
    aria_label: str | None = None
    rel: tuple[str, ...] = ()
    only_images: bool = False
    crawlable: bool = True
    block: Block = "body"
    landmark: Landmark | None = None
    section: int = -1
    word: int = 0
    prop: str | None = None
    made: bool = False
    code: bool = False
    aria_hidden: bool = False

    def __post_init__(self) -> None:
        """Keeps equal texts once: sites say the same words about the same destinations again and again."""
        given, written, text = self.href, self.written, self.text
        href = sys.intern(given)
        if href is not given:
            force_setattr(self, "href", href)
        if written is not href and written == href:
            force_setattr(self, "written", href)
        kept = sys.intern(text)
        if kept is not text:
            force_setattr(self, "text", kept)

    @property
    def span(self) -> Span:
        return unpack_span(self.spans)

    @property
    def start(self) -> int:
        """Where the link begins: ``span.start``."""
        return int.from_bytes(self.spans[:4], "little")

    @property
    def edges(self) -> tuple[int, int, int, int]:
        """Where it begins and ends (offsets), and on which lines, at once: for whoever asks many links."""
        return unpack_edges(self.spans)

    @property
    def destination(self) -> Span | None:
        return unpack_part(self.spans, 1)

    @property
    def definition(self) -> Span | None:
        return unpack_part(self.spans, 2)


class Heading(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A heading. ``text`` is rendered inline text; ``raw`` the source between the markers (some sites slug that);
    ``id`` the explicit id (``{#id}``, or the id attribute of an HTML heading); empty for a JSX element without one."""

    level: int
    text: str
    raw: str
    id: str | None
    span: Span

    def __post_init__(self) -> None:
        """Keeps equal texts once."""
        if self.raw == self.text:
            force_setattr(self, "raw", self.text)


class ElementId(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """An ``id`` (or the ``name`` of an ``<a>``) of any element but a Markdown heading: a fragment target."""

    id: str
    line: int


class Directive(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A suppression. ``kind``: ``next-line``, ``line``, ``range``, ``file``. It covers the lines ``first`` to ``last``
    (inclusive; of a file directive: 1 to the last line). ``rules`` empty: all rules (blanket). ``until``: ISO date,
    the last day on which it holds. ``problem``: what is wrong with the directive's own syntax; such a directive
    suppresses nothing."""

    kind: str
    rules: tuple[str, ...]
    reason: str | None
    until: str | None
    span: Span
    first: int
    last: int
    problem: str | None = None


class Note(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Something that could not be read as it stands. ``kind``: unreadable, encrypted, too-large, encoding,
    nul, lone-cr, nesting, front-matter, front-matter-type, repeated-key, timeout."""

    kind: str
    message: str
    line: int = 1
    column: int = 1


class Include(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """Another file whose text appears in this document. ``written`` is its name as it stands in the source, ``kind``
    the syntax: import, snippet, include (include-relative: beginning at this file's folder); code: a file shown as
    it is; component: an import of code; generator, shortcode: a tag, ``written`` with its arguments, that makes
    something; macro: a template expression that is a paragraph by itself; server: a server-side include;
    template: a script that is one, ``written`` its type. ``part`` is what is taken of it (lines, a region, the imported
    names), None: all."""

    written: str
    kind: str
    span: Span
    part: str | None = None


class Alternate(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A ``<link rel=alternate hreflang>``."""

    lang: str
    href: str
    line: int


class Head(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What an HTML head says of the page."""

    base: str | None = None
    canonical: str | None = None
    robots: tuple[str, ...] = ()
    alternates: tuple[Alternate, ...] = ()
    refresh: str | None = None


class Document(msgspec.Struct, frozen=True, array_like=True):
    """One source file, read. ``title`` is the front matter's, else (HTML) the title element's, else the first level 1
    heading's; ``title_span`` is where it stands. ``undefined`` are uses of reference labels that nothing defines (full
    and collapsed forms only; a shortcut is plain text); ``mistyped`` are links that a slip keeps from being any, such
    as a blank between text and address. ``front_matter`` holds JSON types only;
    ``front_matter_lines`` maps each top-level key to its line. ``lines`` is the number of lines;
    ``includes`` what the document takes from other files, in order. ``terms`` are those of definition lists and
    ``tabs`` the titles of content tabs, as headings of level 0: some sites give ids to them. ``opening`` are the first
    100 words of the text, without headings, tables, blocks of code and links: what those say is about other pages.
    ``remark`` is the beginning of the comment that the text begins with."""

    syntax: str
    lines: int
    words: int
    title: str | None = None
    title_span: Span | None = None
    description: str | None = None
    lang: str | None = None
    front_matter: dict[str, Any] | None = None
    front_matter_lines: dict[str, int] = {}
    headings: tuple[Heading, ...] = ()
    links: tuple[WrittenLink, ...] = ()
    undefined: tuple[WrittenLink, ...] = ()
    ids: tuple[ElementId, ...] = ()
    directives: tuple[Directive, ...] = ()
    notes: tuple[Note, ...] = ()
    head: Head = Head()
    includes: tuple[Include, ...] = ()
    terms: tuple[Heading, ...] = ()
    tabs: tuple[Heading, ...] = ()
    opening: str = ""
    remark: str = ""
    mistyped: tuple[WrittenLink, ...] = ()

    @property
    def generated(self) -> bool:
        """Whether it says on top that a program writes it: what somebody adds by hand, the next run takes away."""
        text = " ".join([*(heading.text for heading in self.headings[:2]), self.opening, self.remark]).lower()
        return "generated" in text and GENERATED.search(text) is not None  # few pages hold the word

    @property
    def brief(self) -> bool:
        """Whether there are few words."""
        return self.words <= FEW_WORDS
