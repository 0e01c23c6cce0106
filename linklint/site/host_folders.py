"""Folders at the top of a site's host, or of the path that the site lies below, that are published from elsewhere: what
is built here does not know them, and yet authors name files in them by full addresses of the host
(``https://example.com/bin/program.zip``)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import msgspec

from linklint.model.document import Document
from linklint.site.destination import Destination, read_destination
from linklint.site.paths import within
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
        folders, base = cache(lambda: find_host_folders(found, documents)), found.base

        def excuse(standing: Standing, destination: Destination) -> str | None:
            reason = found.excuse(standing, destination)
            if reason or not destination.absolute:
                return reason
            read = {find_top(destination.path, base), find_top(base + destination.path, base)}
            folder = min(read & folders(), default=None)
            return folder and f"full addresses name what is in {folder}/, which this site has not got"

        # What is told of what was learned holds all of it: two mounts that learned the same do the same.
        told = None if found.learned is None else (found.learned, folders())
        return msgspec.structs.replace(found, excuse=excuse, learned=told)

    return msgspec.structs.replace(mount, learn=learned)


def find_host_folders(mount: Mount, documents: Mapping[str, Document]) -> frozenset[str]:
    """The folders that several full addresses name, and no page lies in."""
    host, base = read_destination(mount.site_url).host.removeprefix("www."), mount.base
    named: dict[str, set[str]] = {}
    for document in documents.values():
        for link in document.links:
            if host and host in link.href:
                to = read_destination(link.href)
                if to.host.removeprefix("www.") == host and (folder := find_top(to.path, base)):
                    named.setdefault(folder, set()).add(to.path)
    many = {folder for folder, paths in named.items() if len(paths) >= FEW}
    if many:
        addresses = (mount.address(path, document) for path, document in documents.items())
        urls = (url for each in addresses if each for url in (each.url, *each.also))
        many -= {find_top(url if within(url, base) else base + url, base) for url in urls}
    return frozenset(many)


def find_top(path: str, base: str) -> str:
    """The folder at the top of the host, or of the path that the site lies below, in which an address lies; empty where
    it lies in none."""
    above = base if within(path, base) else ""
    first, _, rest = path[len(above) :].lstrip("/").partition("/")
    return f"{above}/{first}" if rest else ""
