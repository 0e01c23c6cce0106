"""What a repository's config says, checked and complete: every value has its default."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from linklint.model.place import Location


class SiteSettings(msgspec.Struct, frozen=True):
    """``site:`` and its neighbours. ``content`` are folders (empty: the profile decides). ``url`` is the site's own
    address; ``hosts`` further own host names. ``roots`` are paths or URLs. ``related_headings`` are exact heading
    texts. ``orphans_ok`` are globs of pages that are orphans on purpose. ``front_matter_keys``: word → key.
    ``base`` is the folder that the config speaks of: nothing outside it is a page (empty: the whole repository).
    ``required_front_matter``: keys that every page must have."""

    framework: str = "auto"
    content: tuple[str, ...] = ()
    url: str | None = None
    hosts: tuple[str, ...] = ()
    roots: tuple[str, ...] = ()
    related_headings: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    external_prefixes: tuple[str, ...] = ()
    orphans_ok: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    front_matter_keys: Mapping[str, str] = {}
    base: str = ""
    required_front_matter: tuple[str, ...] = ()


class SpokeSpec(msgspec.Struct, frozen=True):
    """One entry of ``spokes``: a path, a ``/url/`` or a glob, with what is said of the pages it names."""

    page: str
    location: Location
    role: str = "spoke"
    keyword: str | None = None
    stage: str | None = None


class RelatedSpec(msgspec.Struct, frozen=True):
    """Two pages declared to be related. ``location``: of the pair; ``places``: of each of the two."""

    a: str
    b: str
    location: Location
    places: tuple[Location, Location] | None = None


class ClusterSpec(msgspec.Struct, frozen=True):
    """One cluster as the clusters file says it; globs not expanded, paths not looked up."""

    id: str
    hub: str
    location: Location
    hub_location: Location
    spokes: tuple[SpokeSpec, ...] = ()
    keyword: str | None = None
    related: tuple[RelatedSpec, ...] = ()
    planned: tuple[str, ...] = ()
    require: Mapping[str, int] = {}


COMBINATIONS = ("sum", "mean", "least", "greatest", "first")


class DataRow(msgspec.Struct, frozen=True):
    """One row of a data file. ``key``: the page's address as written. ``values``: column → number or text; an empty
    cell has none."""

    key: str
    location: Location
    values: Mapping[str, float | str]


class DataTable(msgspec.Struct, frozen=True):
    """One entry of ``data:``, read. ``columns``: column, as facts call it → how the rows of one page are combined: one
    of COMBINATIONS."""

    name: str
    path: str
    columns: Mapping[str, str]
    rows: tuple[DataRow, ...] = ()


class ScoreSettings(msgspec.Struct, frozen=True):
    """``score:``. ``nofollow`` is one of spread, evaporate, drop, keep. ``teleport``: the table and the column of the
    joined data that say where visits begin."""

    damping: float = 0.85
    nofollow: str = "spread"
    teleport: tuple[str, str] | None = None


class Settings(msgspec.Struct, frozen=True):
    """Everything but the rules. ``roles``: role → role → required, allowed, forbidden. ``baseline`` is a path.
    ``generated``: report or hide what is wrong in files that a program writes.
    ``generic_phrases``: language (or ``*``) → texts that say nothing about a link's target."""

    site: SiteSettings = SiteSettings()
    clusters: tuple[ClusterSpec, ...] = ()
    score: ScoreSettings = ScoreSettings()
    roles: Mapping[str, Mapping[str, str]] = {}
    stages: tuple[str, ...] = ()
    baseline: str | None = None
    generated: str = "report"
    require_reason: bool = False
    config_path: str | None = None
    clusters_path: str | None = None
    data: tuple[DataTable, ...] = ()
    generic_phrases: Mapping[str, tuple[str, ...]] = {}
