"""``concise``: one line for each finding, for editors, ``grep`` and small screens."""

from __future__ import annotations

from linklint.model.finding import Finding, Report
from linklint.report.rendering import Rendering
from linklint.report.wording import name_place
from linklint.report.writing import Piece, write_lines


def write_concise(report: Report, rendering: Rendering) -> str:
    """``path:line:column: level: message [rule]``, and nothing else."""
    return write_lines([_lay_out(finding) for finding in report.findings], rendering)


def _lay_out(finding: Finding) -> tuple[Piece, ...]:
    return (Piece(f"{name_place(finding.location)}: {finding.level}: {finding.message} [{finding.rule}]"),)
