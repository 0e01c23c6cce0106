"""Where a page stands in the link graph."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence

from linklint.facts.registry import BOOLEAN, INTEGER, LINKS, NUMBER, SHARE, TEXT, fact
from linklint.facts.world import World, once_per_world
from linklint.model.endings import PAGE_LIKE
from linklint.model.site import BODY_PLACES, PLACES, Link, Page
from linklint.site.paths import extension

MENU_PLACES = frozenset({"nav", "header", "footer"})
TEXT_PLACES = BODY_PLACES | {"related"}
PICTURED = frozenset({"src", "srcset", "poster", "onerror"})
UNVERIFIED = frozenset({"opaque", "unresolvable"})


@fact("page", "links", LINKS)
def links(world: World, page: Page) -> tuple[Link, ...]:
    """All links written in the page or shown by it, of every kind and status."""
    return world.graph.written(page)


@fact("page", "inlinks", LINKS)
def inlinks(world: World, page: Page) -> tuple[Link, ...]:
    """Followed links from other published pages, one per occurrence, generated ones too."""
    return world.graph.inlinks(page)


@fact("page", "inlinks.count", INTEGER)
def inlinks_count(world: World, page: Page) -> int:
    """The number of inlinks."""
    return len(world.graph.incoming[page.index])


@fact("page", "inlinks.pages", INTEGER)
def inlinks_pages(world: World, page: Page) -> int:
    """The number of distinct pages that link here."""
    return len(world.graph.backward[page.index])


@fact("page", "inlinks.doubted", BOOLEAN)
def inlinks_doubted(world: World, page: Page) -> bool:
    """Whether there may be more inlinks than the sources show: a theme, an application or a file that is read for no
    links decides who links the page."""
    return page.orphan == "unknown"


@fact("page", "inlinks.relative", NUMBER)
def inlinks_relative(world: World, page: Page) -> float | None:
    """The number of distinct pages that link here, divided by the average of all published pages: 1 is average; missing
    where no page links another."""
    counts = inlinks_sorted(world)
    return inlinks_pages(world, page) * len(counts) / sum(counts) if any(counts) else None


@fact("page", "inlinks.body", INTEGER)
def inlinks_body(world: World, page: Page) -> int:
    """The number of inlinks in a body: text, headings and tables."""
    return count_body(world.graph.inlinks(page))


@fact("page", "inlinks.written", INTEGER)
def inlinks_written(world: World, page: Page) -> int:
    """The number of inlinks that somebody wrote, as opposed to generated ones."""
    return sum(not link.generated for link in world.graph.inlinks(page))


@fact("page", "inlinks.by_place.*", INTEGER, names=PLACES)
def inlinks_by_place(world: World, page: Page, place: str) -> int:
    """The number of inlinks in that place."""
    return sum(link.place == place for link in world.graph.inlinks(page))


@fact("page", "outlinks", LINKS)
def outlinks(world: World, page: Page) -> tuple[Link, ...]:
    """Followed links to other published pages, one per occurrence, generated ones too."""
    return world.graph.outlinks(page)


@fact("page", "outlinks.count", INTEGER)
def outlinks_count(world: World, page: Page) -> int:
    """The number of outlinks."""
    return len(world.graph.outgoing[page.index])


@fact("page", "outlinks.pages", INTEGER)
def outlinks_pages(world: World, page: Page) -> int:
    """The number of distinct pages that this one links."""
    return len(world.graph.adjacency[page.index])


@fact("page", "outlinks.body", INTEGER)
def outlinks_body(world: World, page: Page) -> int:
    """The number of outlinks in the body: text, headings and tables."""
    return count_body(world.graph.outlinks(page))


@fact("page", "outlinks.written", INTEGER)
def outlinks_written(world: World, page: Page) -> int:
    """The number of outlinks that somebody wrote for this page: neither generated nor in a menu that stands in another
    file, as the navigation of documentation does."""
    return sum(is_written_for_page(link) for link in world.graph.outlinks(page))


def is_written_for_page(link: Link) -> bool:
    """Whether an outlink counts among ``outlinks.written`` of its page."""
    return not link.generated and (link.file == link.source.path or link.place not in MENU_PLACES)


@fact("page", "outlinks.unverified", INTEGER)
def outlinks_unverified(world: World, page: Page) -> int:
    """The number of links in the body or under a related heading that may lead to a page of the site and cannot be
    verified: a template or a program makes their addresses, or the pages that have these."""
    return unverified(world)[page.index]


@once_per_world
def unverified(world: World) -> Counter[int]:
    """Page index → the number of such links."""
    links = (link for link in world.site.links if link.status in UNVERIFIED)
    return Counter(link.source.index for link in links if link.place in TEXT_PLACES and is_unverified(link))


def is_unverified(link: Link) -> bool:
    """Whether it cannot be verified if the link leads to a page of the site. A picture's address does not."""
    written = link.written
    if link.kind != "internal" or link.status not in UNVERIFIED or written is None or written.prop in PICTURED:
        return False
    return "{" in written.href or extension(written.href.partition("#")[0]) in PAGE_LIKE


