"""One fact compared with one value: the leaves of conditions, compiled once into closures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from linklint.data.suggest import closest_hint
from linklint.engine.columns import Judge
from linklint.engine.logic import (
    BROKEN,
    BY_CODE,
    BY_SAME_VALUE,
    BY_VALUE,
    BY_VALUES,
    FAILS,
    HOLDS,
    ONE_BY_ONE,
    Condition,
    conjoin,
    disjoin,
    negate,
)
from linklint.engine.operators import OPERATORS, check_operands
from linklint.engine.patterns import explain_regex
from linklint.engine.relations import Equality
from linklint.engine.scope import KEY, Scope, resolve_fact, resolve_reference
from linklint.engine.values import NUMBERS, equal, is_subject, keys_of, type_of
from linklint.engine.vocabulary import Check, Context, Elements, KeyPath, Operand

OTHER_WORDS = {
    "<": "lt", "<=": "lte", "=": "eq", "==": "eq", "!=": "ne", ">": "gt", ">=": "gte", "max": "lte", "min": "gte",
    "regex": "matches", "pattern": "matches",
}  # fmt: skip
"""What other languages call our operators."""


def compile_fact(scope: Scope, key: str, value: Any, keypath: KeyPath) -> Condition:
    """``key: value`` of a condition: a fact and what must hold of it."""
    at_key = (*keypath, KEY)
    left = resolve_reference(scope, key, at_key) if key.startswith("$") else resolve_fact(scope, key, at_key)
    if not isinstance(value, Mapping):
        if isinstance(value, list | tuple):
            scope.problem(keypath, f'"{key}" is compared with a list', f"to accept any of them: {key}: {{in: [...]}}")
            return BROKEN
        return _compile_operator(scope, left, "eq", value, keypath)
    if not value:
        scope.problem(keypath, f'"{key}" has no operator', f"the operators: {', '.join(OPERATORS)}")
    parts = []
    for name, right in value.items():
        if name in OPERATORS:
            parts.append(_compile_operator(scope, left, name, right, (*keypath, name)))
        else:
            scope.problem(
                (*keypath, name, KEY), f'unknown operator "{name}"', _operator_hint(scope, key, left, str(name))
            )
    return conjoin(parts)


def _operator_hint(scope: Scope, key: str, left: Operand | None, name: str) -> str:
    if left is not None and is_subject(left.type) and scope.vocabulary.lookup(left.type.name, name) is not None:
        return f'ask about it as "{key}.{name}"' if not left.type.many else "use some, every, none or count"
    if name in OTHER_WORDS:
        return f'did you mean "{OTHER_WORDS[name]}"?'
    return closest_hint(name, OPERATORS) or f"the operators: {', '.join(OPERATORS)}"


def _compile_operator(scope: Scope, left: Operand | None, name: str, value: Any, keypath: KeyPath) -> Condition:
    right = compile_value(scope, value, keypath, -1 if left is None else left.depth)
    if left is None or right is None:
        return BROKEN
    mistake = check_operands(name, left, right)
    if mistake is not None:
        scope.problem(keypath, mistake.message, mistake.hint)
        return BROKEN
    if left.type.name == "share" and isinstance(value, str) and value.startswith("$options."):
        scope.shares.add(value.removeprefix("$options."))
    operator = OPERATORS[name]
    if name == "exists":
        wanted = right.literal
        return _judged(scope, left, lambda value: (value is not None) is wanted, _existence(left, wanted))
    constant = right.literal
    if operator.compile is not None:
        try:
            constant = operator.compile(right.literal)
        except ValueError as error:
            regex = name == "matches"
            what, hint = ("regular expression", explain_regex(right.literal)) if regex else (name, "")
            scope.problem(keypath, f"bad {what} {right.shown}: {error}", hint)
            return BROKEN
    elif isinstance(constant, list | tuple):
        constant = keys_of(constant)
    if constant is not None and left.literal is not None:
        return HOLDS if operator.holds(left.literal, constant) else FAILS
    holds = operator.holds
    check = _comparison(left, right, holds, constant)
    if constant is None:
        compared = _compared(scope, left, right, holds, check)
        if right.by_language is not None:
            return _compare_with_lists(scope, left, right, name, compared)
        return compared._replace(equalities=_equalities(scope, left, right) if name == "eq" else ())
    if name in ("eq", "in"):
        condition = _listed(scope, left, constant if name == "in" else keys_of([constant]), check)
    else:
        condition = _judged(scope, left, lambda value: value is not None and bool(holds(value, constant)), check)
    return condition._replace(equalities=_equalities(scope, left, right) if name == "eq" else ())


def _compare_with_lists(scope: Scope, left: Operand, right: Operand, name: str, compared: Condition) -> Condition:
    """Few values are in any language's list: only of those the subject's language need be asked."""
    every = keys_of((right.by_language or {})[""])
    listed = OPERATORS["in"].holds
    somewhere = _listed(scope, left, every, _comparison(left, right, listed, every))
    if name == "in":
        return conjoin([somewhere, compared])
    there = _judged(scope, left, lambda value: value is not None, _existence(left, wanted=True))
    return conjoin([there, disjoin([negate(somewhere), compared])])


def _listed(scope: Scope, operand: Operand, keys: frozenset[Any], check: Check) -> Condition:
    """A condition that a fact is one of these (see ``keys_of``)."""
    if operand.type.name == "text" and not operand.values and len(operand.steps) == 1 and _is_plain(scope, operand):
        (get,) = operand.steps
        return Condition(
            check, sieve=lambda context, columns, mask: columns.keep_listed(mask, get, keys), cost=BY_SAME_VALUE
        )
    among = OPERATORS["in"].holds
    return _judged(scope, operand, lambda value: value is not None and among(value, keys), check, BY_SAME_VALUE)


def _judged(scope: Scope, operand: Operand, judge: Judge, check: Check, cost: int = BY_VALUE) -> Condition:
    """A condition about one fact. A plain one of the rule's subject is judged by its values, and so is a list of
    texts: most subjects have the same one."""
    steps, fact, values = operand.steps, operand.fact, operand.values
    lists_texts = operand.type.many and operand.type.name == "text" and _is_of_subject(scope, operand)
    if not lists_texts and not _is_plain(scope, operand):
        return Condition(check)
    if lists_texts:
        values, cost = (), ONE_BY_ONE if operand.costly else cost
    if values or operand.type.name == "boolean":
        return Condition(
            check,
            sieve=lambda context, columns, mask: columns.keep_by_code(mask, fact, steps, judge, values),
            cost=ONE_BY_ONE if operand.costly else BY_CODE,
            fact=fact,
        )
    if operand.type.name in ("number", "share"):
        cost = ONE_BY_ONE  # with fractions it was computed, and maybe with effort
    return Condition(check, sieve=lambda context, columns, mask: columns.keep_by_value(mask, steps, judge), cost=cost)


def _compared(scope: Scope, left: Operand, right: Operand, holds: Any, check: Check) -> Condition:
    """A condition about two facts."""
    if not (_is_plain(scope, left) and _is_plain(scope, right)):
        return Condition(check, cost=ONE_BY_ONE)
    one, other = left.steps, right.steps
    return Condition(
        check, sieve=lambda context, columns, mask: columns.keep_by_values(mask, one, other, holds), cost=BY_VALUES
    )


def _is_plain(scope: Scope, operand: Operand) -> bool:
    """Whether it is a fact of the rule's subject with one plain value."""
    type_ = operand.type
    is_single = not type_.many and type_.name in (*NUMBERS, "boolean", "text")
    return is_single and _is_of_subject(scope, operand)


