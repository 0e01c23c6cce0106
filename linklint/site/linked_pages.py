"""Pages behind symbolic links. Generators follow these, so an address is made of such a link as of a file, and others
of what lies in the folder that one may lead to. Where one leads is not asked here, so what is there is unknown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import msgspec

from linklint.model.document import Document
from linklint.model.files import Names
from linklint.site.destination import Destination
from linklint.site.paths import ancestors, extension
from linklint.site.profile import Lookup, Mount, Standing, change_for_good

PAGE = "any-page"  # stands for the pages of a folder
MARKDOWN = frozenset({"markdown", "md", "mdx"})


def find_linked_pages(names: Names) -> list[str]:
    """The symbolic links that are named like Markdown, or like folders."""
    linked = (path for path, file in names.files.items() if file.kind == "symlink")
    return [path for path in linked if extension(path) in MARKDOWN or is_folder(path)]


def is_folder(link: str) -> bool:
    """Whether the symbolic link may lead to a folder, by its name."""
    return not extension(link)


def with_linked_pages(mount: Mount, links: Sequence[str]) -> Mount:
    """The mount, for which the addresses of such links lead somewhere. Only one that has some is asked more."""
    mine = [path for path in links if mount.dialect(f"{path}/{PAGE}.md" if is_folder(path) else path) is not None]
    return change_for_good(mount, lambda bare: _with_links(bare, mine)) if mine else mount


def _with_links(mount: Mount, links: Sequence[str]) -> Mount:
    urls = cache(lambda: find_urls(mount, links))

    def find_lookups(standing: Standing, destination: Destination) -> Sequence[Lookup]:
        found = mount.lookups(standing, destination)
        link = next((link for each in found if each.kind == "url" and (link := find_link(urls(), each.path))), None)
        if link is None or any(each.kind == "opaque" for each in found):
            return found
        return [*found, Lookup("opaque", destination.path, f"{link} is a symbolic link, and a page is made of it")]

    return msgspec.structs.replace(mount, lookups=find_lookups)


def find_link(urls: Mapping[str, str], url: str) -> str | None:
    """The symbolic link that a page at the address is made of, or that one of the folders above it is."""
    folders = (f"{folder}/{PAGE}" for folder in ancestors(url))
    return urls.get(url) or next((urls[folder] for folder in folders if folder in urls), None)


def find_urls(mount: Mount, links: Sequence[str]) -> Mapping[str, str]:
    """Address → the symbolic link that a page there is made of. For a folder stands any page in it."""
    # Imported here: only a site with such links needs the parsers before its documents are read.
    from linklint.source.parse import parse

    found: dict[str, str] = {}
    for link in links:
        path = f"{link}/{PAGE}.md" if is_folder(link) else link
        dialect = mount.dialect(path)
        empty: Document | None = parse(b"", dialect) if dialect is not None else None
        address = mount.address(path, empty) if empty is not None else None
        for url in (address.url, *address.also) if address is not None else ():
            if path == link:
                found.setdefault(url, link)
            elif PAGE in url:
                found.setdefault(url.partition(PAGE)[0] + PAGE, link)
    return found
