"""Addresses that Docusaurus makes without a document: React pages, lists of a blog, tags, category indexes, versions
that are kept elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from linklint.model.files import Names
from linklint.site.neighbours import IMAGES
from linklint.site.paths import below, extension, within
from linklint.site.profiles.docusaurus.addresses import is_left_out
from linklint.site.profiles.docusaurus.config import Config, content_of
from linklint.site.profiles.docusaurus.contents import Content
from linklint.site.sure_folders import find_folder

CODE = frozenset({"js", "jsx", "ts", "tsx"})
VERSION = re.compile(r"v?\d+(?:\.(?:\d+|x))*(?:-(?:alpha|beta|canary|lts|rc)[\w.\-]*)?|next|latest|stable|current")
LISTS = {
    "docs": re.compile(r"/tags(?:/.*)?"),
    "blog": re.compile(r"|/archive|/(?:tags|authors|page)(?:/.*)?|/(?:rss|atom)\.xml|/feed\.json"),
}
MADE = "a list that Docusaurus makes"
REACT = "a page made by React code"
REFERENCE = "a page of a reference that a plugin makes"
WRITTEN = "a page of documents that a script writes"
VERSIONED = "another version of the docs, kept elsewhere"
SEARCHED = frozenset({"/search", "/sitemap.xml", "/404", "/404.html", "/__docusaurus/debug"})


def find_react_routes(config: Config, names: Names) -> frozenset[str]:
    """The addresses that code in ``src/pages`` makes, without a slash at the end."""
    found = set()
    for path in names.ending(*CODE):
        content = content_of(config, path)
        if content and content.kind == "pages" and not is_left_out(content, path):
            stem = "/" + below(path, content.folder).rpartition(".")[0]
            found.add((content.route + re.sub(r"/index$", "", stem)) or "/")
    return frozenset(found)


def explain_generated(
    config: Config,
    react: frozenset[str],
    categories: Callable[[], frozenset[str]],
    sure: Callable[[], frozenset[str]] = frozenset,
) -> Callable[[str], str | None]:
    """A function from an address to why it may exist although no document makes it; None: it does not. ``sure``: the
    folders in which no plugin makes pages."""
    contents = [content for content in config.contents if content.built]

    def explain(url: str) -> str | None:
        url = url.rstrip("/") or "/"
        if url.endswith((".md", ".mdx")):  # a file of the repository, no address
            return None
        for each in _without_locale(config, url):
            if each in react:
                return REACT
            if each in SEARCHED:
                return MADE
            if any(within(each, route) for route in config.made):
                return REFERENCE
            if any(within(each, route) for route in config.absent):
                return WRITTEN
            around = [content for content in contents if within(each, content.route)]
            for content in around:
                # A version's own addresses are no unknown version of the one that has the shorter address.
                deepest = not any(len(other.route) > len(content.route) for other in around)
                reason = _explain(content, each[len(content.route) :], each, categories(), deepest)
                if reason:
                    return reason
        # Plugins make routes, and the build asks for pictures before they do.
        is_page = extension(url.removesuffix("/index.html")) not in IMAGES
        in_content = any(within(url, each.route) for each in contents if each.route)
        if config.strange and is_page and not in_content and find_folder(url) not in sure():
            return f"a plugin ({config.strange[0]}) may make this page"
        may_move = config.moving and (not config.moved or any(each in url for each in config.moved))
        return "code of the config makes redirects (createRedirects)" if may_move else None

    return explain


def _without_locale(config: Config, url: str) -> Iterator[str]:
    yield url
    for locale in config.locales:
        if within(url, "/" + locale):
            yield url[len(locale) + 1 :] or "/"


def _explain(content: Content, rest: str, url: str, categories: Iterable[str], deepest: bool) -> str | None:
    lists = LISTS.get(content.kind)
    if lists and lists.fullmatch(rest):
        return MADE
    if content.kind == "docs":
        if re.sub(r"-\d+$", "", url) in categories or url in categories:
            return "a category's list of pages, which Docusaurus makes"
        first = rest[1:].partition("/")[0]
        if deepest and content.version and VERSION.fullmatch(first):
            return VERSIONED
    return None
