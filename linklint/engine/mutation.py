"""Small wrong versions of a rule. A rule's examples must notice each of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from linklint.engine.conditions import QUANTIFIERS
from linklint.model.rule import Rule

Mutant = tuple[str, Any]
"""What was changed, and the changed tree."""


def mutations(rule: Rule) -> Iterator[tuple[str, Rule]]:
    """Each with its description: one condition negated (every comparison, every ``all``, ``any``, ``not`` and
    quantifier of ``where`` and ``require``), one number or numeric option shifted by one, up and down."""
    for part in ("where", "require"):
        for description, tree in _mutate(getattr(rule, part), part):
            yield description, msgspec.structs.replace(rule, **{part: tree})
    for name, value in rule.options.items():
        for description, shifted in _shift(value, f"options.{name}"):
            yield description, msgspec.structs.replace(rule, options={**rule.options, name: shifted})


def _mutate(tree: Mapping[str, Any], path: str) -> Iterator[Mutant]:
    """The mutants of a condition."""
    for key, value in tree.items():
        here = f"{path}.{key}"
        rest = {name: other for name, other in tree.items() if name != key}
        if key in ("all", "any"):
            yield f"negate {here}", _negate(rest, {key: value})
            for index, part in enumerate(value):
                for description, changed in _mutate(part, f"{here}[{index}]"):
                    yield description, {**tree, key: [*value[:index], changed, *value[index + 1 :]]}
        elif key == "not":
            yield f"negate {here}", {"all": [rest, value]} if rest else value
            for description, changed in _mutate(value, here):
                yield description, {**tree, key: changed}
        elif key in QUANTIFIERS:
            yield f"negate {here}", _negate(rest, {key: value})
            for description, changed in _mutate_quantifier(value, here):
                yield description, {**tree, key: changed}
        else:
            yield from _mutate_comparisons(tree, key, here)


def _mutate_quantifier(value: Mapping[str, Any], path: str) -> Iterator[Mutant]:
    for key, part in value.items():
        mutants = _mutate(part, f"{path}.{key}") if key == "where" else _shift(part, f"{path}.{key}")
        for description, changed in mutants:
            yield description, {**value, key: changed}


def _mutate_comparisons(tree: Mapping[str, Any], key: str, path: str) -> Iterator[Mutant]:
    value = tree[key]
    rest = {name: other for name, other in tree.items() if name != key}
    operators = value if isinstance(value, Mapping) else {"eq": value}
    for name, right in operators.items():
        others = {other: operators[other] for other in operators if other != name}
        here = f"{path}.{name}" if isinstance(value, Mapping) else path
        yield f"negate {here}", _negate({**rest, **({key: others} if others else {})}, {key: {name: right}})
        for description, shifted in _shift(right, here):
            yield description, {**tree, key: {**operators, name: shifted}}


def _negate(rest: Mapping[str, Any], condition: Mapping[str, Any]) -> Mapping[str, Any]:
    """``rest`` and not ``condition``."""
    return {"all": [rest, {"not": condition}]} if rest else {"not": condition}


def _shift(value: Any, path: str) -> Iterator[Mutant]:
    """The value with one of its numbers one more, and one less."""
    if isinstance(value, list | tuple):
        for index, item in enumerate(value):
            for description, shifted in _shift(item, f"{path}[{index}]"):
                yield description, [*value[:index], shifted, *value[index + 1 :]]
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield f"{path} + 1", value + 1
        yield f"{path} - 1", value - 1
