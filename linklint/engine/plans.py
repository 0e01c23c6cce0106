"""Which variant of a rule holds for which file: level and options after ``overrides``, compiled once each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import msgspec

import linklint.facts
from linklint.engine.compiling import CompiledRule, compile_rule, to_problems
from linklint.engine.vocabulary import Vocabulary
from linklint.errors import Problem, UserError
from linklint.model.glob import Glob, compile_glob
from linklint.model.rule import ActiveRule

OFF = "off"


class Variant(NamedTuple):
    """A rule as it holds for some files."""

    level: str
    compiled: CompiledRule


class Plan(NamedTuple):
    """A rule with its variants. ``overrides``: the globs of the files, then what changes for them (None: nothing).
    ``chosen`` remembers the variant of each file that was asked about."""

    base: Variant
    overrides: tuple[tuple[tuple[Glob, ...], str | None, CompiledRule | None], ...]
    chosen: dict[str, Variant]

    @property
    def subject(self) -> str:
        return self.base.compiled.rule.subject

    @property
    def id(self) -> str:
        return self.base.compiled.rule.id

    def variant(self, path: str) -> Variant:
        """The variant for subjects whose own file is ``path``: all overrides that match it, the last one wins."""
        variant = self.chosen.get(path)
        if variant is None:
            level, compiled = self.base
            for globs, changed_level, changed_rule in self.overrides:
                if any(glob(path) for glob in globs):
                    level, compiled = changed_level or level, changed_rule or compiled
            variant = self.chosen[path] = Variant(level, compiled)
        return variant


def plan_rules(rules: Iterable[ActiveRule], vocabulary: Vocabulary = linklint.facts) -> list[Plan]:
    """Plans for all rules that are on somewhere. Raises ``UserError`` with every mistake in every one of them: a broken
    rule never runs half."""
    problems: list[Problem] = []
    plans = [_plan(active, vocabulary, problems) for active in rules if _is_on(active)]
    if problems:
        raise UserError(problems)
    return plans


def _is_on(active: ActiveRule) -> bool:
    return active.level != OFF or any(override.level not in (OFF, None) for override in active.overrides)


def _plan(active: ActiveRule, vocabulary: Vocabulary, problems: list[Problem]) -> Plan:
    compiled: dict[bytes, CompiledRule] = {}

    def compile_once(options: Mapping[str, Any]) -> CompiledRule:
        key = msgspec.json.encode(options, order="deterministic")
        if key not in compiled:
            compiled[key], mistakes = compile_rule(active.rule, options, vocabulary)
            problems.extend(problem for problem in to_problems(active.rule, mistakes) if problem not in problems)
        return compiled[key]

    overrides = []
    for override in active.overrides:
        changed = None if override.options is None else compile_once(override.options)
        overrides.append((_compile_globs(override.files, problems), override.level, changed))
    return Plan(Variant(active.level, compile_once(active.options)), tuple(overrides), {})


def _compile_globs(patterns: Iterable[str], problems: list[Problem]) -> tuple[Glob, ...]:
    globs = []
    for pattern in patterns:
        try:
            globs.append(compile_glob(pattern))
        except ValueError as error:
            problems.append(Problem(f'bad glob "{pattern}" in overrides: {error}'))
    return tuple(globs)
