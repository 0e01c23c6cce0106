"""What the drawings share: one edge for each pair of pages."""

from __future__ import annotations

from collections import Counter

from linklint.model.export import GraphTables


def count_edges(tables: GraphTables) -> list[tuple[int, int, int]]:
    """(index of the source, index of the target, number of links), self links left out, sorted."""
    index = {page.path: number for number, page in enumerate(tables.pages)}
    counted = Counter(
        (index[link.source], index[link.target])
        for link in tables.links
        if link.target is not None and link.target != link.source
    )
    return [(source, target, count) for (source, target), count in sorted(counted.items())]
