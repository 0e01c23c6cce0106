"""Pages to whose headings something is done that is not read here: by filters of the repository's own, in Lua
(https://quarto.org/docs/extensions/filters.html), and by templates of lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from linklint.model.document import Document
from linklint.model.files import Names
from linklint.site.glancing import glance
from linklint.site.paths import ancestors, join, parent, within
from linklint.site.profile import Read
from linklint.site.profiles.manifests import as_list, get_table
from linklint.site.profiles.quarto.settings import QuartoSettings
from linklint.site.profiles.sphinx.book import read_file

METADATA = ("_metadata.yml", "_metadata.yaml")
TOUCHING = re.compile(rb"\bpandoc\.Header\b|\bHeader[ \t]*=|\bfunction[ \t]+Header\b|\.identifier[ \t]*=(?!=)")


def find_open(settings: QuartoSettings, names: Names, read: Read, documents: Mapping[str, Document]) -> frozenset[str]:
    """The pages of which some ids cannot be known."""
    whole = any(_touches(names, read, each) for each in _list_filters(settings.options, settings.folder))
    folders: dict[str, bool] = {}
    found = set()
    for path, document in documents.items():
        if path not in settings.texts:
            continue
        matter = document.front_matter or {}
        above = [each for each in ancestors(path) if within(each, settings.folder)]
        for folder in above:
            if folder not in folders:
                folders[folder] = _is_touched(folder, names, read)
        own = any(_touches(names, read, each) for each in _list_filters(matter, parent(path)))
        if whole or own or any(folders[each] for each in above) or has_template(matter):
            found.add(path)
    return frozenset(found)


def _is_touched(folder: str, names: Names, read: Read) -> bool:
    """Whether what the folder says of all its pages names such a filter."""
    trees = (read_file(join(folder, each) or "", names, read) for each in METADATA)
    return any(_touches(names, read, each) for tree in trees if tree for each in _list_filters(tree.value, folder))


def _list_filters(options: Mapping[str, Any], folder: str) -> Iterator[str]:
    formats = options.get("format")
    tables = (
        [options, *(get_table(formats, each) for each in formats or ())] if isinstance(formats, dict) else [options]
    )
    for table in tables:
        for each in as_list(table.get("filters")):
            file = each.get("path") if isinstance(each, dict) else each
            if isinstance(file, str) and file.endswith(".lua"):
                yield join(folder, file) or ""


def _touches(names: Names, read: Read, path: str) -> bool:
    return path in names.files and glance(read, path, touches_headings)


def touches_headings(data: bytes) -> bool:
    """Whether a filter may make headings or change ids."""
    return TOUCHING.search(data) is not None


def has_template(matter: Mapping[str, Any]) -> bool:
    """Whether a list of the page has a template of its own."""
    return any(isinstance(each, dict) and "template" in each for each in as_list(matter.get("listing")))
