"""``<!-- @include: ./part.md -->`` and ``!!!include(docs/part.md)!!!``, which plugins bring, and ``<Part name="a" />``,
where a component of the site's own shows one of ``*/a.md`` below the page, by what the visitor has chosen."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from linklint.model.document import Document
from linklint.model.files import Names
from linklint.site.glancing import glance
from linklint.site.paths import ancestors, join, name, parent
from linklint.site.profile import Read
from linklint.site.profiles.vuepress.settings import VuepressSettings

MARK = re.compile(r"^!{3}[ \t]*include[ \t]*\([ \t]*([^()\n]{1,300}?)[ \t]*\)[ \t]*!{3}", re.MULTILINE)
TAG = re.compile(rb"<([A-Z]\w*)((?:\s+[\w-]+(?:=(?:\"[^\"<>\n]*\"|'[^'<>\n]*'))?)+)\s*/?>")
ATTRIBUTE = re.compile(rb"""([\w-]+)=["']([\w-]+)["']""")
INDEXES = frozenset({"readme.md", "index.md"})


def find_includes(settings: VuepressSettings, names: Names, read: Read, path: str, document: Document) -> list[str]:
    """The files that the document takes in."""
    written = [include.written for include in document.includes if include.kind == "include"]
    found = [_find(names, (parent(path), settings.source), each) for each in written]
    if settings.marks:
        # From the folder in which the build is run (https://github.com/camelaissani/markdown-it-include).
        folders = ancestors(join(settings.source, "x") or "")
        found += [_find(names, folders[::-1], each) for each in glance(read, path, find_marked)]
    return [*(each for each in found if each), *_find_shown(names, read, path)]


def _find_shown(names: Names, read: Read, path: str) -> list[str]:
    """The files in folders beside an index page that a component shows in it: all that one of its properties says on
    the page are names of such files."""
    below = _list_below(names).get(parent(path)) if name(path).lower() in INDEXES else None
    said = glance(read, path, find_properties) if below else {}
    shown = [value for values in said.values() if all(value in (below or {}) for value in values) for value in values]
    return [file for value in dict.fromkeys(shown) for file in (below or {})[value]]


@lru_cache(maxsize=4)
def _list_below(names: Names) -> Mapping[str, Mapping[str, list[str]]]:
    """Folder → stem of the Markdown files in the folders directly in it → these files."""
    found: dict[str, dict[str, list[str]]] = {}
    for path in names.ending("md"):
        folder = parent(path)
        if folder and name(path).lower() not in INDEXES:
            found.setdefault(parent(folder), {}).setdefault(name(path).removesuffix(".md"), []).append(path)
    return found


def find_properties(data: bytes) -> dict[str, list[str]]:
    """Component and property → the words that a text gives it."""
    found: dict[str, list[str]] = {}
    for component, attributes in TAG.findall(data):
        for key, value in ATTRIBUTE.findall(attributes):
            found.setdefault(f"{component.decode()} {key.decode()}", []).append(value.decode())
    return found


def _find(names: Names, folders: Sequence[str], written: str) -> str:
    files = (join(folder, written.lstrip("/")) for folder in folders)
    return next((file for file in files if file is not None and file in names.files), "")


def find_marked(data: bytes) -> list[str]:
    """The paths that the marks of a text name."""
    return MARK.findall(data.decode("utf-8", "replace"))
