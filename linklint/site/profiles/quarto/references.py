"""References by label, ``@sec-data``: within a page, in a book to any chapter
(https://quarto.org/docs/authoring/cross-references.html, ``src/project/types/book/book-crossrefs.ts``). In a book also
``#data`` leads to the chapter that has the id."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import quote, unquote

import msgspec

from linklint.model.document import Document, Heading, WrittenLink
from linklint.site.labels import normalise_label
from linklint.site.paths import below
from linklint.site.profile import Standing
from linklint.site.profiles.quarto.fragments import PART, slug_headings
from linklint.site.profiles.quarto.settings import QuartoSettings

REFERENCE = "ref:"


class References(NamedTuple):
    """``pages``: of a book, id → the first chapter that has it."""

    pages: Mapping[str, str] = {}


def learn_references(
    settings: QuartoSettings, parts: Mapping[str, list[str]], documents: Mapping[str, Document]
) -> References:
    """The ids of a book. ``parts``: chapter → the files that it is made of."""
    found: dict[str, str] = {}
    for path in settings.chapters:
        files = [documents[each] for each in parts.get(path, ())]
        headings = [heading for each in files for heading in each.headings]
        ids = [element.id for each in files for element in each.ids]
        for label in (*ids, *slug_headings(headings)):
            found.setdefault(label, path)
    return References(found)


def find_titles(headings: Sequence[Heading], slugs: Sequence[str]) -> Mapping[str, str]:
    """Text of a heading → its id: the text is a label of references, too
    (https://pandoc.org/MANUAL.html#extension-implicit_header_references). Of equal texts the first counts."""
    found: dict[str, str] = {}
    for heading, slug in zip(headings, slugs, strict=True):
        found.setdefault(normalise_label(heading.text), slug)
    return found


def list_title_links(titles: Mapping[str, str], document: Document) -> Iterator[WrittenLink]:
    """The links that references by the text of a heading are."""
    for link in document.undefined:
        slug = titles.get(normalise_label(link.label or ""))
        if slug is not None:
            yield msgspec.structs.replace(link, href=f"#{quote(slug)}")


def rewrite(settings: QuartoSettings, references: References, standing: Standing) -> str:
    """The destination, that of a label being the place with this id."""
    written = standing.written
    href = written.href
    if written.syntax == "role" and href.startswith(REFERENCE):
        label = href[len(REFERENCE) :]
        label = label[0].lower() + label[1:]
    elif href.startswith("#") and len(href) > 1:
        label = unquote(href[1:])
    else:
        return href
    for each in (label, PART.sub("", label)):
        page = references.pages.get(each)
        if page is not None:
            return (
                f"#{quote(each)}" if page == standing.page else f"/{quote(below(page, settings.folder))}#{quote(each)}"
            )
    return f"#{quote(label)}"
