"""``linklint report``: tables about the whole site, as plain data."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from linklint.app.check import run
from linklint.app.joins import find_unmatched
from linklint.app.reports.anchors import list_anchors
from linklint.app.reports.clusters import judge_clusters
from linklint.app.reports.equity import weigh_equity
from linklint.app.reports.hub import make_hub_sheet
from linklint.app.request import Request
from linklint.data.suggest import closest_hint
from linklint.errors import Problem, UserError
from linklint.facts import World
from linklint.model.sheets import AnchorLedger, ClusterReport, EquityReport, HubSheet

Made = HubSheet | ClusterReport | AnchorLedger | EquityReport
REPORTS: Mapping[str, Callable[[World, str | None], Made]] = {
    "hub": make_hub_sheet,
    "clusters": judge_clusters,
    "anchors": list_anchors,
    "equity": weigh_equity,
}


def make(kind: str, path: str | None, cluster: str | None, config: str | None, cwd: str) -> tuple[Made, list[str]]:
    """The report of that kind, of one cluster or of all pages, and what must be told beside it. Raises UserError for
    a cluster that does not exist."""
    world = run(Request((path,) if path else (), config), cwd).journey.world
    known = [each.id for each in world.site.clusters]
    if cluster is not None and cluster not in known:
        hint = closest_hint(cluster, known) or (f"there are: {', '.join(known)}" if known else "no cluster is declared")
        raise UserError(Problem(f'there is no cluster "{cluster}"', hint=hint))
    return REPORTS[kind](world, cluster), [notice.message for notice in find_unmatched(world)]
