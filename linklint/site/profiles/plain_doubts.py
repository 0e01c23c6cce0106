"""Markdown as GitHub shows it: pages that readers may come to without any link that we can see."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import msgspec

from linklint.model.files import Names
from linklint.model.settings import SiteSettings
from linklint.model.site import Page
from linklint.site.destination import read_destination
from linklint.site.generators import generator_folders, jekyll_folders
from linklint.site.paths import ancestors, name, within
from linklint.site.profile import Read
from linklint.site.profiles.conventions import is_mostly_html
from linklint.site.profiles.plain_evidence import Elsewhere
from linklint.site.profiles.plain_matter import is_content

READMES = ("readme.md", "readme.markdown")
MANY = 10
A_SHELF = 5
ENOUGH_BY_HAND = 0.5
ENOUGH_UNDER_THEME = 0.8


class Doubts(msgspec.Struct, frozen=True):
    """Why pages may be read without any link of ours. ``generators``: folders of site generators that make a
    navigation. ``themes``: folders of Jekyll sites, whose theme may list pages, unless nearly all are linked by hand.
    ``by_evidence``: where of many pages less than half are linked, in the repository or in the folder, people browse
    the folders instead. ``beside``: the repository is one of HTML pages, and its Markdown only accompanies them."""

    generators: frozenset[str] = frozenset()
    themes: frozenset[str] = frozenset()
    by_evidence: bool = False
    beside: bool = False


def find_doubts(names: Names, read: Read, settings: SiteSettings) -> Doubts:
    """Who says that this is no site of another kind, says that nobody else links its pages."""
    if settings.framework != "auto" or settings.content:
        return Doubts()
    return Doubts(generator_folders(names, read), jekyll_folders(names), by_evidence=True, beside=is_mostly_html(names))


def doubt_orphans(doubts: Doubts, pages: Sequence[Page], linked: frozenset[str]) -> dict[str, str]:
    """Orphan state is unknown where readers may come without a link of ours: see ``Doubts``; for a folder's README that
    no README leads to; and for a page that only sends readers to another site."""
    themes = {folder for folder in doubts.themes if linked_share(pages, linked, folder) < ENOUGH_UNDER_THEME}
    unknown = doubts.generators | themes
    shelves = find_shelves(pages, linked) if doubts.by_evidence else frozenset()
    built = doubts.by_evidence and is_content(page.document for page in pages)
    states = {}
    for page in pages:
        is_lone_readme = name(page.path).lower() in READMES and page.path not in linked
        if (
            is_lone_readme
            or is_signpost(page)
            or doubts.beside
            or built
            or not unknown.isdisjoint(ancestors(page.path))
            or page.path in shelves
        ):
            states[page.path] = "unknown"
    return states


def doubt_listed(
    doubt: Callable[[Sequence[Page], frozenset[str]], Mapping[str, str]],
    elsewhere: Elsewhere,
    generated: frozenset[str],
    pages: Sequence[Page],
    linked: frozenset[str],
) -> dict[str, str]:
    """A site that is made of the files may list any of its pages, too; so may a program the pages that it writes."""
    made = {page.path: "unknown" for page in pages if elsewhere.lists(page.path) or page.path in generated}
    return {**doubt(pages, linked), **made}


def find_shelves(pages: Sequence[Page], linked: frozenset[str]) -> frozenset[str]:
    """The pages that people find by browsing: the repository has many, and less than half of those in the nearest
    folder that holds several (or of all) have a link."""
    counts: dict[str, tuple[int, int]] = {}
    for page in filter(is_meant, pages):
        for folder in ancestors(page.path):
            here, reached = counts.get(folder, (0, 0))
            counts[folder] = here + 1, reached + (page.path in linked)
    if counts.get("", (0, 0))[0] < MANY:
        # Of few pages the links tell nothing, unless there is neither any nor a page where visits start.
        alone = not any(page.root or page.path in linked for page in pages)
        return frozenset(page.path for page in pages) if alone else frozenset()
    browsed = {folder for folder, (here, reached) in counts.items() if reached < ENOUGH_BY_HAND * here}

    def shelf(path: str) -> str:
        return next((folder for folder in ancestors(path) if counts.get(folder, (0, 0))[0] >= A_SHELF), "")

    return frozenset(page.path for page in pages if "" in browsed or shelf(page.path) in browsed)


def linked_share(pages: Sequence[Page], linked: frozenset[str], folder: str) -> float:
    """Of the pages below the folder that somebody should link, the share that has a link; 0 to 1."""
    meant = [page for page in pages if is_meant(page) and within(page.path, folder)]
    return sum(page.path in linked for page in meant) / len(meant) if meant else 0.0


def is_signpost(page: Page) -> bool:
    """Whether the page says little more than where something is now: it is kept for links from elsewhere."""
    links = page.document.links
    return (
        page.document.brief
        and len(links) == 1
        and read_destination(links[0].href).kind == "external"
        and links[0].element == "a"
    )


def is_meant(page: Page) -> bool:
    """Whether readers come by links: no root, nothing that stands by itself."""
    return page.orphan == "checked" and not page.root
