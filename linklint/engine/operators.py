"""The closed set of operators: what each takes, and what it says of two values that are there."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from typing import Any, NamedTuple

from linklint.data.suggest import closest_hint
from linklint.engine.patterns import compile_regex
from linklint.engine.values import (
    NUMBERS,
    comparable,
    describe_type,
    equal,
    is_day,
    is_subject,
    key_of,
    keys_of,
    orderable,
    unequal,
)
from linklint.engine.vocabulary import Operand
from linklint.model.glob import compile_glob

Predicate = Callable[[Any, Any], bool]


class Mistake(NamedTuple):
    """Why two operands do not fit an operator, and the way out."""

    message: str
    hint: str = ""


class Operator(NamedTuple):
    """``check`` judges the operands before the run; ``holds`` compares two values, neither of them missing.
    ``compile`` is there when the right side is a pattern: ``holds`` then takes what it gives."""

    check: Callable[[str, Operand, Operand], Mistake | None]
    holds: Predicate
    compile: Callable[[str], Callable[[str], bool]] | None = None


def _check_single(name: str, left: Operand, right: Operand) -> Mistake | None:
    if left.type.many:
        return Mistake(f"{left.shown} is a list", "use contains to ask for one of its values")
    if right.type.many:
        if right.by_language is not None or name in ("eq", "ne"):
            return Mistake(f"{name} takes one value, {right.shown} is a list", "use in or not_in")
        return Mistake(f"{name} takes one value, {right.shown} is a list", "use any: [...] with one condition each")
    return None


def _check_equality(name: str, left: Operand, right: Operand) -> Mistake | None:
    return _check_single(name, left, right) or _check_comparable(left, right)


def _check_comparable(left: Operand, right: Operand) -> Mistake | None:
    if comparable(left.type, right.type, right.literal):
        return None
    return Mistake(f"{_and(left, right)}: never equal", _repair(left, right))


def _repair(left: Operand, right: Operand) -> str:
    """How the value of a fact of that type is written."""
    if left.type.name == "date":
        return "a date is written as 2027-03-01"
    if right.type.many or right.shown.startswith("$"):
        return ""
    if left.type.name == "text":
        return "write the value in quotes"
    if left.type.name == "boolean":
        return "write true or false, without quotes"
    quoted = isinstance(right.literal, str) and re.fullmatch(r"-?\d+(\.\d+)?", right.literal)
    return f"write {right.literal}, without quotes" if quoted and left.type.name in NUMBERS else ""


def _check_order(name: str, left: Operand, right: Operand) -> Mistake | None:
    mistake = _check_single(name, left, right)
    if mistake:
        return mistake
    for side in (left, right):
        ordered = side.type.name in (*NUMBERS, "date", "any") or is_day(side.literal)
        if not ordered:
            return Mistake(f"{name} compares numbers and dates, {side.shown} is {describe_type(side.type)}")
    if not comparable(left.type, right.type, right.literal) and not comparable(right.type, left.type, left.literal):
        return Mistake(f"{_and(left, right)}: neither is more")
    return None


def _and(left: Operand, right: Operand) -> str:
    return f"{left.shown} is {describe_type(left.type)} and {right.shown} is {describe_type(right.type)}"


def _check_membership(name: str, left: Operand, right: Operand) -> Mistake | None:
    if left.type.many:
        return Mistake(f"{left.shown} is a list", "use contains to ask for one of its values")
    if not right.type.many and right.type.name != "any":
        return Mistake(f"{name} takes a list, {right.shown} is {describe_type(right.type)}", "use eq for one value")
    return _check_comparable(left, right)


def _check_contains(name: str, left: Operand, right: Operand) -> Mistake | None:
    if right.type.many:
        return Mistake(
            f"{name} takes one value, {right.shown} is a list", "use any: [...] or all: [...] with one condition each"
        )
    if left.type.many or left.type.name == "any":
        return _check_comparable(left, right)
    return _check_text(name, left, right)


def _check_text(name: str, left: Operand, right: Operand) -> Mistake | None:
    if left.type.many:
        return Mistake(f"{left.shown} is a list", "use contains to ask for one of its values")
    if right.type.many:
        return _check_single(name, left, right)
    for side in (left, right):
        if side.type.name not in ("text", "date", "any"):
            return Mistake(f"{name} compares texts, {side.shown} is {describe_type(side.type)}")
    return None


def _check_pattern(name: str, left: Operand, right: Operand) -> Mistake | None:
    mistake = _check_text(name, left, right)
    if mistake:
        return mistake
    if right.literal is None:
        return Mistake(f"the pattern of {name} must be written out or be an option, not {right.shown}")
    return None


def _check_existence(name: str, _left: Operand, right: Operand) -> Mistake | None:
    return None if isinstance(right.literal, bool) else Mistake(f"{name} takes true or false, not {right.shown}")


def _ordered(compare: Predicate) -> Predicate:
    return lambda left, right: orderable(left, right) and bool(compare(left, right))


def _text(compare: Predicate) -> Predicate:
    return lambda left, right: isinstance(left, str) and isinstance(right, str) and bool(compare(left, right))


def _among(value: Any, choices: Any) -> bool:
    keys = _keys(choices)
    return keys is not None and key_of(value) in keys


def _not_among(value: Any, choices: Any) -> bool:
    key, keys = key_of(value), _keys(choices)
    return key is not None and keys is not None and key not in keys


def _keys(choices: Any) -> frozenset[Any] | None:
    """The keys of a list; None for what is no list. Lists known before the run come as keys already."""
    if isinstance(choices, frozenset):
        return choices
    return keys_of(choices) if isinstance(choices, list | tuple) else None


def _found(value: Any, pattern: Any) -> bool:
    return isinstance(value, str) and bool(pattern(value))


def _contains(value: Any, part: Any) -> bool:
    if isinstance(value, list | tuple):
        return any(equal(item, part) for item in value)
    return isinstance(value, str) and isinstance(part, str) and part in value


OPERATORS = {
    "eq": Operator(_check_equality, equal),
    "ne": Operator(_check_equality, unequal),
    "lt": Operator(_check_order, _ordered(operator.lt)),
    "lte": Operator(_check_order, _ordered(operator.le)),
    "gt": Operator(_check_order, _ordered(operator.gt)),
    "gte": Operator(_check_order, _ordered(operator.ge)),
    "in": Operator(_check_membership, _among),
    "not_in": Operator(_check_membership, _not_among),
    "matches": Operator(_check_pattern, _found, compile_regex),
    "glob": Operator(_check_pattern, _found, compile_glob),
    "contains": Operator(_check_contains, _contains),
    "starts_with": Operator(_check_text, _text(str.startswith)),
    "ends_with": Operator(_check_text, _text(str.endswith)),
    "exists": Operator(_check_existence, lambda left, right: True),
}
COMPARISONS = ("eq", "ne", "lt", "lte", "gt", "gte", "in", "not_in")
"""What the number of a ``count`` may be compared with."""


def check_operands(name: str, left: Operand, right: Operand) -> Mistake | None:
    """What is wrong with ``left name right``, None when nothing is. Subjects compare by their facts only."""
    if name != "exists":
        for side in (left, right):
            if is_subject(side.type):
                return _subject_mistake(side)
        if right.by_language is not None and name not in ("in", "not_in"):
            return Mistake(f"{name} takes one value, {right.shown} is lists by language", "use in or not_in")
    return OPERATORS[name].check(name, left, right) or _check_values(name, left, right)


def _check_values(name: str, left: Operand, right: Operand) -> Mistake | None:
    """A fact that has one of a closed list of values is compared with another: that would never hold, in silence."""
    if not left.values or name not in ("eq", "ne", "in", "not_in", "contains"):
        return None
    asked = right.literal if isinstance(right.literal, list | tuple) else [right.literal]
    in_texts = name == "contains" and not left.type.many
    possible = "\n".join(left.values) if in_texts else left.values
    wrong = [value for value in asked if isinstance(value, str) and value not in possible]
    if not wrong:
        return None
    hint = closest_hint(wrong[0], left.values) or f"its values: {', '.join(left.values)}"
    return Mistake(f'{left.shown} is never "{wrong[0]}"', hint)


def _subject_mistake(side: Operand) -> Mistake:
    message = f"{side.shown} is {describe_type(side.type)}, not a value"
    if side.type.many:
        return Mistake(message, "ask about its elements with some, every, none or count")
    return Mistake(message, f"compare one of its facts, such as {side.shown}.path")
