"""How a link is written down: with or without a slash at its end, and how close to the one before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from operator import itemgetter

from linklint.facts.registry import INTEGER, TEXT, Column, fact
from linklint.facts.world import World, once_per_world
from linklint.model.document import WrittenLink
from linklint.model.site import Link
from linklint.site.destination import read_cached
from linklint.site.paths import extension

SLASHES = ("with", "without")
BY_NAME = frozenset({"plain", "obsidian", "wiki"})
"""Where a destination without an extension is a folder or the name of a note, and no address of a page."""
BEGINNING = itemgetter(0)
ADDRESSES = frozenset({"inline", "reference", "html", "jsx"})
REWRITTEN = frozenset({"inline", "reference"})
LOOKED_UP = frozenset({"shortcode", "role", "wikilink"})


@fact("link", "slash", TEXT, values=SLASHES, own=True)
def slash(world: World, link: Link) -> str | None:
    """Whether the address of a page is written with a slash at its end: with or without; missing for names of files,
    for the home page, for links that lead to no page, and where the framework writes the address."""
    written = link.written
    if written is None or link.target is None or link.status not in ("ok", "redirect") or link.source is link.target:
        return None
    if link.source.framework in BY_NAME or written.syntax in LOOKED_UP:
        return None
    if link.source.rewritten and written.syntax in REWRITTEN:
        return None
    path = read_cached(written.href, False).path
    if written.syntax not in ADDRESSES and not path.startswith("/"):
        return None  # elsewhere, in a menu's file, a word is the id of a document
    if not path.strip("./") or extension(path.rstrip("/")):
        return None
    return "with" if path.endswith("/") else "without"


@fact("link", "slash.usual", TEXT, values=SLASHES)
def slash_usual(world: World, link: Link) -> str | None:
    """How most links of the same site (of the same framework) to addresses of pages are written: with or without a
    slash at the end; missing where neither is more frequent, and for a link that is written as the page's own address
    is, whatever most do."""
    if link.target is not None and slash(world, link) == SLASHES[not link.target.url.endswith("/")]:
        return None
    counts = slashes(world).get(link.source.framework, Counter())
    first, second = (counts[way] for way in SLASHES)
    return None if first == second else SLASHES[first < second]


@fact("link", "gap", INTEGER)
@Column
def gap(world: World, links: Sequence[Link]) -> list[int | None]:
    """The number of characters between the end of the link before and the beginning of this one, on the same line, in
    the same section and block; missing for the first of them: links on lines of their own are a list. Links that are
    images only are left aside."""
    world.worded.update(link.file for link in links)
    return list(map(gaps(world).get, links))


@once_per_world
def slashes(world: World) -> dict[str, Counter[str]]:
    """Framework → how many links of its pages end with a slash, and how many without one."""
    found: dict[str, Counter[str]] = {}
    for link in world.site.links:
        way = slash(world, link)
        if way and link.source.published:
            found.setdefault(link.source.framework, Counter())[way] += 1
    return found


@once_per_world
def gaps(world: World) -> dict[Link, int]:
    """Link → the number of characters between it and the text link before it, if both stand in one line of a block."""
    found = {}
    for links in world.graph.shown:
        files: dict[str, list[tuple[tuple[int, int, int, int], Link, WrittenLink]]] = {}
        for link in links:
            written = link.written
            if written and written.element == "a" and not written.only_images and written.text.strip():
                files.setdefault(link.file, []).append((written.edges, link, written))
        for there in files.values():
            there.sort(key=BEGINNING)
            for ((_, end, _, last_line), _, one), ((start, _, line, _), link, other) in pairwise(there):
                if line == last_line and one.section == other.section and one.block == other.block:
                    found[link] = start - end
    return found
