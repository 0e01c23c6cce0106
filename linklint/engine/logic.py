"""Conditions joined by all, any and not: asked of one subject, or of all subjects of a kind at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from linklint.engine.columns import Columns
from linklint.engine.relations import Equality
from linklint.engine.vocabulary import Check, Context, Elements

Sieve = Callable[[Context, Columns, int], int]
"""The subjects of a mask for which a condition holds, as a mask."""
BY_CODE, BY_SAME_VALUE, BY_VALUE = 1, 2, 3
"""What a condition costs, and how little it leaves: its fact has few values; is to be one of few; is one plain fact."""
LEAVING_LITTLE = (BY_SAME_VALUE, BY_VALUE)
"""What else must hold as well is asked of few."""
NEGATED = {BY_CODE: 4, BY_SAME_VALUE: 5, BY_VALUE: 6, 4: BY_CODE, 5: BY_SAME_VALUE, 6: BY_VALUE}
"""What must not be is asked later: it leaves more."""
BY_VALUES, ONE_BY_ONE, BY_ELEMENTS = 7, 8, 9
"""Two plain facts are compared; it must be asked of each subject; of each element of a relation of each subject."""


class Condition(NamedTuple):
    """``check`` decides about one subject or element, ``sieve`` about all subjects of the rule (None: ``check`` asks
    one after the other). ``equalities`` are comparisons that must hold for it to hold, for the use of an index.
    ``constant``: whether it holds, where that is known before the run (it compares options only). ``fact``: what it
    asks about, where that has few values: it costs nothing once it has been read. ``all`` or ``any``: the conditions of
    which it consists, if it does."""

    check: Check
    equalities: tuple[Equality, ...] = ()
    sieve: Sieve | None = None
    cost: int = ONE_BY_ONE
    constant: bool | None = None
    fact: str = ""
    all: tuple[Condition, ...] = ()
    any: tuple[Condition, ...] = ()

    def sift(self, context: Context, columns: Columns, mask: int) -> int:
        """The subjects of the mask for which it holds."""
        if self.sieve is not None:
            return self.sieve(context, columns, mask) if mask else 0
        check = self.check
        return columns.keep(mask, lambda subject: check(context, (subject,))) if mask else 0


def never(context: Context, elements: Elements) -> bool:
    """What a condition with a mistake in it compiles to; it never runs."""
    return False


def always(context: Context, elements: Elements) -> bool:
    """What a condition compiles to that is known to hold."""
    return True


BROKEN = Condition(never)
HOLDS = Condition(always, sieve=lambda context, columns, mask: mask, cost=0, constant=True)
FAILS = Condition(never, sieve=lambda context, columns, mask: 0, cost=0, constant=False)


def conjoin(parts: Sequence[Condition]) -> Condition:
    """All of the parts: of one subject asked in their order, of all subjects the cheapest first."""
    if any(part.constant is False for part in parts):
        return FAILS
    parts = [part for part in parts if part.constant is None]
    if len(parts) < 2:
        return parts[0] if parts else HOLDS
    leaves = tuple(leaf for part in parts for leaf in part.all or (part,))
    order = sorted(leaves, key=lambda part: part.cost)

    def sieve(context: Context, columns: Columns, mask: int) -> int:
        for part in order_known_first(order, columns, mask):
            mask = part.sift(context, columns, mask)
        return mask

    return Condition(
        ask_all([part.check for part in parts]),
        tuple(equality for part in parts for equality in part.equalities),
        sieve,
        next((part.cost for part in order if part.cost in LEAVING_LITTLE), order[-1].cost),
        all=leaves,
    )


def ask_all(checks: Sequence[Check]) -> Check:
    """The check that all of these hold."""

    def check_all(context: Context, elements: Elements) -> bool:
        for check in checks:  # noqa: SIM110 — asked for every link of a site, and all() would make a generator each time
            if not check(context, elements):
                return False
        return True

    return check_all


def disjoin(parts: Sequence[Condition]) -> Condition:
    """Any of the parts: of one subject asked in their order, of all subjects the cheapest first."""
    if any(part.constant for part in parts):
        return HOLDS
    parts = [part for part in parts if part.constant is None]
    if len(parts) < 2:
        return parts[0] if parts else FAILS
    leaves = tuple(leaf for part in parts for leaf in part.any or (part,))
    order = sorted(leaves, key=lambda part: part.cost)

    def sieve(context: Context, columns: Columns, mask: int) -> int:
        left = mask
        for part in order_known_first(order, columns, mask):
            left ^= part.sift(context, columns, left)
        return mask ^ left

    return Condition(ask_any([part.check for part in parts]), sieve=sieve, cost=order[-1].cost, any=leaves)


def ask_any(checks: Sequence[Check]) -> Check:
    """The check that any of these holds."""

    def check_any(context: Context, elements: Elements) -> bool:
        for check in checks:  # noqa: SIM110 — as above
            if check(context, elements):
                return True
        return False

    return check_any


def order_known_first(parts: Sequence[Condition], columns: Columns, mask: int) -> Sequence[Condition]:
    """What has been read already of all subjects of the mask comes first, the rest stays in its order."""
    return sorted(parts, key=lambda part: not columns.knows(part.fact, mask))


def negate(condition: Condition) -> Condition:
    """Holds when the condition does not: of one that consists of others, when all or any of those do not."""
    if condition.constant is not None:
        return FAILS if condition.constant else HOLDS
    if condition.any:
        return conjoin([negate(part) for part in condition.any])
    if condition.all:
        return disjoin([negate(part) for part in condition.all])
    check, sieve = condition.check, condition.sieve
    return Condition(
        lambda context, elements: not check(context, elements),
        sieve=None if sieve is None else lambda context, columns, mask: mask ^ sieve(context, columns, mask),
        cost=NEGATED.get(condition.cost, condition.cost),
        fact=condition.fact,
    )
