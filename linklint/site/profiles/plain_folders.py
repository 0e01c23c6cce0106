"""Folders of Markdown that a site elsewhere is built of, by the names in them."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache

from linklint.model.files import Names
from linklint.site.paths import extension
from linklint.site.tables import index_folders

# Where lists of Hugo's lie (https://gohugo.io/content-management/organization/#index-pages-_indexmd), a site elsewhere
# is built of the folder: its shortcodes stand in for what Markdown would take for text.
HUGO_LISTS = ("_index.md", "_index.markdown")
# How the sites of Svelte's projects, which are built elsewhere, order their pages.
SECTION = re.compile(r"(.+)/\d\d-[^/]+/index\.md")
SEVERAL = 3


@lru_cache(maxsize=4)
def find_listed(names: Names) -> frozenset[str]:
    """The folders that hold a list of Hugo's."""
    return frozenset(index_folders(names.ending(*map(extension, HUGO_LISTS)), HUGO_LISTS))


@lru_cache(maxsize=4)
def find_sections(names: Names) -> frozenset[str]:
    """The folders that hold several numbered sections, each with an index: ``docs/01-start/index.md``."""
    found = Counter(match[1] for path in names.named("index.md") if (match := SECTION.fullmatch(path)))
    return frozenset(folder for folder, count in found.items() if count >= SEVERAL)
