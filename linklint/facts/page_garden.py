"""What no root reaches: walled gardens, where a link would open one, and from which page; and what only orphans lead
to."""

from __future__ import annotations

from linklint.facts.registry import INTEGER, PAGE, PAGES, TEXT, fact
from linklint.facts.similarity import TITLED, similar_pages
from linklint.facts.world import World, once_per_world
from linklint.graph import LinkGraph
from linklint.graph.gardens import Garden
from linklint.graph.groups import is_index
from linklint.model.site import Page
from linklint.site.paths import parent

MANY = 10
"""Pages that only an orphan leads to. As many are one finding: a link to the orphan opens them all."""


@fact("page", "garden", PAGES)
def garden(world: World, page: Page) -> tuple[Page, ...]:
    """The walled garden that a link to this page would open: pages that lead to each other and that no root reaches,
    the page itself first. Each garden is that of one page, an index page or the one with the greatest link score.
    Pages kept from search engines and copies are left out."""
    return gardens(world).get(page, ())


@fact("page", "garden.count", INTEGER)
def garden_count(world: World, page: Page) -> int | None:
    """The number of pages of that garden; missing for pages at which none is entered."""
    return len(garden(world, page)) or None


@fact("page", "cut_off", PAGES)
def cut_off(world: World, page: Page) -> tuple[Page, ...]:
    """For an orphan: the pages that it leads to and that no root reaches, so that a link to it opens them, too. Walled
    gardens, pages kept from search engines and copies are left out; of what two orphans lead to, one has it."""
    return opened(world).get(page, ())


@fact("page", "cut_off.many", PAGES)
def many_cut_off(world: World, page: Page) -> tuple[Page, ...]:
    """The same pages where they are ten or more, so that they had best be told at once; none where they are fewer."""
    found = cut_off(world, page)
    return found if len(found) >= MANY else ()


@fact("page", "cut_off.told", TEXT)
def cut_off_told(world: World, page: Page) -> str:
    """How many pages a link to this orphan would open beside it, in words: ", so nobody comes to the 2 pages that it
    leads to, either"; empty where there is none."""
    count = len(cut_off(world, page))
    pages = "page" if count == 1 else f"{count} pages"
    return f", so nobody comes to the {pages} that it leads to, either" if count else ""


@fact("page", "way_in", PAGE)
def way_in(world: World, page: Page) -> Page | None:
    """Of the pages that a root reaches, the one where a link to this page fits best: one of the ten pages most like it,
    else the index page of the nearest folder above, else the first root, of the same framework's where there is one;
    missing without a root."""
    alike = (other for other in similar_pages(world, page) if is_open(world, other) and other.kind in TITLED)
    found = next((other for other in alike if other.framework == page.framework), None)
    home = min(world.graph.roots, key=lambda root: root.framework != page.framework, default=None)
    return found or nearest_index(world, page) or home


@once_per_world
def gardens(world: World) -> dict[Page, tuple[Page, ...]]:
    """Entry → the pages of its garden, the entry first."""
    found = {}
    for each in world.graph.walled_gardens:
        entry = choose_entry(world.graph, each)
        if entry is not None:
            pages = (page for page in world.graph.pages_of(each.nodes) if counts(page) and page is not entry)
            found[entry] = (entry, *pages)
    return found


@once_per_world
def opened(world: World) -> dict[Page, tuple[Page, ...]]:
    """Orphan → the pages that it leads to and that nothing else opens."""
    graph = world.graph
    closed = {page.index for page in world.site.pages if graph.reachable(page) is False}
    closed -= {node for each in graph.walled_gardens for node in each.nodes}
    found = {}
    for orphan in graph.orphans:
        if counts(orphan) and orphan.index in closed:
            behind = [orphan.index]
            closed.discard(orphan.index)
            for node in behind:
                reached = [each for each in graph.adjacency[node] if each in closed]
                closed.difference_update(reached)
                behind += dict.fromkeys(reached)
            found[orphan] = tuple(
                page for page in graph.pages_of(sorted(behind)) if counts(page) and page is not orphan
            )
    return found


def choose_entry(graph: LinkGraph, found: Garden) -> Page | None:
    """The page of the core where visitors had best begin; None where no page is for them."""
    core = [page for page in graph.pages_of(found.core) if counts(page)]
    return min(
        core,
        key=lambda page: (page.kind not in ("home", "section"), not is_index(page.path), graph.score_rank(page) or 0),
        default=None,
    )


def counts(page: Page) -> bool:
    """Whether search engines are meant to show the page at its own address."""
    return not page.noindex and page.canonical is None


def is_open(world: World, page: Page) -> bool:
    """Whether visitors come to the page from a root, and search engines are meant to show it."""
    return counts(page) and world.graph.reachable(page) is True


def nearest_index(world: World, page: Page) -> Page | None:
    """The index page of the page's folder, else of the nearest folder above that has one; None where none has."""
    folder = parent(page.path)
    while True:
        found = indexes(world).get((folder, page.framework))
        if found is not None or not folder:
            return found
        folder = parent(folder)


@once_per_world
def indexes(world: World) -> dict[tuple[str, str], Page]:
    """Folder and framework → the folder's index page, where a root reaches that."""
    reached = (page for page in world.site.pages if is_index(page.path) and is_open(world, page))
    return {(parent(page.path), page.framework): page for page in reached}
