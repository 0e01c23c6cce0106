"""What a change did to a site: pages, links, orphans, depths, scores, clusters."""

from __future__ import annotations

import msgspec

from linklint.model.place import Location


class PageEffect(msgspec.Struct, frozen=True):
    """``kind``: added, removed, renamed. ``before`` is the old path of a renamed page."""

    kind: str
    path: str
    before: str | None = None


class GroupEffect(msgspec.Struct, frozen=True):
    """Pages that came (added), went (removed) or moved (renamed) with all of their folder or language. ``name``: the
    folder with a slash at its end, or ``language de``; ``before``: the folder that a renamed one was."""

    kind: str
    name: str
    pages: tuple[str, ...]
    before: str | None = None


class LinkEffect(msgspec.Struct, frozen=True):
    """A link between pages that came (added), went (removed) or leads elsewhere now (edited). ``location`` is in the
    head, of a removed link in the base. ``target`` is the page that it leads to, ``before`` the one that an edited link
    led to; None where it led or leads to no page."""

    kind: str
    location: Location
    text: str
    source: str
    target: str | None
    before: str | None = None


class NumberEffect(msgspec.Struct, frozen=True):
    """A number of a page or a cluster that moved; None: it had or has none (no path leads to the page)."""

    path: str
    before: float | None
    after: float | None


class ClusterEffect(msgspec.Struct, frozen=True):
    """The coverage of a cluster on both sides: the share of its spokes that link to the hub (``up``) and that the hub
    links to (``down``)."""

    id: str
    up: NumberEffect
    down: NumberEffect


class Picture(msgspec.Struct, frozen=True):
    """The neighbourhood of a change. ``nodes``: (path, state), the state being added, removed, renamed, orphaned,
    adopted or same; ``edges``: (number of a node, number of a node, added or removed). ``more``: edges left out."""

    nodes: tuple[tuple[str, str], ...] = ()
    edges: tuple[tuple[int, int, str], ...] = ()
    more: int = 0


class Effect(msgspec.Struct, frozen=True):
    """``orphaned`` became orphans by the change, or came as such; ``adopted`` were orphans and are none any more, or
    went. ``depths`` and ``scores`` (relative: 1 is the average) are of pages that both sides have, the largest moves
    first."""

    pages: tuple[PageEffect, ...] = ()
    links: tuple[LinkEffect, ...] = ()
    orphans_before: int = 0
    orphans_after: int = 0
    orphaned: tuple[str, ...] = ()
    adopted: tuple[str, ...] = ()
    depths: tuple[NumberEffect, ...] = ()
    scores: tuple[NumberEffect, ...] = ()
    clusters: tuple[ClusterEffect, ...] = ()
    picture: Picture = Picture()
    groups: tuple[GroupEffect, ...] = ()
