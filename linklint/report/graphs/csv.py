"""One table of the graph as CSV, RFC 4180 with line feeds."""

from __future__ import annotations

import csv
import io
from typing import Any

import msgspec

from linklint.model.export import GraphTables, LinkRow, PageRow
from linklint.report.writing import inert_cell

PAGE_COLUMNS = (
    "path", "url", "title", "kind", "lang", "published", "root", "inlinks", "outlinks", "body_inlinks", "depth",
    "score", "clusters", "on_site",
)  # fmt: skip
LINK_COLUMNS = (
    "source", "file", "line", "column", "href", "text", "target", "status", "kind", "place", "generated",
)  # fmt: skip


def write_csv(tables: GraphTables, table: str) -> str:
    """``table`` is ``pages`` or ``links``."""
    rows: tuple[PageRow, ...] | tuple[LinkRow, ...] = tables.pages if table == "pages" else tables.links
    columns = PAGE_COLUMNS if table == "pages" else LINK_COLUMNS
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        values = msgspec.structs.asdict(row)
        writer.writerow([show(values[column]) for column in columns])
    return sheet.getvalue()


def show(value: Any) -> str:
    """Missing is empty; truth values are ``true`` and ``false``; memberships are ``cluster:role`` with spaces."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, tuple):
        return inert_cell(" ".join(f"{entry.id}:{entry.role}" for entry in value))
    return inert_cell(str(value))
