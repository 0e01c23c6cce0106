"""Which pages have nearly the same title."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache, cached_property

from linklint.facts.registry import NUMBER, PAGE, fact
from linklint.facts.similarity import MOST_SIMILAR, TITLED, WHOLE, edition_of, find_edition, language_of
from linklint.facts.terms import find_alike, share_of_both, split_terms, weigh
from linklint.facts.world import World, once_per_world
from linklint.model.site import Page
from linklint.site.paths import count_same

FEWEST_TERMS = 2
"""A title of fewer words (``Overview``) says too little to be held against another."""
NUMBERS = re.compile(r"\d+|(?<=\w)[+#]+")
FEWEST_COUNTERPARTS = 5


@fact("page", "title_similarity", NUMBER)
def title_similarity(world: World, page: Page) -> float | None:
    """How similar (0 to 1) the most similar title of another published, indexable page of the same site and language
    is: the cosine of their words, weighted by rarity, or, where that is less, the share of words that they have in
    common (Dice). Titles of one word, titles that differ in a number or in what follows a letter (C, C++, C#), pages
    of other editions, pages of the same name in folders that hold mostly the same names (one for each of several
    frameworks, say) and copies with a canonical page elsewhere are left out; missing where nothing is left."""
    found = nearest_title(world, page)
    return found[0] if found else None


@fact("page", "title_twin", PAGE)
def title_twin(world: World, page: Page) -> Page | None:
    """The page with the most similar title; missing where none is similar at all."""
    found = nearest_title(world, page)
    return found[1] if found else None


def nearest_title(world: World, page: Page) -> tuple[float, Page] | None:
    """How alike (0 to 1) the most similar title of another page is, and that page; None where none is."""
    return nearest_titles(world).get(page)


@once_per_world
def nearest_titles(world: World) -> dict[Page, tuple[float, Page]]:
    """Page → (similarity, page) of the most similar title."""
    titled: dict[tuple[str, ...], list[tuple[Page, list[str]]]] = {}
    for page in world.site.pages:
        if page.published and not page.noindex and page.canonical is None and page.kind in TITLED:
            words = split_terms(page.title or "", language_of(page), letters=WHOLE)
            if len(set(words)) >= FEWEST_TERMS:
                site = page.framework, find_site(world, page), language_of(page), find_edition(page)
                titled.setdefault(site, []).append((page, words))
    return {page: found for pages in titled.values() for page, found in match_titles(pages, folders(world))}


def find_site(world: World, page: Page) -> str:
    """The folder of the site that the page belongs to: of several of one framework the innermost around it."""
    roots = (found.root for found in world.site.frameworks if found.name == page.framework)
    return max((root for root in roots if not root or page.path.startswith(f"{root}/")), key=len, default="")


def match_titles(titled: list[tuple[Page, list[str]]], folders: Folders) -> Iterator[tuple[Page, tuple[float, Page]]]:
    """Each page with the most similar title among the others, where there is any."""
    vectors = weigh([Counter(words) for _, words in titled])
    edition = cache(lambda number: edition_of(titled[number][0]))
    numbers = cache(lambda number: NUMBERS.findall(titled[number][0].title or ""))
    for number, found in enumerate(find_alike(vectors, 2 * MOST_SIMILAR)):
        alike = (
            (min(value, share_of_both(vectors[number].keys(), vectors[other].keys())), -other)
            for value, other in found
            if edition(other) != edition(number)
            and numbers(other) == numbers(number)
            and not folders.are_counterparts(titled[number][0], titled[other][0])
        )
        best = max(alike, default=None)
        if best is not None:
            yield titled[number][0], (best[0], titled[-best[1]][0])


@once_per_world
def folders(world: World) -> Folders:
    """Those of all published pages."""
    return Folders([page for page in world.site.pages if page.published])


class Folders:
    """What the folders of a site hold, by the pages' addresses."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._pages = pages

    def are_counterparts(self, one: Page, other: Page) -> bool:
        """Whether the addresses end alike below two folders that hold mostly the same, neither within the other."""
        first, second = _split(one), _split(other)
        alike = count_same(reversed(first), reversed(second))
        end, other_end = len(first) - alike, len(second) - alike
        if not alike or count_same(first, second) >= min(end, other_end):
            return False
        held, others = self._held[first[:end]], self._held[second[:other_end]]
        shared = len(held & others)
        return shared >= FEWEST_COUNTERPARTS and 2 * shared >= min(len(held), len(others))

    @cached_property
    def _held(self) -> defaultdict[tuple[str, ...], set[tuple[str, ...]]]:
        found: defaultdict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
        for segments in map(_split, self._pages):
            for end in range(1, len(segments)):
                found[segments[:end]].add(segments[end:])
        return found


def _split(page: Page) -> tuple[str, ...]:
    return tuple(page.url.strip("/").split("/"))
