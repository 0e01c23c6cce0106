"""An HTML text, whole or raw in a Markdown file, to its links, headings, ids and comments."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from linklint.model.document import INSTEAD, ElementId, Heading, Include, Note, WrittenLink
from linklint.model.place import Span
from linklint.source.directives import DirectiveComment, read_directive
from linklint.source.html.ends import find_ends
from linklint.source.html.head import PageHead, read_head
from linklint.source.html.links import (
    collapse,
    is_crawlable,
    read_destination,
    read_rel,
    read_text_attribute,
)
from linklint.source.html.plain import list_tokens
from linklint.source.html.stamping import DEEPEST, FORMATTING, Stamped, parse_stamped
from linklint.source.html.tokens import Comment, EndTag, StartTag, Token
from linklint.source.html.walking import Found, Holder, walk
from linklint.source.lines import Lines


class HtmlParts(msgspec.Struct, frozen=True):
    """What an HTML text holds, in file order. ``title`` and ``title_span`` are the title element's."""

    links: tuple[WrittenLink, ...] = ()
    headings: tuple[Heading, ...] = ()
    ids: tuple[ElementId, ...] = ()
    comments: tuple[DirectiveComment, ...] = ()
    words: int = 0
    page: PageHead = PageHead()
    title: str | None = None
    title_span: Span | None = None
    notes: tuple[Note, ...] = ()
    opening: str = ""
    includes: tuple[Include, ...] = ()


# https://httpd.apache.org/docs/current/mod/mod_include.html#element.include; nginx has the same.
# What scripts put into the page: Handlebars, Mustache, Knockout, AngularJS.
TEMPLATE_TYPE = re.compile(r"text/(?:html|ng-template|template|x-[\w-]*(?:handlebars|mustache|template|tmpl)[\w-]*)")
SERVER_INCLUDE = re.compile(r"<!--#include\s+(?:virtual|file)\s*=\s*(?:\"([^\"<>]+)\"|'([^'<>]+)')\s*-->")


def parse_html(text: str, lines: Lines, start: int = 0, *, whole: bool = False) -> HtmlParts:
    """The parts of ``text`` from offset ``start`` on. Total: any text gives parts.

    ``lines`` are those of the file; the offsets of ``text`` must be the file's. An element counts when a browser's
    tree has it: nothing inside comments, scripts and templates does. ``whole``: it is an HTML file, into which servers
    and scripts may put further ones; what stands in Markdown is no such file.
    """
    tokens = list_tokens(text, start)
    stamped = parse_stamped(text, tokens, start)
    found = walk(stamped)
    source = _Source(text, lines, stamped.tags, find_ends(tokens, found.anchors))
    headings = [holder.number for holder in found.headings]
    return HtmlParts(
        tuple(
            _link(holder, source, bisect_right(headings, holder.number) - 1, found.words[holder.text_number])
            for holder in found.links
        ),
        tuple(_heading(holder, source) for holder in found.headings),
        tuple(_ids(found, source)),
        tuple(_comments(tokens, lines)) if "linklint" in text else (),
        found.words[-1],
        read_head(found.head, lines),
        found.title[1] if found.title else None,
        source.span(found.title[0]) if found.title else None,
        tuple(_notes(stamped, lines)),
        found.opening,
        tuple(_includes(text, stamped.tags, lines, start)) if whole else (),
    )


class _Source(NamedTuple):
    """The text, its start tags by number, and the end tags of those that have one."""

    text: str
    lines: Lines
    tags: Sequence[StartTag]
    ends: Mapping[int, EndTag]

    def span(self, number: int) -> Span:
        """The whole element; its start tag where it has no end tag."""
        tag = self.tags[number]
        return self.lines.span(tag.start, (self.ends.get(number) or tag).end)


def _link(holder: Holder, source: _Source, section: int, word: int) -> WrittenLink:
    tag = source.tags[holder.number]
    destination = read_destination(tag)
    written = None
    if destination and destination.start is not None and destination.end is not None:
        written = tag.base + destination.start, tag.base + destination.end
    return WrittenLink(
        syntax="html",
        element="img" if tag.name == "image" else tag.name,
        href=destination.value if destination else "",
        written=source.text[slice(*written)] if written else "",
        text=holder.text if tag.name == "a" else read_text_attribute(tag, "alt") or "",
        spans=source.lines.pack(tag.start, (source.ends.get(holder.number) or tag).end, written),
        title=read_text_attribute(tag, "title"),
        aria_label=read_text_attribute(tag, "aria-label") or _read_inner_labels(holder, source),
        rel=read_rel(tag),
        only_images=holder.only_images,
        crawlable=is_crawlable(tag),
        block=holder.place.block,
        landmark=holder.place.landmark,
        section=section,
        word=word,
        aria_hidden=holder.place.aria_hidden,
        prop=INSTEAD if tag.name in ("img", "image") and INSTEAD in tag.attributes else None,
    )


def _read_inner_labels(holder: Holder, source: _Source) -> str | None:
    """What the elements inside a link without text are called for those who hear the page, which names the link:
    ``aria-label``, an image's ``title`` (Accessible Name and Description Computation 1.2, 2F). A link inside keeps its
    own labels."""
    end = source.ends.get(holder.number)
    if holder.text or end is None:
        return None
    labels = []
    for number in range(holder.number + 1, len(source.tags)):
        tag = source.tags[number]
        if tag.name == "a" or tag.start > end.start:
            break
        titled = read_text_attribute(tag, "title") if tag.name == "img" else None
        labels.append(read_text_attribute(tag, "aria-label") or titled or "")
    return collapse(" ".join(labels)) or None


def _heading(holder: Holder, source: _Source) -> Heading:
    tag = source.tags[holder.number]
    end = source.ends.get(holder.number)
    raw = source.text[tag.end : end.start] if end else holder.text
    return Heading(int(tag.name[1]), holder.text, raw, tag.get("id") or None, source.span(holder.number))


def _ids(found: Found, source: _Source) -> Iterator[ElementId]:
    """Formatting elements have no number in the tree; their ids are read from the text."""
    ids = dict(found.ids)
    for number, tag in enumerate(source.tags):
        identifier = tag.get("id") if tag.name in FORMATTING else ids.get(number)
        if identifier:
            yield ElementId(identifier, source.lines.line(tag.start))


def _comments(tokens: Iterable[Token], lines: Lines) -> Iterator[DirectiveComment]:
    for token in tokens:
        if isinstance(token, Comment):
            directive = read_directive(token.text, lines.span(token.start, token.end))
            if directive is not None:
                yield directive


def _includes(text: str, tags: Iterable[StartTag], lines: Lines, start: int) -> Iterator[Include]:
    """Where a server puts another file in, in scripts too, or a script the template that it holds."""
    for tag in tags:
        if tag.name == "script":
            kind = (tag.get("type") or "").strip().lower()
            if TEMPLATE_TYPE.fullmatch(kind):
                yield Include(kind, "template", lines.span(tag.start, tag.end))
    for said in SERVER_INCLUDE.finditer(text, start) if "<!--#include" in text else ():
        yield Include(said[1] or said[2], "server", lines.span(*said.span()))


def _notes(stamped: Stamped, lines: Lines) -> Iterator[Note]:
    if stamped.too_deep is not None:
        message = f"elements are nested more than {DEEPEST} deep; what is deeper is read without its containers"
        yield Note("nesting", message, *lines.position(stamped.too_deep.start))
