"""The links inside a cluster and out of it, counted once."""

from __future__ import annotations

from typing import NamedTuple

from linklint.facts.memberships import members_of, pairs_of
from linklint.facts.world import World, once_per_world
from linklint.model.site import BODY_PLACES, Cluster, Page


class ClusterLinks(NamedTuple):
    """Linked (linking page, linked page) of one cluster, by followed body links. ``pages``: its published pages, the
    hub included. ``related``: declared or found pairs that are linked, one way or both."""

    pages: int
    up: int
    down: int
    sibling: int
    related: int
    inside: int
    leaving: int


def members_with_role(world: World, cluster: Cluster, role: str) -> tuple[Page, ...]:
    """The distinct published pages that have the role in the cluster."""
    found = (member.page for member in members_of(world)[cluster] if member.role == role)
    return tuple(dict.fromkeys(page for page in found if page and page.published))


def spokes(world: World, cluster: Cluster) -> tuple[Page, ...]:
    """The distinct published pages of the cluster but its hub."""
    found = (member.page for member in members_of(world)[cluster])
    return tuple(dict.fromkeys(page for page in found if page and page.published and page is not cluster.hub))


def links_within(world: World, cluster: Cluster) -> ClusterLinks:
    """The counts of one cluster, computed once."""
    known = links_by_cluster(world)
    if cluster not in known:
        known[cluster] = count_links(world, cluster)
    return known[cluster]


@once_per_world
def links_by_cluster(world: World) -> dict[Cluster, ClusterLinks]:
    """Cluster → the numbers of its links, filled when a cluster is asked for."""
    return {}


def body_targets(world: World, page: Page) -> set[Page]:
    """The pages that the page links in its body."""
    return {link.target for link in world.graph.outlinks(page) if link.target and link.place in BODY_PLACES}


def count_links(world: World, cluster: Cluster) -> ClusterLinks:
    """Counts the links in bodies between the published pages of the cluster, and out of it."""
    hub = cluster.hub if cluster.hub and cluster.hub.published else None
    around = spokes(world, cluster)
    pages = {*around, *([hub] if hub else [])}
    linked = {page: body_targets(world, page) for page in pages}
    inside = sum(len(targets & pages) for targets in linked.values())
    return ClusterLinks(
        pages=len(pages),
        up=sum(hub in linked[page] for page in around) if hub else 0,
        down=sum(page in linked[hub] for page in around) if hub else 0,
        sibling=sum(len(linked[page] & set(around)) for page in around),
        related=sum(
            pair.b in body_targets(world, pair.a) or pair.a in body_targets(world, pair.b)
            for pair in pairs_of(world).get(cluster, ())
        ),
        inside=inside,
        leaving=sum(len(targets) for targets in linked.values()) - inside,
    )
