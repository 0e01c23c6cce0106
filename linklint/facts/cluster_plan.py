"""What of a cluster is planned: what has been written since, and what is linked before its time; what hangs apart."""

from __future__ import annotations

from linklint.facts.cluster_links import body_targets, spokes
from linklint.facts.registry import INTEGER, LINKS, PAGES, fact
from linklint.facts.world import World, once_per_world
from linklint.model.site import Cluster, Link, Page
from linklint.site.pages import find_page


@fact("cluster", "planned.written", PAGES)
def planned_written(world: World, cluster: Cluster) -> tuple[Page, ...]:
    """The published pages that the clusters file still calls planned."""
    found = (find_page(path, world.site.by_path, world.site.by_url) for path in cluster.planned)
    return tuple(page for page in found if page and page.published)


@fact("cluster", "planned.written.count", INTEGER)
def planned_written_count(world: World, cluster: Cluster) -> int:
    """The number of published pages that the clusters file still calls planned."""
    return len(planned_written(world, cluster))


@fact("cluster", "planned.links", LINKS)
def planned_links(world: World, cluster: Cluster) -> tuple[Link, ...]:
    """The links of published pages to planned pages that are not there yet."""
    table = links_to_planned(world)
    return tuple(link for path in cluster.planned for link in table.get(path.strip("/"), ()))


@fact("cluster", "planned.links.count", INTEGER)
def planned_links_count(world: World, cluster: Cluster) -> int:
    """The number of links of published pages to planned pages that are not there yet."""
    return len(planned_links(world, cluster))


@fact("cluster", "apart", PAGES)
def apart(world: World, cluster: Cluster) -> tuple[Page, ...]:
    """The published pages of the cluster that no followed body links, whichever way they point, join with the hub
    through pages of the cluster; without a published hub, with the first spoke."""
    pages = list(spokes(world, cluster))
    if cluster.hub and cluster.hub.published:
        pages.insert(0, cluster.hub)
    around = set(pages)
    beside: dict[Page, set[Page]] = {page: set() for page in pages}
    for page in pages:
        for other in body_targets(world, page) & around:
            beside[page].add(other)
            beside[other].add(page)
    joined, waiting = set(pages[:1]), pages[:1]
    while waiting:
        fresh = beside[waiting.pop()] - joined
        joined |= fresh
        waiting.extend(fresh)
    return tuple(page for page in pages if page not in joined)


@fact("cluster", "apart.count", INTEGER)
def apart_count(world: World, cluster: Cluster) -> int:
    """The number of pages of the cluster that no links inside it join with the hub."""
    return len(apart(world, cluster))


@once_per_world
def links_to_planned(world: World) -> dict[str, tuple[Link, ...]]:
    """Path of a planned page, without slashes around it → the links of published pages that wait for it."""
    table: dict[str, list[Link]] = {}
    for link in world.site.links:
        if link.status == "planned" and link.source.published:
            table.setdefault(link.target_path.strip("/"), []).append(link)
    return {path: tuple(found) for path, found in table.items()}
