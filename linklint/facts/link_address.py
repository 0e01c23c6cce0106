"""The parts of the address that a link is written with, where it is a full URL."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from linklint.facts.registry import BOOLEAN, PAGE, TEXT, Column, fact
from linklint.facts.world import World, once_per_world
from linklint.model.site import BODY_PLACES, Link, Page
from linklint.site.destination import Destination, read_cached


@fact("link", "host", TEXT, own=True)
@Column
def host(world: World, links: Sequence[Link]) -> list[str | None]:
    """The host and port of a full URL, in lower case; missing for a path."""
    return [address.host or None if address else None for address in addresses_of(world, links)]


@fact("link", "scheme", TEXT, own=True)
@Column
def scheme(world: World, links: Sequence[Link]) -> list[str | None]:
    """The scheme of a full URL, in lower case: https, http, mailto and so on; missing for a path."""
    return [address.scheme or None if address else None for address in addresses_of(world, links)]


@fact("link", "site_scheme", TEXT, own=True)
@Column
def site_scheme(world: World, links: Sequence[Link]) -> list[str | None]:
    """The scheme of the site's own URL, as the config gives it; missing when it gives none."""
    return [read_cached(world.settings.site.url or "", False).scheme or None] * len(links)


@fact("link", "host.usual", BOOLEAN)
def host_usual(world: World, link: Link) -> bool:
    """Whether most links in the texts of the same site (of the same framework) to its own pages are written as full
    URLs: then that is how the site writes them."""
    return link.source.framework in naming_hosts(world)


@fact("link", "path_page", PAGE, costly=True)
def path_page(world: World, link: Link) -> Page | None:
    """The page of this site whose address is the path of a full URL, whichever host the URL names; missing for a path
    without a host."""
    address = next(addresses_of(world, (link,)))
    return world.site.by_url.get(address.path) if address and address.host else None


def addresses_of(world: World, links: Sequence[Link]) -> Iterator[Destination | None]:
    """The destinations taken apart; None for those that are certainly no full URLs, as most are. Links share
    destinations: each is looked at once."""
    known = addresses(world)
    for link in links:
        href = link.written.href if link.written else ""
        if href not in known:
            known[href] = None if is_path(href) else read_cached(href, False)
        yield known[href]


@once_per_world
def addresses(world: World) -> dict[str, Destination | None]:
    """Filled as it is asked."""
    return {}


@once_per_world
def naming_hosts(world: World) -> frozenset[str]:
    """The frameworks of which most links in texts to other pages of the site are full URLs."""
    links = [
        link
        for link in world.site.links
        if link.written and link.target is not None and link.target is not link.source and link.place in BODY_PLACES
    ]
    balance: Counter[str] = Counter()
    for link, address in zip(links, addresses_of(world, links), strict=True):
        balance[link.source.framework] += 1 if address and address.host else -1
    return frozenset(name for name, more in balance.items() if more > 0)


def is_path(href: str) -> bool:
    """Whether it is certainly no full URL, but a path from where it stands."""
    return ":" not in href and (not href or href[0].isalnum() or href[0] in ".#")