def _is_of_subject(scope: Scope, operand: Operand) -> bool:
    """Whether it is a fact of the rule's subject, asked outside of quantifiers."""
    return bool(operand.steps) and not scope.depth and not operand.depth


def _existence(left: Operand, wanted: bool) -> Check:
    read = left.read
    return lambda context, elements: (read(context, elements) is not None) is wanted


def _comparison(left: Operand, right: Operand, holds: Any, constant: Any) -> Check:
    """A missing value on either side makes every comparison false."""
    read_left, read_right = left.read, right.read
    if holds is equal and isinstance(constant, str):  # most comparisons of most rules: a shorter way to the same
        return lambda context, elements: bool(read_left(context, elements) == constant)
    if holds is equal and isinstance(constant, bool):
        return lambda context, elements: read_left(context, elements) is constant

    def check_constant(context: Context, elements: Elements) -> bool:
        value = read_left(context, elements)
        return value is not None and bool(holds(value, constant))

    def check(context: Context, elements: Elements) -> bool:
        value = read_left(context, elements)
        if value is None:
            return False
        other = read_right(context, elements)
        return other is not None and bool(holds(value, other))

    return check if constant is None else check_constant


def _equalities(scope: Scope, left: Operand, right: Operand) -> tuple[Equality, ...]:
    """An index helps where a fact of the innermost element must equal something that does not depend on it."""
    for own, other in ((left, right), (right, left)):
        if own.depth == scope.depth > other.depth:
            return (Equality(own.fact, own.read, other.read),)
    return ()


def compile_value(scope: Scope, value: Any, keypath: KeyPath, owner: int) -> Operand | None:
    """The right side of an operator: a literal, or a reference. ``owner``: see ``resolve_reference``."""
    if isinstance(value, str) and value.startswith("$"):
        if not value.startswith("$$"):
            return resolve_reference(scope, value, keypath, owner)
        value = value[1:]
    if isinstance(value, list | tuple):
        value = [_plain(scope, item, (*keypath, index)) for index, item in enumerate(value)]
        shown = "[" + ", ".join(map(_show, value)) + "]"
    elif isinstance(value, str | int | float):
        shown = _show(value)
    else:
        hint = "to ask whether a value is there: {exists: false}" if value is None else ""
        scope.problem(keypath, f"nothing can be compared with {'null' if value is None else 'a mapping'}", hint)
        return None
    return Operand(type_of(value), lambda context, elements: value, -1, shown, value)


def _plain(scope: Scope, item: Any, keypath: KeyPath) -> Any:
    if isinstance(item, str) and item.startswith("$"):
        if item.startswith("$$"):
            return item[1:]
        scope.problem(keypath, f'"{item}" stands in a list', 'references stand alone; "$$" begins a text with "$"')
    elif not isinstance(item, str | int | float):
        scope.problem(keypath, "a list holds plain values")
        return ""
    return item


def _show(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return f'"{value}"' if isinstance(value, str) else str(value)
