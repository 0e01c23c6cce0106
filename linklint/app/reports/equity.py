"""``report equity``: which pages have the link score, which lack it, and how it flows between clusters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from linklint.facts import World
from linklint.facts.memberships import keyword_of, memberships_of
from linklint.facts.page import declared
from linklint.facts.page_flow import link_sink, link_source
from linklint.facts.site import score_gini
from linklint.model.sheets import EquityReport, EquityRow, Flow
from linklint.model.site import Page

NO_CLUSTER = "(no cluster)"
TOP = "(top)"


def weigh_equity(world: World, cluster: str | None) -> EquityReport:
    """Of all pages with a link score, or of one cluster's; the summary is always of the whole site."""
    scored = [page for page in world.site.pages if world.graph.score(page) is not None]
    ranked = sorted(scored, key=lambda page: (world.graph.score_rank(page) or 0, page.path))
    shares = [world.graph.scores[page.index] for page in ranked]
    wanted = [page for page in ranked if cluster is None or cluster in groups_of(world, page)]
    cared = [page for page in wanted if is_cared_for(world, page)]
    by_cluster = bool(world.site.clusters)
    return EquityReport(
        pages=len(scored),
        gini=score_gini(world, world.site),
        top_tenth=sum(shares[: max(1, len(shares) // 10)]) / sum(shares) if shares else None,
        grouped_by="cluster" if by_cluster else "folder",
        most=make_rows(world, wanted),
        least=make_rows(world, reversed(cared or wanted)),
        sinks=make_rows(world, (page for page in wanted if link_sink(world, page))),
        sources=make_rows(world, (page for page in wanted if link_source(world, page))),
        flows=tuple(flow for flow in find_flows(world) if cluster in (None, flow.source, flow.target)),
        some_cared_for=bool(cared),
    )


def is_cared_for(world: World, page: Page) -> bool:
    """Whether somebody has said what the page is for."""
    return bool(memberships_of(world).get(page) or keyword_of(world, page) or declared(world, page, "priority"))


def groups_of(world: World, page: Page) -> tuple[str, ...]:
    """The clusters of the page, sorted; its first folder where the site has no clusters at all."""
    if not world.site.clusters:
        return (page.path.partition("/")[0] if "/" in page.path else TOP,)
    found = {member.cluster.id for member in memberships_of(world).get(page, ())}
    return tuple(sorted(found)) or (NO_CLUSTER,)


def make_rows(world: World, pages: Iterable[Page]) -> tuple[EquityRow, ...]:
    graph = world.graph
    return tuple(
        EquityRow(
            path=page.path,
            clusters=tuple(sorted({member.cluster.id for member in memberships_of(world).get(page, ())})),
            score=graph.relative_score(page) or 0.0,
            share=graph.scores[page.index],
            rank=graph.score_rank(page) or 0,
            inlinks=len(graph.linking_pages(page)),
            outlinks=len(graph.linked_pages(page)),
        )
        for page in pages
    )


def find_flows(world: World) -> list[Flow]:
    """What followed links hand on from group to group, greatest first. A page of several clusters counts for each in
    equal parts; ``links`` counts a linked pair for each of its pairs of groups."""
    graph = world.graph
    followed, unfollowed = graph.score_edges
    if graph.nofollow == "keep":
        followed, unfollowed = followed | unfollowed, frozenset()
    taking = Counter(source for source, _ in (followed if graph.nofollow == "drop" else followed | unfollowed))
    passed: dict[tuple[str, str], float] = {}
    links: Counter[tuple[str, str]] = Counter()
    for source, target in sorted(followed):
        part = graph.damping * graph.scores[source] / taking[source]
        starts, ends = (groups_of(world, world.site.pages[index]) for index in (source, target))
        for way in ((start, end) for start in starts for end in ends):
            passed[way] = passed.get(way, 0.0) + part / (len(starts) * len(ends))
            links[way] += 1
    flows = [Flow(start, end, share, links[start, end]) for (start, end), share in passed.items()]
    return sorted(flows, key=lambda flow: (-flow.share, flow.source, flow.target))
