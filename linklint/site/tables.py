"""What links are looked up in: every page, file, folder, address and redirect of the repository."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from linklint.model.files import Names, fold
from linklint.model.settings import SiteSettings
from linklint.model.site import Page
from linklint.site.destination import Destination, read_destination
from linklint.site.paths import extension, first_segment, join, name, parent
from linklint.site.profile import Mount
from linklint.site.redirects import RedirectRule


class MountTables(NamedTuple):
    """Of one mount: URL path → repository path of its page, the same by folded URL, folder → path of its index page,
    old address → new one; the rules that patterns of old addresses make; the addresses that only show another page, and
    those that are redirected only while no page stands there."""

    urls: Mapping[str, str]
    folded: Mapping[str, str]
    indexes: Mapping[str, str]
    redirects: Mapping[str, str]
    rules: tuple[RedirectRule, ...] = ()
    rewrites: frozenset[str] = frozenset()
    yielding: frozenset[str] = frozenset()


class Tables(NamedTuple):
    """``pages``: repository path → page of any mount. ``planned``: repository paths and URLs, without slashes at the
    ends. ``own``: host → path prefix, of the addresses that the config calls ours. ``elsewhere``: URL prefixes
    published from elsewhere. ``built``: the mounts that a framework builds, with their places in ``mounts``."""

    names: Names
    pages: Mapping[str, Page]
    mounts: Sequence[MountTables]
    planned: frozenset[str]
    own: Mapping[str, str]
    elsewhere: tuple[str, ...]
    built: Sequence[tuple[int, Mount]] = ()


SOURCES = frozenset("astro ejs hbs json jsx liquid md mdx njk pug svelte toml ts tsx vue yaml yml".split())
FEW_SOURCES = 20  # one of so many is a README, or data that a script reads


def is_static(url: str, root: str, names: Names) -> bool:
    """Whether the address is a file's, no page's, in a folder of the site that holds what a host serves as it is, and
    hardly anything that pages or functions are made of: then what is not there is missing."""
    first = first_segment(url)
    return extension(url) not in ("", "html", "htm", "php") and _has_only_files(join(root, first) or "", names)


@lru_cache(maxsize=64)  # each link that is lost there asks
def _has_only_files(folder: str, names: Names) -> bool:
    inside = [extension(path) for path in names.below(folder)] if folder in names.directories else []
    return FEW_SOURCES * sum(ending in SOURCES for ending in inside) < len(inside)


def index_folders(paths: Iterable[str], indexes: Sequence[str]) -> dict[str, str]:
    """Folder → the page that stands for it: the first of ``indexes`` that it has."""
    ranks = {index: rank for rank, index in enumerate(indexes)}
    best: dict[str, tuple[int, str]] = {}
    for path in paths:
        rank = ranks.get(name(path).lower())
        if rank is not None:
            folder = parent(path)
            best[folder] = min(best.get(folder, (rank, path)), (rank, path))
    return {folder: path for folder, (_, path) in best.items()}


def content_roots(settings: SiteSettings) -> tuple[str, ...]:
    """The configured content folders as repository paths, deepest first; none where the profile decides."""
    return tuple(sorted({join("", folder) or "" for folder in settings.content}, key=lambda path: (-len(path), path)))


def fold_urls(urls: Mapping[str, str]) -> dict[str, str]:
    """Folded URL → URL as it is."""
    return {fold(url): url for url in sorted(urls, reverse=True)}


def own_addresses(settings: SiteSettings) -> dict[str, str]:
    """Host → path prefix (no trailing slash) of the addresses that are ours by config, with and without ``www.``."""
    found: dict[str, str] = {}
    for text in (*settings.hosts, *([settings.url] if settings.url else [])):
        destination = read_destination(text if "//" in text else f"https://{text}")
        if destination.kind == "external":
            bare = destination.host.removeprefix("www.")
            prefix = destination.path.rstrip("/")
            found[bare] = found["www." + bare] = prefix
    return found


def path_at_own(destination: Destination, own: Mapping[str, str]) -> str | None:
    """The path of a full URL on our own site, with its leading slash; None where the site is another."""
    prefix = own.get(destination.host)
    if prefix is None or not (destination.path + "/").startswith(prefix + "/"):
        return None
    return destination.path[len(prefix) :] or "/"


def is_elsewhere(url: str, prefixes: Sequence[str]) -> bool:
    """Whether a URL path lies below one of the configured prefixes (``/api/`` and ``/api`` name the same)."""
    return any((url.rstrip("/") + "/").startswith("/" + prefix.strip("/") + "/") for prefix in prefixes if prefix)
