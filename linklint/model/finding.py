"""A finding: one rule that spoke about one subject at one place. And the report that holds them all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

import msgspec

from linklint.model.effect import Effect
from linklint.model.place import Location
from linklint.model.site import Framework


class Subject(msgspec.Struct, frozen=True):
    """What the finding is about. ``path`` and ``url`` are those of the page, empty where there is none."""

    kind: str
    id: str
    path: str = ""
    url: str = ""


class Related(msgspec.Struct, frozen=True):
    """A further place that helps to see the problem."""

    location: Location
    message: str


class Use(msgspec.Struct, frozen=True):
    """One of the links that a finding about their common destination speaks of: what it would be known by, were it told
    by itself, and where it stands."""

    identity: tuple[str, ...]
    fingerprint: str
    location: Location


class Finding(msgspec.Struct, frozen=True):
    """``identity`` is what the fingerprint is made of (DESIGN section 4); ``measure`` the rule's measured number,
    ``lower_is_worse`` which way it gets worse. ``uses``: of a finding about a destination that links share, these
    links."""

    rule: str
    level: str
    location: Location
    message: str
    subject: Subject
    help: str = ""
    docs: str = ""
    related: tuple[Related, ...] = ()
    suggestions: tuple[str, ...] = ()
    cause: Location | None = None
    identity: tuple[str, ...] = ()
    measure: float | None = None
    fingerprint: str = ""
    new: bool | None = None
    worsened: bool | None = None
    lower_is_worse: bool = False
    uses: tuple[Use, ...] = ()

    @property
    def prints(self) -> tuple[str, ...]:
        """The fingerprints by which it is known: it was there before where all of them were."""
        return tuple(use.fingerprint for use in self.uses) or (self.fingerprint,)


def place_in_report(finding: Finding) -> tuple[str, int, int, str, str, str]:
    """Findings are shown in the order of this: by path, line, column, rule and message."""
    location = finding.location
    return location.path, location.line, location.column, finding.rule, finding.message, finding.fingerprint


class Suppressed(msgspec.Struct, frozen=True):
    """A finding that a directive or the baseline keeps quiet, or that is left out since a program writes the file.
    ``where``: ``path:line`` of the directive or of the mark, or the baseline's path."""

    finding: Finding
    reason: str
    where: str
    by: str  # "directive", "baseline" or "generated"


class Unverified(msgspec.Struct, frozen=True):
    """A link that could not be checked here, for ``check -v``."""

    location: Location
    href: str
    status: str
    reason: str


class Summary(msgspec.Struct, frozen=True):
    """The numbers of the footer and of the JSON. ``links`` counts written occurrences in published pages."""

    pages: int = 0
    links: int = 0
    internal: int = 0
    external: int = 0
    unresolvable: int = 0
    opaque: int = 0
    outside: int = 0
    fragment_unverifiable: int = 0
    errors: int = 0
    warnings: int = 0
    notices: int = 0
    new: int | None = None
    fixed: int | None = None
    suppressed: int = 0
    baselined: int = 0
    generated: int = 0
    orphan_unknown: int = 0
    framework: tuple[str, ...] = ()
    roots: tuple[str, ...] = ()


class RunNotice(msgspec.Struct, frozen=True):
    """Something about the run itself that the reader must know: no root, stale baseline, what was not checked.
    ``annotated``: it is told as an annotation as well, since few people read a log."""

    level: str
    message: str
    annotated: bool = False


class RuleText(msgspec.Struct, frozen=True):
    """What a report says of a rule that ran: its level in this run and its words."""

    id: str
    level: str
    message: str
    why: str = ""
    help: str = ""
    docs: str = ""


Lines: TypeAlias = Mapping[str, tuple[tuple[int, int], ...]]
"""Path → stretches of lines of it (first and last, 1-based)."""


class Compared(msgspec.Struct, frozen=True):
    """What the run was compared with. ``commit`` is a full hash, ``name`` says what it is. ``paths`` are those that the
    change touched, ``gone`` those of them that are no more. ``lines``: those that the change wrote. ``fixed`` are the
    findings of the base that are gone; ``effect`` is what the change did to the site, where that was asked for."""

    commit: str
    name: str = ""
    paths: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    lines: Lines = {}
    fixed: tuple[Finding, ...] = ()
    effect: Effect | None = None


class Report(msgspec.Struct, frozen=True):
    """All that a run has to say; every output format is a function of it. ``excerpts`` maps a file and line to that
    line's text, for the formats that show the source. ``rules`` are those that ran, by id. ``compared``: None where
    nothing was compared. ``clusters``: page's path → the clusters that it is in. ``area``: the files and folders
    whose findings are shown, sorted; none: all of them."""

    summary: Summary
    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...] = ()
    unverified: tuple[Unverified, ...] = ()
    notices: tuple[RunNotice, ...] = ()
    excerpts: dict[tuple[str, int], str] = {}
    frameworks: tuple[Framework, ...] = ()
    rules: tuple[RuleText, ...] = ()
    compared: Compared | None = None
    clusters: Mapping[str, tuple[str, ...]] = {}
    area: tuple[str, ...] = ()
