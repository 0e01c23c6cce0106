"""Hand-written HTML: pages that visitors may reach without any link that we can see."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import msgspec

from linklint.model.files import Names
from linklint.model.site import Page
from linklint.site.generators import generator_folders, jekyll_folders
from linklint.site.paths import ancestors, name, parent, within
from linklint.site.profile import Read
from linklint.site.profiles.conventions import is_set_aside

# Programs that put a page together on the server; a form's mailer is none of them.
SERVED = re.compile(
    r"(?:index|default|header|footer|nav|navigation|menu|layout)\.(?:php\d?|aspx?|jsp|cgi|cfm)|.*\.shtml"
)
SERVED_ENDINGS = ("asp", "aspx", "cfm", "cgi", "jsp", "php", "shtml", *(f"php{digit}" for digit in range(10)))
LOST_OF_SITE = 0.5
LOST_OF_SHELF = 0.2
FEW = 4


class Doubts(msgspec.Struct, frozen=True):
    """``certain``: the config says that this is a site. ``site``: the content root. ``made``: folders whose pages a
    generator or a server puts together, with links that stand in no page. ``themes``: folders of Jekyll sites, whose
    theme makes links if it makes pages at all: of those that begin with front matter."""

    certain: bool
    site: str
    made: frozenset[str] = frozenset()
    themes: frozenset[str] = frozenset()


def find_doubts(certain: bool, site: str, names: Names, read: Read) -> Doubts:
    """What the names and the configs tell."""
    if certain:
        return Doubts(certain, site)
    made = generator_folders(names, read) | served_folders(names)
    return Doubts(certain, site, made, jekyll_folders(names))


def served_folders(names: Names) -> frozenset[str]:
    """Folders in which a program puts pages together."""
    return frozenset(
        parent(path)
        for path in names.ending(*SERVED_ENDINGS)
        if SERVED.fullmatch(name(path).lower()) and not is_set_aside(path, names)
    )


def doubt_orphans(doubts: Doubts, pages: Sequence[Page], linked: frozenset[str]) -> dict[str, str]:
    """Orphan state is unknown for a part of a page (nothing names it: no title, no heading); where a program makes
    links; and where pages are opened one by one, as demos, exercises and reports are: it is only known in a folder tree
    with a home page, whose pages are linked. Below the content root that is half of them (of a few, any); in a small
    site of a shelf, all but one or a fifth."""
    if doubts.certain:
        return {}
    filled = [page.path for page in pages if page.document.front_matter is not None]
    made = doubts.made.union(folder for folder in doubts.themes if any(within(path, folder) for path in filled))
    states = {page.path: "unknown" for page in pages if page.title is None or not made.isdisjoint(ancestors(page.path))}
    states.update(dict.fromkeys(_opened_one_by_one(doubts.site, pages, linked), "unknown"))
    return states


def _opened_one_by_one(site: str, pages: Sequence[Page], linked: frozenset[str]) -> Iterable[str]:
    roots = frozenset(parent(page.path) for page in pages if page.root)
    trees: dict[str, list[str]] = {}
    for page in pages:
        home = next((folder for folder in ancestors(page.path) if folder in roots), None)
        if home is None:
            yield page.path
        elif not page.root:
            trees.setdefault(home, []).append(page.path)
    for home, paths in trees.items():
        lost = sum(path not in linked for path in paths)
        if home == site:
            is_known = len(paths) <= FEW or lost <= LOST_OF_SITE * len(paths)
        else:
            is_known = len(paths) - lost > 1 and lost <= max(1, LOST_OF_SHELF * len(paths))
        if not is_known:
            yield from paths
