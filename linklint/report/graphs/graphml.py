"""The graph as GraphML, for Gephi, yEd and Cytoscape."""

from __future__ import annotations

import msgspec

from linklint.model.export import GraphTables, PageRow
from linklint.report.graphs.edges import count_edges
from linklint.report.writing import inert


def write_graphml(tables: GraphTables, table: str) -> str:
    """Pages as nodes with their columns as data, pairs of linked pages as edges; ``table`` is for CSV only."""
    from linklint.graph.graphml import write_graphml as write

    return write((describe(page) for page in tables.pages), count_edges(tables))


def describe(page: PageRow) -> dict[str, str | int | float | bool]:
    """The columns of a page that have a value; memberships in one text."""
    values = {name: value for name, value in msgspec.structs.asdict(page).items() if value is not None}
    values["clusters"] = " ".join(f"{entry.id}:{entry.role}" for entry in page.clusters)
    return {name: inert(value) if isinstance(value, str) else value for name, value in sorted(values.items())}
