"""With which words a page is linked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from linklint.facts.memberships import names_of
from linklint.facts.registry import INTEGER, SHARE, TEXT, fact
from linklint.facts.text import normalise_text
from linklint.facts.world import World, once_per_world
from linklint.model.site import BODY_PLACES, Link, Page


class Wording(NamedTuple):
    """One anchor text of a page: how many inlinks and how many linking pages use it."""

    text: str
    links: int
    pages: int


Texts = dict[str, list[int]]
"""The anchor texts of a page, and by the index of the linking page the links that use them."""
Rank = tuple[int, int, str]
"""Minus the pages that use a text, minus the links, the text: what more pages use is less."""


@fact("page", "anchors.count", INTEGER)
def anchors_count(world: World, page: Page) -> int:
    """The number of inlinks that have an anchor text."""
    return sum(wording.links for wording in wordings(world, page))


@fact("page", "anchors.distinct", INTEGER)
def anchors_distinct(world: World, page: Page) -> int:
    """The number of different anchor texts of the inlinks, after normalising."""
    return len(wordings(world, page))


@fact("page", "anchors.top.text", TEXT)
def anchors_top_text(world: World, page: Page) -> str | None:
    """The anchor text that most pages use for the page, normalised."""
    top = top_wording(world, page)
    return top.text if top else None


@fact("page", "anchors.top.share", SHARE)
def anchors_top_share(world: World, page: Page) -> float | None:
    """The share (0 to 1) of the inlinks with an anchor text that use the most frequent one."""
    top = top_wording(world, page)
    return top.links / anchors_count(world, page) if top else None


@fact("page", "anchors.top.pages", INTEGER)
def anchors_top_pages(world: World, page: Page) -> int | None:
    """The number of distinct pages that use the most frequent anchor text."""
    top = top_wording(world, page)
    return top.pages if top else None


@fact("page", "anchors.exact_share", SHARE)
def anchors_exact_share(world: World, page: Page) -> float | None:
    """The share (0 to 1) of the inlinks with an anchor text whose text is the page's keyword and nothing else; missing
    without a keyword."""
    return exact_share(world, page, wordings)


@fact("page", "anchors.in_body.count", INTEGER)
def anchors_in_body_count(world: World, page: Page) -> int:
    """The number of inlinks in a body that have an anchor text."""
    return sum(map(len, body_texts(world)[page.index].values()))


@fact("page", "anchors.in_body.exact_share", SHARE)
def anchors_in_body_exact_share(world: World, page: Page) -> float | None:
    """The share (0 to 1) of the inlinks in a body with an anchor text whose text is the page's keyword and nothing
    else; missing without a keyword."""
    return exact_share(world, page, body_wordings)


@fact("page", "anchors.in_body.top.text", TEXT)
def anchors_in_body_top_text(world: World, page: Page) -> str | None:
    """The anchor text that most pages use for the page in their body, normalised."""
    top = top_body_wording(world, page)
    return top.text if top else None


@fact("page", "anchors.in_body.top.pages", INTEGER)
def anchors_in_body_top_pages(world: World, page: Page) -> int | None:
    """The number of distinct pages that use the most frequent anchor text in their body."""
    top = top_body_wording(world, page)
    return top.pages if top else None


def exact_share(world: World, page: Page, find: Callable[[World, Page], tuple[Wording, ...]]) -> float | None:
    """Which part (0 to 1) of the links that ``find`` gives has the page's keyword as its whole text; None without a
    keyword or such links."""
    keyword, _ = names_of(world, page)
    found = find(world, page) if keyword else ()
    count = sum(wording.links for wording in found)
    if not count:
        return None
    return sum(wording.links for wording in found if wording.text == keyword) / count


def wordings(world: World, page: Page) -> tuple[Wording, ...]:
    """The page's anchor texts, the one that most pages use first."""
    known = wordings_by_page(world)
    if page not in known:
        known[page] = count_wordings(world.graph.inlinks(page))
    return known[page]


def top_wording(world: World, page: Page) -> Wording | None:
    """The anchor text by which most pages link the page; None where none does."""
    found = wordings(world, page)
    return found[0] if found else None


def body_wordings(world: World, page: Page) -> tuple[Wording, ...]:
    """The same of the inlinks in a body."""
    return put_in_order(body_texts(world)[page.index])


def top_body_wording(world: World, page: Page) -> Wording | None:
    """The first of them."""
    first = min(rank(body_texts(world)[page.index]), default=None)
    return read_rank(first) if first else None


def count_wordings(inlinks: Iterable[Link]) -> tuple[Wording, ...]:
    """The anchor texts of the links, with the numbers of links and of pages that use them; most used first."""
    texts: Texts = {}
    for link in inlinks:
        text = normalise_text(link.written.text) if link.written else ""
        if text:
            texts.setdefault(text, []).append(link.source.index)
    return put_in_order(texts)


def put_in_order(texts: Texts) -> tuple[Wording, ...]:
    """The wordings by the number of pages, then of links, then by the alphabet."""
    return tuple(map(read_rank, sorted(rank(texts))))


def rank(texts: Texts) -> list[Rank]:
    """What wordings are sorted by, as tuples: quicker to compare than by a key."""
    return [(-len(set(pages)), -len(pages), text) for text, pages in texts.items()]


def read_rank(rank: Rank) -> Wording:
    """The wording that ``rank`` made a tuple of."""
    pages, links, text = rank
    return Wording(text, -links, -pages)


@once_per_world
def body_texts(world: World) -> list[Texts]:
    """For each page the anchor texts of its inlinks that stand in a body."""
    graph = world.graph
    found: list[Texts] = [{} for _ in world.site.pages]
    for link, text, source, target in zip(graph.followed, graph.texts, graph.sources, graph.targets, strict=True):
        if text and link.place in BODY_PLACES:
            found[target].setdefault(text, []).append(source)
    return found


@once_per_world
def wordings_by_page(world: World) -> dict[Page, tuple[Wording, ...]]:
    """Filled page by page: most runs ask about none or few."""
    return {}
