"""Links that a page should have in its text: by the clusters file, and those that suggest themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from linklint.facts import World, location
from linklint.facts.cluster_links import spokes
from linklint.facts.memberships import keyword_of, memberships_of, pairs_of
from linklint.facts.page import on_site
from linklint.facts.pair import vector_of
from linklint.facts.similarity import language_of, similar_pages
from linklint.facts.terms import cosine, split_terms
from linklint.model.sheets import MissingLink
from linklint.model.site import BODY_PLACES, Cluster, Link, Page

ALIKE = 0.3
"""Pages that have less in common are not suggested."""
SUGGESTED = 3
WORDS_OF_LIST = 50
"""A hub with no more of its own is a list that the theme fills, as the rule on links from hubs has it."""


def is_worth_a_link(world: World, page: Page) -> bool:
    """Whether a text may link to the page, and readers may come from it: it is published, search engines may keep it,
    it is no copy of another, it is not what a server shows in place of a page that is not there, and visitors come to
    it."""
    is_open = page.published and not page.noindex and not page.canonical and page.kind != "error"
    return is_open and is_counted(world, page)


def is_counted(world: World, page: Page) -> bool:
    """Whether a report on the site tells of the page: it is on the site, or a cluster names it all the same."""
    return on_site(world, page) or page in memberships_of(world)


def find_contract(world: World, cluster: Cluster) -> Iterator[MissingLink]:
    """What the cluster's contract asks for and no text has: links up, links down, one link in each related pair."""
    hub = cluster.hub if cluster.hub and cluster.hub.published else None
    around = spokes(world, cluster)
    wanted = [("hub", page, hub) for page in around] if hub else []
    wanted += [("spoke", hub, page) for page in around] if hub else []
    for why, source, target in wanted:
        is_listed = why == "spoke" and hub_lists(world, source, target)
        if not is_listed and not links_in_body(world, source, target):
            yield describe(world, why, source, target)
    for pair in pairs_of(world).get(cluster, ()):
        ends = (pair.a, pair.b)
        linked = links_in_body(world, *ends) or links_in_body(world, *reversed(ends))
        if pair.a.published and pair.b.published and not linked:
            yield describe(world, "related", *ends)


def find_similar(world: World, page: Page, among: Iterable[Page] | None = None) -> Iterator[MissingLink]:
    """Up to three pages much like this one that it does not link at all, most alike first; none for and of pages that
    are not worth a link."""
    if not is_worth_a_link(world, page):
        return
    linked = {*world.graph.linked_pages(page), page}
    allowed = None if among is None else set(among)
    found = 0
    for other in similar_pages(world, page):
        if found == SUGGESTED or cosine(vector_of(world, page), vector_of(world, other)) < ALIKE:
            return
        if other not in linked and is_worth_a_link(world, other) and (allowed is None or other in allowed):
            found += 1
            yield describe(world, "similar", page, other)


def describe(world: World, why: str, source: Page, target: Page) -> MissingLink:
    line, section = choose_line(world, source, target)
    other = next((link for link in world.graph.outlinks(source) if link.target is target), None)
    return MissingLink(
        why=why,
        source=source.path,
        target=target.path,
        url=target.address,
        title=target.title,
        line=line,
        section=section,
        elsewhere=other.place if other else None,
        elsewhere_line=line_of(other) if other else 0,
    )


def line_of(link: Link) -> int:
    return link.written.span.line if link.written and link.file == link.source.path else 0


def choose_line(world: World, source: Page, target: Page) -> tuple[int, str]:
    """The line and the text of the heading below the title that shares most with the target's title and keyword; the
    title's line and no text where none shares anything."""
    language = language_of(source)
    topic = set(split_terms(f"{target.title or ''} {keyword_of(world, target) or ''}", language))
    best, place = 0.0, (max(location(world, "page", source).line, 1), "")
    for heading in source.document.headings:
        terms = set(split_terms(heading.text, language))
        shared = len(terms & topic) / len(terms) if terms and heading.level > 1 else 0.0
        if shared > best:
            best, place = shared, (heading.span.line, heading.text)
    return place


def links_in_body(world: World, source: Page, target: Page) -> bool:
    return any(link.target is target and link.place in BODY_PLACES for link in world.graph.outlinks(source))


def hub_lists(world: World, hub: Page, page: Page) -> bool:
    """Whether the hub is no more than a list that the theme makes, and the page is in it."""
    listed = (link for link in world.graph.outlinks(hub) if link.place == "listing")
    return hub.document.words <= WORDS_OF_LIST and any(link.target is page for link in listed)


def place_of_link(world: World, source: Page, target: Page) -> str | None:
    """Where the one links the other: ``body`` where a text does, else the place of the first link; None without."""
    places = [link.place for link in world.graph.outlinks(source) if link.target is target]
    if any(place in BODY_PLACES for place in places):
        return "body"
    return places[0] if places else None
