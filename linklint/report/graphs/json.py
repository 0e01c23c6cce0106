"""The graph as JSON, keys sorted (DESIGN section 7)."""

from __future__ import annotations

import json

import msgspec

from linklint.model.export import GraphTables


def write_json(tables: GraphTables, table: str) -> str:
    """Both tables; ``table`` is for CSV only."""
    value = msgspec.to_builtins(tables)
    return json.dumps(value, ensure_ascii=False, sort_keys=True, indent=1).translate(CONTROLS) + "\n"


# JSON itself escapes C0; DEL, C1, line separators and bidi controls are escaped for the sake of terminals.
CONTROLS = {
    number: f"\\u{number:04x}"
    for number in [*range(0x7F, 0xA0), *range(0x200B, 0x2010), *range(0x2028, 0x202F), *range(0x2060, 0x2070), 0xFEFF]
} | {number: f"\\u{number:04x}" for number in range(0xD800, 0xE000)}
