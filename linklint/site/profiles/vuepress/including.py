"""``<!-- @include: ./part.md -->`` and ``!!!include(docs/part.md)!!!``, which plugins bring."""

from __future__ import annotations

import re
from collections.abc import Sequence

from linklint.model.document import Document
from linklint.model.files import Names
from linklint.site.glancing import glance
from linklint.site.paths import ancestors, join, parent
from linklint.site.profile import Read
from linklint.site.profiles.vuepress.settings import VuepressSettings

MARK = re.compile(r"^!{3}[ \t]*include[ \t]*\([ \t]*([^()\n]{1,300}?)[ \t]*\)[ \t]*!{3}", re.MULTILINE)


def find_includes(settings: VuepressSettings, names: Names, read: Read, path: str, document: Document) -> list[str]:
    """The files that the document takes in."""
    written = [include.written for include in document.includes if include.kind == "include"]
    found = [_find(names, (parent(path), settings.source), each) for each in written]
    if settings.marks:
        # From the folder in which the build is run (https://github.com/camelaissani/markdown-it-include).
        folders = ancestors(join(settings.source, "x") or "")
        found += [_find(names, folders[::-1], each) for each in glance(read, path, find_marked)]
    return [each for each in found if each]


def _find(names: Names, folders: Sequence[str], written: str) -> str:
    files = (join(folder, written.lstrip("/")) for folder in folders)
    return next((file for file in files if file is not None and file in names.files), "")


def find_marked(data: bytes) -> list[str]:
    """The paths that the marks of a text name."""
    return MARK.findall(data.decode("utf-8", "replace"))
