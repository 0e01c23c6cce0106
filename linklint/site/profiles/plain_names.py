"""Names in Markdown links as sites have them for their pages, and whether they name files beside the one that holds the
link."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from linklint.model.files import Names
from linklint.site.destination import Destination
from linklint.site.page_names import are_sure, is_index
from linklint.site.paths import extension, join, name, parent
from linklint.site.profiles.conventions import is_shown_by_github

FEW = 5
"""So many different addresses, at least, tell something."""
MANY = 20
MOSTLY = 4
"""So many names that name what is here stand beside one that does not, where names are those of files."""
SITE_ENDINGS = ("", "html")
SLUG = re.compile(r"[\w$`-]+(?:\.\d+)*")
"""A name as sites have for pages: no ending, but maybe a version (``go1.9``), and nothing as in ``@user``;
``svelte/@debug`` may be one."""
PICTURE = "picture"
PICTURES = frozenset("avif gif jpeg jpg png svg webp".split())


def exists(path: str | None, names: Names) -> bool:
    """Whether a file or a folder has the name; what leads above the top is not known to be missing."""
    return path is None or path in names or path.rstrip("/") in names.directories


def find_site_folders(written: Iterable[tuple[str, Destination]], names: Names) -> frozenset[tuple[str, str]]:
    """The folders at the top, with an ending, where most names of that ending, several at least, lead to no file and no
    folder."""
    counts: dict[tuple[str, str], tuple[int, int]] = {}
    for folder, ending, path in _find_named(written):
        every, lost = counts.get((folder, ending), (0, 0))
        counts[folder, ending] = every + 1, lost + (not exists(path, names))
    return frozenset(key for key, (every, lost) in counts.items() if lost >= FEW and 2 * lost > every)


def find_own_endings(written: Iterable[tuple[str, Destination]], names: Names) -> frozenset[tuple[bool, str]]:
    """The endings of which many names lead to a file or a folder, and few do not, each for indexes and for other files.
    In an index that a site makes the page of its folder of, names lead to the same as beside it; there, more that do
    than do not are enough."""
    counts: dict[tuple[bool, str], tuple[int, int]] = {}
    every = list(written)
    for of_index in (False, True):
        for _, ending, path in _find_named(each for each in every if is_index(each[0]) or not of_index):
            found, lost = counts.get((of_index, ending), (0, 0))
            counts[of_index, ending] = (found + 1, lost) if exists(path, names) else (found, lost + 1)
    sure = {key for key, (found, lost) in counts.items() if are_sure(found, lost, enough=MANY, to_one=MOSTLY)}
    sure |= {(True, ending) for of_index, ending in sure if not of_index}
    return frozenset(sure | {key for key, (found, lost) in counts.items() if key[0] and found >= FEW and found > lost})


def _find_named(written: Iterable[tuple[str, Destination]]) -> Iterator[tuple[str, str, str]]:
    """The folder at the top, the ending and the path of each name that does not begin with ``/``."""
    asked = {
        (top_folder(path), site_ending(to), join(parent(path), to.path)) for path, to in written if not to.absolute
    }
    return (
        (folder, ending, path) for folder, ending, path in asked if folder and ending is not None and path is not None
    )


def may_be_of_site(href: str) -> bool:
    """Whether ``site_ending`` need be asked, told without reading the destination."""
    before = href.partition("#")[0]
    ending = before.rpartition("/")[2].rpartition(".")[2] if "." in before.rpartition("/")[2] else ""
    return (
        bool(before)
        and ":" not in before
        and (ending in SITE_ENDINGS or ending.isdecimal() or ending.lower() in PICTURES)
    )


def site_ending(destination: Destination) -> str | None:
    """The ending of a name as sites have for their pages, none or ``html``, or that of a picture; None for any
    other."""
    path = destination.path
    if destination.kind != "internal" or not path:
        return None
    if extension(path) in PICTURES:
        return PICTURE
    if extension(path) == "html":
        return "html"
    last = name(path.rstrip("/"))
    return "" if SLUG.fullmatch(last.removeprefix("@") if "/" in path else last) else None


def top_folder(path: str) -> str:
    """The folder at the repository's top that the file lies in; empty for none, and for what GitHub itself shows."""
    return path.partition("/")[0] if "/" in path and not is_shown_by_github(path) else ""
