"""A rule, checked as a whole and compiled for one set of options."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import linklint.facts
from linklint.data.suggest import closest_hint
from linklint.engine.conditions import compile_condition, compile_relation
from linklint.engine.direction import lower_is_worse
from linklint.engine.logic import Condition, conjoin, negate
from linklint.engine.messages import Renderer, compile_message
from linklint.engine.options import check_options
from linklint.engine.relations import make_selector
from linklint.engine.scope import Scope, resolve_fact, resolve_reference
from linklint.engine.values import NUMBERS, describe_type, is_subject
from linklint.engine.vocabulary import Check, Context, Elements, KeyPath, Reader, RuleProblem, Vocabulary
from linklint.errors import Problem
from linklint.model.rule import SUBJECTS, Rule

FURTHER_PLACES = {"anchor": "$anchor.links"}
"""Subjects that stand at several places: the relation to what stands there. The first one is the finding's own, unless
the rule says where to point; then it names the further ones too."""


class RelatedPlaces(NamedTuple):
    """One entry of ``related``: subjects of ``kind``, and what to say of each (None: the facts' own words)."""

    kind: str
    select: Callable[[Context, Elements], Sequence[Any]]
    render: Renderer | None = None


class CompiledRule(NamedTuple):
    """A rule for one set of options, ready to run. ``speaks``: what the rule speaks about, for narrowing the subjects
    down before they are judged; ``rest`` and ``further`` are what is then left of ``where`` and ``require``. ``at``:
    the kind and the reader of the subject to point at. ``asked``: every fact that the rule names: where it does, the
    kind of subject, and the name as it stands there."""

    rule: Rule
    where: Check
    require: Check
    speaks: Condition
    message: Renderer
    measure: Reader | None
    at: tuple[str, Reader] | None
    related: tuple[RelatedPlaces, ...]
    lower_is_worse: bool
    asked: tuple[tuple[KeyPath, str, str], ...]


def check_rule(
    rule: Rule, options: Mapping[str, Any] | None = None, vocabulary: Vocabulary = linklint.facts
) -> list[RuleProblem]:
    """Every mistake in the rule, all at once, in the order of the rule's keys. ``options``: check it with these values
    of its options instead of its own."""
    return compile_rule(rule, rule.options if options is None else options, vocabulary)[1]


def list_asked(rule: Rule, vocabulary: Vocabulary = linklint.facts) -> tuple[tuple[KeyPath, str, str], ...]:
    """Every fact that a sound rule names: where it does, the kind of subject, and the name as it stands there."""
    return compile_rule(rule, rule.options, vocabulary)[0].asked


def compile_rule(
    rule: Rule, options: Mapping[str, Any], vocabulary: Vocabulary
) -> tuple[CompiledRule, list[RuleProblem]]:
    """The rule and its mistakes; with mistakes it must not run."""
    scope = Scope(vocabulary, options, ((rule.subject, rule.subject),), [], set(), [], set())
    where = compile_condition(scope, rule.where, ("where",))
    require = compile_condition(scope, rule.require, ("require",))
    compiled = CompiledRule(
        rule,
        where=where.check,
        require=require.check,
        speaks=conjoin([where, negate(require)]),
        message=compile_message(scope, rule.message, ("message",)),
        measure=_compile_measure(scope, rule.measure),
        at=_compile_at(scope, rule.at),
        related=tuple(_compile_related(scope, rule)),
        lower_is_worse=lower_is_worse(rule),
        asked=tuple(scope.asked),
    )
    if rule.subject not in SUBJECTS or not list(vocabulary.fact_names(rule.subject)):
        # Nothing that the rule says of such subjects can be checked.
        unknown = f'"{rule.subject}" is no subject of rules'
        return compiled, [RuleProblem(("for",), unknown, _subject_hint(rule.subject, vocabulary))]
    return compiled, [*scope.problems, *_check_whole(rule), *check_options(options, scope.used)]


def _subject_hint(subject: str, vocabulary: Vocabulary) -> str:
    kinds = [kind for kind in SUBJECTS if list(vocabulary.fact_names(kind))]
    return closest_hint(subject, kinds) or f"the subjects: {', '.join(kinds)}"


def _check_whole(rule: Rule) -> list[RuleProblem]:
    problems = []
    if isinstance(rule.require, Mapping) and not rule.require:
        problems.append(RuleProblem(("require",), "the rule requires nothing, so it can never speak"))
    if not rule.message.strip():
        problems.append(RuleProblem(("message",), "the rule has no message"))
    if rule.about != "link" and rule.subject != "link":
        told = f'only a rule for links is about a destination, not one for "{rule.subject}"'
        problems.append(RuleProblem(("about",), told))
    if rule.about != "link" and rule.at is not None:
        told = '"about" puts the finding where the destination is written, and "at" elsewhere'
        problems.append(RuleProblem(("at",), told, "leave one of them out"))
    if rule.id in rule.supersedes:
        problems.append(RuleProblem(("supersedes",), "a rule does not supersede itself"))
    if not all(isinstance(other, str) and other for other in rule.supersedes):
        problems.append(RuleProblem(("supersedes",), '"supersedes" takes a list of rule ids'))
    return problems


def _compile_measure(scope: Scope, name: str | None) -> Reader | None:
    if name is None:
        return None
    operand = resolve_fact(scope, name, ("measure",))
    if operand is None:
        return None
    if operand.type.many or operand.type.name not in NUMBERS:
        scope.problem(("measure",), f'"{name}" is {describe_type(operand.type)}, and a measure is a number')
    return operand.read


def _compile_at(scope: Scope, text: str | None) -> tuple[str, Reader] | None:
    if text is None:
        return None
    operand = resolve_reference(scope, text, ("at",))
    if operand is None:
        return None
    if operand.type.many or not is_subject(operand.type):
        hint = f'such as "${scope.kind}"'
        scope.problem(("at",), f'"{text}" is {describe_type(operand.type)}, and "at" names one subject', hint)
        return None
    return operand.type.name, operand.read


def _compile_related(scope: Scope, rule: Rule) -> list[RelatedPlaces]:
    entries: list[tuple[Any, KeyPath]] = [(entry, ("related", index)) for index, entry in enumerate(rule.related)]
    if rule.subject in FURTHER_PLACES and rule.at is None:
        entries.insert(0, (FURTHER_PLACES[rule.subject], ("for",)))
    places = []
    for entry, keypath in entries:
        found = _compile_query(scope, entry, keypath) if isinstance(entry, Mapping) else _follow(scope, entry, keypath)
        if found is not None:
            places.append(found)
    return places


def _follow(scope: Scope, text: Any, keypath: KeyPath) -> RelatedPlaces | None:
    """A reference to one subject or to many."""
    if not isinstance(text, str):
        scope.problem(keypath, '"related" lists references and mappings with "of"')
        return None
    operand = resolve_reference(scope, text, keypath)
    if operand is None:
        return None
    if not is_subject(operand.type):
        scope.problem(keypath, f'"{text}" is {describe_type(operand.type)}, and "related" names subjects')
        return None
    read, many = operand.read, operand.type.many

    def select(context: Context, elements: Elements) -> Sequence[Any]:
        value = read(context, elements)
        if value is None:
            return ()
        return tuple(value) if many else (value,)

    return RelatedPlaces(operand.type.name, select)


def _compile_query(scope: Scope, entry: Mapping[str, Any], keypath: KeyPath) -> RelatedPlaces | None:
    """``{of: RELATION, where: {…}, message: "…"}``: the message names facts of the element."""
    allowed = ("of", "where", "as", "message")
    for key in entry:
        if key not in allowed:
            hint = closest_hint(str(key), allowed) or f"known here: {', '.join(allowed)}"
            scope.problem((*keypath, key, "#key"), f'unknown key "{key}" in "related"', hint)
    relation = compile_relation(scope, entry, keypath, 'an entry of "related"')
    if relation is None:
        return None
    kind = relation.operand.type.name
    template = entry.get("message")
    render = None
    if isinstance(template, str):
        render = compile_message(scope.inside(str(entry.get("as", "")), kind), template, (*keypath, "message"))
    elif template is not None:
        scope.problem((*keypath, "message"), "a message is a text")
    selector = make_selector(relation)
    return RelatedPlaces(kind, lambda context, elements: tuple(selector(context, elements)), render)


def to_problems(rule: Rule, problems: Sequence[RuleProblem]) -> list[Problem]:
    """The mistakes with their places in the file that the rule comes from."""
    placed = []
    for problem in problems:
        keypath = problem.keypath
        while keypath and keypath not in rule.positions:
            keypath = keypath[:-1]
        place = rule.positions.get(keypath, rule.location)
        message = f"{rule.id}: {problem.message}"
        placed.append(Problem(message, place.path, place.line, place.column, place.end_column, hint=problem.hint))
    return placed
