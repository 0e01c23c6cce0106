"""Two members of a cluster that are related: declared so, or found to be linked or similar."""

from __future__ import annotations

from collections import Counter

from linklint.facts.cluster_links import body_targets, spokes
from linklint.facts.registry import BOOLEAN, CLUSTER, NUMBER, PAGE, fact
from linklint.facts.similarity import MOST_SIMILAR, groups, language_of
from linklint.facts.terms import Vector, cosine, find_alike
from linklint.facts.world import World, once_per_world
from linklint.model.site import Cluster, Page, Pair

SEVERAL = 4


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
    """Whether the clusters file says that the two are related. Else they are two published spokes of which one links
    the other in its body, or which have much in common."""
    return pair.declared


@fact("pair", "linked.ab", BOOLEAN)
def linked_ab(world: World, pair: Pair) -> bool:
    """Whether the first page has an outlink to the second, in any place."""
    return pair.b.index in world.graph.adjacency[pair.a.index]


@fact("pair", "linked.ba", BOOLEAN)
def linked_ba(world: World, pair: Pair) -> bool:
    """Whether the second page has an outlink to the first, in any place."""
    return pair.a.index in world.graph.adjacency[pair.b.index]


@fact("pair", "similarity", NUMBER)
def similarity(world: World, pair: Pair) -> float | None:
    """How much (0 to 1) the two pages have in common in title, keyword, description, headings and first 100 words: the
    cosine of their words, weighted by rarity; of four or more spokes without what more than two thirds of them say,
    unless one links the other; missing for pages of two languages and for those that say nothing of themselves."""
    if language_of(pair.a) != language_of(pair.b):
        return None
    known = found_pairs(world).get(pair.cluster, {}).get((pair.a, pair.b))
    if known is not None:
        return known
    one, other = vector_of(world, pair.a), vector_of(world, pair.b)
    return cosine(one, other) if one and other else None


def vector_of(world: World, page: Page) -> Vector:
    """The weighed terms of the page among those of its language; empty for one that is not published."""
    return groups(world)[language_of(page)].get(page, {}) if page.published else {}


@once_per_world
def pairs(world: World) -> tuple[Pair, ...]:
    """The declared pairs, then those that are found, by cluster and path."""
    known = {(pair.cluster, frozenset((pair.a, pair.b))) for pair in world.site.pairs}
    found = []
    for each, together in found_pairs(world).items():
        found += [
            Pair(each, one, other, declared=False, location=each.declared)
            for one, other in sorted(together, key=lambda two: (two[0].path, two[1].path))
            if (each, frozenset((one, other))) not in known
        ]
    return (*world.site.pairs, *found)


@once_per_world
def found_pairs(world: World) -> dict[Cluster, dict[tuple[Page, Page], float | None]]:
    """Cluster → the pairs of its spokes that are linked or alike, the page with the lesser path first, and how alike
    they are where that is known already."""
    return {each: linked_or_similar(world, each) for each in world.site.clusters}


def linked_or_similar(world: World, cluster: Cluster) -> dict[tuple[Page, Page], float | None]:
    """Pairs of spokes of which one links the other (None), or that are alike (how much, 0 to 1); each once."""
    around = spokes(world, cluster)
    found: dict[tuple[Page, Page], float | None] = {}
    for page in around:
        for other in body_targets(world, page).intersection(around):
            if other is not page:
                found[in_order(page, other)] = None
    vectors = leave_common([vector_of(world, page) for page in around])
    for page, alike in zip(around, find_alike(vectors, MOST_SIMILAR), strict=True):
        found.update((in_order(page, around[other]), value) for value, other in alike)
    return found


def leave_common(vectors: list[Vector]) -> list[Vector]:
    """The vectors without the terms that more than two thirds of them have, of several: the cluster's topic, and what
    all its pages are filled in from, tell nothing of two of them. They keep their weights."""
    if len(vectors) < SEVERAL:
        return vectors
    having = Counter(term for vector in vectors for term in vector)
    common = {term for term, count in having.items() if 3 * count > 2 * len(vectors)}
    return [{term: weight for term, weight in vector.items() if term not in common} for vector in vectors]


def in_order(page: Page, other: Page) -> tuple[Page, Page]:
    """The two pages by their paths, so that a pair has one key."""
    return (page, other) if page.path < other.path else (other, page)
