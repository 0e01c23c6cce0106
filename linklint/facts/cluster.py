"""A hub, its spokes, and how well they hold together. Only published pages and followed body links count."""

from __future__ import annotations

from linklint.data.suggest import closest
from linklint.facts.cluster_links import ClusterLinks, links_within, members_with_role, spokes
from linklint.facts.memberships import members_of, pairs_of
from linklint.facts.registry import INTEGER, MEMBERS, PAGE, PAIRS, SHARE, TEXT, TEXTS, fact
from linklint.facts.world import World
from linklint.model.site import Cluster, Member, Page, Pair


@fact("cluster", "id", TEXT)
def id_(world: World, cluster: Cluster) -> str:
    """The cluster's name."""
    return cluster.id


@fact("cluster", "hub", PAGE)
def hub(world: World, cluster: Cluster) -> Page | None:
    """The hub; missing when the declared page does not exist."""
    return cluster.hub


@fact("cluster", "hub_path", TEXT)
def hub_path(world: World, cluster: Cluster) -> str:
    """The hub as it is declared."""
    return cluster.hub_path


@fact("cluster", "candidates", TEXTS, costly=True)
def candidates(world: World, cluster: Cluster) -> tuple[str, ...] | None:
    """The cluster with a hub that the name of one without may have meant, in the front matter of a page."""
    if cluster.hub_path:
        return None
    near = closest(cluster.id, (other.id for other in world.site.clusters if other.hub_path))
    return None if near is None else (near,)


@fact("cluster", "keyword", TEXT)
def keyword(world: World, cluster: Cluster) -> str | None:
    """The keyword that the hub is to be found for."""
    return cluster.keyword


@fact("cluster", "declared_at", TEXT)
def declared_at(world: World, cluster: Cluster) -> str:
    """Where the cluster is declared: path:line."""
    world.worded.add(cluster.declared.path)
    return f"{cluster.declared.path}:{cluster.declared.line}"


@fact("cluster", "planned", TEXTS)
def planned(world: World, cluster: Cluster) -> tuple[str, ...]:
    """Pages that are planned and not there yet."""
    return cluster.planned


@fact("cluster", "members", MEMBERS)
def members(world: World, cluster: Cluster) -> tuple[Member, ...]:
    """The members, the hub first."""
    return members_of(world)[cluster]


@fact("cluster", "pairs", PAIRS)
def pairs(world: World, cluster: Cluster) -> tuple[Pair, ...]:
    """The pairs of related members."""
    return pairs_of(world).get(cluster, ())


@fact("cluster", "spokes.count", INTEGER)
def spokes_count(world: World, cluster: Cluster) -> int:
    """The number of published spokes."""
    return len(spokes(world, cluster))


@fact("cluster", "roles.*.count", INTEGER)
def roles_count(world: World, cluster: Cluster, role: str) -> int:
    """The number of published members with that role."""
    return len(members_with_role(world, cluster, role))


@fact("cluster", "missing_roles", TEXTS)
def missing_roles(world: World, cluster: Cluster) -> tuple[str, ...]:
    """The roles of which the cluster has fewer members than it requires."""
    wanted = sorted(cluster.require.items())
    return tuple(role for role, least in wanted if len(members_with_role(world, cluster, role)) < least)


@fact("cluster", "missing_roles.count", INTEGER)
def missing_roles_count(world: World, cluster: Cluster) -> int:
    """The number of roles of which the cluster has fewer members than it requires."""
    return len(missing_roles(world, cluster))


@fact("cluster", "links.up", INTEGER)
def links_up(world: World, cluster: Cluster) -> int:
    """The number of spokes that link to the hub."""
    return links_within(world, cluster).up


@fact("cluster", "links.down", INTEGER)
def links_down(world: World, cluster: Cluster) -> int:
    """The number of spokes that the hub links to."""
    return links_within(world, cluster).down


@fact("cluster", "links.sibling", INTEGER)
def links_sibling(world: World, cluster: Cluster) -> int:
    """The number of ordered pairs of spokes of which the first links to the second."""
    return links_within(world, cluster).sibling


@fact("cluster", "coverage.up", SHARE)
def coverage_up(world: World, cluster: Cluster) -> float | None:
    """The share (0 to 1) of the spokes that link to the hub; missing without a published hub or spoke."""
    return share_of_spokes(world, cluster, links_within(world, cluster).up)


@fact("cluster", "coverage.down", SHARE)
def coverage_down(world: World, cluster: Cluster) -> float | None:
    """The share (0 to 1) of the spokes that the hub links to; missing without a published hub or spoke."""
    return share_of_spokes(world, cluster, links_within(world, cluster).down)


@fact("cluster", "coverage.related", SHARE)
def coverage_related(world: World, cluster: Cluster) -> float | None:
    """The share (0 to 1) of the related pairs that are linked, one way or both; missing without a published pair."""
    found = [pair for pair in pairs(world, cluster) if pair.a.published and pair.b.published]
    return links_within(world, cluster).related / len(found) if found else None


@fact("cluster", "leak", SHARE)
def leak(world: World, cluster: Cluster) -> float | None:
    """The share (0 to 1) of the pages' links that leave the cluster, each linked page counted once for each linking
    page; missing when they link nothing."""
    links: ClusterLinks = links_within(world, cluster)
    return links.leaving / (links.leaving + links.inside) if links.leaving + links.inside else None


@fact("cluster", "density", SHARE)
def density(world: World, cluster: Cluster) -> float | None:
    """The share (0 to 1) of the ordered pairs of pages of the cluster that are linked; missing below two pages."""
    links = links_within(world, cluster)
    return links.inside / (links.pages * (links.pages - 1)) if links.pages > 1 else None


@fact("cluster", "hub_rank", INTEGER)
def hub_rank(world: World, cluster: Cluster) -> int | None:
    """The hub's rank by link score among the pages of its cluster: 1 is the greatest; missing without a score."""
    own = world.graph.score_rank(cluster.hub) if cluster.hub else None
    if own is None:
        return None
    ranks = (world.graph.score_rank(page) for page in spokes(world, cluster))
    return 1 + sum(rank is not None and rank < own for rank in ranks)


def share_of_spokes(world: World, cluster: Cluster, count: int) -> float | None:
    """Which part (0 to 1) of the published spokes ``count`` is; None without spokes or without a published hub."""
    found = spokes(world, cluster)
    return count / len(found) if found and cluster.hub and cluster.hub.published else None
