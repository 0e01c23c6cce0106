"""Below which addresses a site shows Markdown of a repository, as its links tell where no config of one is here."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from linklint.model.files import Names
from linklint.site.destination import Destination, read_destination
from linklint.site.page_names import drop_orders, find_page_name
from linklint.site.paths import join

INDEXES = ("README.md", "index.md", "_index.md", "README.mdx", "index.mdx", "index.html.md")
SOURCES = (".md", ".mdx", ".html.md", *(f"/{index}" for index in INDEXES))
FEW = 5
MANY = 20
"""So many different addresses, at least, tell something of the whole repository, and of a folder in it."""
DEEPEST = 4
# What a build puts a version or the like in for: ``/docs/{{version}}/queues``, ``/docs/<VERSION>/queues``.
FILLED = re.compile(r"(?<=/)(?:\{\{[^{}/]*\}\}|\{[A-Za-z_][\w.\-]*\}|<[A-Za-z][\w .\-]*>)(?=/)")
STANDS_IN = "~"
HOST = re.compile(r"https?://([A-Za-z0-9.\-]+(?::\d+)?)(?=/)")
MOST_HOSTS = 3


ELSEWHERE = "most addresses that begin with / lead to another site here"


class Prefix(NamedTuple):
    """``start``: how such addresses begin, without slashes at its ends, empty where none is known; ``folder``: what
    their rest is read from; ``host``: of the full URLs that told it."""

    start: str = ""
    folder: str = ""
    host: str = ""

    @property
    def is_filled(self) -> bool:
        """Whether a build puts something into how the addresses begin."""
        return STANDS_IN in self.start.split("/")


NO_PREFIX = Prefix()


def below_prefix(path: str, prefix: Prefix) -> str | None:
    """The repository path that an address below the prefix names, without an ending; None for any other."""
    if not prefix.start or not path.startswith(f"/{prefix.start}/"):
        return None
    return join(prefix.folder, path.removeprefix(f"/{prefix.start}/"))


def stand_in(href: str) -> str:
    """The address, with ``STANDS_IN`` for what a build fills in before the last part of its path."""
    path, mark, fragment = href.partition("#")
    return FILLED.sub(STANDS_IN, path) + mark + fragment if path.startswith("/") else href


def read_filled(prefix: Prefix, names: Names, href: str) -> str:
    """The same of an address that begins with the prefix; of a full URL, on the prefix' own host or naming a page."""
    if not FILLED.search(href):
        return href
    host, bare = take_host(href)
    bare = stand_in(bare)
    if not bare.startswith(f"/{prefix.start}/"):
        return href
    is_ours = host in ("", prefix.host) or find_markdown(
        below_prefix(bare.partition("#")[0].rstrip("/"), prefix), names
    )
    return bare if is_ours else href


def take_host(href: str) -> tuple[str, str]:
    """The host of a full URL, and the rest of it; of any other destination none, and all of it."""
    found = HOST.match(href.strip())
    return (found[1].lower(), href.strip()[found.end() :]) if found else ("", href)


def find_filled(written: Iterable[str], names: Names) -> tuple[Prefix, Mapping[str, Destination]]:
    """The prefix into which a build fills something, as addresses tell it, else the full URLs of the host that most of
    those with such a part name; and what they all are then."""
    by_host: dict[str, dict[str, Destination]] = {}
    for href in written:
        host, bare = take_host(href) if "{" in href or "<" in href else ("", "")
        if FILLED.search(bare):
            by_host.setdefault(host, {})[href] = read_destination(stand_in(bare))
    for host, found in sorted(by_host.items(), key=lambda pair: (pair[0] != "", -len(pair[1]), pair[0]))[:MOST_HOSTS]:
        prefix = find_prefix(found.values(), names)
        if prefix.is_filled:
            return prefix._replace(host=host), {**by_host.get("", {}), **found}
    return NO_PREFIX, {}


