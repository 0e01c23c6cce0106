"""Report → text: one file for each output format, pure functions that return strings.

A new format is one file with a function ``(report, rendering) -> str`` and one line in the table below.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from linklint.model.finding import Report
from linklint.report.checkstyle import write_checkstyle
from linklint.report.concise import write_concise
from linklint.report.footer import write_footer
from linklint.report.full import write_full
from linklint.report.github import write_github
from linklint.report.gitlab import write_gitlab
from linklint.report.grouped import write_grouped
from linklint.report.json import write_json, write_json_pieces
from linklint.report.jsonl import write_jsonl, write_jsonl_pieces
from linklint.report.junit import write_junit
from linklint.report.rdjson import write_rdjson
from linklint.report.rendering import Rendering
from linklint.report.sarif import write_sarif
from linklint.report.summary import write_markdown

FORMATS: Mapping[str, Callable[[Report, Rendering], str]] = {
    "full": write_full,
    "concise": write_concise,
    "grouped": write_grouped,
    "json": write_json,
    "jsonl": write_jsonl,
    "github": write_github,
    "gitlab": write_gitlab,
    "sarif": write_sarif,
    "junit": write_junit,
    "checkstyle": write_checkstyle,
    "rdjson": write_rdjson,
    "markdown": write_markdown,
}

FOOTED = frozenset({"full", "grouped", "markdown"})
"""The formats whose last lines tell of the run itself."""

PIECEWISE: Mapping[str, Callable[[Report, Rendering], Iterator[str]]] = {
    "json": write_json_pieces,
    "jsonl": write_jsonl_pieces,
}
"""The formats that programs read, of which a large one need never be there as a whole."""


def write_pieces(name: str, report: Report, rendering: Rendering) -> Iterator[str]:
    """The output of a format, in one or more pieces."""
    write = PIECEWISE.get(name)
    return iter((FORMATS[name](report, rendering),)) if write is None else write(report, rendering)


__all__ = ["FOOTED", "FORMATS", "Rendering", "write_footer", "write_pieces"]
