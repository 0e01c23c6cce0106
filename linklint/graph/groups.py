"""Groups of pages that may be clusters: what folders, front matter and links put together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from linklint.graph.communities import find_communities
from linklint.model.site import Page

INDEXES = frozenset({"index", "_index", "readme"})
KEYS = {
    "series": ("series",),
    "category": ("category", "categories", "topic", "topics"),
    "tag": ("tag", "tags"),
}
"""Where front matter puts pages into groups; what says least of a page's subject comes last."""
UNTELLING = frozenset("all article articles blog docs nav navigation news page pages post posts site".split())
"""Values that say where a page is shown, and nothing of its subject."""
SOURCES = ("series", "folder", "category", "tag", "links")


class Group(NamedTuple):
    """Pages with something in common. ``source`` is one of ``SOURCES``, ``name`` the folder, the value in the front
    matter, or nothing."""

    source: str
    name: str
    pages: tuple[Page, ...]


def find_groups(pages: Sequence[Page], edges: Sequence[tuple[int, int]]) -> Iterator[Group]:
    """All groups of these pages. ``edges`` are (linking page, linked page) by ``Page.index``."""
    yield from group_by_folder(pages)
    for source in KEYS:
        yield from group_by_front_matter(pages, source)
    here = {page.index: page for page in pages}
    inner = [edge for edge in edges if edge[0] in here and edge[1] in here]
    for community in find_communities(inner):
        yield Group("links", "", tuple(here[index] for index in community))


def group_by_folder(pages: Sequence[Page]) -> Iterator[Group]:
    """The pages of each folder: those that lie in it, and the index pages of the folders in it."""
    folders: dict[str, list[Page]] = {}
    for page in pages:
        folder, _, file = page.path.rpartition("/")
        folders.setdefault(folder, []).append(page)
        if folder and is_index(file):
            folders.setdefault(folder.rpartition("/")[0], []).append(page)
        beside = page.path.rpartition(".")[0]  # guides.md is the index of guides/
        folders.setdefault(beside, []).append(page)
    for folder, members in sorted(folders.items()):
        if folder:
            yield Group("folder", folder, tuple(sorted(set(members), key=lambda page: page.index)))


def is_index(path: str) -> bool:
    return path.rpartition("/")[2].rpartition(".")[0].lower() in INDEXES


def is_index_of(folder: str, path: str) -> bool:
    """Whether the page stands for the folder: its index page, or ``guides.md`` beside ``guides/``."""
    return path.rpartition(".")[0] == folder or (is_index(path) and path.rpartition("/")[0] == folder)


def group_by_front_matter(pages: Sequence[Page], source: str) -> Iterator[Group]:
    """The pages of each language that give the same value for one of the source's keys, letter case ignored."""
    found: dict[tuple[str, str], list[Page]] = {}
    names: dict[tuple[str, str], str] = {}
    for page in pages:
        matter = page.document.front_matter or {}
        for value in dict.fromkeys(value for key in KEYS[source] for value in read_values(page, matter, key)):
            key = (value.casefold(), page.lang or "")
            names.setdefault(key, value)
            if page not in found.setdefault(key, []):
                found[key].append(page)
    for key, members in sorted(found.items()):
        yield Group(source, names[key], tuple(members))


def read_values(page: Page, matter: Mapping[str, Any], key: str) -> Iterator[str]:
    """The texts that a key gives: a list, a text with commas, a mapping with a label; and for Jekyll, a text with
    blanks (https://jekyllrb.com/docs/posts/#tags)."""
    value = matter.get(key)
    if isinstance(value, str):
        comma = r"," if page.framework != "jekyll" or key in ("category", "tag") else r"[,\s]"
        value = re.split(comma, value)
    for each in value if isinstance(value, list) else ():
        text = each.get("label") if isinstance(each, dict) else each
        if isinstance(text, str) and text.strip() and text.strip().lower() not in UNTELLING:
            yield text.strip()
