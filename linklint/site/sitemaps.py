"""``sitemap.xml`` files that lie in the repository → the addresses that they name, as entries.

Source: https://www.sitemaps.org/protocol.html. All URLs of a sitemap are of one host; where the config does not say
ours, that one is. A sitemap that a template makes names nothing that can be read here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import NamedTuple

from linklint.model.files import Repository
from linklint.model.place import Location, locate
from linklint.model.site import Entry, Page
from linklint.site.destination import TEMPLATE, read_destination
from linklint.site.hosts import COPIED
from linklint.site.paths import join, name, parent
from linklint.site.profile import Lookup, Mount
from linklint.site.resolution import Hit
from linklint.site.resolve import find_end, follow
from linklint.site.tables import Tables, path_at_own
from linklint.source.decode import decode
from linklint.source.lines import Lines

NAME = re.compile(r"sitemap[\w.-]*\.xml")
ADDRESS = re.compile(r"<loc>([^<]*)</loc>")
LARGEST = 50 * 1024 * 1024
"""Bytes; the protocol allows no more."""
ENOUGH = 0.5
"""A sitemap of whose addresses fewer are found than this share is old, or another site's: nothing is said of it."""


class Named(NamedTuple):
    """An address as it is written, its path on the host, and where it stands."""

    written: str
    path: str
    location: Location


def sitemap_entries(
    repository: Repository, mounts: Sequence[Mount], pages: Mapping[str, Page], tables: Tables
) -> Iterator[Entry]:
    """The entries of all sitemaps, by site, file and line."""
    done: set[str] = set()
    for number, mount in enumerate(mounts):
        if mount.framework == "plain":
            continue  # GitHub shows files, and no search engine is told of them
        for path in sitemap_paths(repository, mount.root):
            if path not in done:
                done.add(path)
                yield from _judge(read_sitemap(repository, path, tables.own), mount, number, pages, tables)


def sitemap_paths(repository: Repository, root: str) -> list[str]:
    """The sitemaps in the site's folder and in those that are copied to it."""
    folders = {join(root, folder) if folder else root for folder in COPIED}
    return [path for path in repository.names.below(root) if parent(path) in folders and NAME.fullmatch(name(path))]


def read_sitemap(repository: Repository, path: str, own: Mapping[str, str]) -> list[Named]:
    """The addresses of our own host; none where a template makes the file, or where it only lists other sitemaps."""
    data = repository.read(path)
    if data is None or len(data) > LARGEST:
        return []
    text = blank_comments(decode(data)[0])
    if "<urlset" not in text or TEMPLATE.search(text.partition("?>")[2] or text):
        return []
    lines, found = Lines(text), []
    for match in ADDRESS.finditer(text):
        written = match[1].strip()
        destination = read_destination(unescape(written))
        if destination.kind == "external":
            start = match.start(1) + len(match[1]) - len(match[1].lstrip())
            found.append((destination, written, locate(path, lines.span(start, start + len(written)))))
    host = Counter(destination.host for destination, _, _ in found).most_common(1)
    named = []
    for destination, written, location in found:
        ours = path_at_own(destination, own) if own else None
        if ours is None and not own and destination.host == host[0][0]:
            ours = destination.path
        if ours is not None:
            named.append(Named(written, ours, location))
    return named


def _judge(
    named: Sequence[Named], mount: Mount, number: int, pages: Mapping[str, Page], tables: Tables
) -> Iterator[Entry]:
    """The entries with what they lead to. The site may lie below a folder of its host: the one that most are found
    below."""
    best: list[Hit | None] = []
    for prefix in _prefixes(named):
        hits = [_find(each.path.removeprefix(prefix) or "/", mount, number, tables) for each in named]
        if not best or _count(hits) > _count(best):
            best = hits
    known = _count(best) >= ENOUGH * len(named)
    for each, hit in zip(named, best, strict=True):
        target = pages.get(hit.page) if hit and hit.page else None
        status = hit.status if hit else "missing" if known and not mount.explain(Lookup("url", each.path)) else "opaque"
        if target is not None and status == "ok" and not target.published:
            status = "unpublished"
        yield Entry(each.location.path, "sitemap", each.written, each.location, target, status, each.path)


def _prefixes(named: Sequence[Named]) -> list[str]:
    """No folder, and the first one if all addresses lie in it."""
    first = {each.path.split("/", 2)[1] for each in named}
    return ["", *(f"/{folder}" for folder in first if folder and len(first) == 1)]


def _find(path: str, mount: Mount, number: int, tables: Tables) -> Hit | None:
    return find_end(path, mount, number, tables) or follow(Lookup("url", path), mount, number, tables)


def _count(hits: Sequence[Hit | None]) -> int:
    return sum(hit is not None for hit in hits)


def blank_comments(text: str) -> str:
    """The text with each ``<!-- … -->`` blanked at equal length; one without an end reaches to the end."""
    parts, position = [], 0
    while (start := text.find("<!--", position)) >= 0:
        end = text.find("-->", start)
        end = len(text) if end < 0 else end + 3
        parts += [text[position:start], re.sub(r"[^\r\n]", " ", text[start:end])]
        position = end
    return "".join([*parts, text[position:]])
