"""From files to addresses, and how destinations are read: after ``content/transformers/path-meta.ts`` and
``markdown.ts`` of https://github.com/nuxt/content."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from linklint.model.document import Document
from linklint.site.destination import Destination
from linklint.site.paths import ancestors, extension, join, name, normalise_url, parent
from linklint.site.profile import Address, Lookup, Standing
from linklint.site.profiles.nuxt.settings import NuxtSettings
from linklint.source.slugs import simov_slug

VERSION = re.compile(r"\d+(?:\.\d+)*(?:\.x)?")
NUMBER = re.compile(r"\d+\.")
INDEX = re.compile(r"index(?:\.draft)?")
LANGUAGE = re.compile(r"/[a-z]{2}(?:-[a-zA-Z]{2,4})?")
MADE = re.compile(
    r"/(?:(?:.*/)?sitemap[\w-]*\.xml|robots\.txt|(?:.*/)?(?:rss|feed|atom)\.xml|_nuxt/.*|_ipx/.*|api/.*|raw/.*|mcp(?:/.*)?|"
    r"llms(?:-\w+)?\.txt|404(?:\.html)?)"
)
DOCUMENTS = frozenset({"md"})


class Known(NamedTuple):
    """What the documents tell. ``urls``: addresses of all pages; ``folders``: what lies above them; ``patterns``: of
    pages that code makes with parameters, and that show no document. ``whole``: all addresses are known."""

    urls: frozenset[str] = frozenset()
    folders: frozenset[str] = frozenset()
    patterns: tuple[re.Pattern[str], ...] = ()
    whole: bool = False


def learn_addresses(settings: NuxtSettings, documents: Mapping[str, Document]) -> Known:
    """What the documents tell of addresses."""
    routed = {path: find_url(settings, path, document) for path, document in documents.items()}
    urls = frozenset(url for url in routed.values() if url)
    patterns = [re.compile(each) for each in settings.patterns]
    return Known(
        urls,
        frozenset(f"/{above}" for url in urls for above in ancestors(url.strip("/")) if above),
        tuple(each for each in patterns if not any(map(each.fullmatch, urls))),
        "" not in routed.values(),
    )


def find_url(settings: NuxtSettings, path: str, document: Document) -> str | None:
    """The address of a document; None: it has none; empty: it has one that is not known."""
    route = _find_route(settings, path)
    if route is None or extension(path) not in DOCUMENTS:
        return None
    return _find_written(document) or _make_url(route)


def _find_route(settings: NuxtSettings, path: str) -> str | None:
    return next(filter(None, (source.find_route(path) for source in settings.sources)), None)


def _find_written(document: Document) -> str:
    """The address that front matter gives, from version 3 on; empty where there is none."""
    written = (document.front_matter or {}).get("path")
    return written.rstrip("/") or "/" if isinstance(written, str) and written.startswith("/") else ""


def _make_url(route: str) -> str:
    made = make_path(route.removesuffix(".md"))
    return "" if made is None else "/" + made.strip("/")


def make_path(route: str) -> str | None:
    """A path without numbers, as addresses have it; None where letters of other alphabets become English ones."""
    parts = [part if part in (".", "..") else simov_slug(_refine(part)) for part in route.split("/")]
    known = [part for part in parts if part is not None]
    return "/".join(known) if len(known) == len(parts) else None


def _refine(part: str) -> str:
    if VERSION.fullmatch(part):
        return part
    bare = NUMBER.sub("", part, count=1) if NUMBER.match(part) else part
    return "" if INDEX.fullmatch(bare) else bare.removesuffix(".draft")


def find_address(settings: NuxtSettings, path: str, document: Document) -> Address | None:
    """None for what is no page of a collection, and for what has an address that is not known."""
    url = find_url(settings, path, document)
    if not url:
        return None
    is_index = INDEX.fullmatch(NUMBER.sub("", name(path).rpartition(".")[0], count=1)) is not None
    spellings = (url, _make_url(_find_route(settings, path) or "")) if _find_written(document) else (url,)
    is_home = url == "/" or (is_index and LANGUAGE.fullmatch(url) is not None)
    return Address(
        url,
        also=tuple(f"{each.rstrip('/')}{end}" for each in spellings if each for end in ("", "/", "/index.html"))[1:],
        kind="home" if is_home else "section" if is_index else "article",
    )


def find_lookups(
    settings: NuxtSettings, known: Known, publics: Sequence[str], standing: Standing, destination: Destination
) -> list[Lookup]:
    """Browsers read most destinations, from addresses without a slash at their end; of files, numbers are left out."""
    path = destination.path
    if path.startswith(("~", "@")):
        return [Lookup("opaque", path, "an alias of the bundler may stand for it")]
    is_file = extension(path) in DOCUMENTS
    if destination.absolute:
        target: str | None = path.strip("/")  # the path that the site lies below is put before it in any case
        beside = None
    else:
        written = make_path(path[: -len(".md")]) if is_file else path
        folder = standing.url.rpartition("/")[0]
        target = None if written is None else normalise_url(f"{folder}/{written}").strip("/")
        beside = join(parent(standing.file), path)
    url = f"/{target}" if target is not None else ""
    found = [Lookup("url", url)] if url else []
    if url in settings.routes:
        found.append(Lookup("file", settings.routes[url]))
    found += [Lookup("file", f"{folder}{url}") for folder in publics if url not in ("", "/")]
    # A file that lies there is found on GitHub, and by sites that end addresses with a slash.
    found += [Lookup("file", beside)] if beside is not None else []
    if url and is_owned(known, url):
        return found
    return [*found, Lookup("opaque", path, "no document lies in that folder, and code may make the page")]


def explain(settings: NuxtSettings, known: Known, url: str) -> str | None:
    """Why an address may exist that no document has."""
    url = url.rstrip("/") or "/"
    if not known.whole:
        return "not all addresses of the content are known"
    if url in settings.routes or MADE.fullmatch(url) or any(pattern.fullmatch(url) for pattern in known.patterns):
        return "code of the site makes this address"
    if any(url.startswith(each) for each in settings.ruled):
        return "a rule for routes in the config makes this address"
    if url in known.folders or url == "/":
        return "the page of a folder may be made by code"
    return None if settings.redirects_known else "code of the config makes redirects"


def is_owned(known: Known, url: str) -> bool:
    """Whether documents lie in the same folder, below the top and that of a language: nothing else is likely to."""
    folders = (f"/{each}" for each in ancestors(url.strip("/")) if each)
    return any(folder in known.folders and not LANGUAGE.fullmatch(folder) for folder in folders)
