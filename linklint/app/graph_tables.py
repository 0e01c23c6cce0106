"""``linklint graph``: the graph as two flat tables."""

from __future__ import annotations

from linklint.facts import World
from linklint.facts.page import on_site
from linklint.model.export import ClusterRole, GraphTables, LinkRow, PageRow
from linklint.model.site import BODY_PLACES, Link, Page


def make_tables(world: World) -> GraphTables:
    """Pages by path; links in the order of their sources and places."""
    roles: dict[int, list[ClusterRole]] = {}
    for member in world.site.members:
        if member.page is not None:
            roles.setdefault(member.page.index, []).append(ClusterRole(member.cluster.id, member.role))
    return GraphTables(
        links=tuple(make_link_row(link) for link in world.site.links),
        pages=tuple(make_page_row(world, page, tuple(roles.get(page.index, ()))) for page in world.site.pages),
    )


def make_page_row(world: World, page: Page, clusters: tuple[ClusterRole, ...]) -> PageRow:
    graph = world.graph
    score = graph.score(page)
    return PageRow(
        body_inlinks=len({link.source.index for link in graph.inlinks(page) if link.place in BODY_PLACES}),
        clusters=clusters,
        depth=graph.depth(page),
        inlinks=len(graph.linking_pages(page)),
        kind=page.kind,
        lang=page.lang,
        on_site=on_site(world, page),
        outlinks=len(graph.linked_pages(page)),
        path=page.path,
        published=page.published,
        root=page.root,
        score=None if score is None else float(f"{score:.12g}"),
        title=page.title,
        url=page.address,
    )


def make_link_row(link: Link) -> LinkRow:
    written = link.written
    return LinkRow(
        column=written.span.column if written else None,
        file=link.file,
        generated=link.generated,
        href=written.written if written else "",
        kind=link.kind,
        line=written.span.line if written else None,
        place=link.place,
        source=link.source.path,
        status=link.status,
        target=link.target.path if link.target else None,
        text=written.text if written else "",
    )
