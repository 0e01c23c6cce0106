"""How values compare: the one place that says what equal, less and alike mean."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from linklint.engine.vocabulary import FactType, Type

NUMBERS = frozenset({"integer", "number", "share"})
SCALARS = NUMBERS | {"text", "boolean", "date", "any"}
DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")
WORDS = {
    "text": "text", "integer": "an integer", "number": "a number", "share": "a share", "boolean": "true or false",
    "date": "a date",
}  # fmt: skip


def type_of(value: Any) -> Type:
    """The type of a literal. A list has the type of its elements, ``any`` when they differ or there are none."""
    if isinstance(value, list | tuple):
        names = {type_of(item).name for item in value}
        if len(names) > 1 and names <= NUMBERS:
            return Type("number", True)
        return Type(names.pop() if len(names) == 1 else "any", True)
    if isinstance(value, bool):
        return Type("boolean")
    if isinstance(value, int):
        return Type("integer")
    if isinstance(value, float):
        return Type("number")
    return Type("text") if isinstance(value, str) else Type("any")


def is_subject(type_: FactType) -> bool:
    """Whether values of this type are pages, links or other subjects, not plain values."""
    return type_.name not in SCALARS


def describe_type(type_: FactType) -> str:
    """The type in words, for messages."""
    if type_.many:
        return "a list" if type_.name == "any" else f"a list of {type_.name}{'s' if is_subject(type_) else ''}"
    if is_subject(type_):
        return f"{'an' if type_.name[0] in 'aeiou' else 'a'} {type_.name}"
    return WORDS.get(type_.name, "any value")


def comparable(left: FactType, right: FactType, literal: Any = None) -> bool:
    """Whether values of the two types can ever be equal, lists taken by their elements. A literal text that reads as a
    date is one."""
    if "any" in (left.name, right.name) or left.name == right.name:
        return True
    if left.name in NUMBERS and right.name in NUMBERS:
        return True
    return left.name == "date" and all(is_day(item) for item in (literal if right.many else [literal]) or [""])


def is_date(value: Any) -> bool:
    """Whether the value is a text that begins as an ISO date does."""
    return isinstance(value, str) and DATE.match(value) is not None


def is_day(value: Any) -> bool:
    """Whether the value is a text that begins with a day that the calendar has."""
    if not is_date(value):
        return False
    try:
        date.fromisoformat(value[:10])
    except ValueError:
        return False
    return True


def key_of(value: Any) -> Any:
    """A hashable key that is the same for equal values only (``true`` is not 1); None for lists and mappings, which
    are equal to nothing."""
    if isinstance(value, bool):
        return (bool, value)
    return value if isinstance(value, str | int | float) else None


def keys_of(values: Iterable[Any]) -> frozenset[Any]:
    """The keys of all values that have one."""
    return frozenset(key for key in map(key_of, values) if key is not None)


def equal(left: Any, right: Any) -> bool:
    """Plain equality of numbers, texts and booleans."""
    key = key_of(left)
    return key is not None and bool(key == key_of(right))


def unequal(left: Any, right: Any) -> bool:
    """Both are plain values and they differ. A list or mapping compares with nothing, like a missing value."""
    left, right = key_of(left), key_of(right)
    return left is not None and right is not None and bool(left != right)


def orderable(left: Any, right: Any) -> bool:
    """Two numbers, or two dates."""
    if isinstance(left, bool) or isinstance(right, bool):
        return False
    if isinstance(left, int | float):
        return isinstance(right, int | float)
    return is_date(left) and is_date(right)
