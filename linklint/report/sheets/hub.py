"""The Internal Linking Hub sheet."""

from __future__ import annotations

from linklint.model.sheets import HubRow, HubSheet
from linklint.report.sheets.sheet import Row, Section, Sheet, Table, Words, cut
from linklint.report.sheets.wording import name_page, say_wanted

COLUMNS = (
    "url", "title", "primary_keyword", "cluster", "inlinks", "priority", "target_pages", "suggested_pages", "path",
    "role", "body_inlinks", "depth", "relative_score", "anchors",
)  # fmt: skip
HEADERS = ("url", "title", "keyword", "role", "in", "body", "prio", "depth", "score", "top anchor")
NO_CLUSTER = "Pages in no cluster"


def lay_out_hub(sheet: HubSheet, limit: int | None) -> Sheet:
    """A section for each cluster, its hub first, and one for the pages without one."""
    groups: dict[str, list[HubRow]] = {}
    for page in sheet.pages:
        for name in dict.fromkeys(each.cluster for each in page.clusters) or [""]:
            if sheet.cluster in (None, name):
                groups.setdefault(name, []).append(page)
    ordered = sorted(groups.items(), key=lambda group: not group[0])
    sections = [lay_out(cluster, put_hub_first(pages, cluster), limit) for cluster, pages in ordered]
    if not sections:
        sections.append(Section((Words("No page is published and may be indexed."),)))
    return Sheet(sections, COLUMNS, [make_record(page) for page in sheet.pages], sheet)


def lay_out(cluster: str, pages: list[HubRow], limit: int | None) -> Section:
    shown, rest = cut(pages, limit)
    title = (Words("Cluster "), cluster) if cluster else (Words(NO_CLUSTER),)
    wanted = sum(link.why != "similar" for page in pages for link in page.targets)
    missing = f", {wanted} link{'s' * (wanted != 1)} missing" if cluster else ""
    counted = Words(f"{len(pages)} page{'s' * (len(pages) != 1)}{missing}")
    table = Table(HEADERS, [make_row(page, cluster) for page in shown], "target pages to link to")
    return Section(title, [(counted,)], table, rest=rest)


def put_hub_first(pages: list[HubRow], cluster: str) -> list[HubRow]:
    """A page of two clusters may come before the hub of the second."""
    return sorted(pages, key=lambda page: find_role(page, cluster) != "hub")


def find_role(page: HubRow, cluster: str) -> str | None:
    return next((each.role for each in page.clusters if each.cluster == cluster), None)


def make_row(page: HubRow, cluster: str) -> Row:
    role = find_role(page, cluster)
    anchor = page.anchors[0].text if page.anchors else None
    cells = (
        name_page(page.url, page.path), page.title, page.keyword, role, page.inlinks, page.body_inlinks,
        None if page.priority is None else str(page.priority), page.depth, page.score, anchor,
    )  # fmt: skip
    return Row(cells, tuple(say_wanted(link) for link in page.targets))


def make_record(page: HubRow) -> tuple[object, ...]:
    return (
        name_page(page.url, page.path), page.title, page.keyword, "; ".join(each.cluster for each in page.clusters),
        page.inlinks,
        None if page.priority is None else str(page.priority),
        "; ".join(name_page(link.url, link.target) for link in page.targets if link.why != "similar"),
        "; ".join(name_page(link.url, link.target) for link in page.targets if link.why == "similar"),
        page.path, "; ".join(each.role for each in page.clusters), page.body_inlinks, page.depth, page.score,
        "; ".join(f"{anchor.text} ({anchor.pages})" for anchor in page.anchors),
    )  # fmt: skip
