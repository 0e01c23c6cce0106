"""What a change did: the repository as it was at a commit, linted in the same way, and the findings compared."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import partial

import msgspec

from linklint import config, engine
from linklint.app.journey import Journey, describe_change, lint, read_texts
from linklint.app.parsing import Parsing
from linklint.app.progress import UNHEARD, Progress
from linklint.app.renames import match_renames
from linklint.app.sharing import Shared
from linklint.facts import Change, History, World
from linklint.model.files import Repository
from linklint.model.finding import Finding, Lines, Related
from linklint.model.place import Location
from linklint.model.settings import Settings
from linklint.workspace import RevisionRepository, find_renames, first_commits, today

MOST_PAIRS = 10_000
"""So many pairs of files are compared to find renames; it takes well under a second."""


class Comparison(msgspec.Struct, frozen=True):
    """``findings`` are the head's with ``new`` and ``worsened`` set, ``fixed`` those that the base had. ``changed`` are
    the paths that differ between the two, old names and new. ``before`` is the base, ``renames`` maps its paths to the
    head's."""

    commit: str
    findings: tuple[Finding, ...]
    fixed: tuple[Finding, ...]
    changed: frozenset[str]
    before: World
    renames: Mapping[str, str] = {}


class BaseRun(msgspec.Struct, frozen=True, eq=False):
    """The base, linted: what it said, how its files became those of the head, and what the head need not do again."""

    commit: str
    journey: Journey
    change: Change
    shared: Shared


def see_base(
    base: RevisionRepository,
    head: Repository,
    settings: Settings,
    configuration: config.Configuration,
    parsing: Parsing,
    *,
    suppress: bool,
    progress: Progress = UNHEARD,
) -> BaseRun:
    """Lints the base. Rules and config are the head's; what describes the site is each side's own: ``settings`` have
    the base's clusters."""
    shared = Shared(base.changed)
    journey = lint(
        base,
        settings,
        configuration.rules,
        today=today(),
        suppress=suppress,
        parser=parsing.parse_all,
        known_rules=configuration.known_rules,
        history=History(partial(first_commits, base.top, base.commit), base.line_days),
        progress=progress,
        shared=shared,
    )
    gone = any(path in base.names and not is_present(head, path) for path in base.changed)
    renames = find_renames(base.top, base.commit) if gone else {}
    renames |= find_untracked_renames(base, head, renames)
    return BaseRun(base.commit, journey, describe_change(base, head, renames, base.changed), shared)


def is_present(repository: Repository, path: str) -> bool:
    file = repository.names.files.get(path)
    return file is not None and file.present


def find_untracked_renames(base: RevisionRepository, head: Repository, renames: Mapping[str, str]) -> dict[str, str]:
    """Renames to files that git does not track yet, and therefore does not see."""
    known = {*renames, *renames.values()}
    gone = [path for path in base.changed - known if path in base.names and path not in head.names]
    new = [path for path in base.changed - known if path in head.names and not head.names.files[path].tracked]
    if not gone or len(gone) * len(new) > MOST_PAIRS:
        return {}
    return match_renames(read_texts(base, gone), read_texts(head, new))


def compare_with(base: BaseRun, head: Journey) -> Comparison:
    """Compares the head's findings with those of the base."""
    outcome = head.outcome
    # What is kept quiet, or told in other words, is not mended.
    still = (*outcome.superseded, *(entry.finding for entry in outcome.suppressed))
    later = {fp for finding in (*outcome.findings, *still) for fp in finding.prints}
    before = carry(base.journey, head, base.change.renames, later)
    compared = engine.compare(before, outcome.findings, still)
    change, world = base.change, base.journey.world
    return Comparison(base.commit, compared.findings, compared.fixed, change.changed, world, change.renames)


