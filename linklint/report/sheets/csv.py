"""A sheet as one flat CSV table, RFC 4180 with line feeds."""

from __future__ import annotations

import csv
import io
from typing import Any

from linklint.report.rendering import Rendering
from linklint.report.sheets.sheet import Sheet
from linklint.report.writing import inert_cell


def write_csv(sheet: Sheet, rendering: Rendering) -> str:
    """Nothing left out; missing is empty."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(sheet.columns)
    for record in sheet.records:
        writer.writerow([write_cell(cell) for cell in record])
    return stream.getvalue()


def write_cell(cell: Any) -> str:
    """Missing is empty; truth values are ``true`` and ``false``; six digits of what is no whole number."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, int | float):
        return f"{cell:.6g}" if isinstance(cell, float) else str(cell)
    return inert_cell(str(cell))
