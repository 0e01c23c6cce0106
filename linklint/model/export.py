"""The link graph as other tools take it: two flat tables (DESIGN section 7)."""

from __future__ import annotations

import msgspec


class ClusterRole(msgspec.Struct, frozen=True):
    """One membership of a page. Keys stand in alphabetical order, here and below, as the JSON has them."""

    id: str
    role: str


class PageRow(msgspec.Struct, frozen=True):
    """``inlinks`` and ``outlinks`` count distinct linking and linked pages, ``body_inlinks`` the linking pages that
    link from their text. ``depth`` is None when unreachable; ``score`` has 12 significant digits; ``on_site`` is False
    for what the site's visitors do not come to, as a README beside it."""

    body_inlinks: int
    clusters: tuple[ClusterRole, ...]
    depth: int | None
    inlinks: int
    kind: str
    lang: str | None
    on_site: bool
    outlinks: int
    path: str
    published: bool
    root: bool
    score: float | None
    title: str | None
    url: str


class LinkRow(msgspec.Struct, frozen=True):
    """``source`` and ``target`` are page paths, ``file`` is where the link is written."""

    column: int | None
    file: str
    generated: bool
    href: str
    kind: str
    line: int | None
    place: str
    source: str
    status: str
    target: str | None
    text: str


class GraphTables(msgspec.Struct, frozen=True):
    """The whole graph."""

    links: tuple[LinkRow, ...]
    pages: tuple[PageRow, ...]
