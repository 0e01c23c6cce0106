"""Jekyll: how a written destination resolves. Jekyll changes none by itself, so a browser reads it from the page's URL;
the tags ``link`` and ``post_url`` and the filters ``relative_url`` and ``absolute_url`` name pages of the site
(https://jekyllrb.com/docs/liquid/tags/#links)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache, partial
from typing import Any

import msgspec

from linklint.model.files import Names
from linklint.site.destination import Destination
from linklint.site.paths import below, extension, join, normalise_url, parent
from linklint.site.profile import Address, Lookup, Standing
from linklint.site.profiles.jekyll.config import Config, find_place, is_markdown
from linklint.site.profiles.liquid import FILTERS, Filter, fill

TAG = re.compile(r"\{%-?\s*+(link|post_url)\s++((?:(?!\s*+-?%\}).){0,500}+)\s*+-?%\}", re.DOTALL)
POST = re.compile(r"(?:(.*)/)?_posts/(?:(.*)/)?([^/]*)\.[^./]+")
OUTSIDE = "it lies outside of the base path {}"
CONVERTED = {"css": ("scss", "sass"), "js": ("coffee",)}


class Known(msgspec.Struct, frozen=True):
    """What is known once all documents are read. ``addresses``: repository path → address of each page. ``matters``:
    path → front matter with defaults. ``posts``: name as ``post_url`` takes it → path. ``made``: address → file that
    is rendered, but neither Markdown nor HTML (text, feeds, scripts). ``copied``: pages whose source the plugin
    jekyll-optional-front-matter leaves beside them. ``assigned``: path → variables that the file sets itself."""

    config: Config
    names: Names
    addresses: Mapping[str, Address] = {}
    matters: Mapping[str, Mapping[str, Any]] = {}
    posts: Mapping[str, str] = {}
    made: Mapping[str, str] = {}
    copied: frozenset[str] = frozenset()
    assigned: Mapping[str, Mapping[str, str]] = {}


def name_posts(config: Config, paths: Mapping[str, Address]) -> dict[str, str]:
    """``post_url`` names of all posts: date and slug, with the folder inside or above ``_posts``."""
    found: dict[str, str] = {}
    for path in sorted(paths):
        match = POST.fullmatch(below(path, config.source))
        if match:
            above, inside, stem = match.groups()
            for folder in (inside, above):
                found.setdefault(f"{folder}/{stem}" if folder else stem, path)
            found.setdefault(stem, path)
    return found


def rewrite(known: Known, standing: Standing) -> str:
    """The destination with tags and expressions put in, as far as they are known. What a tag names and is not there
    stays a path from the source folder, so that it is missing."""
    href = standing.written.href
    if "{" not in href:
        return href
    if "{%" in href:
        href = TAG.sub(lambda match: find_tagged(known, match[1], match[2]) or match[0], href)
    if "{{" in href:
        href = fill(href, partial(look_up, known, standing), site_filters(known.config))
    base = known.config.base
    # Since version 4 the tags begin with the base path themselves; authors of both versions write it before them.
    return href[len(base) :] if base and href.startswith(f"{base}{base}/") else href


def find_tagged(known: Known, tag: str, argument: str) -> str | None:
    """The address that ``{% link … %}`` or ``{% post_url … %}`` gives; None for an argument that is a template."""
    if "{" in argument or not argument:
        return None
    bare = argument.strip("\"' ").lstrip("/")
    if tag == "link":
        # A document's path begins below ``collections_dir`` (``relative_path`` in ``lib/jekyll/document.rb``).
        folders = (known.config.source, *(parent(each.folder) for each in known.config.collections))
        paths = [join(folder, bare) or "" for folder in dict.fromkeys(folders)]
        path = next(filter(known.addresses.__contains__, paths), "")
    else:
        path = known.posts.get(bare) or known.posts.get(bare.rpartition(".")[0]) or ""
    address = known.addresses.get(path)
    if address is not None:
        return known.config.base + address.url
    return f"{known.config.base}/{bare}" if tag == "link" else f"{known.config.base}/_posts/{bare}"


def look_up(known: Known, standing: Standing, word: str) -> str | None:
    """A variable: ``site.KEY`` of the config, ``page.KEY`` of the front matter, or one that the file sets itself."""
    scope, _, key = word.partition(".")
    if not key:
        return known.assigned.get(standing.file, {}).get(word)
    if scope == "site":
        if key == "baseurl":
            return known.config.base
        if key == "url":
            return known.config.text("url").rstrip("/") if known.config.text("url") else ""
        return _as_text(_walk(known.config.values, key))
    if scope == "page" and key == "url":
        return standing.url
    if scope == "page" and standing.page in known.matters:
        return _as_text(_walk(known.matters[standing.page], key))
    return None


def _walk(value: Any, key: str) -> Any:
    for part in key.split("."):
        value = value.get(part) if isinstance(value, dict) else None
    return value


def _as_text(value: Any) -> str | None:
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else None


@lru_cache(maxsize=64)
def site_filters(config: Config) -> Mapping[str, Filter]:
    """Liquid's filters and Jekyll's: both make an address of the site of a path (an absolute one is ours as well)."""

    def make_own(text: str, arguments: list[str]) -> str | None:
        if arguments or "{" in text:
            return None
        if re.match(r"[A-Za-z][A-Za-z0-9+.\-]*:|//", text):
            return text
        return config.base + ("/" + text.lstrip("/") if text else "")

    return {**FILTERS, "relative_url": make_own, "absolute_url": make_own}


def find_lookups(known: Known, standing: Standing, destination: Destination) -> list[Lookup]:
    """Relative to the page's URL; where jekyll-relative-links is on, a Markdown file relative to the file first."""
    config = known.config
    found = []
    is_source = extension(destination.path) in config.markdown
    if is_source and "jekyll-relative-links" in config.plugins and standing.written.syntax != "html":
        folder = config.source if destination.absolute else parent(standing.file)
        path = join(folder, destination.path)
        if path is not None:
            found.append(Lookup("file", path))
    if not destination.absolute:
        base = standing.base if standing.base and standing.base.startswith("/") else standing.url
        return [*found, *_at(known, normalise_url(base.rpartition("/")[0] + "/" + destination.path))]
    url = normalise_url(destination.path)
    if not config.base:
        return [*found, *_at(known, url)]
    if (url + "/").startswith(config.base + "/"):
        # Permalinks that begin with the base path too: the host then shows the site at its top.
        return [*found, *_at(known, url[len(config.base) :] or "/"), Lookup("url", url)]
    return [*found, *_at(known, url), Lookup("opaque", url, OUTSIDE.format(config.base))]


