"""GraphML, as networkx writes it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

Value = str | int | float | bool


def write_graphml(nodes: Iterable[Mapping[str, Value]], edges: Iterable[tuple[int, int, int]]) -> str:
    """Nodes with their data, in order, and edges as (source, target, number of links). Texts must be free of
    characters that XML forbids."""
    import networkx

    graph: networkx.DiGraph[str] = networkx.DiGraph()
    for number, data in enumerate(nodes):
        graph.add_node(f"n{number}", **data)
    for source, target, count in edges:
        graph.add_edge(f"n{source}", f"n{target}", links=count)
    return "\n".join(networkx.generate_graphml(graph)) + "\n"
