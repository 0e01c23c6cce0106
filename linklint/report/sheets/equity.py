"""Who has the link score, who lacks it, and how it flows."""

from __future__ import annotations

from collections.abc import Sequence

from linklint.model.sheets import EquityReport, EquityRow, Flow
from linklint.report.sheets.sheet import Row, Section, Sheet, Table, Words, cut, percent

COLUMNS = ("path", "clusters", "relative_score", "share", "rank", "inlinks", "outlinks", "sink", "source")
HEADERS = ("page", "cluster", "score", "share", "rank", "in", "out")
CARED_FOR = ", of the pages with a cluster, keyword or priority"
FLOW_HEADERS = ("from", "to", "share of all score", "links")


def lay_out_equity(report: EquityReport, limit: int | None) -> Sheet:
    """Summary, then pages by score from both ends, sinks, sources, flow."""
    summary = f"{report.pages} page{'s' * (report.pages != 1)} with a link score (1 is the average)"
    spread = (
        f"Gini {report.gini or 0:.2f} (0 is even); the first tenth of the pages has {percent(report.top_tenth)} of it"
        if report.pages
        else "no score to spread"
    )
    sections = [
        Section((Words("Link equity"),), [(Words(summary),), (Words(spread),)]),
        lay_out("Has most", report.most, limit),
        lay_out(f"Has least{CARED_FOR if report.some_cared_for else ''}", report.least, limit),
        lay_out(
            "Sinks: linked by many, linking to hardly any; let them link to pages that lack score",
            report.sinks,
            limit,
        ),
        lay_out("Sources: much score, many links: the best places for new links", report.sources, limit),
    ]
    if report.flows:
        shown, rest = cut(report.flows, limit)
        title = Words(f"Flow from {report.grouped_by} to {report.grouped_by}")
        sections.append(Section((title,), (), Table(FLOW_HEADERS, [make_flow(flow) for flow in shown]), rest=rest))
    marks = [frozenset(row.path for row in rows) for rows in (report.sinks, report.sources)]
    records = [
        (
            row.path, "; ".join(row.clusters), row.score, row.share, row.rank, row.inlinks, row.outlinks,
            *(row.path in mark for mark in marks),
        )
        for row in report.most
    ]  # fmt: skip
    return Sheet([section for section in sections if section.lines or section.table], COLUMNS, records, report)


def lay_out(title: str, rows: Sequence[EquityRow], limit: int | None) -> Section:
    shown, rest = cut(rows, limit)
    lines = [] if rows else [(Words("none"),)]
    return Section((Words(title),), lines, Table(HEADERS, [make_row(row) for row in shown]), rest=rest)


def make_row(row: EquityRow) -> Row:
    share = Words(f"{row.share:.1%}")
    return Row((row.path, ", ".join(row.clusters), row.score, share, row.rank, row.inlinks, row.outlinks))


def make_flow(flow: Flow) -> Row:
    return Row((flow.source, flow.target, Words(f"{flow.share:.1%}"), flow.links))
