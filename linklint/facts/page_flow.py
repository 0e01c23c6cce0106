"""What a page gives and takes: hubs, authorities, sinks and sources of links."""

from __future__ import annotations

from linklint.facts.page import on_site
from linklint.facts.page_links import (
    inlinks_body,
    outlinks_pages,
    percentile_inlinks,
    percentile_outlinks,
    percentile_score,
)
from linklint.facts.registry import BOOLEAN, SHARE, fact
from linklint.facts.world import World, once_per_world
from linklint.graph import hubs_and_authorities
from linklint.model.site import Page, Site

MANY, FEW, SOME = 90.0, 10.0, 75.0
"""Percentiles of what many, few and quite some links are."""
FEWEST_PAGES = 10
"""A site of fewer pages is seen at a glance."""


@fact("page", "hub_score", SHARE)
def hub_score(world: World, page: Page) -> float | None:
    """The page's share as a hub (HITS): great for a page that links the pages that many good hubs link; missing for
    pages outside the link score."""
    return hits(world)[0].get(page.index)


@fact("page", "authority_score", SHARE)
def authority_score(world: World, page: Page) -> float | None:
    """The page's share as an authority (HITS): great for a page that many good hubs link; missing for pages outside the
    link score."""
    return hits(world)[1].get(page.index)


@fact("page", "link_sink", BOOLEAN)
def link_sink(world: World, page: Page) -> bool | None:
    """Whether many pages link here (percentile.inlinks from 90) and the page links to one at most, or to as few as a
    tenth of the pages do (percentile.outlinks to 10)."""
    taken, given = percentile_inlinks(world, page), percentile_outlinks(world, page)
    if taken is None or given is None:
        return None
    return taken >= MANY and (given <= FEW or outlinks_pages(world, page) <= 1)


@fact("page", "link_source", BOOLEAN)
def link_source(world: World, page: Page) -> bool | None:
    """Whether the page has a great link score (percentile.score from 90) and links to many pages
    (percentile.outlinks from 75)."""
    score, given = percentile_score(world, page), percentile_outlinks(world, page)
    return None if score is None or given is None else score >= MANY and given >= SOME


@fact("site", "texts.reach", SHARE)
def texts_reach(world: World, site: Site) -> float | None:
    """The share (0 to 1) of the pages that some text links. Roots, error pages and pages that visitors do not come to
    are left out; missing where fewer than ten are left."""
    return reach_of_texts(world)


@once_per_world
def reach_of_texts(world: World) -> float | None:
    """Which part (0 to 1) of the pages some body links; None where they are too few to tell how the site is written."""
    counted = [
        page
        for page in world.site.pages
        if page.published and not page.root and page.kind != "error" and on_site(world, page)
    ]
    if len(counted) < FEWEST_PAGES:
        return None
    return sum(inlinks_body(world, page) > 0 for page in counted) / len(counted)


@once_per_world
def hits(world: World) -> tuple[dict[int, float], dict[int, float]]:
    """Page index → share, as hubs and as authorities, by 12 significant digits, of the pages that take part in the link
    score; links that are not followed are left out."""
    graph = world.graph
    members = [page.index for page in graph.site.pages if graph.nodes[page.index] == page.index]
    number = {index: node for node, index in enumerate(members)}
    edges = ((number[source], number[target]) for source, target in graph.score_edges[0])
    hubs, authorities = (
        {index: float(f"{share:.12g}") for index, share in zip(members, shares, strict=True)}
        for shares in hubs_and_authorities(len(members), edges)
    )
    return hubs, authorities
