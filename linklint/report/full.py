"""``full``: like a compiler's messages, for people."""

from __future__ import annotations

from collections.abc import Iterator

from linklint.model.finding import Finding, Report
from linklint.report.excerpt import cut_excerpt
from linklint.report.footer import lay_out_footer
from linklint.report.rendering import Rendering
from linklint.report.wording import ask_suggestions, count, flatten, name_place
from linklint.report.writing import Piece, write_lines

STYLES = {"error": "bold red", "warning": "bold yellow", "notice": "bold cyan"}
FRAME = "blue"
LEAST_ROOM = 40
MANY = 5
"""Related places that are named without `-v`."""

Line = tuple[Piece, ...]


def write_full(report: Report, rendering: Rendering) -> str:
    """All findings, a blank line after each, then the footer."""
    return write_lines(_lay_out(report, rendering), rendering)


def _lay_out(report: Report, rendering: Rendering) -> Iterator[Line]:
    for finding in report.findings:
        excerpt = report.excerpts.get((finding.location.path, finding.location.line), "")
        yield from _lay_out_finding(finding, excerpt, rendering)
        yield ()
    yield from lay_out_footer(report, rendering)


def _lay_out_finding(finding: Finding, excerpt: str, rendering: Rendering) -> Iterator[Line]:
    number = str(finding.location.line)
    gutter = " " * max(2, len(number))
    yield (
        Piece(f"{finding.level}[{finding.rule}]", STYLES.get(finding.level, "bold")),
        Piece(f": {finding.message}", "bold"),
    )
    yield Piece(f"{gutter}--> ", FRAME), Piece(name_place(finding.location))
    if excerpt.strip():
        shown = cut_excerpt(excerpt, finding.location, max(rendering.width - len(gutter) - 3, LEAST_ROOM))
        yield (Piece(f"{gutter} |", FRAME),)
        yield Piece(f"{number.rjust(len(gutter))} | ", FRAME), Piece(shown.text)
        yield (
            Piece(f"{gutter} | ", FRAME),
            Piece(" " * shown.indent),
            Piece("^" * shown.carets, STYLES.get(finding.level, "bold")),
        )
    for word, text in _list_remarks(finding, verbose=rendering.verbose):
        yield Piece(f"{gutter} = ", FRAME), Piece(word, "bold"), Piece(f": {text}")


def _list_remarks(finding: Finding, *, verbose: bool) -> Iterator[tuple[str, str]]:
    if finding.suggestions:
        yield "did you mean", ask_suggestions(finding.suggestions)
    if finding.help:
        yield "help", flatten(finding.help)
    if finding.cause not in (None, finding.location):
        yield "cause", name_place(finding.cause)
    if finding.worsened:
        yield "note", "this was known before, and is worse now"
    shown = finding.related if verbose else finding.related[:MANY]
    for related in shown:
        yield "note", f"{name_place(related.location)} {related.message}"
    if len(shown) < len(finding.related):
        yield "note", f"and {count(len(finding.related) - len(shown), 'more place')}; `-v` shows all"
    if verbose and finding.docs:
        yield "docs", finding.docs
