"""Communities: sets of pages that link each other more than the rest of the site."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

SEED = 1


def find_communities(edges: Iterable[tuple[int, int]]) -> list[list[int]]:
    """The communities of the pages that the edges join, directions ignored: pages that link each other both ways hold
    together twice as much. Sorted, by first page; the same edges always give the same communities.

    Source: Blondel, Guillaume, Lambiotte, Lefebvre, "Fast unfolding of communities in large networks" (2008).
    """
    weights = Counter((min(edge), max(edge)) for edge in sorted(set(edges)) if edge[0] != edge[1])
    if not weights:
        return []
    import networkx  # here, since it takes longer to import than a small site takes to lint

    graph: networkx.Graph[int] = networkx.Graph()
    graph.add_nodes_from(sorted({page for pair in weights for page in pair}))
    graph.add_weighted_edges_from((*pair, weight) for pair, weight in sorted(weights.items()))
    found = networkx.community.louvain_communities(graph, seed=SEED)
    return sorted(sorted(community) for community in found)
