"""What ``linklint report`` has found out, before anybody lays it out. Scores are relative (1 is the average), shares
go from 0 to 1; None: there is none."""

from __future__ import annotations

from typing import Any

import msgspec


class Membership(msgspec.Struct, frozen=True):
    """A page's place in one cluster."""

    cluster: str
    role: str


class MissingLink(msgspec.Struct, frozen=True):
    """A link that ``source`` lacks in its text. ``why``: hub, spoke or related (the contract of the clusters file), or
    similar (a suggestion: the two have much in common). ``line`` is the one to look at first: of the section whose
    heading fits the target best (``section``), else of the title. ``elsewhere``: the place of a link outside the text,
    such as nav, in line ``elsewhere_line`` (0: generated)."""

    why: str
    source: str
    target: str
    url: str
    title: str | None
    line: int
    section: str = ""
    elsewhere: str | None = None
    elsewhere_line: int = 0


class AnchorCount(msgspec.Struct, frozen=True):
    """How many pages use a text for a page."""

    text: str
    pages: int


class HubRow(msgspec.Struct, frozen=True):
    """One page of the sheet. ``inlinks`` counts linking pages, ``body_inlinks`` those that link from their text.
    ``targets``: pages that it should link to, those of the contract first."""

    path: str
    url: str
    title: str | None
    keyword: str | None
    clusters: tuple[Membership, ...]
    inlinks: int
    body_inlinks: int
    priority: Any
    depth: int | None
    score: float | None
    anchors: tuple[AnchorCount, ...]
    targets: tuple[MissingLink, ...]


class HubSheet(msgspec.Struct, frozen=True):
    """The Internal Linking Hub: every page with what it has and what it lacks. ``cluster``: the only one that is
    wanted."""

    pages: tuple[HubRow, ...]
    cluster: str | None = None


class MatrixRow(msgspec.Struct, frozen=True):
    """One member. ``state``: published, unpublished or missing. ``up`` and ``down``: the place of the link to the hub
    and from it, body first; None where there is none. ``siblings``: how many other spokes it links in its text.
    ``candidates``: what the path of a missing one may have meant."""

    path: str
    role: str
    keyword: str | None
    state: str
    up: str | None
    down: str | None
    siblings: int
    inlinks: int
    depth: int | None
    score: float | None
    candidates: tuple[str, ...] = ()


class ClusterMatrix(msgspec.Struct, frozen=True):
    """One cluster as a contract. ``up``, ``down``, ``related``: shares that are linked in the text.
    ``missing``: links of the contract; ``suggested``: spokes that are much alike and not linked. ``planned``: pages
    still to be written."""

    id: str
    keyword: str | None
    declared: str
    hub: str
    hub_rank: int | None
    pages: int
    spokes: int
    up: float | None
    down: float | None
    related: float | None
    related_pairs: int
    leak: float | None
    density: float | None
    members: tuple[MatrixRow, ...]
    missing: tuple[MissingLink, ...]
    suggested: tuple[MissingLink, ...]
    planned: tuple[str, ...]
    missing_roles: tuple[str, ...]


class ClusterReport(msgspec.Struct, frozen=True):
    """All clusters, and how many pages are in none (None: one cluster was asked for)."""

    clusters: tuple[ClusterMatrix, ...]
    unassigned: int | None


class AnchorRow(msgspec.Struct, frozen=True):
    """One text by which a page is linked. ``kind`` is the fact text.class of its links. ``sources``: path:line."""

    text: str
    kind: str
    links: int
    pages: int
    sources: tuple[str, ...]


class LedgerEntry(msgspec.Struct, frozen=True):
    """One page and the texts that lead to it; ``exact``: the share that is its keyword, ``generic``: the share that
    says nothing; ``texts``: how many differ."""

    path: str
    title: str | None
    keyword: str | None
    links: int
    texts: int
    exact: float | None
    generic: float | None
    anchors: tuple[AnchorRow, ...]


class AnchorLedger(msgspec.Struct, frozen=True):
    """The pages that are linked with words, the one with most inlinks first."""

    targets: tuple[LedgerEntry, ...]


class EquityRow(msgspec.Struct, frozen=True):
    """One page's share of the link score."""

    path: str
    clusters: tuple[str, ...]
    score: float
    share: float
    rank: int
    inlinks: int
    outlinks: int


class Flow(msgspec.Struct, frozen=True):
    """What one group of pages hands on to another, as a share of the whole score. ``links``: linked pairs of pages."""

    source: str
    target: str
    share: float
    links: int


class EquityReport(msgspec.Struct, frozen=True):
    """``most`` and ``least``: pages by score; ``least`` only of those that somebody cares about (in a cluster, with a
    keyword or a priority; ``some_cared_for``), of all where there is none. ``grouped_by``: cluster, or
    folder where there are no clusters."""

    pages: int
    gini: float | None
    top_tenth: float | None
    grouped_by: str
    most: tuple[EquityRow, ...]
    least: tuple[EquityRow, ...]
    sinks: tuple[EquityRow, ...]
    sources: tuple[EquityRow, ...]
    flows: tuple[Flow, ...]
    some_cared_for: bool = False
