"""Which subjects a rule speaks about, asked of all of them at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from linklint.engine.columns import Columns
from linklint.engine.logic import always, never
from linklint.engine.plans import Plan, Variant
from linklint.engine.vocabulary import Context

FEW = 50
"""So few subjects are judged one by one."""


def find_subjects(plan: Plan, context: Context) -> tuple[Plan, Sequence[Any]]:
    """Subjects of the rule's kind, in the order of the site, and the plan that judges them: either those that the rule
    speaks about, about whom nothing is left to be asked, or all."""
    subjects = context.vocabulary.subjects(context.world, plan.subject)
    level, compiled = plan.base
    if len(subjects) < FEW or any(changed is not None for _, _, changed in plan.overrides):
        return plan, subjects  # which options hold may depend on the subject's file
    columns = context.columns.get(plan.subject)
    if columns is None:
        columns = context.columns[plan.subject] = Columns(context.world, subjects)
    try:
        sift = partial(compiled.speaks.sift, context, columns)
        carried = context.carried
        mask = carried.sift(context.world, compiled, columns.size, sift) if carried else sift(columns.all)
        spoken = columns.select(mask)
    except Exception:  # noqa: BLE001 - judging them one by one meets it again, and tells at which subject
        return plan, subjects
    return plan._replace(base=Variant(level, compiled._replace(where=always, require=never)), chosen={}), spoken
