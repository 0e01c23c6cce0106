"""The link graph of a site: who links whom, and what follows from it. All of it is computed when first asked for."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from linklint.graph.anchors import AnchorText, collect_anchors
from linklint.graph.edges import Edges, find_followed, leads_to_another_page
from linklint.graph.gardens import Garden, find_gardens
from linklint.graph.nodes import NOBODY, score_nodes
from linklint.graph.score import link_score
from linklint.graph.text import normalise_texts
from linklint.graph.walking import UNREACHED, adjacency, click_depths, shortest_path, weak_components
from linklint.model.site import Link, Page, Site


class LinkGraph:
    """Links by source and by target. Pages are known by ``Page.index``.
    ``teleport``: page → how many visits begin there besides the one that begins on every page."""

    def __init__(
        self,
        site: Site,
        damping: float = 0.85,
        nofollow: str = "spread",
        teleport: Mapping[Page, float] | None = None,
    ) -> None:
        self.site = site
        self.damping = damping
        self.nofollow = nofollow
        self.teleport = teleport or {}

    # Links

    @cached_property
    def ends(self) -> Edges:
        """All inlinks and outlinks, with the linking and the linked page of each."""
        return find_followed(self.site.links)

    @property
    def followed(self) -> tuple[Link, ...]:
        """All inlinks and outlinks: followed links between two published pages."""
        return self.ends.links

    @property
    def sources(self) -> array[int]:
        """For each of them the linking page."""
        return self.ends.sources

    @property
    def targets(self) -> array[int]:
        """For each of them the linked page."""
        return self.ends.targets

    @cached_property
    def linked(self) -> frozenset[int]:
        """The pages that have an inlink."""
        return frozenset(self.targets)

    @property
    def edges(self) -> tuple[tuple[int, int], ...]:
        """Distinct (linking page, linked page), in the order of the links. Not kept: ``adjacency`` says the same."""
        return tuple(dict.fromkeys(zip(self.sources, self.targets, strict=True)))

    @cached_property
    def incoming(self) -> list[tuple[Link, ...]]:
        """For each page its inlinks."""
        return self.by_page(self.followed, self.targets)

    @cached_property
    def outgoing(self) -> list[tuple[Link, ...]]:
        """For each page its outlinks."""
        return self.by_page(self.followed, self.sources)

    @cached_property
    def shown(self) -> list[tuple[Link, ...]]:
        """For each page all links written in it or shown by it."""
        return self.by_page(self.site.links, [link.source.index for link in self.site.links])

    @cached_property
    def adjacency(self) -> list[array[int]]:
        """For each page the pages that it links."""
        return adjacency(len(self.site.pages), zip(self.sources, self.targets, strict=True))

    @cached_property
    def backward(self) -> list[array[int]]:
        """For each page the pages that link it."""
        return adjacency(len(self.site.pages), zip(self.targets, self.sources, strict=True))

    def inlinks(self, page: Page) -> tuple[Link, ...]:
        """Followed links to this page from other published pages, one per occurrence, generated ones too."""
        return self.incoming[page.index]

    def outlinks(self, page: Page) -> tuple[Link, ...]:
        """Followed links from this page to other published pages, one per occurrence, generated ones too."""
        return self.outgoing[page.index]

    def written(self, page: Page) -> tuple[Link, ...]:
        """All links written in the page or shown by it, of every kind and status."""
        return self.shown[page.index]

    def linking_pages(self, page: Page) -> tuple[Page, ...]:
        """The distinct pages that link this one."""
        return self.pages_of(self.backward[page.index])

    def linked_pages(self, page: Page) -> tuple[Page, ...]:
        """The distinct pages that this one links."""
        return self.pages_of(self.adjacency[page.index])

    # Ways from the roots

    @cached_property
    def roots(self) -> tuple[Page, ...]:
        """The published pages where visits start."""
        return tuple(page for page in self.site.pages if page.root and page.published)

    @cached_property
    def depths(self) -> list[int]:
        return click_depths(len(self.site.pages), self.adjacency, (page.index for page in self.roots))

    def depth(self, page: Page) -> int | None:
        """Least number of clicks from a root; None when none leads here, or when there is no root at all."""
        depth = self.depths[page.index]
        return None if depth == UNREACHED else depth

    @cached_property
    def doubtful(self) -> list[int]:
        """The depths from the pages that something may lead to which we cannot see: their orphan state is unknown, or
        they are meant to need no link (GitHub shows community files by itself, an application opens its own pages)."""
        doubted = (page.index for page in self.site.pages if page.orphan != "checked" and page.published)
        return click_depths(len(self.site.pages), self.adjacency, doubted)

    def reachable(self, page: Page) -> bool | None:
        """Whether a root leads here. None: no root exists, the page is not published, or no root leads here but a page
        does whose orphan state is unknown or intended: who reaches that one may come here."""
        if not self.roots or not page.published:
            return None
        if self.depths[page.index] != UNREACHED:
            return True
        return False if self.doubtful[page.index] == UNREACHED else None

    def path(self, start: Page, end: Page) -> tuple[Link, ...] | None:
        """The links of a shortest way from one page to another, empty from a page to itself; None when there is none.
        Each step is the first link, in the order of the page, that leads there."""
        nodes = shortest_path(self.adjacency, start.index, end.index)
        if nodes is None:
            return None
        return tuple(self.first_link(source, target) for source, target in pairwise(nodes))

    # States

    def orphan(self, page: Page) -> str:
        """``yes``: published, no root, not declared intentional, and without an inlink. ``unknown``: would be one, but
        the theme may link it. ``no``: everything else."""
        if not page.published or page.root or page.orphan == "intended" or page.index in self.linked:
            return "no"
        return "unknown" if page.orphan == "unknown" else "yes"

    @cached_property
    def orphans(self) -> tuple[Page, ...]:
        return tuple(page for page in self.site.pages if self.orphan(page) == "yes")

    @cached_property
    def components(self) -> tuple[tuple[Page, ...], ...]:
        """The sets of published pages that links join, whichever way they point. Largest first, then by path."""
        published = [page.index for page in self.site.pages if page.published]
        return tuple(map(self.pages_of, weak_components(published, zip(self.sources, self.targets, strict=True))))

    @cached_property
    def walled_gardens(self) -> tuple[Garden, ...]:
        """Two or more pages that link each other and that no root reaches, with what else only they lead to (a garden
        may link out), by page indices. None can be told where no root exists."""
        unreached = [page.index for page in self.site.pages if self.reachable(page) is False]
        return tuple(sorted(find_gardens(unreached, self.adjacency), key=lambda garden: garden.core))

    def forget(self) -> None:
        """Drops the largest of what has been computed."""
        for name in ("anchors", "texts"):
            self.__dict__.pop(name, None)

    # Anchor texts

    @cached_property
    def texts(self) -> list[str]:
        """For each inlink its anchor text, normalised; empty where there is none."""
        return normalise_texts([link.written.text if link.written else "" for link in self.followed])

    @cached_property
    def anchors(self) -> tuple[AnchorText, ...]:
        """The anchor texts of all inlinks of all pages."""
        return collect_anchors(self.followed, self.texts)

    # Link score

    @cached_property
    def nodes(self) -> list[int]:
        """See ``score_nodes``."""
        return score_nodes(self.site)

    @property
    def score_edges(self) -> tuple[frozenset[tuple[int, int]], frozenset[tuple[int, int]]]:
        """Distinct (linking page, linked page) of the pages that take part in the score: followed ones, and nofollow
        ones between pages that no followed link joins. Not kept: they are asked for once or twice."""
        followed = frozenset(self.between_nodes(zip(self.sources, self.targets, strict=True)))
        return followed, frozenset(self.between_nodes(self.unfollowed)) - followed

    @property
    def unfollowed(self) -> Iterator[tuple[int, int]]:
        """(Linking page, linked page) of the links to other pages that are not followed."""
        for link in self.site.links:
            if link.nofollow and link.target and leads_to_another_page(link):
                yield link.source.index, link.target.index

    def between_nodes(self, edges: Iterable[tuple[int, int]]) -> Iterable[tuple[int, int]]:
        """The edges between pages, as edges between the pages that stand for them in the score."""
        nodes = self.nodes
        if all(node == index for index, node in enumerate(nodes)):
            return edges
        joined = {(nodes[source], nodes[target]) for source, target in edges}
        return [edge for edge in joined if edge[0] != edge[1] and NOBODY not in edge]

    @cached_property
    def scores(self) -> dict[int, float]:
        """Page index → share, for the pages that take part. Shares are rounded to 12 significant digits, which is what
        the iteration is good for: pages in equal positions get equal shares."""
        members = [page.index for page in self.site.pages if self.nodes[page.index] == page.index]
        number = {index: node for node, index in enumerate(members)}
        # Repeated edges are no matter here, and those that are followed as well.
        followed = self.between_nodes(zip(self.sources, self.targets, strict=True))
        unfollowed = self.between_nodes(self.unfollowed)
        if len(members) < len(self.nodes):
            followed, unfollowed = (
                [(number[source], number[target]) for source, target in edges] for edges in (followed, unfollowed)
            )
        visits = [1.0] * len(members)
        for page, more in self.teleport.items():
            if self.nodes[page.index] != NOBODY:
                visits[number[self.nodes[page.index]]] += more
        shares = link_score(len(members), followed, self.damping, unfollowed, self.nofollow, visits)
        return {index: float(f"{share:.12g}") for index, share in zip(members, shares, strict=True)}

    def score_sources(self, page: Page) -> tuple[tuple[Page, float], ...]:
        """The pages that pass a part of their share on to this one, with that part, greatest first."""
        followed, unfollowed = self.score_edges
        if self.nofollow == "keep":
            followed, unfollowed = followed | unfollowed, frozenset()
        taking = followed if self.nofollow == "drop" else followed | unfollowed
        parts = Counter(source for source, _ in taking)
        sources = [source for source, target in followed if target == page.index]
        passed = [(self.site.pages[source], self.damping * self.scores[source] / parts[source]) for source in sources]
        return tuple(sorted(passed, key=lambda entry: (-entry[1], entry[0].path)))

    def score(self, page: Page) -> float | None:
        """The page's share of the link score; None for a page that takes no part in it."""
        return self.scores.get(page.index)

    def relative_score(self, page: Page) -> float | None:
        """The share times the number of pages that have one: 1 is average."""
        share = self.score(page)
        return None if share is None else share * len(self.scores)

    @cached_property
    def ranks(self) -> dict[int, int]:
        """Page index → 1 + the number of pages with a greater share, by 9 significant digits: equal positions must not
        be told apart by rounding."""
        shares = {index: float(f"{share:.9g}") for index, share in self.scores.items()}
        first: dict[float, int] = {}
        for rank, share in enumerate(sorted(shares.values(), reverse=True), start=1):
            first.setdefault(share, rank)
        return {index: first[share] for index, share in shares.items()}

    def score_rank(self, page: Page) -> int | None:
        """1 for the page with the greatest share; pages with equal shares have equal ranks."""
        return self.ranks.get(page.index)

    # From indices to things

    def by_page(self, links: Sequence[Link], pages: Sequence[int]) -> list[tuple[Link, ...]]:
        """For each page of the site those of the links that belong to it."""
        table: list[list[Link]] = [[] for _ in self.site.pages]
        for link, page in zip(links, pages, strict=True):
            table[page].append(link)
        return list(map(tuple, table))

    def pages_of(self, indices: Sequence[int]) -> tuple[Page, ...]:
        return tuple(map(self.site.pages.__getitem__, indices))

    def first_link(self, source: int, target: int) -> Link:
        return next(link for link in self.outgoing[source] if link.target is self.site.pages[target])
