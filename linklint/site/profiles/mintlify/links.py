"""How Mintlify reads destinations (https://www.mintlify.com/docs/guides/linking): ``/x`` from the site's root, ``./x``
and ``../x`` from the file, in JSX too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from fnmatch import fnmatchcase
from typing import NamedTuple

from linklint.model.files import Names
from linklint.site.destination import Destination
from linklint.site.paths import below, extension, first_segment, join, parent, within
from linklint.site.profile import Lookup, Standing
from linklint.site.profiles.mintlify.config import Config
from linklint.site.profiles.mintlify.made import REASON

PAGES = frozenset({"md", "mdx"})
BESIDE = "all pages lie in a few folders, and another site may be shown beside them"
# What Mintlify makes for every site.
MADE = re.compile(
    r"/(?:llms(?:-full)?\.txt|sitemap\.xml|robots\.txt|skill\.md|mcp|authed/mcp|login|logout|feed\.xml|_mintlify/.*"
    r"|\.well-known/.*|(?:.*/)?rss\.xml)"
)


class Known(NamedTuple):
    """The config, the names, the folders of pages that Mintlify generates, and of those that a program writes.
    ``first``: the address of the first page that the navigation lists, which visitors of ``/`` are shown. ``tops``: the
    folders at the top that all pages lie in, where these are few (empty: where they are not); ``moved``: the first
    parts of the addresses that are redirected."""

    config: Config
    names: Names
    apis: Sequence[str]
    made: AbstractSet[str]
    first: str = ""
    tops: AbstractSet[str] = frozenset()
    moved: AbstractSet[str] = frozenset()

    def is_beside(self, url: str) -> bool:
        """Whether the address lies beside all pages, generated ones too, where the host may show another site."""
        first = first_segment(url)
        is_made = any(first == first_segment(folder) for folder in self.apis)
        return bool(self.tops) and url.startswith("/") and first not in self.tops and not is_made


def find_lookups(known: Known, standing: Standing, destination: Destination) -> list[Lookup]:
    """All readings. A path with no dot or slash at its beginning is read from the file and from the root, since both
    have been seen to work. No such name is meant for another site that is shown beside this one."""
    root, path = known.config.root, destination.path
    if path.startswith("/"):
        return _by_address(known, path)
    bases = [parent(standing.file), parent(standing.page)]
    if not path.startswith("."):
        bases.append(root)
    found: list[Lookup] = []
    for base in dict.fromkeys(bases):
        inner = below(base, root) if base != root else ""
        joined = join(inner, path)
        if joined is not None:
            found.extend(_by_address(known, "/" + joined))
    if not found:
        return [Lookup("outside", path, "it leads above the folder of docs.json")]
    kept = [each for each in found if each.kind == "file" or not known.is_beside(each.path) or _is_moved(known, each)]
    return kept or [Lookup("missing", found[0].path, f"there is no {found[0].path}")]


def _is_moved(known: Known, lookup: Lookup) -> bool:
    first = first_segment(lookup.path)
    return any(fnmatchcase(first, pattern) for pattern in known.moved)


def _by_address(known: Known, path: str) -> list[Lookup]:
    config = known.config
    paths = [path]
    if config.base and (path + "/").startswith(config.base + "/"):
        paths.append(path[len(config.base) :] or "/")
    found = []
    for each in paths:
        url = each.rstrip("/") or "/"
        found.append(Lookup("url", url.rpartition(".")[0] if extension(url) in PAGES else url))
        target = join(config.root, each)
        if target and target in known.names.files:
            found.append(Lookup("file", target))
        if url == "/" and known.first:
            found.append(Lookup("url", known.first))
    return found


def find_own(known: Known, destination: Destination) -> list[Lookup]:
    """What a full URL names on the host and below the path that the config calls canonical."""
    config = known.config
    if not config.host or destination.host.removeprefix("www.") != config.host:
        return []
    if not (destination.path + "/").startswith(config.base + "/"):
        return []
    return _by_address(known, destination.path)


def explain(known: Known, url: str) -> str | None:
    """Why a page may exist that no file makes. ``mint broken-links`` calls folders without an index broken; but the
    start pages of sections lead to nothing else in some sites, and tabs of ``mint.json`` do."""
    for bare in (url, url.removeprefix(known.config.base)):
        if MADE.fullmatch(bare):
            return "Mintlify makes this for every site"
        folder = join(known.config.root, bare)
        if folder and folder in known.names.directories:
            return "a folder without a page of its own; Mintlify may lead to the first page in it"
        if any((bare + "/").startswith(api.rstrip("/") + "/") for api in known.apis):
            return "pages may be generated from the description of an API"
        if any(within(bare, folder) for folder in known.made):
            return REASON
    return BESIDE if known.is_beside(url) else None
