"""Reports → text: how each is laid out, and one file for each format."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from linklint.model.sheets import AnchorLedger, ClusterReport, EquityReport, HubSheet
from linklint.report.rendering import Rendering
from linklint.report.sheets.anchors import lay_out_anchors
from linklint.report.sheets.clusters import lay_out_clusters
from linklint.report.sheets.csv import write_csv
from linklint.report.sheets.equity import lay_out_equity
from linklint.report.sheets.hub import lay_out_hub
from linklint.report.sheets.json import write_json
from linklint.report.sheets.markdown import write_markdown
from linklint.report.sheets.sheet import Sheet
from linklint.report.sheets.text import write_text

SHEET_FORMATS: Mapping[str, Callable[[Sheet, Rendering], str]] = {
    "text": write_text,
    "csv": write_csv,
    "markdown": write_markdown,
    "json": write_json,
}
KINDS = ("hub", "clusters", "anchors", "equity")
SHOWN = {"anchors": 20, "equity": 10}
"""How many rows text and Markdown show when nobody says."""


def lay_out(report: HubSheet | ClusterReport | AnchorLedger | EquityReport, limit: int | None) -> Sheet:
    """The report as a sheet. ``limit``: rows of each table (targets of the ledger, suggestions of a cluster)."""
    match report:
        case HubSheet():
            return lay_out_hub(report, limit)
        case ClusterReport():
            return lay_out_clusters(report, limit)
        case AnchorLedger():
            return lay_out_anchors(report, limit)
        case EquityReport():
            return lay_out_equity(report, limit)
