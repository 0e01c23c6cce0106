"""The clusters that a page belongs to."""

from __future__ import annotations

from linklint.facts.memberships import HUB, keyword_of, members_of, memberships_of, names_of, stage_of
from linklint.facts.page import declared
from linklint.facts.registry import BOOLEAN, CLUSTER, CLUSTERS, INTEGER, MEMBERS, PAGES, SHARE, TEXT, fact
from linklint.facts.text import primary_language
from linklint.facts.world import World, once_per_world
from linklint.model.site import Cluster, Member, Page, Site


@fact("page", "memberships", MEMBERS)
def memberships(world: World, page: Page) -> tuple[Member, ...]:
    """The page's memberships in clusters, as hub or as spoke."""
    return memberships_of(world).get(page, ())


@fact("page", "clusters", CLUSTERS)
def clusters(world: World, page: Page) -> tuple[Cluster, ...]:
    """The distinct clusters that the page belongs to."""
    return tuple(dict.fromkeys(member.cluster for member in memberships(world, page)))


@fact("page", "clusters_usual", BOOLEAN)
def clusters_usual(world: World, page: Page) -> bool:
    """Whether at least half of the site's articles belong to clusters, so that one that does not stands out: of the
    published ones of which search engines may show each, home pages left out."""
    members, articles = clustered(world)
    return 2 * members >= articles


@fact("site", "clustered.count", INTEGER)
def clustered_count(world: World, site: Site) -> int:
    """The number of articles that belong to clusters, counted as by ``page.clusters_usual``."""
    return clustered(world)[0]


@fact("site", "clustered.articles", INTEGER)
def clustered_articles(world: World, site: Site) -> int:
    """The number of articles that could."""
    return clustered(world)[1]


@fact("site", "clustered.share", SHARE)
def clustered_share(world: World, site: Site) -> float | None:
    """The share (0 to 1) of the articles that belong to clusters; missing without articles."""
    members, articles = clustered(world)
    return members / articles if articles else None


@once_per_world
def clustered(world: World) -> tuple[int, int]:
    """How many articles belong to clusters, and how many there are."""
    articles = [
        page
        for page in world.site.pages
        if page.published and page.kind == "article" and not (page.noindex or page.root) and page.canonical is None
    ]
    return sum(page in memberships_of(world) for page in articles), len(articles)


@fact("page", "cluster", CLUSTER)
def cluster(world: World, page: Page) -> Cluster | None:
    """The page's cluster; missing unless it has exactly one membership."""
    found = memberships(world, page)
    return found[0].cluster if len(found) == 1 else None


@fact("page", "role", TEXT)
def role(world: World, page: Page) -> str | None:
    """The page's role in its cluster; missing unless it has exactly one membership."""
    found = memberships(world, page)
    return found[0].role if len(found) == 1 else None


@fact("page", "siblings", PAGES)
def siblings(world: World, page: Page) -> tuple[Page, ...]:
    """The other spokes of the clusters in which this page is a spoke."""
    own = [member.cluster for member in memberships(world, page) if member.role != HUB]
    others = (member for cluster in own for member in members_of(world)[cluster] if member.role != HUB)
    return tuple(dict.fromkeys(member.page for member in others if member.page and member.page is not page))


@fact("page", "keyword", TEXT)
def keyword(world: World, page: Page) -> str | None:
    """The keyword that the page is to be found for: what the clusters file says, else the front matter."""
    return keyword_of(world, page)


@fact("page", "keyword.normalized", TEXT)
def keyword_normalized(world: World, page: Page) -> str | None:
    """The keyword as anchor texts are compared: case folded, white space collapsed, edge punctuation dropped."""
    return names_of(world, page)[0] or None


@fact("page", "keyword.pages", PAGES)
def keyword_pages(world: World, page: Page) -> tuple[Page, ...]:
    """The other published, indexable pages of the same language and audience that have the same keyword, copies with
    a canonical page elsewhere left out."""
    found = pages_by_keyword(world).get(contest_of(world, page), ())
    return tuple(other for other in found if other is not page)


@fact("page", "stage", TEXT)
def stage(world: World, page: Page) -> str | None:
    """The stage of the reader's journey: what the clusters file says, else the front matter."""
    return stage_of(world, page)


def contest_of(world: World, page: Page) -> tuple[str, str, str]:
    """For what the page is to be found, in which language and by whom."""
    audience = declared(world, page, "audience")
    return keyword_normalized(world, page) or "", primary_language(page.lang) or "", str(audience or "")


@once_per_world
def pages_by_keyword(world: World) -> dict[tuple[str, str, str], tuple[Page, ...]]:
    """Keyword, language and audience → the indexable pages that contest it with each other, in order of paths."""
    table: dict[tuple[str, str, str], list[Page]] = {}
    for page in world.site.pages:
        if page.published and not page.noindex and page.canonical is None and keyword_normalized(world, page):
            table.setdefault(contest_of(world, page), []).append(page)
    return {contest: tuple(found) for contest, found in table.items()}
