"""A report as JSON: the data as it is."""

from __future__ import annotations

import msgspec

from linklint.report.json import dump_json
from linklint.report.rendering import Rendering
from linklint.report.sheets.sheet import Sheet

VERSION = 1


def write_json(sheet: Sheet, rendering: Rendering) -> str:
    """Keys in the order of ``linklint.model.sheets``; numbers in full."""
    return dump_json({"version": VERSION, **msgspec.to_builtins(sheet.value)}, indent=1) + "\n"
