"""``report anchors``: with which words each page is linked, and where."""

from __future__ import annotations

from collections import Counter

from linklint.app.reports.missing import is_counted
from linklint.facts import World, normalise_text
from linklint.facts.link_class import text_class
from linklint.facts.memberships import keyword_of, memberships_of
from linklint.facts.page_anchors import anchors_exact_share
from linklint.model.sheets import AnchorLedger, AnchorRow, LedgerEntry
from linklint.model.site import Link, Page


def list_anchors(world: World, cluster: str | None) -> AnchorLedger:
    """The pages of the site that have inlinks with words, all or of one cluster."""
    entries = [
        make_entry(world, page)
        for page in world.site.pages
        if page.published and is_counted(world, page) and (cluster is None or cluster in clusters_of(world, page))
    ]
    found = [entry for entry in entries if entry.links]
    return AnchorLedger(tuple(sorted(found, key=lambda entry: (-entry.links, entry.path))))


def clusters_of(world: World, page: Page) -> set[str]:
    return {member.cluster.id for member in memberships_of(world).get(page, ())}


def make_entry(world: World, page: Page) -> LedgerEntry:
    groups: dict[str, list[Link]] = {}
    for link in world.graph.inlinks(page):
        text = normalise_text(link.written.text) if link.written else ""
        if text:
            groups.setdefault(text, []).append(link)
    rows = [make_row(world, text, links) for text, links in groups.items()]
    count = sum(row.links for row in rows)
    return LedgerEntry(
        path=page.path,
        title=page.title,
        keyword=keyword_of(world, page),
        links=count,
        texts=len(rows),
        exact=anchors_exact_share(world, page),
        generic=sum(row.links for row in rows if row.kind == "generic") / count if count else None,
        anchors=tuple(sorted(rows, key=lambda row: (-row.pages, -row.links, row.text))),
    )


def make_row(world: World, text: str, links: list[Link]) -> AnchorRow:
    kinds = Counter(text_class(world, link) or "other" for link in links)
    return AnchorRow(
        text=text,
        kind=min(kinds, key=lambda kind: (-kinds[kind], kind)),
        links=len(links),
        pages=len({link.source.index for link in links}),
        sources=tuple(f"{link.file}:{link.written.span.line}" for link in links if link.written),
    )
