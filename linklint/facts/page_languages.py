"""The same page in other languages."""

from __future__ import annotations

from collections import Counter

from linklint.facts.registry import PAGES, TEXT, fact
from linklint.facts.text import primary_language
from linklint.facts.world import World, once_per_world
from linklint.model.site import Page

MOST = 20
"""Pages of one language at one address that are told: files in many folders of a wiki may have the same name."""


@fact("page", "language", TEXT)
def language(world: World, page: Page) -> str | None:
    """The language of the page without region or script: de for de-AT; missing when it is not known."""
    return primary_language(page.lang)


@fact("page", "equivalents", PAGES)
def equivalents(world: World, page: Page) -> tuple[Page, ...]:
    """The published pages in other languages whose URL is the same but for a segment that names the language; empty
    when the page's language is not known."""
    found = pages_by_address(world).get(address_of(page), ()) if page.lang else ()
    return tuple(other for other in found if language(world, other) != language(world, page))


def address_of(page: Page) -> str:
    """The URL without the segment that names the page's language, where it has one."""
    segments = page.url.split("/")
    names = {name.casefold() for name in (page.lang, primary_language(page.lang)) if name}
    at = next((index for index, segment in enumerate(segments) if segment.casefold() in names), None)
    return page.url if at is None else "/".join(segments[:at] + segments[at + 1 :])


@once_per_world
def pages_by_address(world: World) -> dict[str, tuple[Page, ...]]:
    """Address without a language → its pages; of one language the first, where very many share an address."""
    table: dict[str, list[Page]] = {}
    counts: Counter[tuple[str, str | None]] = Counter()
    for page in world.site.pages:
        if page.published and page.lang:
            key = address_of(page), language(world, page)
            counts[key] += 1
            if counts[key] <= MOST:
                table.setdefault(key[0], []).append(page)
    return {address: tuple(found) for address, found in table.items()}
