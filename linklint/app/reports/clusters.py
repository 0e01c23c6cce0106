"""``report clusters``: what each cluster promises, and what of it holds."""

from __future__ import annotations

from linklint.app.reports.missing import find_contract, find_similar, is_worth_a_link, place_of_link
from linklint.facts import World
from linklint.facts import cluster as facts
from linklint.facts.cluster_links import body_targets, spokes
from linklint.facts.member import candidates, keyword
from linklint.facts.memberships import members_of, memberships_of, pairs_of
from linklint.facts.similarity import TITLED
from linklint.model.sheets import ClusterMatrix, ClusterReport, MatrixRow, MissingLink
from linklint.model.site import Cluster, Member


def judge_clusters(world: World, cluster: str | None) -> ClusterReport:
    """All clusters, or one, in the order of their names."""
    wanted = [each for each in world.site.clusters if cluster in (None, each.id)]
    pages = [page for page in world.site.pages if is_worth_a_link(world, page) and page.kind in TITLED]
    return ClusterReport(
        clusters=tuple(judge(world, each) for each in wanted),
        unassigned=None if cluster else sum(page not in memberships_of(world) for page in pages),
    )


def judge(world: World, cluster: Cluster) -> ClusterMatrix:
    around = spokes(world, cluster)
    missing = tuple(find_contract(world, cluster))
    wanted = {frozenset((link.source, link.target)) for link in missing}
    suggested: dict[frozenset[str], MissingLink] = {}
    for page in around:
        for link in find_similar(world, page, around):
            ends = frozenset((link.source, link.target))
            if ends not in wanted and page not in body_targets(world, world.site.by_path[link.target]):
                suggested.setdefault(ends, link)
    written = {page for page in cluster.planned if page in world.site.by_path}
    return ClusterMatrix(
        id=cluster.id,
        keyword=cluster.keyword,
        declared=f"{cluster.declared.path}:{cluster.declared.line}",
        hub=cluster.hub_path,
        hub_rank=facts.hub_rank(world, cluster),
        pages=len(around) + bool(cluster.hub and cluster.hub.published),
        spokes=len(around),
        up=facts.coverage_up(world, cluster),
        down=facts.coverage_down(world, cluster),
        related=facts.coverage_related(world, cluster),
        related_pairs=len(pairs_of(world).get(cluster, ())),
        leak=facts.leak(world, cluster),
        density=facts.density(world, cluster),
        members=tuple(make_row(world, member) for member in members_of(world)[cluster]),
        missing=missing,
        suggested=tuple(suggested.values()),
        planned=tuple(path for path in cluster.planned if path not in written),
        missing_roles=facts.missing_roles(world, cluster),
    )


def make_row(world: World, member: Member) -> MatrixRow:
    page, hub, graph = member.page, member.cluster.hub, world.graph
    away = page is not None and hub is not None and page is not hub
    others = set(spokes(world, member.cluster)) - {page}
    return MatrixRow(
        path=page.path if page else member.path,
        role=member.role,
        keyword=keyword(world, member),
        state="missing" if page is None else "published" if page.published else "unpublished",
        up=place_of_link(world, page, hub) if away and page and hub else None,
        down=place_of_link(world, hub, page) if away and page and hub else None,
        siblings=len(body_targets(world, page) & others) if page else 0,
        inlinks=len(graph.linking_pages(page)) if page else 0,
        depth=graph.depth(page) if page else None,
        score=graph.relative_score(page) if page else None,
        candidates=candidates(world, member) or (),
    )
