"""The difference of two link graphs: what became of each page, link, heading, anchor text, cluster and redirect.

    difference = Difference(base.graph, head.graph, {"old.md": "new.md"})
    difference.pages        PageChange(kind, before, after), every published page of either side, sorted by path
    difference.links        LinkChange(kind, before, after), what was added, removed or edited; kept ones are left out
    difference.headings     HeadingChange(kind, page, before, after)
    difference.anchors      AnchorChange(lang, text, before, after): how many inlinks had the text, and have it
    difference.clusters     ClusterChange(kind, before, after), matched by id (the coverage is a fact of each side)
    difference.redirects    EntryChange(kind, before, after)
    stand(graph, page)      Standing: inlinks, linking_pages, depth, reachable, orphan, score, relative_score, rank

``before`` is None for what was added, ``after`` for what was removed. All of it is computed when first asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple, TypeVar

from linklint.graph.graph import LinkGraph
from linklint.graph.heading_difference import HeadingPair, align_headings
from linklint.graph.link_difference import LinkPair, match_links
from linklint.model.document import Heading
from linklint.model.site import Cluster, Entry, Link, Page

ADDED, REMOVED, RENAMED, EDITED, KEPT = "added", "removed", "renamed", "edited", "kept"
Thing = TypeVar("Thing", Cluster, Entry)


class PageChange(NamedTuple):
    """``kind``: added, removed, renamed, kept. A page that is published no more counts as removed, one that was not
    published before as added."""

    kind: str
    before: Page | None
    after: Page | None

    @property
    def path(self) -> str:
        """The path that it has; that it had, when it is gone."""
        page = self.after or self.before
        return page.path if page else ""


class LinkChange(NamedTuple):
    """``kind``: added, removed, edited (another destination, text or place)."""

    kind: str
    before: Link | None
    after: Link | None


class HeadingChange(NamedTuple):
    """A heading of a page that both sides have. ``kind``: added, removed, renamed."""

    kind: str
    page: PageChange
    before: Heading | None
    after: Heading | None


class AnchorChange(NamedTuple):
    """An anchor text whose number of inlinks differs."""

    lang: str | None
    text: str
    before: int
    after: int


class ClusterChange(NamedTuple):
    """``kind``: added, removed, kept."""

    kind: str
    before: Cluster | None
    after: Cluster | None


class EntryChange(NamedTuple):
    """``kind``: added, removed, edited (it leads elsewhere)."""

    kind: str
    before: Entry | None
    after: Entry | None


class Standing(NamedTuple):
    """Where a page stands in one graph. See ``LinkGraph`` for what the numbers are."""

    inlinks: int
    linking_pages: int
    depth: int | None
    reachable: bool | None
    orphan: str
    score: float | None
    relative_score: float | None
    score_rank: int | None


def stand(graph: LinkGraph, page: Page) -> Standing:
    """The page's numbers in its own graph."""
    return Standing(
        inlinks=len(graph.incoming[page.index]),
        linking_pages=len(graph.backward[page.index]),
        depth=graph.depth(page),
        reachable=graph.reachable(page),
        orphan=graph.orphan(page),
        score=graph.score(page),
        relative_score=graph.relative_score(page),
        score_rank=graph.score_rank(page),
    )


