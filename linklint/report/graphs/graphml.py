"""The graph as GraphML, for Gephi, yEd and Cytoscape."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from linklint.model.export import GraphTables, PageRow
from linklint.report.graphs.edges import count_edges
from linklint.report.writing import inert

HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
"""
KEYS = (
    ("node", "path", "string"), ("node", "url", "string"), ("node", "title", "string"), ("node", "kind", "string"),
    ("node", "lang", "string"), ("node", "published", "boolean"), ("node", "root", "boolean"), ("node", "inlinks", "int"),
    ("node", "outlinks", "int"), ("node", "body_inlinks", "int"), ("node", "depth", "int"), ("node", "score", "double"),
    ("edge", "links", "int"),
)  # fmt: skip


def write_graphml(tables: GraphTables, table: str) -> str:
    """Pages as nodes with their columns as data, pairs of linked pages as edges; ``table`` is for CSV only."""
    keys = "".join(
        f'  <key id="{name}" for="{owner}" attr.name="{name}" attr.type="{kind}"/>\n' for owner, name, kind in KEYS
    )
    nodes = "".join(write_node(number, page) for number, page in enumerate(tables.pages))
    edges = "".join(
        f'    <edge source="n{source}" target="n{target}"><data key="links">{count}</data></edge>\n'
        for source, target, count in count_edges(tables)
    )
    return f'{HEAD}{keys}  <graph id="linklint" edgedefault="directed">\n{nodes}{edges}  </graph>\n</graphml>\n'


def write_node(number: int, page: PageRow) -> str:
    data = []
    for owner, name, kind in KEYS:
        value = getattr(page, name) if owner == "node" else None
        if value is not None:
            text = str(value).lower() if kind == "boolean" else str(value)
            data.append(f"<data key={quoteattr(name)}>{escape(inert(text))}</data>")
    return f'    <node id="n{number}">{"".join(data)}</node>\n'