@fact("page", "outlinks.by_place.*", INTEGER, names=PLACES)
def outlinks_by_place(world: World, page: Page, place: str) -> int:
    """The number of outlinks in that place."""
    return sum(link.place == place for link in world.graph.outlinks(page))


@fact("page", "outlinks.menu_share", SHARE)
def outlinks_menu_share(world: World, page: Page) -> float | None:
    """The share (0 to 1) of the outlinks written for this page (`outlinks.written`) that stand in a nav, header or
    footer; missing without such outlinks."""
    own = [link for link in world.graph.outlinks(page) if is_written_for_page(link)]
    return sum(link.place in MENU_PLACES for link in own) / len(own) if own else None


@fact("page", "inlinks.nofollow", INTEGER)
def inlinks_nofollow(world: World, page: Page) -> int:
    """The number of links from other published pages that search engines are asked not to follow; they are no
    inlinks."""
    return nofollow_counts(world).get(page, 0)


@fact("page", "links_per_100_words", NUMBER)
def links_per_100_words(world: World, page: Page) -> float | None:
    """Body outlinks for every hundred words of the text; missing for a page without words."""
    world.worded.add(page.path)
    return 100 * count_body(world.graph.outlinks(page)) / page.document.words if page.document.words else None


@fact("page", "orphan", TEXT, values=("no", "yes", "unknown"))
def orphan(world: World, page: Page) -> str | None:
    """yes, no, or unknown where the theme may link the page; missing for unpublished pages. Roots and pages declared
    to be orphans on purpose are none."""
    return world.graph.orphan(page) if page.published else None


@fact("page", "depth", INTEGER)
def depth(world: World, page: Page) -> int | None:
    """Click depth: least number of clicks from a root; missing when no root leads here."""
    return world.graph.depth(page)


@fact("page", "reachable", BOOLEAN)
def reachable(world: World, page: Page) -> bool | None:
    """Whether a path of links leads here from a root; missing when the site has no root, and when no root leads
    here but a page does whose orphan state is unknown."""
    return world.graph.reachable(page)


@fact("page", "score", SHARE)
def score(world: World, page: Page) -> float | None:
    """Link score: the page's share of internal PageRank over published, indexable pages."""
    return world.graph.score(page)


@fact("page", "relative_score", NUMBER)
def relative_score(world: World, page: Page) -> float | None:
    """Link score times the number of pages that have one: 1 is average."""
    return world.graph.relative_score(page)


@fact("page", "score_rank", INTEGER)
def score_rank(world: World, page: Page) -> int | None:
    """1 for the page with the greatest link score; equal scores have equal ranks."""
    return world.graph.score_rank(page)


@fact("page", "percentile.inlinks", NUMBER)
def percentile_inlinks(world: World, page: Page) -> float | None:
    """Percentage of the other published pages that fewer pages link than this one."""
    return percentile(inlinks_sorted(world), inlinks_pages(world, page)) if page.published else None


@fact("page", "percentile.outlinks", NUMBER)
def percentile_outlinks(world: World, page: Page) -> float | None:
    """Percentage of the other published pages that link fewer pages than this one."""
    return percentile(outlinks_sorted(world), outlinks_pages(world, page)) if page.published else None


@fact("page", "percentile.score", NUMBER)
def percentile_score(world: World, page: Page) -> float | None:
    """Percentage of the other pages with a link score whose score is less than this one's."""
    rank = world.graph.score_rank(page)
    return None if rank is None else percentile(ranks_sorted(world), -rank)


def count_body(found: tuple[Link, ...]) -> int:
    """How many of the links stand in a body."""
    return sum(link.place in BODY_PLACES for link in found)


def percentile(values: Sequence[float], value: float) -> float | None:
    """Which percentage of the other values is less; None where there is no other. (PERCENTRANK.INC of spreadsheets:
    the greatest value has 100, the least 0, however many share it.)"""
    return 100 * bisect_left(values, value) / (len(values) - 1) if len(values) > 1 else None


def sort_published(world: World, value: Callable[[World, Page], int]) -> list[int]:
    """The number that each published page has, sorted: of these percentiles are read."""
    return sorted(value(world, page) for page in world.site.pages if page.published)


@once_per_world
def inlinks_sorted(world: World) -> list[int]:
    return sort_published(world, inlinks_pages)


@once_per_world
def outlinks_sorted(world: World) -> list[int]:
    return sort_published(world, outlinks_pages)


@once_per_world
def ranks_sorted(world: World) -> list[int]:
    return sorted(-rank for rank in world.graph.ranks.values())


@once_per_world
def nofollow_counts(world: World) -> Counter[Page]:
    """Page → the number of nofollow links from other published pages."""
    return Counter(
        link.target
        for link in world.site.links
        if link.nofollow and link.target and link.source.published and link.target is not link.source
    )
