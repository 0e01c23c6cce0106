"""Which subjects a rule can speak about at all, by columns: what many rules ask of every link is read once.

Most rules about links begin with one of few values (a status, a kind, a place, a class of text). Such a fact is read at
most once for each subject, and judged once for each value; those with the fewest values come first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from linklint.engine.comparisons import Atom
from linklint.engine.plans import Plan, Variant
from linklint.engine.vocabulary import Context

FEW = 50
"""So few subjects are judged at once."""
UNREAD = object()


def find_subjects(plan: Plan, context: Context) -> tuple[Plan, Sequence[Any]]:
    """All subjects of the rule's kind that it may speak about, in the order of the site, and the plan that judges them
    by what the columns have left open."""
    subjects = context.vocabulary.subjects(context.world, plan.subject)
    level, compiled = plan.base
    if len(subjects) < FEW or not compiled.speaks or any(changed is not None for _, _, changed in plan.overrides):
        return plan, subjects  # which options hold may depend on the subject's file
    try:
        left = narrow(compiled.speaks, plan.subject, context, subjects)
    except Exception:  # noqa: BLE001 - judging them one by one meets it again, and tells at which subject
        return plan, subjects
    shorter = compiled._replace(where=compiled.rest, require=compiled.further)
    return plan._replace(base=Variant(level, shorter), chosen={}), left


def narrow(atoms: Sequence[Atom], kind: str, context: Context, subjects: Sequence[Any]) -> Sequence[Any]:
    """The subjects, in their order, without those for which one of the atoms does not come out as wanted. ``subjects``
    are all of the kind, the same ones in each call."""
    left: Sequence[int] = range(len(subjects))
    for atom in sorted(atoms, key=lambda atom: not atom.closed):
        column = context.columns.setdefault((kind, atom.fact), [UNREAD] * len(subjects))
        verdicts: dict[Any, bool] = {}
        kept = []
        for index in left:
            value = column[index]
            if value is UNREAD:
                value = column[index] = atom.read(context, (subjects[index],))
            verdict = verdicts.get(value)
            if verdict is None:
                verdict = verdicts[value] = atom.judge(value) is atom.wanted
            if verdict:
                kept.append(index)
        left = kept
    return [subjects[index] for index in left]
