"""The graph for Graphviz."""

from __future__ import annotations

from linklint.model.export import GraphTables
from linklint.report.graphs.edges import count_edges
from linklint.report.writing import inert


def write_dot(tables: GraphTables, table: str) -> str:
    """Pages as nodes, pairs of linked pages as edges; ``table`` is for CSV only."""
    lines = ["digraph linklint {", "  rankdir=LR;", "  node [shape=box];"]
    lines += [
        f"  n{number} [label={quote(page.path)}{', style=bold' if page.root else ''}];"
        for number, page in enumerate(tables.pages)
    ]
    lines += [f"  n{source} -> n{target} [weight={count}];" for source, target, count in count_edges(tables)]
    return "\n".join([*lines, "}", ""])


def quote(text: str) -> str:
    escaped = inert(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
