"""The graph as JSON, keys sorted (DESIGN section 7)."""

from __future__ import annotations

import msgspec

from linklint.model.export import GraphTables
from linklint.report.json import dump_json


def write_json(tables: GraphTables, table: str) -> str:
    """Both tables; ``table`` is for CSV only."""
    return dump_json(msgspec.to_builtins(tables), indent=1, sort_keys=True) + "\n"
