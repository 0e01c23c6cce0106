"""What ``linklint explain`` has found out, before anybody lays it out."""

from __future__ import annotations

import msgspec

from linklint.model.finding import Finding
from linklint.model.place import Location


class Step(msgspec.Struct, frozen=True):
    """One click: the link at ``location`` with this anchor text leads to ``target``. A generated link has no line."""

    location: Location
    text: str
    target: str
    generated: bool = False


class Inlink(msgspec.Struct, frozen=True):
    """One link to the page. ``location`` has line 0 for a generated link."""

    location: Location
    place: str
    text: str


class ScoreSource(msgspec.Struct, frozen=True):
    """How much of the page's link score one linking page passes to it, as a share of the page's own score."""

    path: str
    share: float


class PageView(msgspec.Struct, frozen=True):
    """Everything about one page. ``path_from_root`` is None when no root reaches it; ``score`` None when it has none;
    ``pages``: how many have one. ``orphan`` is no, yes or unknown. ``reachable``: None where there is no root, and
    where a page leads here of which it is unknown who links it."""

    path: str
    url: str
    title: str | None
    published: bool
    noindex: bool
    root: bool
    clusters: tuple[tuple[str, str], ...]
    depth: int | None
    path_from_root: tuple[Step, ...] | None
    orphan: str
    inlinks: tuple[Inlink, ...]
    outlink_pages: int
    score: float | None
    relative_score: float | None
    score_rank: int | None
    pages: int
    score_sources: tuple[ScoreSource, ...]
    findings: tuple[Finding, ...]
    reachable: bool | None = None