def find_prefix(written: Iterable[Destination], names: Names) -> Prefix:
    """How most addresses begin, several at least, whose rest names what stands at the repository's top; or else
    many, whose rest names what stands in the same folder. More than one part only where most of all addresses begin
    so, or a build fills one of the parts in."""
    paths = sorted({to.path.strip("/") for to in written if is_absolute(to)})
    for depth in range(1, DEEPEST + 1):
        found = _find_start(paths, depth, names)
        if found != NO_PREFIX:
            return found
    return NO_PREFIX


def _find_start(paths: Sequence[str], depth: int, names: Names) -> Prefix:
    """The same, of beginnings of so many parts."""
    rests: dict[str, list[str]] = {}
    for path in paths:
        *parts, rest = path.split("/", depth)
        if len(parts) == depth and rest and (start := "/".join(parts)) not in names.directories:
            rests.setdefault(start, []).append(rest)
    fitting = []
    for start, each in rests.items():
        if depth > 1 and 2 * len(each) <= len(paths) and not Prefix(start).is_filled:
            continue
        here = sum(bool(find_stored(join("", rest), names)) for rest in each)
        folder = ""
        if here < FEW and len(each) >= MANY:
            folder, here = max(_count_folders(each, names), key=lambda pair: (pair[1], pair[0]), default=("", 0))
        if here >= (MANY if folder else FEW) and 2 * here > len(each):
            fitting.append((here, start, folder))
    return Prefix(*max(fitting)[1:]) if fitting else NO_PREFIX


def _count_folders(rests: Iterable[str], names: Names) -> Iterable[tuple[str, int]]:
    """Folder → how many of the rests name Markdown from there."""
    wanted = Counter(rest.removesuffix(".html") for rest in rests)
    lengths = {rest.count("/") + 1 for rest in wanted}
    named = {pair for path in names.ending("md", "mdx") for pair in _split_stem(path, lengths) if pair[1] in wanted}
    counts: Counter[str] = Counter()
    for folder, rest in named:
        counts[folder] += wanted[rest]
    return counts.items()


def _split_stem(path: str, lengths: Iterable[int]) -> Iterator[tuple[str, str]]:
    """The folder and the rest of what a Markdown file is called in addresses, for rests of so many parts."""
    for source in SOURCES:
        if path.endswith(source):
            parts = path.removesuffix(source).split("/")
            yield from (("/".join(parts[:-length]), "/".join(parts[-length:])) for length in lengths)


@lru_cache(maxsize=4)
def by_page_name(names: Names) -> Mapping[str, Sequence[str]]:
    """The name of a page → the Markdown that it may be made of."""
    found: dict[str, list[str]] = {}
    for path in names.ending("md", "mdx"):
        found.setdefault(find_page_name(path), []).append(path)
    return found


@lru_cache(maxsize=4)
def _by_bare_path(names: Names) -> Mapping[str, Sequence[str]]:
    """Markdown that has numbers for the order in its path, by that path without them."""
    found: dict[str, list[str]] = {}
    for path in names.ending("md", "mdx"):
        if (bare := drop_orders(path)) != path:
            found.setdefault(bare, []).append(path)
    return found


def find_markdown(path: str | None, names: Names) -> list[str]:
    """The Markdown that an address is probably made of, which is the path, without an ending or with that of HTML, and
    without numbers for the order."""
    stem = (path or "").removesuffix(".html").removesuffix(".mdx")
    if not stem:
        return []
    exact = [stem + ending for ending in SOURCES if stem + ending in names.files]
    if exact or not (bare := _by_bare_path(names)):
        return exact
    return [each for ending in SOURCES for each in bare.get(stem + ending, ())]


def find_stored(path: str | None, names: Names) -> list[str]:
    """The same, or the file itself."""
    return find_markdown(path, names) or ([path] if path in names.files and path else [])


def is_absolute(destination: Destination) -> bool:
    """Whether the destination is an address from the top of a site."""
    return destination.kind == "internal" and destination.absolute
