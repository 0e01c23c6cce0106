"""``grouped``: the findings under the name of their file."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from linklint.model.finding import Finding, Report
from linklint.report.footer import lay_out_footer
from linklint.report.rendering import Rendering
from linklint.report.writing import Piece, write_lines

STYLES = {"error": "bold red", "warning": "bold yellow", "notice": "bold cyan"}


def write_grouped(report: Report, rendering: Rendering) -> str:
    """A heading for each file, a line for each finding in it, and the footer."""
    return write_lines([*_lay_out(report), *lay_out_footer(report, rendering)], rendering)


def _lay_out(report: Report) -> Iterator[tuple[Piece, ...]]:
    for path, findings in groupby(report.findings, key=lambda finding: finding.location.path):
        yield (Piece(path or "(the whole site)", "bold underline"),)
        group = list(findings)
        width = max(len(_name_position(finding)) for finding in group)
        for finding in group:
            yield (
                Piece(f"  {_name_position(finding):>{width}}  "),
                Piece(f"{finding.level:<7}", STYLES[finding.level]),
                Piece(f"  {finding.message}  "),
                Piece(f"[{finding.rule}]", "dim"),
            )
        yield ()


def _name_position(finding: Finding) -> str:
    return f"{finding.location.line}:{finding.location.column}" if finding.location.line else "gone"
