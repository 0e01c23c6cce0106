"""Clusters that a site seems to have already: groups of pages around one that links most of them, or that most of them
link. A proposal for the people who know the site, never a verdict."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from linklint.graph.graph import LinkGraph
from linklint.graph.groups import SOURCES, Group, find_groups, is_index, is_index_of
from linklint.model.site import Link, Page

PLACES = frozenset({"body", "heading", "table", "related", "aside", "frontmatter"})
"""Where a link says that two pages belong together; menus and listings link whatever there is."""
FEWEST = 4
FEWEST_LINKED = 5
"""Spokes of a hub that only links tell: fewer may be chance."""
LARGEST_SHARE = 0.4
MOST = 12
SIGNS = re.compile(r"[*?{}\[\]\\!~:]")
OLD_EDITION = re.compile(r"v?\d+(\.(?:\d+|x))+|v\d+|version-.*|versions?|versioned_docs", re.IGNORECASE)
"""Folders of older editions of the documentation: what is true of the newest is true of them."""


class Proposal(NamedTuple):
    """A group with its hub. ``down`` of the spokes are linked by the hub, ``up`` of them link it."""

    group: Group
    hub: Page
    spokes: tuple[Page, ...]
    down: int
    up: int

    @property
    def is_mutual(self) -> bool:
        """Whether at least half of the links are there in both directions."""
        return 2 * min(self.down, self.up) >= len(self.spokes)


def propose_clusters(graph: LinkGraph, is_shown: Callable[[Page], bool] = lambda page: True) -> tuple[Proposal, ...]:
    """At most twelve clusters that share no page, best first: those whose pages link both ways, those that folders or
    front matter name, those with most links from and to the hub. Groups of fewer than four pages, or of more than 40 %
    of the site, are none, nor are those without a page that ``is_enough`` of a hub. Of a site in several languages only
    the first one's pages are looked at: what is true of them is true of their translations. ``is_shown``: whether the
    site's visitors come to a page; no other is counted."""
    links = zip(graph.followed, graph.sources, graph.targets, strict=True)
    edges = sorted({(source, target) for link, source, target in links if is_meant(link)})
    linked = frozenset(edges)
    shown = [page for page in graph.site.pages if is_shown(page)]
    published = sum(page.published and not page.noindex for page in shown)
    lang = find_language(shown)
    pages = [page for page in shown if is_eligible(page) and page.lang in (lang, None)]
    homes = {page.path.rpartition("/")[0] for page in shown if page.root}
    groups = [
        group
        for group in find_groups(pages, edges)
        if FEWEST <= len(group.pages) <= LARGEST_SHARE * published
        and not (group.source == "folder" and group.name in homes)
    ]
    proposals = [proposal for group in groups if (proposal := choose_hub(group, group.pages, linked))]
    return tuple(keep_apart(sorted(proposals, key=rank), linked))[:MOST]


def find_language(pages: Sequence[Page]) -> str | None:
    """The language of the home page at the top, else that of most pages."""
    homes = [page.lang for page in pages if page.root and page.url == "/"]
    counted = Counter(homes or [page.lang for page in pages])
    return max(sorted(counted, key=str), key=counted.__getitem__, default=None)


def is_meant(link: Link) -> bool:
    return link.place in PLACES and not link.generated


def is_eligible(page: Page) -> bool:
    """Whether the page may be in a proposal: read by visitors, with a path that a clusters file can name as it is."""
    return (
        page.published
        and not page.noindex
        and not page.root
        and page.canonical is None
        and page.kind in ("section", "article")
        and page.orphan != "intended"
        and page.path.isprintable()
        and not SIGNS.search(page.path)
        and not any(map(OLD_EDITION.fullmatch, page.path.split("/")[:-1]))
    )


def choose_hub(group: Group, pages: Sequence[Page], linked: frozenset[tuple[int, int]]) -> Proposal | None:
    """The proposal that the pages make: its hub is the folder's own index page where there is one, else an index page,
    else the page with most links to and from the others. None where no page is enough of a hub."""
    best: tuple[tuple[bool, int, int], Proposal] | None = None
    for hub in [page for page in pages if group.source == "folder" and is_index_of(group.name, page.path)] or pages:
        spokes = tuple(page for page in pages if page is not hub)
        linking = {page.index for page in spokes if (page.index, hub.index) in linked}
        linked_by_hub = {page.index for page in spokes if (hub.index, page.index) in linked}
        if group.source == "links":
            # Nothing but links joins these pages: those that have none with the hub are not its spokes.
            spokes = tuple(page for page in spokes if page.index in linking | linked_by_hub)
            if len(spokes) < FEWEST_LINKED or 2 * len(spokes) < len(pages) - 1:
                continue
        found = Proposal(group, hub, spokes, down=len(linked_by_hub), up=len(linking))
        order = is_overview(group, hub), found.down + found.up, found.up
        if is_enough(found) and (best is None or order > best[0]):
            best = order, found
    return best[1] if best else None


def is_enough(found: Proposal) -> bool:
    """Whether half of the links between hub and spokes are there, either way, for a page that stands for its folder.
    Any other page must be linked by half of the spokes, and link a quarter: else it is only a page of reference."""
    spokes = len(found.spokes)
    if is_overview(found.group, found.hub) and 2 * found.down >= spokes:
        return True
    return 2 * found.up >= spokes and (is_overview(found.group, found.hub) or 4 * found.down >= spokes)


def is_overview(group: Group, page: Page) -> bool:
    """Whether the page stands for a folder, so that it may well be a hub that no spoke links yet."""
    return is_index(page.path) or page.kind == "section" or is_index_of(group.name, page.path)


def rank(proposal: Proposal) -> tuple[bool, bool, int, int, str]:
    return (
        not proposal.is_mutual,
        proposal.group.source == "links",
        -(proposal.down + proposal.up),
        SOURCES.index(proposal.group.source),
        proposal.group.name,
    )


def keep_apart(proposals: Sequence[Proposal], linked: frozenset[tuple[int, int]]) -> Iterator[Proposal]:
    """The proposals without the pages of those before them; not those that lose their hub or half of their pages."""
    taken: set[int] = set()
    for proposal in proposals:
        pages = [page for page in (proposal.hub, *proposal.spokes) if page.index not in taken]
        if proposal.hub.index in taken or len(pages) < FEWEST or 2 * len(pages) < len(proposal.spokes) + 1:
            continue
        whole = len(pages) == len(proposal.spokes) + 1
        rest = proposal if whole else choose_hub(proposal.group, pages, linked)
        if rest is not None:
            taken.update(page.index for page in pages)
            yield rest
