"""``report hub``: the Internal Linking Hub sheet."""

from __future__ import annotations

from collections.abc import Iterable

from linklint.app.reports.missing import find_contract, find_similar, is_worth_a_link
from linklint.facts import World
from linklint.facts.memberships import keyword_of, members_of, memberships_of
from linklint.facts.page import declared
from linklint.facts.page_anchors import wordings
from linklint.facts.similarity import TITLED
from linklint.model.sheets import AnchorCount, HubRow, HubSheet, Membership, MissingLink
from linklint.model.site import BODY_PLACES, Page


def make_hub_sheet(world: World, cluster: str | None) -> HubSheet:
    """One row for each page that is worth a link: those of clusters in the order of the clusters file, the others by
    path. No other page is suggested to link to."""
    missing: dict[str, list[MissingLink]] = {}
    for each in world.site.clusters:
        for link in find_contract(world, each):
            if not is_worth_a_link(world, world.site.by_path[link.target]):
                continue
            known = missing.setdefault(link.source, [])
            # The rules about hubs and spokes take a link in a list of related pages or an aside for one.
            if link.elsewhere in (None, "nav", "header", "footer", "listing") and all(
                other.target != link.target for other in known
            ):
                known.append(link)
    pages = (make_row(world, page, missing.get(page.path, [])) for page in list_pages(world, cluster))
    return HubSheet(tuple(pages), cluster)


def list_pages(world: World, cluster: str | None) -> Iterable[Page]:
    """Each page once."""
    members = [
        member.page
        for each, found in members_of(world).items()
        for member in found
        if member.page and cluster in (None, each.id)
    ]
    others = [page for page in world.site.pages if page.kind in TITLED] if cluster is None else []
    return (page for page in dict.fromkeys([*members, *others]) if is_worth_a_link(world, page))


def make_row(world: World, page: Page, missing: list[MissingLink]) -> HubRow:
    graph = world.graph
    wanted = {link.target for link in missing}
    similar = [link for link in find_similar(world, page) if link.target not in wanted]
    return HubRow(
        path=page.path,
        url=page.address,
        title=page.title,
        keyword=keyword_of(world, page),
        clusters=tuple(Membership(each.cluster.id, each.role) for each in memberships_of(world).get(page, ())),
        inlinks=len(graph.linking_pages(page)),
        body_inlinks=len({link.source.index for link in graph.inlinks(page) if link.place in BODY_PLACES}),
        priority=declared(world, page, "priority"),
        depth=graph.depth(page),
        score=graph.relative_score(page),
        anchors=tuple(AnchorCount(wording.text, wording.pages) for wording in wordings(world, page)),
        targets=(*missing, *similar),
    )
