"""Lines of navigation and redirect files, as subjects that rules may ask about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from linklint.model.document import Document
from linklint.model.place import locate
from linklint.model.site import Entry, Page
from linklint.site.profile import Lookup, Mount, Standing
from linklint.site.resolve import follow, resolve
from linklint.site.tables import Tables


def find_entries(
    mounts: Sequence[Mount], documents: Mapping[str, Document], pages: Mapping[str, Page], tables: Tables
) -> Iterator[Entry]:
    """In the order of mounts and of their files. A redirect that leads to something has status ``ok``."""
    for number, mount in enumerate(mounts):
        for redirect in mount.redirects(documents):
            kind = "url" if redirect.old.startswith("/") else "file"
            hit = follow(Lookup(kind, redirect.old), mount, number, tables)
            target = pages.get(hit.page) if hit and hit.page else None
            status = hit.status if hit and hit.status != "redirect" else "ok"
            yield Entry(redirect.location.path, "redirect", redirect.old, redirect.location, target, status)
        for link in mount.navigation(documents):
            standing = Standing(link.file, link.file, "/", None, link.written)
            found = resolve(standing, mount, number, tables)
            target = pages.get(found.target) if found.target else None
            location = locate(link.file, link.written.span)
            yield Entry(link.file, "nav", link.key or link.written.href, location, target, found.status)
