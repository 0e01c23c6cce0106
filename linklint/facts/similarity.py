"""Which pages are about the same, and whether an anchor text fits its target.

A page is what it says of itself: title and keyword (three times each), description, headings, and the first 100 words
of its text. Only texts of one language are compared; pages without a language are one more group.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from linklint.facts.link_class import text_class
from linklint.facts.memberships import keyword_of
from linklint.facts.page import on_site
from linklint.facts.registry import PAGES, SHARE, Column, fact
from linklint.facts.terms import (
    Index,
    Vector,
    cosine,
    find_terms,
    share_of_terms,
    split_terms,
    weigh,
)
from linklint.facts.text import primary_language
from linklint.facts.world import World, once_per_world
from linklint.graph.proposals import OLD_EDITION
from linklint.model.site import Link, Page

MOST_SIMILAR = 10
MUCH_ALIKE = 0.3
TITLE_WEIGHT = 3
SHORT = 4
"""Letters: an anchor text may inflect the words of a title (``feeding`` and ``feed``)."""
LONG = 5
"""Letters: so long a word is looked for inside of others, too."""
WHOLE = 100
"""Letters: words are compared whole."""
SAYING_NOTHING = frozenset({"empty", "symbol", "url", "generic"})
"""Classes of anchor texts that promise nothing."""
TITLED = ("home", "section", "article")
DIGITS = re.compile(r"\d+")
EDITION = re.compile(
    r"v?\d+(\.\d+|\.x)*|version-.*|next|latest|current|stable|main|master|versions|versioned_docs|\w+-edition"
)
"""Segments of an address that name a version of the documentation, the newest one too."""


@fact("page", "similar", PAGES)
def similar(world: World, page: Page) -> tuple[Page, ...]:
    """The ten published pages of the same language that share most with this one in title, keyword, description,
    headings and first 100 words (TF-IDF), most similar first; other editions of the page left out. Pages of the site
    are alike to pages of the site alone, as on_site tells them from others."""
    return similar_pages(world, page)


@fact("page", "much_alike", PAGES)
def much_alike(world: World, page: Page) -> tuple[Page, ...]:
    """Those of the ``similar`` pages that have much in common with this one: a likeness of 0.3 or more, 1 the same."""
    vectors = groups(world)[language_of(page)] if page.published else {}
    return tuple(other for other in similar(world, page) if cosine(vectors[page], vectors[other]) >= MUCH_ALIKE)


@fact("link", "similarity", SHARE)
@Column
def link_similarity(world: World, links: Sequence[Link]) -> list[float | None]:
    """Which part (0 to 1) of the anchor text's words, by their first four letters, is in the target's title, headings,
    keyword, description, first 100 words, address or fragment; where none is, inside of their words. Missing for
    generic texts, addresses, texts without a word that says something, and those of which no letter is ASCII where all
    words of the target are."""
    known = targets(world)
    terms: dict[tuple[str, str], frozenset[str]] = {}  # many links have the same text
    found: list[float | None] = []
    for link, class_ in zip(links, text_class.of_many(world, links), strict=True):
        if link.written is None or link.target is None or class_ in SAYING_NOTHING:
            found.append(None)
            continue
        target = known.get(link.target) or read_target(world, link.target)
        named = target.terms
        if link.fragment:
            named |= find_terms(link.fragment, target.language, SHORT)
        key = link.written.text, target.language
        said = terms.get(key)
        if said is None:
            said = terms[key] = find_terms(*key, SHORT)
        share = None if are_of_other_script(said, named) else share_of_terms(said, named)
        found.append(share_of_inner(link, link.target, named) if share == 0 else share)
    return found


def share_of_inner(link: Link, target: Page, named: frozenset[str]) -> float:
    """The part of the words that stand inside those of the target or of the fragment: ``config`` in ``createConfig``,
    ``exporter`` in ``#logrecordexporter``, ``tip`` in ``Tips``, ``2`` in ``/chapter2``. Of short ones only the plural
    counts, and numbers whole."""
    words = find_terms(link.written.text if link.written else "", language_of(target), WHOLE)
    headings = (heading.text for heading in target.document.headings)
    texts = "\n".join((target.title or "", target.url, target.path, link.fragment or "", *headings))
    inner = "".join(filter(str.isalnum, texts.casefold()))
    known = named.union(DIGITS.findall(f"{target.url} {target.path}"))
    alike = [
        word
        for word in words
        if (len(word) >= LONG and word in inner)
        or not known.isdisjoint({word, f"{word}s"[:SHORT], word.removesuffix("s")})
    ]
    return len(alike) / len(words)


def are_of_other_script(terms: frozenset[str], others: frozenset[str]) -> bool:
    """Whether no word can be the same: the page that is linked may be one that is not translated yet."""
    return bool(terms) and not any(map(str.isascii, terms)) and all(map(str.isascii, others))


def language_of(page: Page) -> str:
    """The main language of the page (``pt`` of ``pt-BR``), within which pages are compared; empty where it has none."""
    return primary_language(page.lang) or ""


def weighted_texts(world: World, page: Page) -> Iterator[tuple[str, int]]:
    """What the page says of itself, and how much each text weighs."""
    world.worded.add(page.path)
    yield page.title or "", TITLE_WEIGHT
    yield keyword_of(world, page) or "", TITLE_WEIGHT
    yield page.document.description or "", 1
    yield page.document.opening, 1
    for heading in page.document.headings:
        yield heading.text, 1


def count_terms(world: World, page: Page) -> Counter[str]:
    """The terms of what the page says of itself, counted."""
    texts: dict[int, list[str]] = {}
    for text, weight in weighted_texts(world, page):
        texts.setdefault(weight, []).append(text)
    counted: Counter[str] = Counter()
    for weight, alike in texts.items():
        # As one text, of which the terms are the same.
        counted.update(split_terms("\n".join(alike), language_of(page)) * weight)
    return counted


def edition_of(page: Page) -> tuple[str, ...]:
    """The address without versions and language: the same for all editions of a page."""
    names = {name.casefold() for name in (page.lang or "", language_of(page)) if name}
    segments = (segment.casefold() for segment in page.url.strip("/").split("/"))
    return tuple(segment for segment in segments if segment not in names and not EDITION.fullmatch(segment))


def find_edition(page: Page) -> str:
    """The folders that name the version of the documentation that the page is part of."""
    return "/".join(segment for segment in page.url.split("/") if OLD_EDITION.fullmatch(segment))


@once_per_world
def groups(world: World) -> dict[str, dict[Page, Vector]]:
    """Language → its pages with their vectors."""
    pages: dict[str, list[Page]] = {"": []}
    for page in world.site.pages:
        if page.published:
            pages.setdefault(language_of(page), []).append(page)
    return {
        language: dict(zip(found, weigh([count_terms(world, page) for page in found]), strict=True))
        for language, found in pages.items()
    }


class Compared(NamedTuple):
    """Pages that are compared with each other: of one language, of the site or beside it."""

    pages: Sequence[Page]
    terms: Index


@once_per_world
def compared(world: World) -> dict[Page, tuple[Compared, int]]:
    """Page → those it is compared with, and its number among them."""
    found: dict[Page, tuple[Compared, int]] = {}
    kinds = [(group, shown) for group in groups(world).values() for shown in (True, False)]
    for group, shown in kinds:
        pages = [page for page in group if on_site(world, page) is shown]
        here = Compared(pages, Index([group[page] for page in pages]))
        found.update((page, (here, number)) for number, page in enumerate(pages))
    return found


@once_per_world
def similar_by_page(world: World) -> dict[Page, tuple[Page, ...]]:
    """Filled as it is asked."""
    return {}


def similar_pages(world: World, page: Page) -> tuple[Page, ...]:
    """The pages that ``similar`` tells of."""
    known = similar_by_page(world)
    if page in known or page not in compared(world):
        return known.get(page, ())
    here, number = compared(world)[page]
    own = edition_of(page)
    alike = (here.pages[other] for _, other in here.terms.find(number, 2 * MOST_SIMILAR))
    found = known[page] = tuple(islice((other for other in alike if edition_of(other) != own), MOST_SIMILAR))
    return found


class Target(NamedTuple):
    """A page as links see it: its language, and all terms by which an anchor text may name it."""

    language: str
    terms: frozenset[str]


@once_per_world
def targets(world: World) -> dict[Page, Target]:
    """Filled as it is asked."""
    return {}


def read_target(world: World, page: Page) -> Target:
    """The page as links see it, from now on known to ``targets``."""
    language = language_of(page)
    texts = "\n".join([page.url, page.path, *(text for text, _ in weighted_texts(world, page))])
    found = targets(world)[page] = Target(language, find_terms(texts, language, SHORT))
    return found