def _at(known: Known, url: str) -> list[Lookup]:
    """The page of the URL, else the file that is copied to it."""
    found = [Lookup("url", url)]
    if url.endswith("/index.html"):  # of a page that is a redirect, too
        found.append(Lookup("url", url.removesuffix("index.html")))
    if url in known.made:
        return [*found, Lookup("file", known.made[url])]
    path = join(known.config.source, url) or ""
    if path in known.names.directories or not path:
        return found
    if path in known.copied and is_markdown(known.config, path):
        return [*found, Lookup("opaque", path, "jekyll-optional-front-matter leaves the source there")]
    place = find_place(known.config, path)
    if path in known.addresses or (
        path in known.names.files and (place is None or place.kind in ("layout", "partial"))
    ):
        return found
    for ending in CONVERTED.get(extension(path), ()):
        source = f"{path.rpartition('.')[0]}.{ending}"
        if source in known.names.files:
            return [*found, Lookup("file", source)]
    return [*found, Lookup("file", path)]


def own(known: Known, hosts: frozenset[str], tops: frozenset[str], destination: Destination) -> list[Lookup]:
    """What a full URL on the site's own host names. ``tops``: hosts that GitHub Pages gives to the site alone, whatever
    its base path is, which is only for what templates write."""
    host = destination.host.removeprefix("www.")
    if host not in hosts:
        return []
    base = known.config.base
    path = normalise_url(destination.path)
    if base and not (path + "/").startswith(base + "/"):
        return [*_at(known, path), Lookup("opaque", path, OUTSIDE.format(base))] if host in tops else []
    return _at(known, path[len(base) :] or "/")


def index_names(config: Config) -> tuple[str, ...]:
    """Files that stand for their folder."""
    stems = ("index", "readme") if "jekyll-readme-index" in config.plugins else ("index",)
    return tuple(f"{stem}.{ending}" for stem in stems for ending in ("html", *sorted(config.markdown)))
