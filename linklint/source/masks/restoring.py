"""A document that was parsed from a masked text, with what was masked put back."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

import msgspec

from linklint.model.document import Document, Head, Heading, Include, WrittenLink
from linklint.model.place import pack_spans
from linklint.source.directives import assemble, read_directive
from linklint.source.lines import Lines
from linklint.source.masks.filling import Filling
from linklint.source.masks.mask import Mask
from linklint.source.masks.masking import Masked
from linklint.source.words import count_words


def restore_document(document: Document, masked: Masked, lines: Lines) -> Document:
    """The document as its author wrote it: destinations and sources hold the original text, texts what readers see (of
    an expression, its source). What the masked tags include and link joins it."""
    filling = masked.filling
    shortcodes = [*_shortcode_links(masked.masks, document, masked.text, lines)]
    links = document.links
    if filling:
        links = tuple(restore_link(link, filling) for link in links)
    if shortcodes:
        links = tuple(sorted((*links, *shortcodes), key=lambda link: link.start))
    directives = [
        comment
        for mask in masked.masks
        if mask.comment is not None
        and (comment := read_directive(mask.comment, lines.span(mask.start, mask.end))) is not None
    ]
    return msgspec.structs.replace(
        document,
        title=filling.show(document.title) if document.title else document.title,
        headings=restore_headings(document.headings, filling),
        terms=restore_headings(document.terms, filling),
        tabs=restore_headings(document.tabs, filling),
        links=links,
        undefined=tuple(restore_link(link, filling) for link in document.undefined),
        mistyped=tuple(restore_link(link, filling) for link in document.mistyped),
        ids=tuple(msgspec.structs.replace(item, id=filling.restore(item.id)) for item in document.ids),
        directives=(*document.directives, *assemble(directives, lines)) if directives else document.directives,
        head=_restore_head(document.head, filling),
        includes=tuple(sorted(_includes(document, masked, lines), key=lambda include: include.span.start)),
    )


def _restore_head(head: Head, filling: Filling) -> Head:
    return msgspec.structs.replace(
        head,
        base=head.base and filling.restore(head.base),
        canonical=head.canonical and filling.restore(head.canonical),
        refresh=head.refresh and filling.restore(head.refresh),
        alternates=tuple(msgspec.structs.replace(each, href=filling.restore(each.href)) for each in head.alternates),
    )


def restore_link(link: WrittenLink, filling: Filling) -> WrittenLink:
    """The link with what was masked in it."""
    if (link.href + link.written + link.text).isascii() and not (link.label or link.title or link.aria_label):
        return link
    return msgspec.structs.replace(
        link,
        href=filling.restore(link.href),
        written=filling.restore(link.written),
        text=" ".join(filling.show(link.text).split()),
        label=link.label and filling.restore(link.label),
        title=link.title and filling.show(link.title),
        aria_label=link.aria_label and filling.show(link.aria_label),
    )


def restore_headings(headings: Iterable[Heading], filling: Filling) -> tuple[Heading, ...]:
    """The headings with what was masked in them."""
    return tuple(_restore_heading(heading, filling) for heading in headings)


def _restore_heading(heading: Heading, filling: Filling) -> Heading:
    if heading.text.isascii() and heading.raw.isascii() and (heading.id or "").isascii():
        return heading
    return msgspec.structs.replace(
        heading,
        text=filling.show(heading.text).strip(),
        raw=filling.restore(heading.raw),
        id=heading.id and filling.restore(heading.id),
    )


def _includes(document: Document, masked: Masked, lines: Lines) -> Iterator[Include]:
    """What the tags include; and of the paragraphs that are nothing but masks those that hold an expression."""
    plain = [mask.start for mask in masked.masks if mask.expression]
    for include in document.includes:
        first = bisect_right(plain, include.span.start - 1)
        if include.kind != "macro" or (first < len(plain) and plain[first] < include.span.end):
            yield msgspec.structs.replace(include, written=masked.filling.restore(include.written))
    for mask in masked.masks:
        for inclusion in mask.inclusions:
            place = lines.span(mask.start, mask.end)
            yield Include(inclusion.written, inclusion.kind, place, inclusion.part)


def _shortcode_links(masks: Iterable[Mask], document: Document, text: str, lines: Lines) -> Iterator[WrittenLink]:
    """The links that tags make. Words are counted on from the link before, for they are not counted here."""
    headings = [heading.span.start for heading in document.headings]
    starts = [link.start for link in document.links]
    words = counted = 0
    for mask in masks:
        if not mask.links:
            continue
        index = bisect_right(starts, mask.start) - 1
        if index >= 0 and document.links[index].span.end > counted:
            words, counted = document.links[index].word, document.links[index].span.end
        words += count_words(text[counted : mask.start])
        counted = max(counted, mask.start)
        for link in mask.links:
            yield WrittenLink(
                "shortcode",
                link.element,
                link.href,
                link.href,
                " ".join(link.text.split()),
                pack_spans(lines.span(mask.start, mask.end), lines.span(link.start, link.end)),
                title=link.title,
                section=bisect_right(headings, mask.start) - 1,
                word=words,
                prop=link.prop,
            )
