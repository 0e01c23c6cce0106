"""Rows of joined data files → the pages that they are about, found as a visitor of the address would find them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from linklint.model.settings import DataTable
from linklint.model.site import Page, Row
from linklint.site.destination import Destination, read_destination
from linklint.site.paths import join
from linklint.site.profile import Lookup, Mount
from linklint.site.resolve import find_end, follow
from linklint.site.tables import Tables, path_at_own


def join_rows(
    data: Sequence[DataTable], mounts: Sequence[Mount], pages: Mapping[str, Page], tables: Tables
) -> Iterator[Row]:
    """All rows of all tables, in their order. A key is a repository path, a URL path, or a URL of our own: of the hosts
    that the config names, else of the one that most rows of the table name. Redirects are followed; the site may lie
    below a folder of its host, if most addresses are found there (the home page's own proves nothing)."""
    for table in data:
        if not table.rows:
            continue
        keys = [read_destination(row.key) for row in table.rows]
        host = Counter(key.host for key in keys if key.host).most_common(1)
        paths = [find_path(key, tables.own, host[0][0] if host else "") for key in keys]
        found = max(
            (
                {path: find_page(path, prefix, mounts, pages, tables) for path in dict.fromkeys(paths)}
                for prefix in prefixes(paths)
            ),
            key=lambda found: sum(page is not None and not page.root for page in found.values()),
        )
        for row, path in zip(table.rows, paths, strict=True):
            yield Row(table.name, row.key, row.location, found[path], row.values)


def find_path(key: Destination, own: Mapping[str, str], host: str) -> str | None:
    """The path that the address has on our site; None where it is another's."""
    if key.kind == "internal":
        return key.path or None
    if key.kind != "external":
        return None
    return path_at_own(key, own) if own else (key.path if bare(key.host) == bare(host) else None)


def bare(host: str) -> str:
    """The host without ``www.``."""
    return host.removeprefix("www.")


def prefixes(paths: Iterable[str | None]) -> list[str]:
    """No folder, and the first one if all addresses lie in it."""
    first = {path.split("/", 2)[1] for path in paths if path and path.startswith("/")}
    return ["", *(f"/{folder}" for folder in first if folder and len(first) == 1)]


def find_page(
    path: str | None, prefix: str, mounts: Sequence[Mount], pages: Mapping[str, Page], tables: Tables
) -> Page | None:
    """The page that a row names by its repository path, or by its address with or without ``prefix``; None where there
    is none."""
    if path is None:
        return None
    if not path.startswith("/"):
        inside = join("", path)
        if inside is None:
            return None
        if inside in pages:
            return pages[inside]
        path = f"/{inside}"
    address = path.removeprefix(prefix) if (path + "/").startswith(f"{prefix}/") else path
    for number, mount in enumerate(mounts):
        hit = find_end(address or "/", mount, number, tables)
        hit = hit or follow(Lookup("url", address or "/"), mount, number, tables)
        if hit is not None and hit.page:
            return pages.get(hit.page)
    return None
