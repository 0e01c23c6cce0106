"""``rdjson``: reviewdog's diagnostics, which it turns into review comments.

https://github.com/reviewdog/reviewdog/tree/master/proto/rdf: columns count bytes of UTF-8, from 1.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from linklint.model.finding import Finding, Report
from linklint.model.place import Location
from linklint.report.json import dump_json
from linklint.report.rendering import Rendering
from linklint.report.wording import say_with_suggestions

SEVERITIES = {"error": "ERROR", "warning": "WARNING", "notice": "INFO"}
Excerpts = Mapping[tuple[str, int], str]


def write_rdjson(report: Report, rendering: Rendering) -> str:
    """A ``DiagnosticResult``. Findings that stand in no file are left to the other formats."""
    diagnostics = [_describe(finding, report.excerpts) for finding in report.findings if finding.location.path]
    return dump_json({"source": {"name": "linklint"}, "severity": "ERROR", "diagnostics": diagnostics}) + "\n"


def _describe(finding: Finding, excerpts: Excerpts) -> dict[str, Any]:
    code: dict[str, Any] = {"value": finding.rule}
    if finding.docs:
        code["url"] = finding.docs
    text = say_with_suggestions(finding)
    message = f"{text}\n\n{finding.help}" if finding.help else text
    return {
        "message": message,
        "location": {"path": finding.location.path, "range": _describe_range(finding.location, excerpts)},
        "severity": SEVERITIES[finding.level],
        "code": code,
    }


def _describe_range(place: Location, excerpts: Excerpts) -> dict[str, Any]:
    """Only the start of a span over several lines is exact, since only its first line is at hand; its end is the end of
    that line."""
    line = excerpts.get((place.path, place.line), "")
    start = {"line": max(place.line, 1), "column": _count_bytes(line, place.column)}
    last = place.end_column if place.end_line == place.line else len(line) + 1
    return {"start": start, "end": {"line": max(place.line, 1), "column": _count_bytes(line, last)}}


def _count_bytes(line: str, column: int) -> int:
    return len(line[: max(column, 1) - 1].encode("utf-8", "replace")) + 1
