"""MDX: one file's text to the parts of its Markdown and its JSX."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

import msgspec

from linklint.model.document import Dialect, ElementId, Heading, Include, WrittenLink
from linklint.source.directives import DirectiveComment, read_directive
from linklint.source.lines import Lines
from linklint.source.markdown import Assembly, MarkdownParts
from linklint.source.markdown.collect import Collector
from linklint.source.markdown.offsets import Body
from linklint.source.markdown.parser import parse_tokens
from linklint.source.mdx.elements import NOWHERE, Element, Places, match_elements
from linklint.source.mdx.imports import find_components, find_imports
from linklint.source.mdx.links import LONGEST_TEXT, LinkReader, has_destination
from linklint.source.mdx.masking import Fillings, mask_pieces
from linklint.source.mdx.nested import find_nested_tags
from linklint.source.mdx.pieces import Piece, Tag
from linklint.source.mdx.scanning import scan

# Text of the same paragraph, after elements.
_TEXT = re.compile(r"(?:<[^<>\n]*+>|[ \t]|\n(?![ \t]*\n))*+[^\s<]")
_get_start = attrgetter("start")
_LEVELS = {f"h{level}": level for level in range(1, 7)}
_PLACEHOLDER = re.compile(r"\{\{\s*[\w-]+\s*:\s*[\w.\-]+\s*\}\}")
_COMMENT_ID = re.compile(r"\s*\{\s*/\*\s*#?([^\s*{}#]+)\s*\*/\s*\}\s*\Z")


def parse_mdx(text: str, lines: Lines, body_start: int, dialect: Dialect) -> MarkdownParts:
    """The parts of ``text`` from offset ``body_start`` on, as ``parse_markdown`` gives them."""
    pieces = scan(text, body_start)
    masked, fillings = mask_pieces(text, pieces)
    elements, places = match_elements(pieces)
    nested, _ = match_elements(find_nested_tags(text, pieces))
    tokens, env = parse_tokens(Body(masked, body_start), dialect.extensions)
    reads = any(_is_read(element.tag) for element in (*elements, *nested))
    collector = Collector(env["definitions"], marks_ends=reads, projects=reads or "<" in masked)
    collector.walk(tokens, env.get("footnotes", {}).get("refs", {}))
    images = {item.start: item.tag.get("alt") or "" for item in elements if item.tag.name == "img"}
    parts = Assembly(masked, lines, collector, images).assemble(env["too_deep"])
    reader = LinkReader(text, lines, collector, fillings, places, images)
    headings = sorted(
        [
            *(_finish_heading(heading, fillings, "comment-ids" in dialect.extensions) for heading in parts.headings),
            *_jsx_headings(elements, text, reader),
        ],
        key=lambda heading: heading.span.start,
    )
    starts = [heading.span.start for heading in headings]
    links = [
        *(_finish_link(link, fillings, places, starts) for link in parts.links),
        *(link for each in elements if each.tag.attributes for link in reader.read(each, starts)),
        *(link for each in nested if each.tag.attributes for link in reader.read_nested(each, starts)),
    ]
    return parts._replace(
        headings=tuple(headings),
        tabs=(*parts.tabs, *_jsx_tabs(elements, text, reader)),
        links=tuple(sorted(links, key=_get_start)),
        undefined=tuple(_finish_link(use, fillings, places, starts) for use in parts.undefined),
        mistyped=tuple(_finish_link(slip, fillings, places, starts) for slip in parts.mistyped),
        ids=(*parts.ids, *_ids(sorted((*elements, *nested), key=_get_start) if nested else elements, lines)),
        comments=tuple(_comments(pieces, lines)),
        includes=(
            *parts.includes,
            *find_imports(text, pieces, elements, lines),
            *find_components(pieces, lines),
            *_placeholders(text, pieces, lines),
        ),
    )


def _placeholders(text: str, pieces: Iterable[Piece], lines: Lines) -> Iterator[Include]:
    """Where a program of the site puts something in before MDX reads the page: React shows no objects."""
    for piece in pieces:
        if piece.kind == "expression" and _PLACEHOLDER.fullmatch(text, piece.start, piece.end):
            yield Include(text[piece.start : piece.end], "macro", lines.span(piece.start, piece.end))


def _is_read(tag: Tag) -> bool:
    """Whether somebody will ask for the text of the tag's element, or for what stands before it."""
    return tag.name in _LEVELS or tag.name == "summary" or has_destination(tag)


def _finish_heading(heading: Heading, fillings: Fillings, comment_ids: bool) -> Heading:
    raw = fillings.restore(heading.raw)
    id_ = heading.id
    match = _COMMENT_ID.search(raw) if comment_ids else None
    if match:
        id_, raw = match[1], raw[: match.start()]
    return Heading(heading.level, fillings.show(heading.text).strip(), raw, id_, heading.span)


def _jsx_headings(elements: Iterable[Element], text: str, reader: LinkReader) -> Iterator[Heading]:
    for element in elements:
        level = _LEVELS.get(element.tag.name)
        if level:
            shown, _ = reader.read_text(element)
            raw = text[element.inner : min(element.inner_end, element.inner + LONGEST_TEXT)]
            yield Heading(level, shown, raw, element.tag.get("id") or "", reader.span(element))


def _jsx_tabs(elements: Sequence[Element], text: str, reader: LinkReader) -> Iterator[Heading]:
    """Titles of tabs, ``<Tabs items={["One", "Two"]}>``, each where its tab begins; and summaries of details
    that stand in a paragraph: one whose paragraph holds nothing but elements is taken out of it by MDX."""
    for element in elements:
        if element.tag.name == "Tabs":
            titles = [attribute.value for attribute in element.tag.attributes if attribute.name == "items"]
            tabs = [
                each for each in elements if each.tag.name == "Tabs.Tab" and element.start < each.start < element.end
            ]
            for title, tab in zip(titles, tabs, strict=False):
                yield Heading(0, title, title, None, reader.span(tab))
        elif element.tag.name == "summary" and _TEXT.match(text, element.end):
            shown, _ = reader.read_text(element)
            yield Heading(0, shown, shown, element.tag.get("id") or None, reader.span(element))


def _finish_link(link: WrittenLink, fillings: Fillings, places: Places, headings: list[int]) -> WrittenLink:
    start = link.start
    place = places.at(start)
    section = bisect_right(headings, start) - 1
    if place is NOWHERE and section == link.section and not fillings:
        return link  # as nearly all are
    return msgspec.structs.replace(
        link,
        href=fillings.restore(link.href),
        written=fillings.restore(link.written),
        text=" ".join(fillings.show(link.text).split()),
        label=link.label and fillings.restore(link.label),
        title=link.title and fillings.restore(link.title),
        block=place.block if link.block == "body" else link.block,
        landmark=place.landmark,
        section=section,
    )


def _ids(elements: Iterable[Element], lines: Lines) -> Iterator[ElementId]:
    for element in elements:
        if not element.tag.attributes:
            continue
        identifier = element.tag.get("id") or (element.tag.name == "a" and element.tag.get("name"))
        if identifier:
            yield ElementId(identifier, lines.line(element.start))


def _comments(pieces: Iterable[Piece], lines: Lines) -> Iterator[DirectiveComment]:
    for piece in pieces:
        comment = read_directive(piece.text, lines.span(piece.start, piece.end)) if piece.kind == "comment" else None
        if comment is not None:
            yield comment
