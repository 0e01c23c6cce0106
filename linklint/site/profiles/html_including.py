"""Hand-written HTML: files that a server puts into pages (``<!--#include virtual="part.html" -->``)."""

from __future__ import annotations

from linklint.model.document import Document
from linklint.model.files import Names
from linklint.site.destination import read_destination
from linklint.site.paths import join, parent


def find_included(homes: tuple[str, ...], names: Names, path: str, document: Document) -> list[str]:
    """The files that the file says are to be put in, from its own folder, or from the site's top (one of ``homes``)."""
    found = []
    for include in document.includes:
        written = read_destination(include.written).path if include.kind == "server" else ""
        folders = homes if written.startswith("/") else (parent(path),) if written else ()
        places = (join(folder, written.lstrip("/")) for folder in folders)
        found += [place for place in places if place in names.files][:1]
    return [place for place in found if place]
