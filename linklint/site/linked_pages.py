"""Pages behind symbolic links. Generators follow these, so an address is made of such a link as of a file; where one
leads is not asked for here, so what the page holds is not known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import msgspec

from linklint.model.document import Document
from linklint.model.files import Names
from linklint.site.destination import Destination
from linklint.site.paths import extension
from linklint.site.profile import Lookup, Mount, Standing, change_for_good

MARKDOWN = frozenset({"markdown", "md", "mdx"})


def find_linked_pages(names: Names) -> list[str]:
    """The symbolic links that are named like Markdown."""
    return [path for path, file in names.files.items() if file.kind == "symlink" and extension(path) in MARKDOWN]


def with_linked_pages(mount: Mount, links: Sequence[str]) -> Mount:
    """The mount, for which the addresses of such links lead somewhere. Only one that has some is asked more."""
    mine = [path for path in links if mount.dialect(path) is not None]
    return change_for_good(mount, lambda bare: _with_links(bare, mine)) if mine else mount


def _with_links(mount: Mount, links: Sequence[str]) -> Mount:
    urls = cache(lambda: find_urls(mount, links))

    def find_lookups(standing: Standing, destination: Destination) -> Sequence[Lookup]:
        found = mount.lookups(standing, destination)
        link = next((urls()[each.path] for each in found if each.kind == "url" and each.path in urls()), None)
        if link is None or any(each.kind == "opaque" for each in found):
            return found
        return [*found, Lookup("opaque", destination.path, f"{link} is a symbolic link, and a page is made of it")]

    return msgspec.structs.replace(mount, lookups=find_lookups)


def find_urls(mount: Mount, links: Sequence[str]) -> Mapping[str, str]:
    """Address → the symbolic link that a page there is made of."""
    # Imported here: only a site with such links needs the parsers before its documents are read.
    from linklint.source.parse import parse

    found: dict[str, str] = {}
    for link in links:
        dialect = mount.dialect(link)
        empty: Document | None = parse(b"", dialect) if dialect is not None else None
        address = mount.address(link, empty) if empty is not None else None
        for url in (address.url, *address.also) if address is not None else ():
            found.setdefault(url, link)
    return found
