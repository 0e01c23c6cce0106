"""Clusters as the clusters file and front matter declare them → clusters, members and pairs of pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from linklint.model.glob import compile_glob
from linklint.model.place import Location
from linklint.model.settings import ClusterSpec, SpokeSpec
from linklint.model.site import Cluster, Member, Page, Pair
from linklint.site.pages import find_page

WILDCARDS = frozenset("*?[{")
NUMBERS = frozenset({"keyword", "stage"})
"""Words for which a number counts as its text: ``keyword: 2024``."""
Found = tuple[tuple[Cluster, ...], tuple[Member, ...], tuple[Pair, ...]]


class Ground(msgspec.Struct, frozen=True):
    """Where declared pages are looked up. ``keys``: word of linklint → front matter key."""

    pages: Sequence[Page]
    by_path: Mapping[str, Page]
    by_url: Mapping[str, Page]
    keys: Mapping[str, str]

    def find(self, text: str) -> Page | None:
        return find_page(text, self.by_path, self.by_url)


def find_clusters(
    specs: Sequence[ClusterSpec],
    pages: Sequence[Page],
    by_path: Mapping[str, Page],
    by_url: Mapping[str, Page],
    keys: Mapping[str, str],
) -> Found:
    """All clusters, sorted by id, with their members: the hub first, then spokes as declared (a glob's pages sorted),
    then what pairs name and is no page, then pages whose front matter says so. A page is a member of one cluster once;
    the first declaration counts, save for what it leaves open. What names no page is a member without one."""
    ground = Ground(pages, by_path, by_url, keys)
    declared = _declared_in_front_matter(ground)
    clusters: list[Cluster] = []
    members: list[Member] = []
    pairs: list[Pair] = []
    known = {spec.id: spec for spec in specs}
    for cluster_id in sorted({*known, *declared}):
        spec = known.get(cluster_id) or _spec_of(cluster_id, declared[cluster_id], ground)
        hub = ground.find(spec.hub) if spec.hub else None
        cluster = Cluster(
            id=spec.id,
            hub=hub,
            hub_path=hub.path if hub else spec.hub,
            declared=spec.location,
            keyword=spec.keyword,
            planned=spec.planned,
            require=spec.require,
        )
        clusters.append(cluster)
        members.extend(_members(cluster, spec, declared.get(cluster_id, []), ground))
        pairs.extend(_pairs(cluster, spec, ground))
    return tuple(clusters), tuple(members), tuple(pairs)


def _members(cluster: Cluster, spec: ClusterSpec, declared: Sequence[Page], ground: Ground) -> list[Member]:
    hub_place = spec.hub_location
    found: dict[str, Member] = {}

    def add(page: Page | None, path: str, role: str, place: Location, said: SpokeSpec | None) -> None:
        member = Member(
            cluster=cluster,
            page=page,
            path=path,
            role=role,
            declared=place,
            keyword=(said.keyword if said else None) or _text(page, "keyword", ground),
            stage=(said.stage if said else None) or _text(page, "stage", ground),
        )
        found.setdefault(page.path if page else path, member)

    if cluster.hub_path:
        add(cluster.hub, cluster.hub_path, "hub", hub_place, SpokeSpec("", hub_place, keyword=spec.keyword))
    for spoke in spec.spokes:
        for page, path in _expand(spoke.page, cluster, ground):
            role = spoke.role
            if role == "spoke":
                role = _role(page, ground) or role
            add(page, path, role, spoke.location, spoke)
    for related in spec.related:
        places = related.places or (related.location, related.location)
        for text, place in zip((related.a, related.b), places, strict=True):
            if text not in spec.planned and ground.find(text) is None:
                add(None, text, "spoke", place, None)
    for page in declared:
        add(page, page.path, _role(page, ground) or "spoke", _declared_at(page, ground), None)
    return list(found.values())


def _expand(text: str, cluster: Cluster, ground: Ground) -> Iterator[tuple[Page | None, str]]:
    """The pages that a path, a ``/url/`` or a glob names; ``(None, text)`` where it names none. A glob never takes the
    hub."""
    exact = ground.find(text)
    if exact is not None or WILDCARDS.isdisjoint(text):
        yield exact, exact.path if exact else text
        return
    try:
        matches = compile_glob(text)
    except ValueError:
        yield None, text
        return

    def is_meant(page: Page) -> bool:
        return matches(page.url) or matches(page.address) if text.startswith("/") else matches(page.path)

    found = [page for page in ground.pages if page is not cluster.hub and is_meant(page)]
    yield from ((page, page.path) for page in sorted(found, key=lambda page: page.path))
    if not found:
        yield None, text


def _pairs(cluster: Cluster, spec: ClusterSpec, ground: Ground) -> Iterator[Pair]:
    """Declared pairs of which both pages exist; a missing page is told by its membership."""
    seen: set[frozenset[str]] = set()
    for related in spec.related:
        a, b = ground.find(related.a), ground.find(related.b)
        if a is not None and b is not None and a is not b and frozenset((a.path, b.path)) not in seen:
            seen.add(frozenset((a.path, b.path)))
            yield Pair(cluster, a, b, declared=True, location=related.location)


def _declared_in_front_matter(ground: Ground) -> dict[str, list[Page]]:
    """Cluster id → pages whose front matter names it, by path."""
    found: dict[str, list[Page]] = {}
    for page in ground.pages:
        value = (page.document.front_matter or {}).get(ground.keys["cluster"])
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, str) and each.strip() and page not in found.setdefault(each.strip(), []):
                found[each.strip()].append(page)
    return {cluster: pages for cluster, pages in found.items() if pages}


def _spec_of(cluster_id: str, pages: Sequence[Page], ground: Ground) -> ClusterSpec:
    """A cluster that only front matter declares: its hub is the first page with ``role: hub``."""
    hub = next((page for page in pages if _role(page, ground) == "hub"), None)
    place = _declared_at(hub or pages[0], ground)
    return ClusterSpec(
        cluster_id, hub.path if hub else "", place, place, keyword=_text(hub, "keyword", ground) if hub else None
    )


def _declared_at(page: Page, ground: Ground) -> Location:
    line = page.document.front_matter_lines.get(ground.keys["cluster"], 1)
    return Location(page.path, line, 1, line, 1)


def _role(page: Page | None, ground: Ground) -> str | None:
    return _text(page, "role", ground)


def _text(page: Page | None, word: str, ground: Ground) -> str | None:
    """What the page's front matter says under the key for ``word``, if it is a text, or a number where those are."""
    value: Any = (page.document.front_matter or {}).get(ground.keys[word]) if page else None
    if word in NUMBERS and isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    return value.strip() or None if isinstance(value, str) else None
