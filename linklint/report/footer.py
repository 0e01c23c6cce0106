"""The last lines of the human output: what was found, and what was not looked at. Nothing is skipped in silence."""

from __future__ import annotations

from collections.abc import Iterator

from linklint.model.finding import Report, Summary
from linklint.report.rendering import Rendering
from linklint.report.wording import count, join_words, name_place
from linklint.report.writing import Piece, write_lines

Line = tuple[Piece, ...]
MANY = 3


def write_footer(report: Report, rendering: Rendering) -> str:
    """The footer alone, for formats that have none of their own."""
    return write_lines(lay_out_footer(report, rendering), rendering)


def lay_out_footer(report: Report, rendering: Rendering) -> Iterator[Line]:
    """``quiet`` leaves nothing but warnings about the run itself: a run that checked too little must not look clean."""
    if not rendering.quiet:
        if rendering.verbose:
            yield from _list_unverified(report)
        yield (Piece(say_result(report), "bold" if report.findings else "bold green"),)
        for text in _list_counts(report, verbose=rendering.verbose):
            yield (Piece(text),)
        yield from _list_frameworks(report, rendering)
    for notice in report.notices:
        if not rendering.quiet or notice.level != "notice":
            yield Piece(notice.level, "bold yellow"), Piece(f": {notice.message}")


def say_result(report: Report) -> str:
    """What was found, in one sentence of linklint's own words."""
    summary = report.summary
    extent = f"in {count(summary.pages, 'page')} with {count(summary.links, 'link')}"
    levels = (("error", summary.errors), ("warning", summary.warnings), ("notice", summary.notices))
    found = [count(number, level) for level, number in levels if number]
    if not found:
        return f"All good: no findings {extent}." if report.rules else f"Nothing was judged {extent}."
    hidden = "" if report.findings else "; none of them has the level asked for"
    return f"Found {join_words(found)} {extent}{_say_change(summary)}{hidden}."


def _say_change(summary: Summary) -> str:
    parts = [
        f"{number} {word}" for number, word in ((summary.new, "new"), (summary.fixed, "fixed")) if number is not None
    ]
    return f" ({', '.join(parts)})" if parts else ""


def _list_counts(report: Report, *, verbose: bool) -> Iterator[str]:
    summary = report.summary
    if summary.external:
        yield f"Not checked: {count(summary.external, 'external link')}."
    doubts = (
        (summary.unresolvable, "unresolvable"),
        (summary.opaque, "opaque"),
        (summary.outside, "outside"),
        (summary.fragment_unverifiable, "fragment-unverifiable"),
    )
    if any(number for number, _ in doubts):
        listed = ", ".join(f"{number} {status}" for number, status in doubts if number)
        yield f"Could not be verified: {listed}{'' if verbose else ' (-v lists them)'}."
    if summary.orphan_unknown:
        yield f"Orphan or not is unknown for {count(summary.orphan_unknown, 'page')}: the theme decides."
    if summary.suppressed:
        yield f"Suppressed by directives: {count(summary.suppressed, 'finding')}."
    if summary.baselined:
        places = sorted({entry.where for entry in report.suppressed if entry.by == "baseline"})
        baseline = " ".join(["the baseline", *places])
        yield f"Hidden by {baseline}: {count(summary.baselined, 'finding')}."
    if summary.generated:
        files = len({entry.finding.location.path for entry in report.suppressed if entry.by == "generated"})
        yield f"Left out of {count(files, 'generated file')}: {count(summary.generated, 'finding')}."


def _list_frameworks(report: Report, rendering: Rendering) -> Iterator[Line]:
    shown = report.frameworks if rendering.verbose else report.frameworks[:MANY]
    for framework in shown:
        where = f" in {framework.root}" if framework.root else ""
        yield (Piece(f"Read as {framework.name}{where}: {framework.reason}", "dim"),)
    if len(report.frameworks) > len(shown):
        yield (Piece(f"Read as {len(report.frameworks) - len(shown)} more sites (-v lists them)", "dim"),)


def _list_unverified(report: Report) -> Iterator[Line]:
    for link in report.unverified:
        reason = f": {link.reason}" if link.reason else ""
        yield Piece(f"{name_place(link.location)}: {link.status}", "dim"), Piece(f" {link.href}{reason}")
    if report.unverified:
        yield ()
