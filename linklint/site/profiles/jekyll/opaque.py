"""Jekyll: pages without a file, of which nothing is known."""

from __future__ import annotations

import re
from collections.abc import Callable

from linklint.site.profiles.jekyll.config import Config
from linklint.site.sure_folders import find_folder

NOT_HERE = "a page that a plugin makes"
GENERATED = re.compile(r"/(?:(?:tags?|categor(?:y|ies)|archives?|topics?)/.*|(?:.*/)?page-?\d+(?:/.*|\.html)?)")
FILES_OF_PLUGINS = {
    "jekyll-feed": r"/(?:feed\.xml|feed/.*\.xml)",
    "jekyll-sitemap": r"/(?:sitemap\.xml|robots\.txt)",
}


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
