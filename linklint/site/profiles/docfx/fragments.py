"""Fragments of docfx's pages: Markdig's auto identifiers with the option GitHub (``UseAutoIdentifiers``), and ``<a
name>`` at the start of a heading, which takes their place (``HeadingIdRewriter``)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from linklint.model.document import Document, Heading, WrittenLink
from linklint.site.fragments import EMOJI, FURTHER, OK, Verdict, document_fragments, judge_fragment
from linklint.site.profiles.docfx.settings import Docset
from linklint.source.slugs import markdig_slugs

NAMED = re.compile(r"<a +(?:name|id)=\"([\w \-.]+)\" *></a>(?=.)", re.DOTALL)
REFERENCE = re.compile(r"<xref:[\"']?([^>?\"'\n]{0,500}+)[^>\n]{0,500}+>", re.IGNORECASE)
IMAGE = re.compile(r"!\[([^\]]{0,500}+)\]\([^)]{0,2000}+\)")
SIGN = re.compile(r"[^a-z0-9]")
FOOTNOTE = re.compile(r"fn(?:ref)?:.+")
TAB = re.compile(r"tab/.+|tabpanel_.+|lightbox")


def page_fragments(docset: Docset, documents: Sequence[Document]) -> frozenset[str] | None:
    """Ids of elements and slugs of headings. Each file that is put in is rendered by itself, so its headings are
    numbered by themselves. Titles of tabs take a number, but lead nowhere. How Learn slugs questions is not published;
    in its authors' links every sign is a hyphen."""
    ids = document_fragments(documents)
    if ids is None:
        return None
    found = set(ids)
    if documents[0].syntax == "yaml":
        found.update(SIGN.sub("-", heading.text.strip().lower()) for heading in documents[0].headings)
        found.add(FURTHER)
    for document in documents:
        found.update(_slug_headings(document))
    if "autoidentifiers" in docset.extensions or "advanced" in docset.extensions:
        found.add(FURTHER)
    return frozenset(found)


def _slug_headings(document: Document) -> Iterator[str]:
    headings = sorted((*document.headings, *document.tabs), key=lambda heading: heading.span.start)
    headings = [heading for heading in headings if not heading.raw.startswith("<h")]
    slugs = markdig_slugs([_shown(heading) for heading in headings], [heading.id for heading in headings])
    for heading, slug in zip(headings, slugs, strict=True):
        named = NAMED.match(heading.raw)
        if named:
            yield named[1]
        elif heading.level:
            yield slug
            yield from (markdig_slugs([text])[0] for text in _further_texts(heading))


def _further_texts(heading: Heading) -> Iterator[str]:
    """What Markdig sees of emoji and images, whose texts this parser leaves in and out."""
    if EMOJI.search(heading.text):
        yield EMOJI.sub("", heading.text)
    if IMAGE.search(heading.raw):
        yield IMAGE.sub(r"\1", heading.raw)


def _shown(heading: Heading) -> str:
    """The text that is slugged: of a cross reference, its source."""
    text = heading.text
    for match in REFERENCE.finditer(heading.raw):
        text = text.replace(match[1], match[0], 1)
    return text


def judge(fragment: str, fragments: frozenset[str] | None, written: WrittenLink) -> Verdict:
    """As browsers do; tabs and footnotes have ids that docfx and its scripts make."""
    if TAB.fullmatch(fragment) or FOOTNOTE.fullmatch(fragment):
        return OK
    return judge_fragment(fragment, fragments, written)
