"""Where the site is published, as far as its files tell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from linklint.model.files import Repository
from linklint.model.site import Page, Site
from linklint.site.destination import Destination, read_destination
from linklint.site.profile import Mount
from linklint.site.profiles.hosting import own_hosts

PLACEHOLDER = re.compile(r"(?:.*\.)?(?:example\.(?:com|org|net)|localhost|test|invalid|local)(?::\d+)?|[^.]*|127\..*")
"""Hosts that stand for another (RFC 2606, RFC 6761), or that only one computer knows."""


def find_own_address(repository: Repository, mounts: Sequence[Mount], site: Site) -> str | None:
    """The address to write as ``site.url``: what the frameworks' configs say, else a ``CNAME`` file, else what the home
    page says is its canonical address. Without the path that the pages' addresses begin with anyway. None where nothing
    tells, or where several sites have several hosts."""
    said = [read_destination(mount.site_url) for mount in mounts if mount.site_url]
    found = list(filter(is_address, said))
    if not found:
        hosts = own_hosts(repository.names, repository.read, [mount.root for mount in mounts])
        found = [each for host in hosts if is_address(each := read_destination(f"https://{host}"))]
    if not found:
        found = [home for page in site.pages if page.root and (home := read_canonical(page)) is not None]
    addresses = {find_beginning(address, site.pages): None for address in found}
    return next(iter(addresses)) if len(addresses) == 1 else None


def is_address(destination: Destination) -> bool:
    """Whether the destination is a full address on a host that is no placeholder."""
    return (
        destination.kind == "external"
        and destination.scheme in ("http", "https")
        and not PLACEHOLDER.fullmatch(destination.host)
    )


def read_canonical(page: Page) -> Destination | None:
    """The address of the site, where the page's canonical address ends with the page's own."""
    said = read_destination(page.document.head.canonical or "")
    if not is_address(said) or not said.path.endswith(page.url):
        return None
    return said._replace(path=said.path[: -len(page.url)])


def find_beginning(address: Destination, pages: Sequence[Page]) -> str:
    """The address as text; its path is left out where the pages' addresses have it."""
    path = address.path.rstrip("/")
    if any(page.url.startswith(f"{path}/") for page in pages):
        path = ""
    return f"{address.scheme}://{address.host}{path}"
