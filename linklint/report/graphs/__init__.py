"""GraphTables → text: one file for each format of ``linklint graph``."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from linklint.model.export import GraphTables
from linklint.report.graphs.csv import write_csv
from linklint.report.graphs.dot import write_dot
from linklint.report.graphs.graphml import write_graphml
from linklint.report.graphs.json import write_json
from linklint.report.graphs.mermaid import write_mermaid

GRAPH_FORMATS: Mapping[str, Callable[[GraphTables, str], str]] = {
    "json": write_json,
    "csv": write_csv,
    "dot": write_dot,
    "graphml": write_graphml,
    "mermaid": write_mermaid,
}
