"""Two members of a cluster that are related."""

from __future__ import annotations

from linklint.facts.registry import BOOLEAN, CLUSTER, PAGE, fact
from linklint.facts.world import World
from linklint.model.site import Cluster, Page, Pair


@fact("pair", "cluster", CLUSTER)
def cluster(world: World, pair: Pair) -> Cluster:
    """The cluster."""
    return pair.cluster


@fact("pair", "a", PAGE)
def a(world: World, pair: Pair) -> Page:
    """The first page."""
    return pair.a


@fact("pair", "b", PAGE)
def b(world: World, pair: Pair) -> Page:
    """The second page."""
    return pair.b


@fact("pair", "declared", BOOLEAN)
def declared(world: World, pair: Pair) -> bool:
    """Whether the clusters file says that the two are related."""
    return pair.declared


@fact("pair", "linked.ab", BOOLEAN)
def linked_ab(world: World, pair: Pair) -> bool:
    """Whether the first page has an outlink to the second, in any place."""
    return pair.b.index in world.graph.adjacency[pair.a.index]


@fact("pair", "linked.ba", BOOLEAN)
def linked_ba(world: World, pair: Pair) -> bool:
    """Whether the second page has an outlink to the first, in any place."""
    return pair.a.index in world.graph.adjacency[pair.b.index]
