"""Jekyll: pages without a file, of which nothing is known; and below which folders there are none, as links tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping

from linklint.model.document import Document
from linklint.site.destination import read_destination
from linklint.site.page_names import are_sure
from linklint.site.paths import extension
from linklint.site.profile import Address
from linklint.site.profiles.jekyll.config import Config
from linklint.site.profiles.jekyll.made_addresses import SITE

NOT_HERE = "a page that a plugin makes"
GENERATED = re.compile(r"/(?:(?:tags?|categor(?:y|ies)|archives?|topics?)/.*|(?:.*/)?page-?\d+(?:/.*|\.html)?)")
FILES_OF_PLUGINS = {
    "jekyll-feed": r"/(?:feed\.xml|feed/.*\.xml)",
    "jekyll-sitemap": r"/(?:sitemap\.xml|robots\.txt)",
}
ENOUGH = 10
SURE = 10
PAGES = frozenset({"", "html"})


def find_opaque(config: Config, sure: Callable[[], frozenset[str]] | None, url: str) -> str | None:
    """Pages without a file: archives, pagination, feeds, whatever a plugin of the repository makes, though not in the
    folders that are ``sure``; None without such a plugin."""
    for plugin, pattern in FILES_OF_PLUGINS.items():
        if plugin in config.plugins and re.fullmatch(pattern, url):
            return f"a file that {plugin} makes"
    pages = any(
        plugin.startswith(("jekyll-archives", "jekyll-paginate", "jekyll-tagging")) for plugin in config.plugins
    )
    if (pages or "paginate" in config.values) and (GENERATED.fullmatch(url) or _is_paginated(config, url)):
        return NOT_HERE
    return "a plugin of this repository makes pages" if sure and find_folder(url) not in sure() else None


def _is_paginated(config: Config, url: str) -> bool:
    """Whether the address is one that ``paginate_path`` gives to the pages of a list."""
    before, mark, after = config.text("paginate_path", "/page:num/").strip("/").partition(":num")
    pattern = rf"(?:.*/)?{re.escape(before)}\d+{re.escape(after)}(?:/|/index\.html|\.html)?"
    return bool(mark) and re.fullmatch(pattern, url) is not None


def find_sure_folders(addresses: Mapping[str, Address], documents: Mapping[str, Document]) -> frozenset[str]:
    """The first segments of the addresses of which many, nearly all are those of files: then one that is of none is
    broken. Each address is asked once."""
    urls = {url.rstrip("/") for address in addresses.values() for url in (address.url, *address.also)}
    written = {link.href for document in documents.values() for link in document.links if link.element == "a"}
    asked = {read_destination(SITE.sub("", href)) for href in written if href.startswith(("/", "{{"))}
    found: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    for path in {to.path.rstrip("/") for to in asked if to.kind == "internal" and to.absolute}:
        folder = find_folder(path)
        if folder and extension(path) in PAGES:
            (found if path in urls else lost)[folder] += 1
    return frozenset(folder for folder in found if are_sure(found[folder], lost[folder], enough=ENOUGH, to_one=SURE))


def find_folder(url: str) -> str:
    """The first segment of the address of a page in a folder; empty for one at the top."""
    first, mark, rest = url.strip("/").partition("/")
    return first if mark and rest else ""
