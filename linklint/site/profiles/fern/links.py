"""How Fern reads destinations (https://github.com/fern-api/fern, ``check-if-pathname-exists.ts`` and
``replaceImagePathsAndUrls.ts``; https://buildwithfern.com/learn/docs/writing-content/markdown-basics#links)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from linklint.site.destination import Destination
from linklint.site.paths import ancestors, extension, first_segment, join, normalise_url, parent, within
from linklint.site.profile import Lookup, Standing
from linklint.site.profiles.fern.navigation import PAGES
from linklint.site.profiles.fern.plan import CHANGELOG, FILE, Plan
from linklint.site.profiles.fern.settings import Settings

# What Fern makes for every site, and for every page (https://buildwithfern.com/learn/docs/ai-features/llms-txt).
MADE = re.compile(
    r"/(?:(?:.*/)?llms(?:-full)?\.txt|(?:openapi|asyncapi)\.(?:json|ya?ml)|(?:openapi|asyncapi)/.+\.(?:json|ya?ml)"
    r"|(?:.*/)?(?:sitemap|feed|rss)\.xml|(?:.*)\.(?:rss|atom)|robots\.txt|api/fern-docs/.*|_mcp/.*|mcp|login|logout"
    r"|\.well-known/.*|.*~explorer)"
)
DAYS = re.compile(r"(?:/\d+)*")  # the lists of a year and of a month
BESIDE = "the site lies below a path of its host, where others may be shown beside it"


class Known(NamedTuple):
    """``urls``: the addresses of all pages; ``absent``: those of pages whose files are not here → the file. ``tops``:
    the first segments of all that the site has."""

    settings: Settings
    plan: Plan
    urls: AbstractSet[str] = frozenset()
    absent: Mapping[str, str] = {}
    tops: AbstractSet[str] = frozenset()


def know(settings: Settings, plan: Plan) -> Known:
    """What links are read by."""
    urls = frozenset(url for found in plan.pages.values() for url in found)
    lost = [path for path in plan.pages if path not in settings.names.files]
    absent = {url: path for path in lost for url in plan.pages[path]}
    return Known(
        settings, plan, urls, absent, frozenset(first_segment(url) for url in (*urls, *plan.below, *plan.made))
    )


def find_lookups(known: Known, standing: Standing, destination: Destination) -> list[Lookup]:
    """A path that ends like a page names a file, from Fern's folder or from the page; else it is an address."""
    path = destination.path
    if standing.written.prop == FILE:
        return [Lookup("file", join(parent(standing.file), path) or path)]
    files = list(_files(known, standing, path))
    if extension(path) in PAGES:
        found = [file for file in files if file in known.settings.names.files]
        listed = [file for file in found if file in known.plan.pages]
        if listed:
            return [Lookup("file", listed[0])]
        # The page as Markdown; or an address that is redirected.
        urls = [url for each in (path.rpartition(".")[0], path) for url in _urls(known, standing, each)]
        if not found:
            return [*(Lookup("file", file) for file in files), *(Lookup("url", url) for url in urls)]
        if known.urls.isdisjoint(urls):
            reason = f"the navigation of {known.settings.docs.tree.path} does not list {found[0]}, so it is no page"
            return [Lookup("missing", found[0], reason)]
        return [Lookup("url", url) for url in urls]
    urls = list(_urls(known, standing, path))
    lookups = [Lookup("url", url, f"there is no {_name(known, url)}") for url in urls]
    lookups += [Lookup("file", known.absent[url]) for url in urls if url in known.absent]
    lookups += [
        Lookup("file", file) for file in files if file in known.settings.names.files or not destination.absolute
    ]
    if destination.absolute and _may_lie_beside(known, path):
        lookups.append(Lookup("opaque", path, BESIDE))
    return lookups


def _files(known: Known, standing: Standing, path: str) -> Iterator[str]:
    """The files that a destination may name: a snippet's are read from the page that shows it."""
    folders = [parent(standing.page), parent(standing.file)]
    for folder in [known.settings.folder] if path.startswith("/") else dict.fromkeys(folders):
        target = join(folder, path)
        if target:
            yield target


def _urls(known: Known, standing: Standing, path: str) -> Iterator[str]:
    """The addresses that a destination may mean: without the path below which the site lies or with it, of the page's
    own version or product or of the site. Any address of the page is one that a visitor may be at."""
    settings, plan = known.settings, known.plan
    bare = path.rstrip("/") or "/"
    if path.startswith("/"):
        own = settings.bare(bare.strip("/"))
        scopes = plan.scopes.get(standing.page, ())
        inner = [join_url(scope, own) for scope in scopes if not within(own, scope)]
        yield from dict.fromkeys([*inner, own, bare])
        return
    for url in plan.pages.get(standing.page, (standing.url,)):
        base = settings.bases[0]
        yield settings.bare(normalise_url(f"/{base}{url.rpartition('/')[0]}/{bare}").strip("/"))


def join_url(scope: str, url: str) -> str:
    """The URL path below another."""
    return (scope.rstrip("/") + url).rstrip("/") or "/"


def _name(known: Known, url: str) -> str:
    """The URL path as visitors see it."""
    return join_url("/" + known.settings.bases[0], url)


def _may_lie_beside(known: Known, path: str) -> bool:
    """Whether another site may be shown there: one instance of this one lies below a path, or is one of several."""
    settings = known.settings
    bases = [base for base in settings.bases if base]
    is_inside = any(within(path.strip("/"), base) for base in bases)
    return bool(bases or settings.is_one_of_several) and not is_inside and first_segment(path) not in known.tops


def find_own(known: Known, destination: Destination) -> list[Lookup]:
    """What a full URL names on the hosts that the config calls the site's."""
    settings = known.settings
    if destination.host.removeprefix("www.") not in settings.hosts or not settings.holds(destination.path):
        return []
    url = settings.bare(destination.path.strip("/"))
    return [Lookup("url", url), *([Lookup("url", url.rpartition(".")[0])] if extension(url) in PAGES else [])]


def explain(known: Known, url: str) -> str | None:
    """Why a page may exist that no file makes."""
    plan = known.plan
    own = known.settings.bare(url.strip("/"))
    if MADE.fullmatch(own):
        return "Fern makes this for every site"
    if own in plan.made:
        return plan.made[own]
    for folder in (own, *(each or "/" for each in ancestors(own))):
        reason = plan.below.get(folder)
        if reason is not None and (reason != CHANGELOG or DAYS.fullmatch(own, len(folder))):
            return reason
    docs = known.settings.docs
    said = [each for key in ("languages", "translations") for each in docs.at(key).items()]
    return (
        "a translation of the site"
        if first_segment(own) in [each.text("lang") or each.value for each in said]
        else None
    )
