"""Which way a measured number gets worse, read off what the rule requires of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from linklint.model.rule import Rule

UPPER, LOWER = ("lt", "lte"), ("gt", "gte")


def lower_is_worse(rule: Rule) -> bool:
    """Whether a smaller measure is worse: the rule requires at least so much. What is required of the measured fact
    itself decides; else the first limit in ``require``; without any, higher is worse."""
    limits = list(_limits(rule.require, False))
    own = [lower for fact, lower in limits if fact == rule.measure]
    return next(iter(own or [lower for _, lower in limits]), False)


def _limits(tree: Any, negated: bool) -> Iterator[tuple[str, bool]]:
    """Each limit of a condition: the fact that it limits, and whether it is a lower limit."""
    if isinstance(tree, list | tuple):
        for part in tree:
            yield from _limits(part, negated)
    elif isinstance(tree, Mapping):
        for key, value in tree.items():
            if key in ("all", "any", "not"):
                yield from _limits(value, negated != (key == "not"))
            elif isinstance(value, Mapping):
                name = str(value.get("of", "")) if key == "count" else str(key)
                yield from ((name, (operator in LOWER) != negated) for operator in value if operator in UPPER + LOWER)
