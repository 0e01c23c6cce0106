"""Hubs and authorities: HITS over the pages of one site.

Source: Kleinberg, "Authoritative Sources in a Hyperlinked Environment" (1999): a good hub links good authorities, a
good authority is linked by good hubs.
"""

from __future__ import annotations

from collections.abc import Iterable

from linklint.graph.score import number_edges, total

TOLERANCE = 1e-12
ROUNDS = 1000


def hubs_and_authorities(count: int, edges: Iterable[tuple[int, int]]) -> tuple[list[float], list[float]]:
    """The hub and the authority share of each of ``count`` pages; each kind sums to 1, but is 0 everywhere where no
    page links another. Repeated links count once, links to itself not at all. All pages begin as equal hubs, so that of
    the many solutions of a site in several parts it is always the same one that is found."""
    import numpy  # here, since it takes longer to import than a small site takes to lint

    links = number_edges(count, edges)
    if not links.size:
        return [0.0] * count, [0.0] * count
    sources, targets = numpy.divmod(links, count)
    hubs = numpy.full(count, 1.0 / count)
    for _ in range(ROUNDS):
        linked = numpy.bincount(targets, weights=hubs[sources], minlength=count)
        authorities = linked / total(linked)
        linking = numpy.bincount(sources, weights=authorities[targets], minlength=count)
        fresh = linking / total(linking)
        change = total(abs(fresh - hubs))
        hubs = fresh
        if change < TOLERANCE:
            break
    return [float(share) for share in hubs], [float(share) for share in authorities]