class Difference:
    """What lies between two graphs. ``renames`` maps old paths to new ones."""

    def __init__(self, before: LinkGraph, after: LinkGraph, renames: Mapping[str, str] | None = None) -> None:
        self.before = before
        self.after = after
        self.renames = renames or {}

    @cached_property
    def moved(self) -> dict[Page, Page]:
        """Published page of the base → the published page that it is in the head: the one at its path, or at the path
        that it was renamed to; else the one that has its address now."""
        published = {page.path: page for page in self.after.site.pages if page.published}
        before = [page for page in self.before.site.pages if page.published]
        moved = {page: published.pop(page.path) for page in before if page.path in published}
        for page in before:
            if page not in moved and self.renamed(page.path) in published:
                moved[page] = published.pop(self.renamed(page.path))
        by_url = {page.url: page for page in published.values()}
        for page in before:
            if page not in moved and page.url in by_url:
                moved[page] = by_url.pop(page.url)
        return moved

    def renamed(self, path: str) -> str:
        return self.renames.get(path, path)

    @cached_property
    def pages(self) -> tuple[PageChange, ...]:
        """Every published page of either side, by path."""
        return tuple(sorted(self._pair_pages(), key=lambda change: change.path))

    def _pair_pages(self) -> Iterator[PageChange]:
        for before in self.before.site.pages:
            if before.published:
                after = self.moved.get(before)
                if after is None:
                    yield PageChange(REMOVED, before, None)
                else:
                    yield PageChange(KEPT if after.path == before.path else RENAMED, before, after)
        known = set(self.moved.values())
        for after in self.after.site.pages:
            if after.published and after not in known:
                yield PageChange(ADDED, None, after)

    @cached_property
    def matched(self) -> Sequence[LinkPair]:
        """Every written link of a published page of either side, with its counterpart on the other, as
        ``match_links`` finds it."""
        return match_links(self.before.site.links, self.after.site.links, self.moved, self.renames)

    @cached_property
    def counterparts(self) -> dict[Link, Link]:
        """Written link of the base → the same link in the head, edited or not."""
        return {before: after for _, before, after in self.matched if before is not None and after is not None}

    @cached_property
    def links(self) -> tuple[LinkChange, ...]:
        """The links that differ, a link of a partial once: first those of the head, in its order, then those that are
        gone."""
        seen: set[tuple[str, int, str, str]] = set()
        changes = []
        for kind, before, after in self.matched:
            link = after or before
            if kind == KEPT or link is None or link.written is None:
                continue
            key = (link.file, link.written.span.start, kind, link.target_path)
            if key not in seen:
                seen.add(key)
                changes.append(LinkChange(kind, before, after))
        return tuple(changes)

    @cached_property
    def headings(self) -> tuple[HeadingChange, ...]:
        return tuple(
            HeadingChange(pair.kind, page, pair.before, pair.after)
            for page in self.pages
            for pair in _headings_of(page)
        )

    @cached_property
    def anchors(self) -> tuple[AnchorChange, ...]:
        """Sorted by language and text."""
        counts: dict[tuple[str, str], list[int]] = {}
        for side, graph in enumerate((self.before, self.after)):
            for anchor in graph.anchors:
                counts.setdefault((anchor.lang or "", anchor.text), [0, 0])[side] = len(anchor.links)
        return tuple(
            AnchorChange(lang or None, text, before, after)
            for (lang, text), (before, after) in sorted(counts.items())
            if before != after
        )

    @cached_property
    def clusters(self) -> tuple[ClusterChange, ...]:
        """Sorted by id."""
        pairs = _pair(
            {cluster.id: cluster for cluster in self.before.site.clusters},
            {cluster.id: cluster for cluster in self.after.site.clusters},
        )
        return tuple(ClusterChange(_kind(before, after), before, after) for before, after in pairs)

    @cached_property
    def redirects(self) -> tuple[EntryChange, ...]:
        """The redirects that differ, sorted by file and old address."""
        pairs = _pair(
            {f"{self.renamed(entry.file)}\0{entry.key}": entry for entry in redirects(self.before)},
            {f"{entry.file}\0{entry.key}": entry for entry in redirects(self.after)},
        )
        changes = []
        for before, after in pairs:
            if before is None or after is None:
                changes.append(EntryChange(_kind(before, after), before, after))
            elif self._leads_elsewhere(before, after):
                changes.append(EntryChange(EDITED, before, after))
        return tuple(changes)

    def _leads_elsewhere(self, before: Entry, after: Entry) -> bool:
        target = self.moved.get(before.target) if before.target else None
        return before.status != after.status or target is not after.target

    # What became of the links to a page

    @cached_property
    def edges_after(self) -> frozenset[tuple[int, int]]:
        return frozenset(self.after.edges)

    def is_edge_lost(self, source: Page, target: Page) -> bool:
        """Whether two pages of the base that a followed link joined are joined no more."""
        now = (self.moved.get(source), self.moved.get(target))
        return now[0] is None or now[1] is None or (now[0].index, now[1].index) not in self.edges_after

    def lost_inlinks(self, page: Page) -> tuple[Link, ...]:
        """The inlinks of a page of the base that are none any more, in their order."""
        target = self.moved.get(page)
        still = set(self.after.inlinks(target)) if target else set()
        generated = {link.source for link in still if link.written is None}
        return tuple(
            link
            for link in self.before.inlinks(page)
            if (
                self.moved.get(link.source) not in generated
                if link.written is None
                else self.counterparts.get(link) not in still
            )
        )


def redirects(graph: LinkGraph) -> Iterator[Entry]:
    """The entries of the graph's site that are redirects."""
    return (entry for entry in graph.site.entries if entry.kind == "redirect")


def _headings_of(page: PageChange) -> Sequence[HeadingPair]:
    if page.before is None or page.after is None or page.before.document is page.after.document:
        return ()
    return align_headings(page.before.document.headings, page.after.document.headings)


def _pair(before: Mapping[str, Thing], after: Mapping[str, Thing]) -> Iterator[tuple[Thing | None, Thing | None]]:
    for key in sorted(before.keys() | after.keys()):
        yield before.get(key), after.get(key)


def _kind(before: object | None, after: object | None) -> str:
    return ADDED if before is None else REMOVED if after is None else KEPT
