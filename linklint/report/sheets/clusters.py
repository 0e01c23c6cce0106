"""The coverage matrix of each cluster, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator

from linklint.model.sheets import ClusterMatrix, ClusterReport, MatrixRow, MissingLink
from linklint.report.sheets.sheet import Line, Row, Section, Sheet, Step, Table, Words, percent
from linklint.report.sheets.wording import say_elsewhere, say_source, say_spot, say_step, say_target

COLUMNS = (
    "cluster", "path", "role", "keyword", "state", "links_to_hub", "linked_by_hub", "linked_siblings", "inlinks",
    "depth", "relative_score", "missing_targets", "suggested_targets", "coverage_up", "coverage_down",
    "coverage_related", "leak", "density", "hub_rank",
)  # fmt: skip
SEVERAL = 3
PATTERN = frozenset("*?")
HEADERS = ("page", "role", "keyword", "to hub", "from hub", "siblings", "in", "depth", "score")


def lay_out_clusters(report: ClusterReport, limit: int | None) -> Sheet:
    """A section for each cluster; nothing is left out but suggestions beyond the limit."""
    sections = [lay_out(cluster, limit) for cluster in report.clusters]
    if not sections:
        told = "No cluster is declared. Name a clusters file with `clusters:` in the config."
        sections.append(Section((Words(told),)))
    elif report.unassigned:
        pages = f"{report.unassigned} page{'s are' if report.unassigned != 1 else ' is'} in no cluster"
        sections.append(Section((Words(pages),)))
    records = [record for cluster in report.clusters for record in list_records(cluster)]
    return Sheet(sections, COLUMNS, records, report)


def lay_out(cluster: ClusterMatrix, limit: int | None) -> Section:
    table = Table(HEADERS, [make_row(row) for row in cluster.members])
    return Section((Words("Cluster "), cluster.id), list(say_numbers(cluster)), table, list_steps(cluster, limit))


def say_numbers(cluster: ClusterMatrix) -> Iterator[Line]:
    keyword: Line = (Words(", keyword "), cluster.keyword) if cluster.keyword else ()
    yield (Words("hub "), cluster.hub or Words("(none)"), *keyword, Words(", declared in "), cluster.declared)
    related = f", related {percent(cluster.related)} of {cluster.related_pairs}" if cluster.related_pairs else ""
    yield (
        Words(
            f"linked in the text: up {percent(cluster.up)} and down {percent(cluster.down)} of "
            f"{cluster.spokes} spoke{'s' * (cluster.spokes != 1)}{related}"
        ),
    )
    rank = "-" if cluster.hub_rank is None else f"{cluster.hub_rank} of {cluster.pages}"
    yield (Words(f"hub's rank by link score {rank}; leak {percent(cluster.leak)}, density {percent(cluster.density)}"),)


def make_row(row: MatrixRow) -> Row:
    hub = row.role == "hub"
    if row.state != "published":
        return Row((row.path, row.role, row.keyword, Words(row.state), *[None] * 5))
    up, down = (Words("" if hub else place or "no") for place in (row.up, row.down))
    return Row((row.path, row.role, row.keyword, up, down, row.siblings, row.inlinks, row.depth, row.score))


def list_steps(cluster: ClusterMatrix, limit: int | None) -> list[Step]:
    """What is to be done: declared pages that are not there, links of the contract, then pages to write, and links that
    suggest themselves."""
    lines: list[Line] = []
    for row in cluster.members:
        if row.state == "missing":
            lines.append(say_missing(row))
        elif row.state == "unpublished":
            lines.append((row.path, Words(" is not published yet")))
    steps = [Step(line) for line in lines]
    for nowhere in (True, False):
        for why in ("hub", "spoke", "related"):
            wanted = (link for link in cluster.missing if link.why == why)
            steps += gather([link for link in wanted if (link.elsewhere is None) is nowhere], why, cluster.hub)
    if cluster.hub_rank is not None and cluster.hub_rank > 1:
        rank = Words(f" is number {cluster.hub_rank} of its cluster by link score: link it from more pages")
        steps.append(Step((cluster.hub, rank)))
    steps += [Step((Words("write "), path, Words(", which is planned"))) for path in cluster.planned]
    steps += [Step((Words("the cluster needs a page with the role "), role)) for role in cluster.missing_roles]
    return steps + [Step(say_step(link)) for link in cluster.suggested[:limit]]


def say_missing(row: MatrixRow) -> Line:
    """What is not there, and what may have been meant."""
    if row.candidates:
        meant: list[str | Words] = [Words(" names no page: did you mean "), row.candidates[0]]
        for other in row.candidates[1:]:
            meant += [Words(" or "), other]
        return (row.path, *meant, Words("? Paths count from the repository's top"))
    if PATTERN.intersection(row.path):
        return (row.path, Words(" names no page: correct the pattern, or take it out"))
    return (row.path, Words(" is named in the cluster and does not exist: write it, or take it out"))


def gather(links: list[MissingLink], why: str, hub: str) -> list[Step]:
    """One step for all links up, and one for all links down, where there are several."""
    if why == "related" or len(links) < SEVERAL:
        return [Step(say_step(link)) for link in links]
    so_far = {say_elsewhere(link) for link in links}
    shared = so_far.pop() if len(so_far) == 1 else ()
    if why == "hub":
        line: Line = (Words("link to the hub "), hub, Words(f" from {len(links)} spokes{''.join(shared)}:"))
        return [Step(line, tuple(say_source(link, elsewhere=not shared) for link in links))]
    spots = {say_spot(link) for link in links}
    spot = (Words(", "), *spots.pop(), Words(",")) if len(spots) == 1 else ()
    line = (Words("link from the hub "), hub, *spot, Words(f" to {len(links)} spokes{''.join(shared)}:"))
    return [Step(line, tuple(say_target(link, spot=not spot, elsewhere=not shared) for link in links))]


def list_records(cluster: ClusterMatrix) -> Iterator[tuple[object, ...]]:
    for row in cluster.members:
        yield (
            cluster.id, row.path, row.role, row.keyword, row.state, row.up, row.down, row.siblings, row.inlinks,
            row.depth, row.score,
            "; ".join(link.target for link in cluster.missing if link.source == row.path),
            "; ".join(link.target for link in cluster.suggested if link.source == row.path),
            cluster.up, cluster.down, cluster.related, cluster.leak, cluster.density, cluster.hub_rank,
        )  # fmt: skip
