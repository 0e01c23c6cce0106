"""The site as a whole."""

from __future__ import annotations

from linklint.facts.page_languages import equivalents
from linklint.facts.page_languages import language as page_language
from linklint.facts.registry import BOOLEAN, CLUSTERS, ENTRIES, INTEGER, LINKS, NUMBER, PAGES, SHARE, TEXTS, fact
from linklint.facts.world import World
from linklint.model.site import BODY_PLACES, Cluster, Entry, Link, Page, Site


@fact("site", "pages", PAGES)
def pages(world: World, site: Site) -> tuple[Page, ...]:
    """The published pages."""
    return tuple(page for page in site.pages if page.published)


@fact("site", "links", LINKS)
def links(world: World, site: Site) -> tuple[Link, ...]:
    """The links that published pages show, generated ones too."""
    return tuple(link for link in site.links if link.source.published)


@fact("site", "clusters", CLUSTERS)
def clusters(world: World, site: Site) -> tuple[Cluster, ...]:
    """The declared clusters."""
    return site.clusters


@fact("site", "entries", ENTRIES)
def entries(world: World, site: Site) -> tuple[Entry, ...]:
    """The entries of sitemaps, navigation and redirects files."""
    return site.entries


@fact("site", "pages.count", INTEGER)
def pages_count(world: World, site: Site) -> int:
    """The number of published pages."""
    return sum(page.published for page in site.pages)


@fact("site", "orphans.count", INTEGER)
def orphans_count(world: World, site: Site) -> int:
    """The number of orphans."""
    return len(world.graph.orphans)


@fact("site", "hubs.count", INTEGER)
def hubs_count(world: World, site: Site) -> int:
    """The number of distinct published hubs."""
    return len({cluster.hub for cluster in site.clusters if cluster.hub and cluster.hub.published})


@fact("site", "components", INTEGER)
def components(world: World, site: Site) -> int:
    """The number of sets of pages that links join: 1 when everything hangs together."""
    return len(world.graph.components)


@fact("site", "walled_gardens", INTEGER)
def walled_gardens(world: World, site: Site) -> int | None:
    """The number of sets of two or more pages that lead to each other and that no root reaches; missing without a
    root."""
    return len(world.graph.walled_gardens) if world.graph.roots else None


@fact("site", "home_share", SHARE)
def home_share(world: World, site: Site) -> float | None:
    """The share (0 to 1) of the links from page to page that lead to a home page, repeated links counted once; missing
    without a home page or a link."""
    homes = [page.index for page in site.pages if page.kind == "home" and page.published]
    whole = sum(map(len, world.graph.adjacency))
    return sum(len(world.graph.backward[home]) for home in homes) / whole if homes and whole else None


@fact("site", "score_gini", NUMBER)
def score_gini(world: World, site: Site) -> float | None:
    """How unevenly the link score is spread, as Gini coefficient: 0 evenly, towards 1 all on one page."""
    shares = sorted(world.graph.scores.values())
    count, whole = len(shares), sum(shares)
    if not whole:
        return None
    weighted = sum(rank * share for rank, share in enumerate(shares, start=1))
    return max(0.0, 2 * weighted / (count * whole) - (count + 1) / count)


@fact("site", "cross_language_share", SHARE)
def cross_language_share(world: World, site: Site) -> float | None:
    """The share (0 to 1) of the body links between pages of known language that lead to another language, links to the
    same page in that language left out; missing where there are none."""
    pages = world.site.pages
    languages = [page_language(world, page) for page in pages]
    inside = across = 0
    for link, source, target in zip(world.graph.followed, world.graph.sources, world.graph.targets, strict=True):
        start, end = languages[source], languages[target]
        if start and end and link.place in BODY_PLACES:
            inside += start == end
            across += start != end and pages[target] not in equivalents(world, pages[source])
    return across / (inside + across) if inside + across else None


@fact("site", "roots", TEXTS)
def roots(world: World, site: Site) -> tuple[str, ...]:
    """The paths of the pages where visits start."""
    return tuple(page.path for page in world.graph.roots)


@fact("site", "root_known", BOOLEAN)
def root_known(world: World, site: Site) -> bool:
    """Whether there is any page where visits start; without one, depth and reachability are missing."""
    return bool(world.graph.roots)


@fact("site", "languages", TEXTS)
def languages(world: World, site: Site) -> tuple[str, ...]:
    """The language tags of the published pages, sorted."""
    return tuple(sorted({page.lang for page in site.pages if page.lang and page.published}))
