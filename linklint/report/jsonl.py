"""``jsonl``: one finding a line, for ``jq``, ``grep`` and databases."""

from __future__ import annotations

from collections.abc import Iterator

from linklint.model.finding import Report
from linklint.report.json import describe_finding, dump_json
from linklint.report.rendering import Rendering


def write_jsonl(report: Report, rendering: Rendering) -> str:
    """Each finding as the object that ``json`` gives it, ended by a newline; nothing for a clean run."""
    return "".join(write_jsonl_pieces(report, rendering))


def write_jsonl_pieces(report: Report, rendering: Rendering) -> Iterator[str]:
    """The same, line by line."""
    return (dump_json(describe_finding(finding), indent=None) + "\n" for finding in report.findings)
