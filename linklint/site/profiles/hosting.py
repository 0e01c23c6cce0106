"""What hosting configs say of addresses, whatever the framework."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from linklint.model.files import Names
from linklint.site.destination import Destination, read_destination
from linklint.site.paths import join, names_folder, within
from linklint.site.profile import Lookup, Read, Standing

CLEAN_URL_CONFIGS = ("vercel.json", "serve.json", "firebase.json")
# The actions by which workflows publish on GitHub Pages.
PAGES_ACTION = re.compile(
    rb"uses:\s{0,9}['\"]?(?:peaceiris/actions-gh-pages|JamesIves/github-pages-deploy-action|actions/deploy-pages)@",
    re.IGNORECASE,
)
MOST_WORKFLOWS = 100
LARGEST_CONFIG = 1_000_000
DEEPEST = 30  # folders of an address that are looked at
# A rewrite of every address to the file of that name: ``/:path*`` to ``/:path*.html``.
EVERY = re.compile(r"/(?:\(\.\*\)|:\w+(?:\*|\(\.\*\)))")
ITS_FILE = re.compile(r"/(?:\$1|:\w+\*?)\.html")


def has_clean_urls(names: Names, read: Read) -> bool:
    """Whether the host serves ``x.html`` as ``/x``: GitHub Pages (told by ``CNAME``, ``.nojekyll`` or a workflow) and
    Netlify do, Vercel, serve and Firebase where ``cleanUrls`` is on, or a rewrite does the same."""
    if not names.files.keys().isdisjoint(
        ("CNAME", "docs/CNAME", ".nojekyll", "docs/.nojekyll", "netlify.toml", "_redirects")
    ):
        return True
    if any(_says_clean(read(path)) for path in CLEAN_URL_CONFIGS if path in names.files):
        return True
    workflows = names.below(".github/workflows")
    return any(PAGES_ACTION.search(read(path) or b"") for path in islice(workflows, MOST_WORKFLOWS))


def _says_clean(data: bytes | None) -> bool:
    if data is None or len(data) > LARGEST_CONFIG:
        return False
    try:
        config = json.loads(data)
    except (ValueError, RecursionError):
        return False
    sections = [config, config.get("hosting")] if isinstance(config, dict) else []
    return any(
        isinstance(section, dict)
        and (section.get("cleanUrls") is True or any(map(_is_clean, _list(section.get("rewrites")))))
        for section in sections
    )


def _is_clean(entry: Any) -> bool:
    return isinstance(entry, dict) and shows_files(entry.get("source"), entry.get("destination"))


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def shows_files(old: Any, new: Any) -> bool:
    """Whether a rewrite only takes ``.html`` off addresses: what no file stands behind is missing all the same."""
    is_text = isinstance(old, str) and isinstance(new, str)
    return is_text and EVERY.fullmatch(old) is not None and ITS_FILE.fullmatch(new) is not None


def own_hosts(names: Names, read: Read, roots: Iterable[str]) -> frozenset[str]:
    """Host names, without ``www.``, that ``CNAME`` files of the content roots and of the top give to the site."""
    found: set[str] = set()
    for root in {*roots, "", "docs"}:
        path = join(root, "CNAME") or ""
        data = read(path) if path in names.files else None
        if data is not None and len(data) < 1000:
            found.update(line.strip().lower().removeprefix("www.") for line in data.decode("utf-8", "replace").split())
    return frozenset(host for host in found if "." in host)


def name_site(host: str, base: str) -> str:
    """The address of a site: its host and the path that it lies below, which many configs name with the host as well.
    ``base``: with a slash before it and none behind, or empty."""
    host = host.rstrip("/")
    return host if host.endswith(base) else host + base


def find_on_host(site_url: str, base: str, destination: Destination) -> list[Lookup]:
    """What a full URL names on the host that the config gives, below the path that the site lies below."""
    host = read_destination(site_url).host.removeprefix("www.")
    if not host or destination.host.removeprefix("www.") != host or not within(destination.path, base):
        return []
    return [Lookup("url", destination.path[len(base) :] or "/")]


def browse(base: str, standing: Standing, destination: Destination, *, rebases: bool = False) -> str | Lookup:
    """The address that browsers read, without the path ``base`` that the site lies below; where it leads out of the
    site, that. ``rebases``: the generator puts that path before destinations that begin with a slash and lack it."""
    path = destination.path
    if destination.absolute and base:
        if within(path, base):
            path = path[len(base) :] or "/"
        elif not rebases:
            return Lookup("opaque", path, f"the site is published below {base}/")
    folder = standing.url if standing.url.endswith("/") else standing.url.rpartition("/")[0]
    target = join("" if destination.absolute else folder, path)
    if target is None:
        return Lookup("opaque", path, "it leads above the site")
    return f"/{target}{'/' if names_folder(path) else ''}" if target else "/"


def list_copied(statics: Iterable[str], url: str) -> list[Lookup]:
    """The files that are copied to an address from the folders ``statics``; of a folder its index."""
    inner = f"{url}index.html" if url.endswith("/") else url
    return [Lookup("file", f"{folder}{inner}") for folder in statics if url != "/"]


def find_beside(bundles: Mapping[str, str], target: str) -> Iterator[Lookup]:
    """The files that are copied beside a page, which an address below the page's may name, the nearest page first.
    ``bundles``: address of a page → the folder whose other files lie beside it."""
    parts = target.split("/", DEEPEST)[:DEEPEST]
    for count in range(len(parts), -1, -1):
        folder = "/".join(["", *parts[:count], ""])
        if folder in bundles and f"/{target}/" != folder:
            yield Lookup("file", join(bundles[folder], target[len(folder) - 1 :]) or "")
