"""One rule, one kind of subject: who is spoken about, and what is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from linklint.engine.compiling import CompiledRule
from linklint.engine.plans import OFF, Plan
from linklint.engine.vocabulary import Context, Elements
from linklint.errors import EvaluationError
from linklint.model.finding import Finding, Related
from linklint.model.place import Location

CAUSED = ("change", "member")
"""Kinds of subjects that something may be the cause of: a change stands where it was made, a member at its page."""

MISTAKEN: Mapping[str, frozenset[str]] = {
    "cluster": frozenset(),
    "link": frozenset({"status", "wrong_case", "reason", "target"}),
    "member": frozenset(),
}
"""Kinds of subjects that may name something that is not there, with the facts by which a rule says so (none: any rule
may). What a link may have meant is no answer to a rule about its text."""


class Shared(NamedTuple):
    """The definition that a link shares with others: where it stands, what makes it itself, and the fingerprint of what
    a rule says about it."""

    location: Location
    identity: tuple[str, ...]
    fingerprint: str = ""


class Draft(NamedTuple):
    """A finding on its way. ``own`` is where its subject stands (the finding may be shown elsewhere); ``subject`` the
    subject itself. ``victims``, of a rule that supersedes others: the subjects about which it takes their place, with
    their kinds. ``shared``, of a rule about destinations: the definition in whose place it is told once for all."""

    finding: Finding
    own: Location
    subject: Any
    victims: Sequence[tuple[str, Any]] = ()
    shared: Shared | None = None


def speak(plan: Plan, context: Context, subjects: Iterable[Any]) -> Iterator[Draft]:
    """The rule's findings about the subjects, in their order. A failure inside is an ``EvaluationError``."""
    for subject in subjects:
        try:
            draft = _judge(plan, context, subject)
        except Exception as error:
            raise EvaluationError(plan.id, _name(plan, context, subject)) from error
        if draft is not None:
            yield draft


def own_file(context: Context, kind: str, subject: Any) -> str:
    """The file that a subject belongs to, for ``overrides``; empty for the site."""
    return "" if kind == "site" else context.vocabulary.location(context.world, kind, subject).path


def _judge(plan: Plan, context: Context, subject: Any) -> Draft | None:
    level, compiled = plan.variant(own_file(context, plan.subject, subject)) if plan.overrides else plan.base
    elements = (subject,)
    if level == OFF or not compiled.where(context, elements) or compiled.require(context, elements):
        return None
    return _draft(level, compiled, context, elements)


def _draft(level: str, compiled: CompiledRule, context: Context, elements: Elements) -> Draft:
    rule, world, vocabulary = compiled.rule, context.world, context.vocabulary
    kind, subject = rule.subject, elements[0]
    own = vocabulary.location(world, kind, subject)
    causes = vocabulary.causes(world, subject, rule.measure) if kind in CAUSED else ()
    is_change = kind == "change"
    definition = vocabulary.find_definition(subject) if kind == "link" else None
    shared = Shared(definition.location, definition.identity) if definition and rule.about == "destination" else None
    further = [Related(cause.location, cause.action) for cause in causes[1:] if is_change]
    if definition and not shared and definition.counts:
        further.append(Related(definition.location, "the reference is defined here"))
    usual = causes[0].location if causes and is_change else own
    location = shared.location if shared else _place(compiled, context, elements) or usual
    measure = None if compiled.measure is None else compiled.measure(context, elements)
    finding = Finding(
        rule=rule.id,
        level=level,
        location=location,
        message=compiled.message(context, elements),
        subject=vocabulary.subject_of(world, kind, subject),
        help=rule.help,
        docs=rule.docs,
        related=_relate(compiled, context, elements, location, further),
        suggestions=_suggest(compiled, context, subject),
        cause=causes[0].location if causes else None,
        identity=tuple(vocabulary.identity(world, kind, subject)),
        measure=None if measure is None else float(measure),
        lower_is_worse=compiled.lower_is_worse,
    )
    return Draft(finding, own, subject, _victims(compiled, context, elements) if rule.supersedes else (), shared)


def _victims(compiled: CompiledRule, context: Context, elements: Elements) -> Sequence[tuple[str, Any]]:
    """Those of a change; else the subject itself and all that the finding relates to."""
    kind, subject = compiled.rule.subject, elements[0]
    if kind == "change":
        return context.vocabulary.victims(context.world, subject)
    related = ((each.kind, element) for each in compiled.related for element in each.select(context, elements))
    return ((kind, subject), *related)


def _place(compiled: CompiledRule, context: Context, elements: Elements) -> Location | None:
    """Where ``at`` points to; None when the rule has none or nothing is there."""
    if compiled.at is None:
        return None
    kind, read = compiled.at
    value = read(context, elements)
    return None if value is None else context.vocabulary.location(context.world, kind, value)


def _relate(
    compiled: CompiledRule, context: Context, elements: Elements, shown: Location, further: Iterable[Related] = ()
) -> tuple[Related, ...]:
    related = dict.fromkeys(further)
    for places in compiled.related:
        for element in places.select(context, elements):
            location = context.vocabulary.location(context.world, places.kind, element)
            if places.render is not None:
                related[Related(location, places.render(context, (*elements, element)))] = None
            elif location != shown:
                message = context.vocabulary.describe(context.world, places.kind, element)
                related[Related(location, message)] = None
    return tuple(related)


def _suggest(compiled: CompiledRule, context: Context, subject: Any) -> tuple[str, ...]:
    """The fact ``candidates``: only a broken link has it, a member without a page, a cluster that nobody declared."""
    kind = compiled.rule.subject
    telling = MISTAKEN.get(kind)
    if telling is None or (telling and all(name not in telling for _, _, name in compiled.asked)):
        return ()
    candidates = context.vocabulary.lookup(kind, "candidates")
    return () if candidates is None else tuple(candidates.get(context.world, subject) or ())


def _name(plan: Plan, context: Context, subject: Any) -> str:
    try:
        identity = context.vocabulary.identity(context.world, plan.subject, subject)
    except Exception:  # noqa: BLE001 — the first failure is the one to report
        return f"a {plan.subject}"
    return f"the {plan.subject} {' '.join(identity)}".rstrip()
