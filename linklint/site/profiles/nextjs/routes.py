"""Next.js: why an address may exist that no document has: what code makes, and what routes with parameters show."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet

from linklint.model.document import Document
from linklint.site.destination import read_destination
from linklint.site.profiles.nextjs.config import Config
from linklint.site.profiles.nextjs.links import ENDING, find_url

MADE = re.compile(
    r"/(?:sitemap(?:-\d+)?\.xml|robots\.txt|(?:.*/)?(?:rss|feed|atom)\.xml|_next/.*|_pagefind/.*|llms(?:-\w+)?\.txt)"
)
ENOUGH = 12
SURE = 0.9
OWN = ("/.+", "(?:/.*)?", "/[^/]+")
"""The ends of the patterns of a route that shows a folder."""


def find_shown_routes(config: Config, documents: Mapping[str, Document]) -> frozenset[str]:
    """Routes that show a folder of documents and nothing else, as the links tell: of the addresses below one that
    documents name, many at least, nearly all are documents'."""
    routes = [folder.route for folder in config.folders if folder.guessed and folder.route]
    if not routes:
        return frozenset()
    urls = {find_url(config, path, document) for path, document in documents.items()}
    named = {
        "/" + destination.path.strip("/")
        for document in documents.values()
        for link in document.links
        if link.element == "a" and link.href.startswith("/")
        if (destination := read_destination(link.href)).kind == "internal"
    }
    return frozenset(
        route for route in routes if _is_shown({url for url in named if url.startswith(f"{route}/")}, urls)
    )


def _is_shown(named: AbstractSet[str], urls: AbstractSet[str | None]) -> bool:
    return len(named) >= ENOUGH and len(named & urls) >= SURE * len(named)


def explain_routes(config: Config, shown: AbstractSet[str] = frozenset()) -> Callable[[str], str | None]:
    """A function from an address to why it may exist although no document makes it. ``shown``: routes of which nothing
    else is known to be below them but documents, and what routes of their own make."""
    # The catch-all that shows Nextra's or Fumadocs' content has no addresses but those of the content.
    known = [each.route for each in config.folders if each.kind == "content" and not each.guessed]
    content = {re.escape(route) + end for route in known for end in ("(?:/.*)?", "/.+")}
    content |= {route + end for route in known for end in ("(?:/.*)?", "/.+")}
    content |= {"/[^/]+" + each for each in content} if config.locales else set()
    patterns = [re.compile(pattern) for pattern in config.patterns if pattern not in content]
    below = {f"{route}/": _find_own_patterns(config, route) for route in shown}

    def explain(url: str) -> str | None:
        url = url.rstrip("/") or "/"
        if config.by_file and ENDING.search(url):
            return None  # a file of the repository, no address
        if url in config.routes or MADE.fullmatch(url):
            return "a page made by code"
        # Next.js asks the route with most segments of its own.
        nearest = next((each for route, each in below.items() if url.startswith(route)), patterns)
        if any(pattern.fullmatch(url) for pattern in nearest):
            return "an address of a route with parameters, or of a rewrite"
        return None if config.redirects_known else "code of the config makes redirects"

    return explain


def _find_own_patterns(config: Config, route: str) -> list[re.Pattern[str]]:
    start = re.escape(route)
    own = {f"{start}{end}" for end in OWN} | {f"{route}{end}" for end in OWN}
    return [
        re.compile(each) for each in config.patterns if each not in own and each.startswith((f"{start}/", f"{route}/"))
    ]
