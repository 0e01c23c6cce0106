"""Report → text: one file for each output format, pure functions that return strings.

A new format is one file with a function ``(report, rendering) -> str`` and one line in the table below.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from linklint.model.finding import Report
from linklint.report.concise import write_concise
from linklint.report.footer import write_footer
from linklint.report.full import write_full
from linklint.report.github import write_github
from linklint.report.json import write_json
from linklint.report.jsonl import write_jsonl
from linklint.report.rendering import Rendering

FORMATS: Mapping[str, Callable[[Report, Rendering], str]] = {
    "full": write_full,
    "concise": write_concise,
    "json": write_json,
    "jsonl": write_jsonl,
    "github": write_github,
}

__all__ = ["FORMATS", "Rendering", "write_footer"]
