"""Hubs and authorities: HITS over the pages of one site.

Source: Kleinberg, "Authoritative Sources in a Hyperlinked Environment" (1999): a good hub links good authorities, a
good authority is linked by good hubs.
"""

from __future__ import annotations

from collections.abc import Iterable

from linklint.graph.score import total

TOLERANCE = 1e-12
ROUNDS = 1000


def hubs_and_authorities(count: int, edges: Iterable[tuple[int, int]]) -> tuple[list[float], list[float]]:
    """The hub and the authority share of each of ``count`` pages; each kind sums to 1, but is 0 everywhere where no
    page links another. Repeated links count once, links to itself not at all. All pages begin as equal hubs, so that of
    the many solutions of a site in several parts it is always the same one that is found."""
    links = sorted({edge for edge in edges if edge[0] != edge[1]})
    if not links:
        return [0.0] * count, [0.0] * count
    import numpy  # here, since it takes longer to import than a small site takes to lint

    pairs = numpy.array(links, dtype=numpy.int64)
    sources, targets = pairs[:, 0], pairs[:, 1]
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
