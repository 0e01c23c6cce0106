"""Pages that belong together by what their heads or their addresses say: alternates in other languages, and the
numbered pages of a list."""

from __future__ import annotations

import re

from linklint.facts.registry import INTEGER, PAGE, PAGES, fact
from linklint.facts.world import World, once_per_world
from linklint.model.site import Page
from linklint.site.destination import read_destination
from linklint.site.paths import join

NUMBERED = re.compile(r"(.*/)(?:page/|page-?|p/)([0-9]{1,6})(?:/|\.html)?")
"""An address such as /blog/page/2/, /blog/page2.html or /blog/p/2."""
FOLDERS = ("/page/", "/p/")
FALLBACK = "x-default"


@fact("page", "alternates", PAGES)
def alternates(world: World, page: Page) -> tuple[Page, ...]:
    """The other published pages of the site that its head names as alternates (hreflang), x-default left out."""
    return alternates_of(world).get(page, ())


@fact("page", "pagination.number", INTEGER)
def pagination_number(world: World, page: Page) -> int | None:
    """Which page of a list that runs over several pages this is, by its address: 2 for /blog/page/2/; missing for the
    first page and for all other pages, as for Markdown that somebody named page2.md."""
    place = find_place(page)
    return place[1] if place and place[1] > 1 else None


def find_place(page: Page) -> tuple[str, int] | None:
    """The address of the list and the number of the page in it."""
    match = NUMBERED.fullmatch(page.url)
    if match is None:
        return None
    # Programs write the pages of lists, as HTML or of a template.
    by_name = page.document.syntax == "markdown" and not page.url[len(match[1]) - 1 :].startswith(FOLDERS)
    return None if by_name else (match[1], int(match[2]))


@fact("page", "pagination.previous", PAGE)
def pagination_previous(world: World, page: Page) -> Page | None:
    """The published page before this one in such a list; missing where there is none."""
    folder, number = find_place(page) or ("", 0)
    if number < 2:
        return None
    return lists(world).get((folder, number - 1)) or (first_page(world, folder) if number == 2 else None)


@once_per_world
def lists(world: World) -> dict[tuple[str, int], Page]:
    """(address of the list, number) → page."""
    found: dict[tuple[str, int], Page] = {}
    for page in world.site.pages:
        place = find_place(page) if page.published else None
        if place:
            found.setdefault(place, page)
    return found


def first_page(world: World, folder: str) -> Page | None:
    """The page that stands for the list itself."""
    names = (folder, folder.rstrip("/"), f"{folder}index.html", f"{folder.rstrip('/')}.html")
    found = (world.site.by_url.get(name) for name in names if name)
    return next((page for page in found if page and page.published), None)


@once_per_world
def alternates_of(world: World) -> dict[Page, tuple[Page, ...]]:
    """Page → the published pages that its ``hreflang`` links name, itself left out; pages without such links are not in
    it."""
    found = {}
    for page in world.site.pages:
        if page.published and page.document.head.alternates:
            hrefs = [each.href for each in page.document.head.alternates if each.lang.lower() != FALLBACK]
            named = dict.fromkeys(target for href in hrefs if (target := find_alternate(world, page, href)))
            found[page] = tuple(other for other in named if other is not page and other.published)
    return found


def find_alternate(world: World, page: Page, href: str) -> Page | None:
    """The page at the address. All alternates of a site are taken to be of its own host: that is what they are for."""
    destination = read_destination(href)
    if destination.kind not in ("internal", "external"):
        return None
    path = destination.path
    if not path.startswith("/"):
        path = "/" + (join(page.url.rpartition("/")[0], path) or "")
    base = read_destination(world.settings.site.url or "").path.rstrip("/")
    names = (name for way in (path.removeprefix(base) or "/", path) for name in (way, way.rstrip("/"), f"{way}/"))
    return next((found for name in names if (found := world.site.by_url.get(name))), None)