def carry(base: Journey, head: Journey, renames: Mapping[str, str], later: AbstractSet[str]) -> list[Finding]:
    """The base's findings as the head calls them. In a file that moved, a destination that is written as before and led
    nowhere stands for another path now: what is said of it is no news. ``later``: the fingerprints of the head."""
    findings = base.outcome.findings
    named = rename(findings, renames)
    if not renames:
        return named
    moved = rename([move_destination(finding, base, head, renames) for finding in findings], renames)
    pairs = zip(named, moved, strict=True)
    return [
        other if later.isdisjoint(one.prints) and not later.isdisjoint(other.prints) else one for one, other in pairs
    ]


def move_destination(finding: Finding, base: Journey, head: Journey, renames: Mapping[str, str]) -> Finding:
    """The finding with the destination of its link as it is read from where its file lies in the head."""
    if finding.subject.kind != "link" or len(finding.identity) < 3 or finding.identity[0] not in renames:
        return finding

    def move(identity: tuple[str, ...]) -> tuple[str, ...]:
        old, place, destination, *rest = identity
        new = renames[old]
        path, mark, fragment = destination.partition("#")
        if path.startswith("/"):
            pages = base.world.site.by_path.get(old), head.world.site.by_path.get(new)
            old, new = (page.url if page is not None else "/" for page in pages)
        return identity[0], place, move_path(path, old, new) + mark + fragment, *rest

    return name_anew(finding, move)


def name_anew(finding: Finding, change: Callable[[tuple[str, ...]], tuple[str, ...]]) -> Finding:
    """The finding with another identity, of its own and of each link that it speaks of; the fingerprints are old."""
    uses = tuple(msgspec.structs.replace(use, identity=change(use.identity)) for use in finding.uses)
    return msgspec.structs.replace(finding, identity=change(finding.identity), uses=uses)


def move_path(path: str, old: str, new: str) -> str:
    """The path that is as far from ``new`` as ``path`` is from ``old``; itself, where that leads above the top."""
    folders, others, parts = old.split("/")[:-1], new.split("/")[:-1], path.split("/")
    common = 0
    while common < len(folders) and common < len(parts) and folders[common] == parts[common]:
        common += 1
    up = len(folders) - common
    return path if up > len(others) else "/".join([*others[: len(others) - up], *parts[common:]])


def rename(findings: Sequence[Finding], renames: Mapping[str, str]) -> list[Finding]:
    """The findings as they would be called had the files their new names already."""
    if not renames:
        return list(findings)

    def rename_part(part: str) -> str:
        path, mark, fragment = part.partition("#")
        return renames.get(path, path) + mark + fragment

    return engine.number_findings(name_anew(each, lambda parts: tuple(map(rename_part, parts))) for each in findings)


def stand_at_change(finding: Finding, lines: Lines) -> Finding:
    """Where a change uses a definition that was wrong before, its own line is where a review shows it: the finding
    stands there, and at the definition where the change wrote that. ``lines``: path → what the change wrote."""

    def is_written(place: Location) -> bool:
        return any(first <= place.end_line and place.line <= last for first, last in lines.get(place.path, ()))

    written = [use.location for use in finding.uses if is_written(use.location)]
    if not finding.new or not written or is_written(finding.location):
        return finding
    defined = Related(finding.location, "the reference is defined here")
    others = (other for other in finding.related if other.location != written[0])
    return msgspec.structs.replace(finding, location=written[0], related=(defined, *others))


def keep_scope(comparison: Comparison, scope: str) -> tuple[Finding, ...]:
    """The findings of a scope: ``new`` are new or worse; ``touched`` also those whose file, subject or cause
    changed. With nothing changed, everything is touched."""
    if scope == "all" or (scope == "touched" and not comparison.changed):
        return comparison.findings
    return tuple(finding for finding in comparison.findings if is_in_scope(finding, scope, comparison.changed))


def is_in_scope(finding: Finding, scope: str, changed: frozenset[str]) -> bool:
    if finding.new or finding.worsened:
        return True
    cause = finding.cause.path if finding.cause else ""
    return scope == "touched" and not changed.isdisjoint({finding.location.path, finding.subject.path, cause} - {""})
