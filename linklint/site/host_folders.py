"""Folders at the top of a site's host that are published from elsewhere: what is built here does not know them, and yet
authors name files in them by full addresses of the host (``https://example.com/bin/program.zip``)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import msgspec

from linklint.model.document import Document
from linklint.site.destination import Destination, read_destination
from linklint.site.profile import Mount, Standing

FEW = 5
"""So many different addresses, at least, tell something."""


def with_host_folders(mount: Mount) -> Mount:
    """The mount, which leaves open what it has not got in such a folder. Only where the site says what its host is."""
    learn = mount.learn
    if learn is None or not mount.site_url:
        return mount

    def learned(documents: Mapping[str, Document]) -> Mount:
        found = learn(documents)
        folders = cache(lambda: find_host_folders(found, documents))

        def excuse(standing: Standing, destination: Destination) -> str | None:
            reason = found.excuse(standing, destination)
            if reason or not destination.absolute:
                return reason
            first = first_folder(destination.path)
            return (
                f"full addresses name what is in /{first}/, which this site has not got" if first in folders() else None
            )

        # What is told of what was learned holds all of it: two mounts that learned the same do the same.
        told = None if found.learned is None else (found.learned, folders())
        return msgspec.structs.replace(found, excuse=excuse, learned=told)

    return msgspec.structs.replace(mount, learn=learned)


def find_host_folders(mount: Mount, documents: Mapping[str, Document]) -> frozenset[str]:
    """The folders that several full addresses name, and no page lies in."""
    host = read_destination(mount.site_url).host.removeprefix("www.")
    named: dict[str, set[str]] = {}
    for document in documents.values():
        for link in document.links:
            if host and host in link.href:
                to = read_destination(link.href)
                if to.host.removeprefix("www.") == host and (first := first_folder(to.path)):
                    named.setdefault(first, set()).add(to.path)
    many = {first for first, paths in named.items() if len(paths) >= FEW}
    if many:
        addresses = (mount.address(path, document) for path, document in documents.items())
        many -= {first_folder(url) for each in addresses if each for url in (each.url, *each.also)}
    return frozenset(many)


def first_folder(path: str) -> str:
    """The first part of an address that has more."""
    first, _, rest = path.lstrip("/").partition("/")
    return first if rest else ""
