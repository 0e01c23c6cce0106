"""Rules × subjects → findings: judged, numbered, silenced by directives, sorted."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any

import msgspec

import linklint.facts
from linklint.data.suggest import closest
from linklint.engine.carrying import Carried
from linklint.engine.merging import merge, number_drafts
from linklint.engine.narrowing import find_subjects
from linklint.engine.plans import OFF, Plan, plan_rules
from linklint.engine.speaking import Draft, speak
from linklint.engine.superseding import supersede
from linklint.engine.suppression import Coverage, Placed, is_judged, place_directives, silence
from linklint.engine.vocabulary import Context, Vocabulary
from linklint.model.finding import Finding, Suppressed, place_in_report
from linklint.model.rule import ActiveRule
from linklint.model.site import Link


class Outcome(msgspec.Struct, frozen=True):
    """What the rules said, and what directives kept quiet; both sorted by path, line, column, rule and message.
    ``superseded`` are those in whose place another finding stands."""

    findings: tuple[Finding, ...]
    suppressed: tuple[Suppressed, ...] = ()
    superseded: tuple[Finding, ...] = ()


def run(
    rules: Sequence[ActiveRule],
    world: Any,
    *,
    suppress: bool = True,
    require_reason: bool = False,
    known_rules: Collection[str] | None = None,
    vocabulary: Vocabulary = linklint.facts,
    told: Callable[[], object] = lambda: None,
    plans: Sequence[Plan] | None = None,
    carried: Carried | None = None,
) -> Outcome:
    """Apply the rules to the world. ``plans``: the rules, compiled already. ``carried``: what is known from the base.

    ``suppress`` False keeps the findings that directives cover. ``require_reason``: a directive without a reason
    suppresses nothing. ``known_rules``: the ids of all rules that exist, for directives that name others; None: no
    directive is told that it names an unknown rule. ``told`` is called after each rule. Raises ``UserError`` with all
    mistakes of all rules before any of them runs, and ``EvaluationError`` when a sound rule fails.
    """
    context = Context(world, vocabulary, carried)
    plans = plan_rules(rules, vocabulary) if plans is None else plans
    placed = place_directives(world.site.files, world.today, require_reason)
    coverage = Coverage(placed)
    drafts = _ask_by_kind(plans, context, told)
    drafts += _judge_directives(plans, context, placed, _covered_by(drafts, coverage), known_rules)
    settled = supersede(
        drafts,
        {plan.id: plan.base.compiled.rule.supersedes for plan in plans if plan.base.compiled.rule.supersedes},
        context,
        coverage.covering if suppress else lambda draft: (),
    )
    loud: list[Draft] = []
    hidden: dict[Placed, list[Draft]] = {}
    for draft in settled.drafts:
        covering = coverage.covering(draft) if suppress else []
        directive = covering[0] if covering else settled.quiet.get(id(draft))
        (hidden.setdefault(directive, []) if directive else loud).append(draft)
    suppressed = [silence(finding, by) for by, drafts in hidden.items() for finding in merge(drafts)]
    return Outcome(
        tuple(sorted(merge(loud), key=place_in_report)),
        tuple(sorted(suppressed, key=lambda entry: place_in_report(entry.finding))),
        tuple(sorted(merge(settled.superseded), key=place_in_report)),
    )


def _ask_by_kind(plans: Sequence[Plan], context: Context, told: Callable[[], object]) -> list[Draft]:
    """What the rules say, in their order, but for those about directives. Rules of one kind are asked together: what
    was computed for them is dropped afterwards, since on a large site not everything can be there at once."""
    said: list[list[Draft]] = [[] for _ in plans]
    for kind in dict.fromkeys(plan.subject for plan in plans):
        for number, plan in enumerate(plans):
            if plan.subject == kind:
                said[number] = [] if kind == "directive" else _number(ask(plan, context))
                told()
        context.forget()
    return [draft for drafts in said for draft in drafts]


def ask(plan: Plan, context: Context) -> Iterable[Draft]:
    """What a rule says of all subjects of its kind."""
    judging, subjects = find_subjects(plan, context)
    return speak(judging, context, subjects)


def _number(drafts: Iterable[Draft]) -> list[Draft]:
    """One rule's drafts in file order, with fingerprints. What is written once and shown by several pages (a link in a
    partial) is said once, also where it leads to another place from each."""
    unique: dict[tuple[Any, ...], Draft] = {}
    for draft in sorted(drafts, key=lambda draft: (draft.own, draft.finding.message)):
        subject = draft.subject
        written = subject.written if isinstance(subject, Link) else None
        unique.setdefault((draft.own, written.href if written else draft.finding.identity), draft)
    return number_drafts(list(unique.values()))


def _covered_by(drafts: Iterable[Draft], coverage: Coverage) -> set[tuple[int, str]]:
    """The ids of the directives that cover findings, each with the rules of these."""
    return {(id(entry.directive), draft.finding.rule) for draft in drafts for entry in coverage.covering(draft)}


def _judge_directives(
    plans: Sequence[Plan],
    context: Context,
    placed: Sequence[Placed],
    used: set[tuple[int, str]],
    known_rules: Collection[str] | None,
) -> list[Draft]:
    """What the rules about directives say, once it is known which directives are used. They may cover such findings in
    their turn, and are then used: so it is said again until no more of them are."""
    judging = [plan for plan in plans if plan.subject == "directive"]
    by_id = {plan.id: plan for plan in plans}
    if not judging:
        return []
    coverage = Coverage(placed)
    while True:
        quiet: dict[int, set[str]] = {}
        for number, rule in used:
            quiet.setdefault(number, set()).add(rule)
        subjects = [
            _subject(context, entry, by_id, quiet.get(id(entry.directive), set()), known_rules) for entry in placed
        ]
        drafts = [draft for plan in judging for draft in _number(speak(plan, context, subjects))]
        more = _covered_by(drafts, coverage) - used
        if not more:
            return drafts
        used = used | more


def _subject(
    context: Context,
    entry: Placed,
    plans: Mapping[str, Plan],
    quiet: AbstractSet[str],
    known_rules: Collection[str] | None,
) -> Any:
    """``quiet``: the rules of which the directive covers a finding."""

    def ran(rule: str) -> bool:
        """A rule about changes speaks of one change and not of the next: what it does not say tells nothing."""
        plan = plans.get(rule)
        return plan is not None and plan.subject != "change" and plan.variant(entry.path).level != OFF

    directive = entry.directive
    unknown = () if known_rules is None else tuple(rule for rule in directive.rules if rule not in known_rules)
    return context.vocabulary.DirectiveSubject(
        path=entry.path,
        directive=directive,
        used=bool(quiet),
        judged=is_judged(directive, ran),
        expired=entry.expired,
        unknown=unknown,
        meant=closest(unknown[0], known_rules or ()) if unknown else None,
        idle=tuple(rule for rule in directive.rules if rule not in quiet and rule not in unknown and ran(rule)),
    )
