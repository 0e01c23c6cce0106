"""``<!-- @include: ./part.md -->``, which a plugin brings."""

from __future__ import annotations

from linklint.model.document import Document
from linklint.model.files import Names
from linklint.site.paths import join, parent
from linklint.site.profiles.vuepress.settings import VuepressSettings


def find_includes(settings: VuepressSettings, names: Names, path: str, document: Document) -> list[str]:
    """The files that the document takes in."""
    found = []
    for include in document.includes:
        if include.kind == "include":
            for folder in (parent(path), settings.source):
                file = join(folder, include.written.lstrip("/"))
                if file is not None and file in names.files:
                    found.append(file)
                    break
    return found
