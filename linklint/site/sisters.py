"""Sites of one repository that share a host, as their links tell: many addresses that pages of one name, below a folder
at the top in which it has no page, are pages of the other."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

import msgspec

from linklint.model.document import Document
from linklint.site.destination import Destination, read_destination
from linklint.site.page_names import are_sure
from linklint.site.pages import Draft
from linklint.site.paths import extension, first_segment
from linklint.site.profile import Lookup, Mount, Standing

AS_THEY_ARE = frozenset({"html", "obsidian", "plain", "wiki"})
"""Frameworks in which addresses are paths of the repository, or stand in no link."""
ENOUGH = 5
TO_ONE = 5
PAGE_LIKE = frozenset({"", "htm", "html"})


class Sister(NamedTuple):
    """A site and what it has. ``tops``: the folders at the top in which it has pages."""

    mount: Mount
    addresses: AbstractSet[str]
    tops: AbstractSet[str]

    def explain(self, url: str) -> str | None:
        """Why it may have a page at the address; None: it has none."""
        return "it is there" if url.rstrip("/") in self.addresses else self.mount.opaque(url)


def with_sisters(
    opened: Sequence[Mount],
    mounts: Sequence[Mount],
    owners: Mapping[str, int],
    documents: Mapping[str, Document],
    drafts: Sequence[Draft],
) -> list[Mount]:
    """The mounts, of which those that share a host with others look for addresses there, too. Only sites that lie at
    the top of their host are asked. ``opened`` are the mounts before they learned anything."""
    built = [number for number, mount in enumerate(mounts) if mount.framework not in AS_THEY_ARE and not mount.base]
    if len(built) <= 1:
        return list(mounts)
    urls, hrefs = _find_urls(drafts), _find_absolute(owners, documents)
    sites = {number: _find_site(mounts[number], urls.get(number, ())) for number in built}
    asked = {number: _list_asked(sites[number], hrefs.get(number, ())) for number in built}
    shared: dict[int, set[int]] = {}
    for number in built:
        for other in built:
            if other != number and any(_are_there(paths, sites[other]) for paths in asked[number].values()):
                shared.setdefault(number, set()).add(other)
                shared.setdefault(other, set()).add(number)
    return [
        _with_others(before, mount, sites[number], [sites[each] for each in sorted(shared[number])])
        if number in shared
        else mount
        for number, (before, mount) in enumerate(zip(opened, mounts, strict=True))
    ]


def _find_urls(drafts: Sequence[Draft]) -> Mapping[int, AbstractSet[str]]:
    """Number of a site → the addresses of its pages."""
    found: dict[int, set[str]] = {}
    for each in drafts:
        found.setdefault(each.mount, set()).update((each.address.url, *each.address.also))
    return found


def _find_absolute(owners: Mapping[str, int], documents: Mapping[str, Document]) -> Mapping[int, AbstractSet[str]]:
    """Number of a site → the destinations from the top of the host that its pages name."""
    found: dict[int, set[str]] = {}
    for path, document in documents.items():
        hrefs = (link.href for link in document.links if link.href[:1] == "/" != link.href[1:2])
        found.setdefault(owners[path], set()).update(hrefs)
    return found


def _find_site(mount: Mount, urls: Collection[str]) -> Sister:
    return Sister(mount, {url.rstrip("/") for url in urls}, {first_segment(url) for url in urls})


def _list_asked(site: Sister, hrefs: Iterable[str]) -> Mapping[str, AbstractSet[str]]:
    """Folder at the top in which the site has no page → the addresses in it that its pages name."""
    found: dict[str, set[str]] = {}
    for href in hrefs:
        path = read_destination(href).path.rstrip("/")
        top = first_segment(path)
        if top and top not in site.tops and extension(path) in PAGE_LIKE:
            found.setdefault(top, set()).add(path)
    return found


def _are_there(paths: AbstractSet[str], site: Sister) -> bool:
    found = len(paths & site.addresses)
    return found >= ENOUGH and are_sure(
        found, sum(site.explain(path) is None for path in paths), enough=ENOUGH, to_one=TO_ONE
    )


def _with_others(before: Mount, mount: Mount, site: Sister, others: Sequence[Sister]) -> Mount:
    def is_others(url: str) -> bool:
        return first_segment(url) not in site.tops

    def explain(url: str) -> str | None:
        reason = mount.opaque(url)
        if reason or not is_others(url):
            return reason
        other = next((each for each in others if each.explain(url)), None)
        return f"the site in {other.mount.root or 'the top folder'} may have it" if other else None

    def find_lookups(standing: Standing, destination: Destination) -> Sequence[Lookup]:
        found = mount.lookups(standing, destination)
        if not destination.absolute or not is_others(destination.path):
            return found
        ends = [place for place, each in enumerate(found) if each.kind not in ("file", "url", "anywhere")]
        place = ends[0] if ends else len(found)
        return [*found[:place], Lookup("anywhere", destination.path), *found[place:]]

    # What is told of what was learned holds all of it: two mounts that learned the same do the same.
    is_told = before.learn is None or mount.learned is not None
    told = (mount.learned, frozenset(each.mount.root for each in others)) if is_told else None
    return msgspec.structs.replace(mount, opaque=explain, lookups=find_lookups, learned=told)
