"""What a change did: the repository as it was at a commit, linted in the same way, and the findings compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
from linklint.model.finding import Finding
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


def compare_with(base: BaseRun, outcome: engine.Outcome) -> Comparison:
    """Compares the head's findings with those of the base."""
    before = rename(base.journey.outcome.findings, base.change.renames)
    # What is kept quiet, or told in other words, is not mended.
    still = (*outcome.superseded, *(entry.finding for entry in outcome.suppressed))
    compared = engine.compare(before, outcome.findings, still)
    change, world = base.change, base.journey.world
    return Comparison(base.commit, compared.findings, compared.fixed, change.changed, world, change.renames)


def rename(findings: Sequence[Finding], renames: Mapping[str, str]) -> list[Finding]:
    """The findings as they would be called had the files their new names already."""
    if not renames:
        return list(findings)

    def rename_part(part: str) -> str:
        path, mark, fragment = part.partition("#")
        return renames.get(path, path) + mark + fragment

    return engine.number_findings(
        msgspec.structs.replace(finding, identity=tuple(map(rename_part, finding.identity))) for finding in findings
    )


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
