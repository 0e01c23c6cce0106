"""The link score: PageRank over the pages of one site.

Sources: Page, Brin, Motwani, Winograd, "The PageRank Citation Ranking" (1998); Langville and Meyer, "A Survey of
Eigenvector Methods for Web Information Retrieval" (2005), for pages without links; that a nofollow link takes its share
and passes it to nobody: Google, "PageRank sculpting" (Matt Cutts, 2009).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

POLICIES = ("spread", "evaporate", "drop", "keep")
TOLERANCE = 1e-12
ROUNDS = 1000


def link_score(
    count: int,
    edges: Iterable[tuple[int, int]],
    damping: float = 0.85,
    nofollow_edges: Iterable[tuple[int, int]] = (),
    policy: str = "spread",
    teleport: Sequence[float] | None = None,
) -> list[float]:
    """The share of each of ``count`` pages.

    Every page hands ``damping`` of its share on, evenly over the pages that it links; repeated links count once, links
    to itself not at all, and a page that is linked both ways, followed and nofollow, is followed. The rest, and all of
    a page without links, goes to all pages as ``teleport`` says (weights, any scale; None: evenly). Shares sum to 1.

    A nofollow link takes its part of the page's share; by ``policy`` that part
    ``spread``     goes to all pages, like the share of a page without links;
    ``evaporate``  is lost, so that the shares sum to less than 1;
    ``drop``       is not taken at all: the link is ignored;
    ``keep``       goes to the linked page, as if it were followed.

    By hand, three pages with A → B, A → C (nofollow), B → A, C → A, damping 0.5, ``spread``: half of A's share goes to
    B, the other half evenly to A, B and C. With a + b + c = 1 and every page starting from 0.5/3 = 1/6,
    c = 1/6 + 1/2 · (a/2)/3 = 1/6 + a/12,  b = c + a/4,  a = c + (b + c)/2.
    b + c = 1 - a gives c = a - (1 - a)/2 = 3a/2 - 1/2, so 1/6 + a/12 = 3a/2 - 1/2 and a = 8/17 = 0.4706; then
    c = 7/34 = 0.2059 and b = 11/34 = 0.3235. ``evaporate`` leaves out the a/12: c = 1/6, b = 1/6 + a/4,
    a = 1/6 + (b + c)/2 = 1/3 + a/8, so a = 8/21, b = 11/42, c = 7/42, in sum 17/21. ``drop``: c = 1/6, b = 1/6 + a/2,
    a = 1/6 + (b + c)/2 = 1/3 + a/4, so a = 4/9, b = 7/18, c = 3/18.

    Raises ValueError for an unknown policy.
    """
    if policy not in POLICIES:
        raise ValueError(f"unknown nofollow policy {policy}")
    if count == 0:
        return []
    import numpy  # here, since it takes longer to import than a small site takes to lint

    followed = number_edges(count, edges)
    unfollowed = numpy.setdiff1d(number_edges(count, nofollow_edges), followed, assume_unique=True)
    if policy == "keep":
        followed = numpy.union1d(followed, unfollowed)
    if policy in ("keep", "drop"):
        unfollowed = unfollowed[:0]

    sources, targets = numpy.divmod(followed, count)
    passed = numpy.bincount(sources, minlength=count)
    taken = passed + numpy.bincount(unfollowed // count, minlength=count)
    part = 1.0 / numpy.maximum(taken, 1)
    stray = numpy.where(taken == 0, 1.0, 0.0 if policy == "evaporate" else (taken - passed) * part)
    jump = numpy.full(count, 1.0) if teleport is None else numpy.array(teleport, dtype=float)
    jump = jump / total(jump)

    shares = jump
    for _ in range(ROUNDS):
        handed = numpy.bincount(targets, weights=(shares * part)[sources], minlength=count)
        fresh = (1.0 - damping) * jump + damping * (handed + total(shares * stray) * jump)
        change = total(abs(fresh - shares))
        shares = fresh
        if change < TOLERANCE:
            break
    return [float(share) for share in shares]


def number_edges(count: int, edges: Iterable[tuple[int, int]]) -> Any:
    """The distinct edges between ``count`` pages, those to themselves left out, each as source · count + target in one
    array, in order."""
    import numpy

    ends = numpy.fromiter(chain.from_iterable(edges), dtype=numpy.int64).reshape(-1, 2)
    sources, targets = ends[:, 0], ends[:, 1]
    return numpy.unique((sources * count + targets)[sources != targets])


def total(values: Any) -> float:
    """The sum, added one after the other: ``numpy.sum`` adds in an order that depends on the processor, and the same
    files must give the same digits on every machine."""
    return float(values.cumsum()[-1])
