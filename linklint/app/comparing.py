"""What a change did: the repository as it was at a commit, linted in the same way, and the findings compared."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import msgspec

from linklint import config, engine
from linklint.app.journey import lint
from linklint.app.parsing import ParseMemory
from linklint.facts import World
from linklint.model.finding import Finding
from linklint.model.settings import Settings
from linklint.workspace import RevisionRepository, find_renames, today


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


def compare_with(
    base: RevisionRepository,
    configuration: config.Configuration,
    configure_for: Callable[[RevisionRepository], Settings],
    findings: Sequence[Finding],
    memory: ParseMemory,
    *,
    suppress: bool,
) -> Comparison:
    """Compares the head's findings with those of ``base``. Rules and config are the head's; what describes the site is
    each side's own: ``configure_for`` gives the settings with the base's clusters."""
    journey = lint(
        base,
        configure_for(base),
        configuration.rules,
        today=today(),
        suppress=suppress,
        parser=memory.parse,
        known_rules=configuration.known_rules,
    )
    renames = find_renames(base.top, base.commit)
    compared = engine.compare(rename(journey.outcome.findings, renames), findings)
    changed = frozenset({*base.changed, *renames, *renames.values()})
    return Comparison(base.commit, compared.findings, compared.fixed, changed, journey.world, renames)


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
    """The findings of a scope: ``new`` are new or worse; ``touched`` also those whose file or subject changed. With
    nothing changed, everything is touched."""
    if scope == "all" or (scope == "touched" and not comparison.changed):
        return comparison.findings
    return tuple(finding for finding in comparison.findings if is_in_scope(finding, scope, comparison.changed))


def is_in_scope(finding: Finding, scope: str, changed: frozenset[str]) -> bool:
    if finding.new or finding.worsened:
        return True
    return scope == "touched" and not changed.isdisjoint({finding.location.path, finding.subject.path} - {""})
