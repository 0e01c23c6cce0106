"""With which words a page is linked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

from linklint.facts.memberships import names_of
from linklint.facts.registry import INTEGER, NUMBER, TEXT, fact
from linklint.facts.text import normalise_text
from linklint.facts.world import World, once_per_world
from linklint.graph.text import says_something
from linklint.model.site import BODY_PLACES, Link, Page


class Wording(NamedTuple):
    """One anchor text of a page: how many inlinks and how many linking pages use it."""

    text: str
    links: int
    pages: int


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


@fact("page", "anchors.top.share", NUMBER)
def anchors_top_share(world: World, page: Page) -> float | None:
    """The share (0 to 1) of the inlinks with an anchor text that use the most frequent one."""
    top = top_wording(world, page)
    return top.links / anchors_count(world, page) if top else None


@fact("page", "anchors.top.pages", INTEGER)
def anchors_top_pages(world: World, page: Page) -> int | None:
    """The number of distinct pages that use the most frequent anchor text."""
    top = top_wording(world, page)
    return top.pages if top else None


@fact("page", "anchors.exact_share", NUMBER)
def anchors_exact_share(world: World, page: Page) -> float | None:
    """The share (0 to 1) of the inlinks with an anchor text whose text is the page's keyword and nothing else; missing
    without a keyword."""
    return exact_share(world, page, wordings)


@fact("page", "anchors.in_body.count", INTEGER)
def anchors_in_body_count(world: World, page: Page) -> int:
    """The number of inlinks in a body that have an anchor text."""
    return worded_in_body(world)[page.index]


@fact("page", "anchors.in_body.exact_share", NUMBER)
def anchors_in_body_exact_share(world: World, page: Page) -> float | None:
    """The share (0 to 1) of the inlinks in a body with an anchor text whose text is the page's keyword and nothing
    else; missing without a keyword."""
    return exact_share(world, page, body_wordings)


@fact("page", "anchors.in_body.top.text", TEXT)
def anchors_in_body_top_text(world: World, page: Page) -> str | None:
    """The anchor text that most pages use for the page in their body, normalised."""
    found = body_wordings(world, page)
    return found[0].text if found else None


@fact("page", "anchors.in_body.top.pages", INTEGER)
def anchors_in_body_top_pages(world: World, page: Page) -> int | None:
    """The number of distinct pages that use the most frequent anchor text in their body."""
    found = body_wordings(world, page)
    return found[0].pages if found else None


def exact_share(world: World, page: Page, find: Callable[[World, Page], tuple[Wording, ...]]) -> float | None:
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


def body_wordings(world: World, page: Page) -> tuple[Wording, ...]:
    """The same of the inlinks in a body."""
    known = body_wordings_by_page(world)
    if page not in known:
        known[page] = count_wordings(link for link in world.graph.inlinks(page) if link.place in BODY_PLACES)
    return known[page]


def top_wording(world: World, page: Page) -> Wording | None:
    found = wordings(world, page)
    return found[0] if found else None


def count_wordings(inlinks: Iterable[Link]) -> tuple[Wording, ...]:
    pages: dict[str, list[int]] = {}
    for link in inlinks:
        text = normalise_text(link.written.text) if link.written else ""
        if text:
            pages.setdefault(text, []).append(link.source.index)
    found = (Wording(text, len(linking), len(set(linking))) for text, linking in pages.items())
    return tuple(sorted(found, key=lambda wording: (-wording.pages, -wording.links, wording.text)))


@once_per_world
def worded_in_body(world: World) -> Counter[int]:
    """Page index → how many of its inlinks stand in a body and have an anchor text."""
    graph = world.graph
    linked = zip(graph.followed, graph.targets, strict=True)
    return Counter(
        target
        for link, target in linked
        if link.place in BODY_PLACES and link.written and says_something(link.written.text)
    )


@once_per_world
def wordings_by_page(world: World) -> dict[Page, tuple[Wording, ...]]:
    """Filled page by page: most runs ask about none or few."""
    return {}


@once_per_world
def body_wordings_by_page(world: World) -> dict[Page, tuple[Wording, ...]]:
    return {}
