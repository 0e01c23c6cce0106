"""A small picture of what a change did: the pages and links that it is about, and no others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from linklint.model.effect import LinkEffect, PageEffect, Picture

MOST_EDGES = 30
MOST_NODES = 24


def draw(
    pages: Sequence[PageEffect], links: Sequence[LinkEffect], orphaned: Iterable[str], adopted: Iterable[str]
) -> Picture:
    """The changed links between pages, those of pages that were orphaned or adopted first, within what fits into a
    picture; a page that came, went or was renamed is in it also without a link."""
    states = {page.path: page.kind for page in pages}
    states |= dict.fromkeys(adopted, "adopted")
    states |= dict.fromkeys(orphaned, "orphaned")
    edges = list(dict.fromkeys(_find_edges(links)))
    uses = Counter(path for source, target, _ in edges for path in (source, target))
    edges.sort(key=lambda edge: (_weight(states, edge), -uses[edge[0]] - uses[edge[1]], edge))
    kept: list[tuple[str, str, str]] = []
    nodes: dict[str, int] = {}
    for edge in edges:
        ends = {edge[0], edge[1]} - nodes.keys()
        if len(kept) < MOST_EDGES and len(nodes) + len(ends) <= MOST_NODES:
            kept.append(edge)
            for path in (edge[0], edge[1]):
                nodes.setdefault(path, len(nodes))
    for path in states:
        if len(nodes) < MOST_NODES:
            nodes.setdefault(path, len(nodes))
    return Picture(
        tuple((path, states.get(path, "same")) for path in nodes),
        tuple((nodes[source], nodes[target], kind) for source, target, kind in kept),
        len(edges) - len(kept),
    )


def _find_edges(links: Iterable[LinkEffect]) -> Iterator[tuple[str, str, str]]:
    """(source, target, added or removed). An edited link is one of each."""
    for link in links:
        ends = {"added": (None, link.target), "removed": (link.target, None), "edited": (link.before, link.target)}
        before, after = ends[link.kind]
        if before and before != link.source:
            yield link.source, before, "removed"
        if after and after != link.source:
            yield link.source, after, "added"


def _weight(states: dict[str, str], edge: tuple[str, str, str]) -> int:
    state = {states.get(edge[0]), states.get(edge[1])}
    return 0 if state & {"orphaned", "adopted"} else 1 if state & {"removed", "renamed", "added"} else 2
