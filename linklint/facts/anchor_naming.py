"""Which pages an anchor text names: where the same words stand for several of them, it is not told which is meant."""

from __future__ import annotations

from collections import defaultdict

from linklint.facts.memberships import keyword_of
from linklint.facts.registry import INTEGER, LINK, LINKS, PAGES, fact
from linklint.facts.rows import leave_places_out
from linklint.facts.similarity import SHORT, edition_of, find_edition, language_of
from linklint.facts.terms import find_terms, share_of_terms
from linklint.facts.text import count_words
from linklint.facts.titles import folders
from linklint.facts.world import World, once_per_world
from linklint.graph import AnchorText
from linklint.model.site import BODY_PLACES, Link, Page

HALF = 0.5


@fact("anchor", "words", INTEGER)
def words(world: World, anchor: AnchorText) -> int | None:
    """The number of words of the text; missing in scripts that are written without spaces."""
    return count_words(anchor.text)


@fact("anchor", "naming.links", LINKS)
def naming_links(world: World, anchor: AnchorText) -> tuple[Link, ...]:
    """Of the links that use the text, those that name their target by it: written in the body of the linking page, not
    as code, to a whole page and no section, whose title or keyword has at least half of the text's words (by their
    first four letters), not only those that say a place in a row (part 2, the next chapter)."""
    known = naming(world)
    if anchor not in known:
        known[anchor] = tuple(link for link in anchor.links if names_target(world, anchor, link))
    return known[anchor]


@fact("anchor", "naming.first", LINK)
def naming_first(world: World, anchor: AnchorText) -> Link | None:
    """The first of the naming links; missing where there is none."""
    return next(iter(naming_links(world, anchor)), None)


@fact("anchor", "naming.pages", PAGES)
def naming_pages(world: World, anchor: AnchorText) -> tuple[Page, ...]:
    """The distinct pages that the naming links lead to; of editions of one page, and of pages of the same name in
    folders that hold mostly the same names, the first. Of a text that several editions of the documentation have, those
    of the edition that has most."""
    found: defaultdict[str, dict[tuple[str, ...], Page]] = defaultdict(dict)
    for link in naming_links(world, anchor):
        if link.target:
            found[find_edition(link.source)].setdefault(edition_of(link.target), link.target)
    kept: list[Page] = []
    for page in max(found.values(), key=len).values() if found else ():
        if not any(folders(world).are_counterparts(page, other) for other in kept):
            kept.append(page)
    return tuple(kept)


@fact("anchor", "naming.pages.count", INTEGER)
def naming_pages_count(world: World, anchor: AnchorText) -> int:
    """The number of distinct pages that the naming links lead to; editions of one page count once."""
    return len(naming_pages(world, anchor))


def names_target(world: World, anchor: AnchorText, link: Link) -> bool:
    """Whether the anchor text has at least half of its words from what the target of one of its links is called. Only
    links that somebody wrote into the body of their own page can tell."""
    written, target = link.written, link.target
    if written is None or target is None or written.code or link.fragment or link.place not in BODY_PLACES:
        return False
    if link.file != link.source.path:
        return False  # what many pages show is part of a menu, or of a list of all that there is
    language, named = language_of(target), named_terms(world, target)
    share = share_of_terms(find_terms(anchor.text, language, SHORT), named)
    if share is None or share < HALF:
        return False
    # In a script without spaces no words can be left out.
    return words(world, anchor) is None or not named.isdisjoint(
        find_terms(leave_places_out(anchor.text, language), language, SHORT)
    )


def named_terms(world: World, page: Page) -> frozenset[str]:
    """The terms of the page's title and keyword."""
    known = terms_of_pages(world)
    if page not in known:
        known[page] = find_terms(f"{page.title or ''}\n{keyword_of(world, page) or ''}", language_of(page), SHORT)
    return known[page]


@once_per_world
def naming(world: World) -> dict[AnchorText, tuple[Link, ...]]:
    """Filled as it is asked."""
    return {}


@once_per_world
def terms_of_pages(world: World) -> dict[Page, frozenset[str]]:
    """Filled as it is asked."""
    return {}
