"""Who belongs to which cluster: the tables behind the facts of pages, members and clusters."""

from __future__ import annotations

from typing import Any

from linklint.facts.page import declared
from linklint.facts.text import normalise_text
from linklint.facts.world import World, once_per_world
from linklint.model.site import Cluster, Member, Page, Pair

HUB = "hub"


@once_per_world
def members(world: World) -> tuple[Member, ...]:
    """All memberships; the hub is a member too, whether or not the site lists it as one. (A cluster that only front
    matter names may have no hub.)"""
    listed = world.site.members
    with_hub = {member.cluster for member in listed if member.role == HUB}
    hubs = (
        Member(cluster, cluster.hub, cluster.hub_path, HUB, cluster.declared, cluster.keyword)
        for cluster in world.site.clusters
        if cluster.hub_path and cluster not in with_hub
    )
    return (*hubs, *listed)


@once_per_world
def members_of(world: World) -> dict[Cluster, tuple[Member, ...]]:
    """Cluster → its members, the hub first."""
    table: dict[Cluster, list[Member]] = {cluster: [] for cluster in world.site.clusters}
    for member in sorted(members(world), key=lambda member: member.role != HUB):
        table.setdefault(member.cluster, []).append(member)
    return {cluster: tuple(found) for cluster, found in table.items()}


@once_per_world
def memberships_of(world: World) -> dict[Page, tuple[Member, ...]]:
    """Page → its memberships, in the order in which they are declared."""
    table: dict[Page, list[Member]] = {}
    for member in members(world):
        if member.page:
            table.setdefault(member.page, []).append(member)
    return {page: tuple(found) for page, found in table.items()}


@once_per_world
def pairs_of(world: World) -> dict[Cluster, tuple[Pair, ...]]:
    """Cluster → its pairs, in their order."""
    table: dict[Cluster, list[Pair]] = {}
    for pair in world.site.pairs:
        table.setdefault(pair.cluster, []).append(pair)
    return {cluster: tuple(found) for cluster, found in table.items()}


def keyword_of(world: World, page: Page) -> str | None:
    """The page's keyword: what the clusters file says, else the front matter."""
    return declared_of(world, page, "keyword")


def names_of(world: World, page: Page) -> tuple[str, str]:
    """The page's keyword and its title, as anchor texts are compared; empty where there is none."""
    known = names(world)
    found = known.get(page)
    if found is None:
        found = known[page] = normalise_text(keyword_of(world, page) or ""), normalise_text(page.title or "")
    return found


@once_per_world
def names(world: World) -> dict[Page, tuple[str, str]]:
    """Filled as it is asked: every link to a page asks for its names."""
    return {}


def stage_of(world: World, page: Page) -> str | None:
    """The page's stage: what the clusters file says, else the front matter."""
    return declared_of(world, page, "stage")


def declared_of(world: World, page: Page, word: str) -> str | None:
    """A membership's own word wins over the front matter; of several memberships, the first that has one. A hub's
    keyword is its cluster's."""
    for member in memberships_of(world).get(page, ()):
        value = own_word(member, word)
        if value:
            return str(value)
    value = declared(world, page, word)
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) and value != "" else None


def own_word(member: Member, word: str) -> Any:
    """What the clusters file says of the member: its keyword (of the hub: the cluster's), or its stage."""
    if word == "keyword":
        return member.keyword or (member.cluster.keyword if member.role == HUB else None)
    return member.stage
