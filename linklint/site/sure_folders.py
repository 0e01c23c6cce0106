"""Below which folders of addresses a site has no pages but those of files, as its links tell, though code may make
some: of many addresses, nearly all are those of files there. Then one that is of none is broken."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from linklint.model.document import Document
from linklint.site.destination import Destination, read_destination
from linklint.site.page_names import are_sure
from linklint.site.paths import extension, normalise_url
from linklint.site.profile import Address

ENOUGH = 10
SURE = 10
PAGES = frozenset({"", "html"})
DATED = re.compile(r"/(?:19|20)\d\d/\d\d?/(?:\d\d?/)?(?=[^/]*[^\W\d])[^/]+/?\Z")
BY_DATE = "#"
SURE_BY_DATE = 3
"""The same of addresses with a date: nobody but a post has one, and old posts are often gone."""


def find_sure_folders(
    addresses: Mapping[str, Address],
    documents: Mapping[str, Document],
    read: Callable[[str], Destination] = read_destination,
    *,
    relative: bool = False,
) -> frozenset[str]:
    """The first segments of these addresses, as ``find_folder`` gives them. Each address is asked once; ``relative``:
    also those that are read from the address of the page."""
    urls = {url.rstrip("/") for address in addresses.values() for url in (address.url, *address.also)}
    asked = set(_list_absolute(documents, read))
    if relative:
        asked.update(_list_relative(addresses, documents, read))
    found: Counter[str] = Counter()
    lost: Counter[str] = Counter()
    for path in asked:
        folder = find_folder(path)
        if folder and extension(path) in PAGES:
            (found if path in urls else lost)[folder] += 1
    return frozenset(
        folder
        for folder in found
        if are_sure(found[folder], lost[folder], enough=ENOUGH, to_one=SURE_BY_DATE if folder == BY_DATE else SURE)
    )


def find_sure_by(
    address: Callable[[str, Document], Address | None], documents: Mapping[str, Document]
) -> frozenset[str]:
    """The same of a site whose links are all read as they are written. ``address``: that of a document."""
    found = {path: address(path, document) for path, document in documents.items()}
    addresses = {path: each for path, each in found.items() if each is not None}
    return find_sure_folders(addresses, documents, relative=True)


def _list_absolute(documents: Mapping[str, Document], read: Callable[[str], Destination]) -> Iterator[str]:
    written = {link.href for document in documents.values() for link in document.links if link.element == "a"}
    for to in {read(href) for href in written if href.startswith(("/", "{{"))}:
        if to.kind == "internal" and to.absolute:
            yield to.path.rstrip("/")


def _list_relative(
    addresses: Mapping[str, Address], documents: Mapping[str, Document], read: Callable[[str], Destination]
) -> Iterator[str]:
    for path, document in documents.items():
        base = addresses[path].url.rpartition("/")[0] if path in addresses else None
        written = {link.href for link in document.links if link.element == "a"} if base is not None else ()
        for to in {read(href) for href in written if href[:1] not in ("/", "#", "")}:
            if to.kind == "internal" and to.path and extension(to.path) in PAGES:
                yield normalise_url(f"{base}/{to.path}").rstrip("/")


def find_folder(url: str) -> str:
    """The first segment of the address of a page in a folder; empty for one at the top. Posts whose addresses begin
    with the day are all in one."""
    if DATED.match(url):
        return BY_DATE
    first, mark, rest = url.strip("/").partition("/")
    return first if mark and rest else ""
