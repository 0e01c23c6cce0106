"""Lines of navigation and redirect files, as subjects that rules may ask about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from linklint.model.document import Document
from linklint.model.endings import PAGE_LIKE
from linklint.model.place import Location, locate
from linklint.model.site import Entry, Page
from linklint.site.paths import below, extension, parent, within
from linklint.site.profile import Lookup, Mount, Redirect, Standing
from linklint.site.resolve import find_end, follow, resolve
from linklint.site.tables import Tables

BEST_FIRST = ("ok", "external", "opaque", "unpublished", "asset-missing", "redirect-loop", "missing")
"""Statuses of a redirect. A host's file may be read for several sites: that one of them finds the page is enough."""


def find_entries(
    mounts: Sequence[Mount], documents: Mapping[str, Document], pages: Mapping[str, Page], tables: Tables
) -> Iterator[Entry]:
    """In the order of mounts and of their files. A redirect that leads to something has status ``ok``."""
    # The sites that one line of a host's file is read for may call the old address by different names: below a path.
    redirects: dict[tuple[Location, int], Entry] = {}
    for number, mount in enumerate(mounts):
        counts: Counter[Location] = Counter()
        for redirect in mount.redirects(documents):
            entry = _redirect_entry(redirect, mount, number, pages, tables)
            if mount.framework == "html" and entry.status == "missing":
                entry = _doubt(entry, mounts, pages, tables)
            place = (entry.location, counts[entry.location])
            counts[entry.location] += 1
            known = redirects.setdefault(place, entry)
            if _rank(entry) < _rank(known):
                redirects[place] = entry
    yield from redirects.values()
    for number, mount in enumerate(mounts):
        for link in mount.navigation(documents):
            standing = Standing(link.file, link.file, "/", None, link.written)
            found = resolve(standing, mount, number, tables)
            target = pages.get(found.target) if found.target else None
            location = locate(link.file, link.written.span)
            yield Entry(
                link.file, "nav", link.key or link.written.href, location, target, found.status, link.written.href
            )


def _doubt(entry: Entry, mounts: Sequence[Mount], pages: Mapping[str, Page], tables: Tables) -> Entry:
    """The entry of a page of hand-written HTML that sends visitors to what is missing. It may be what a build brings to
    the site around it, and where another site copies the page, it is an address there."""
    path = entry.to.partition("#")[0].partition("?")[0]
    page = pages.get(entry.location.path)
    if page is not None and page.framework != "html":
        if not path.startswith("/"):  # a file here; beside the page, it has an address beside the page's
            folder = parent(page.path)
            if not within(path, folder):
                return msgspec.structs.replace(entry, status="opaque")
            path = page.url.rpartition("/")[0] + "/" + below(path, folder)
        for number, mount in enumerate(mounts):
            if mount.framework == page.framework and (hit := find_end(path, mount, number, tables)):
                target = pages.get(hit.page) if hit.page else None
                return msgspec.structs.replace(entry, status="ok", target=target)
    if path.startswith("/") and any(other.explain(Lookup("url", path)) for other in mounts):
        return msgspec.structs.replace(entry, status="opaque")
    return entry


def _rank(entry: Entry) -> tuple[bool, int]:
    return entry.target is None, BEST_FIRST.index(entry.status) if entry.status in BEST_FIRST else len(BEST_FIRST)


def _redirect_entry(redirect: Redirect, mount: Mount, number: int, pages: Mapping[str, Page], tables: Tables) -> Entry:
    """Where a pattern leads depends on the address, so nothing is said of it but whether it can be read at all."""
    if redirect.rule is not None or redirect.old.endswith("/*") or not redirect.new:
        status = "opaque" if not redirect.new or (redirect.rule and not redirect.rule.parts) else "ok"
        return _make_entry(redirect, None, status)
    kind = "url" if redirect.old.startswith("/") else "file"
    if tables.mounts[number].redirects.get(redirect.old, redirect.new) != redirect.new:
        # An earlier line sends everybody elsewhere, so nobody comes to what this one says.
        return _make_entry(redirect, None, "ok")
    hit = follow(Lookup(kind, redirect.old), mount, number, tables)
    target = pages.get(hit.page) if hit and hit.page else None
    status = hit.status if hit and hit.status != "redirect" else "ok"
    if hit and status == "missing" and extension(hit.path) not in PAGE_LIKE:
        status = "asset-missing"  # a build may make it
    if status == "missing" and redirect.written and not within(redirect.written[1], mount.base):
        status = "outside"  # beside the path that the site lies below, the host shows others
    return _make_entry(redirect, target, status)


def _make_entry(redirect: Redirect, target: Page | None, status: str) -> Entry:
    """With both addresses as the line gives them."""
    old, new = redirect.written or (redirect.old, redirect.new)
    return Entry(redirect.location.path, "redirect", old, redirect.location, target, status, new)
