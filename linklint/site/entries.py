"""Lines of navigation and redirect files, as subjects that rules may ask about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from linklint.model.document import Document
from linklint.model.place import locate
from linklint.model.site import Entry, Page
from linklint.site.profile import Lookup, Mount, Redirect, Standing
from linklint.site.resolve import follow, resolve
from linklint.site.tables import Tables


def find_entries(
    mounts: Sequence[Mount], documents: Mapping[str, Document], pages: Mapping[str, Page], tables: Tables
) -> Iterator[Entry]:
    """In the order of mounts and of their files. A redirect that leads to something has status ``ok``."""
    for number, mount in enumerate(mounts):
        for redirect in mount.redirects(documents):
            yield _redirect_entry(redirect, mount, number, pages, tables)
        for link in mount.navigation(documents):
            standing = Standing(link.file, link.file, "/", None, link.written)
            found = resolve(standing, mount, number, tables)
            target = pages.get(found.target) if found.target else None
            location = locate(link.file, link.written.span)
            yield Entry(link.file, "nav", link.key or link.written.href, location, target, found.status)


def _redirect_entry(redirect: Redirect, mount: Mount, number: int, pages: Mapping[str, Page], tables: Tables) -> Entry:
    """Where a pattern leads depends on the address, so nothing is said of it but whether it can be read at all."""
    if redirect.rule is not None or redirect.old.endswith("/*") or not redirect.new:
        status = "opaque" if not redirect.new or (redirect.rule and not redirect.rule.parts) else "ok"
        return Entry(redirect.location.path, "redirect", redirect.old, redirect.location, None, status)
    kind = "url" if redirect.old.startswith("/") else "file"
    hit = follow(Lookup(kind, redirect.old), mount, number, tables)
    target = pages.get(hit.page) if hit and hit.page else None
    status = hit.status if hit and hit.status != "redirect" else "ok"
    return Entry(redirect.location.path, "redirect", redirect.old, redirect.location, target, status)
