"""How GitBook reads destinations: as names of files, in raw HTML and in its own tags too. What GitBook cannot find any
more it writes as ``broken-reference`` or ``/broken/…`` (https://gitbook.com/docs/docs-as-code/git-sync)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from linklint.model.document import Document
from linklint.model.files import Names
from linklint.site.destination import Destination
from linklint.site.paths import extension, join, parent, within
from linklint.site.profile import ABOVE, Lookup, NavigationLink, Redirect, Standing
from linklint.site.profiles.gitbook.spaces import Space

BROKEN = re.compile(r"(?:.*/)?broken-reference/?|/?broken/(?:pages|spaces|files)/.*")
OTHER_SPACE = re.compile(r"/?(?:spaces|o|s)/\w+/.*|mention")


def find_lookups(space: Space, names: Names, standing: Standing, destination: Destination) -> list[Lookup]:
    """From the file; ``/x`` from the space's folder, else from the repository's top. A path without an ending may be an
    address too, of a page or of a redirect."""
    path = destination.path
    if BROKEN.fullmatch(path):
        return [Lookup("missing", path, "GitBook writes this in the place of a page that it no longer has")]
    if OTHER_SPACE.fullmatch(path):
        return [Lookup("opaque", path, "a page of another space")]
    folders = [space.root, ""] if path.startswith("/") else [parent(standing.file)]
    targets = [target for folder in dict.fromkeys(folders) if (target := join(folder, path)) is not None]
    if not targets:
        return [Lookup("outside", path, ABOVE)]
    found = [Lookup("file", target) for target in targets]
    if not extension(path):
        found += [Lookup("file", f"{target}.md") for target in targets]
        url = path if path.startswith("/") else join(standing.url.rpartition("/")[0], path)
        if url is not None:
            found.append(Lookup("url", "/" + url.strip("/")))
    if not within(targets[0], space.root) and targets[0] not in names.files:
        found.append(Lookup("outside", targets[0], "it leads out of the space's folder"))
    return found


def find_includes(path: str, document: Document) -> list[str]:
    """``{% include "../.gitbook/includes/x.md" %}``."""
    found = []
    for include in document.includes:
        if include.kind == "include":
            target = join(parent(path), include.written.strip("\"' "))
            if target is not None:
                found.append(target)
    return found


def read_navigation(space: Space, documents: Mapping[str, Document]) -> Iterator[NavigationLink]:
    """The links of the summary."""
    summary = documents.get(space.summary)
    for link in summary.links if summary is not None else ():
        if link.block != "heading":
            yield NavigationLink(space.summary, link, link.href)


def read_redirects(space: Space) -> Iterator[Redirect]:
    """``redirects`` of the config: old address → file."""
    for old, new in space.redirects.items():
        if isinstance(new, str) and "#" not in old and space.tree is not None:
            is_full = new.startswith(("http://", "https://"))
            target = new if is_full else join(space.root, new)
            if target is not None:
                yield Redirect("/" + old.strip("/"), target, space.tree.location(("redirects", old)))
