"""What a config changes about a rule's options: values replaced, lists extended (``name+``), lists shortened
(``name-``)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from linklint.config.validation import describe
from linklint.data.suggest import closest_hint
from linklint.data.tree import KeyPath, Tree
from linklint.errors import Problem
from linklint.model.rule import Rule

ALL_LANGUAGES = "*"
_SEVERAL = {"a text": "texts", "a number": "numbers", "a list": "lists", "a mapping": "mappings"}


class Change(NamedTuple):
    """One entry of an ``options`` mapping. ``operation``: "" replaces, "+" adds, "-" removes."""

    name: str
    operation: str
    value: Any


class Fault(NamedTuple):
    """What is wrong with a change, and where below its value."""

    message: str
    hint: str = ""
    below: KeyPath = ()


def overlay_options(
    rule: Rule, current: Mapping[str, Any], changes: Mapping[str, Any], tree: Tree, keypath: KeyPath
) -> tuple[dict[str, Any], list[Problem]]:
    """The options after ``changes`` (the value at ``keypath``), and what is wrong with those: options that the rule
    does not have, values of another kind than the rule's own."""
    options = dict(current)
    problems = []
    for key, value in changes.items():
        change = read_change(key, value)
        faults = list(_explain_change(rule, change))
        for fault in faults:
            place = (*keypath, key, *fault.below)
            problems.append(tree.problem(place, fault.message, fault.hint, key=change.name not in rule.options))
        if not faults:
            options[change.name] = _apply(options[change.name], change)
    return options, problems


def read_change(key: str, value: Any) -> Change:
    """The entry ``key: value`` of an ``options`` mapping."""
    return Change(key[:-1], key[-1], value) if key[-1:] in ("+", "-") else Change(key, "", value)


def _explain_change(rule: Rule, change: Change) -> Iterator[Fault]:
    name, found = change.name, change.value
    if name not in rule.options:
        known = ", ".join(rule.options)
        hint = closest_hint(name, rule.options) or (f"it has: {known}" if known else "it has no options at all")
        yield Fault(f'the rule "{rule.id}" has no option "{name}"', hint)
        return
    own = rule.options[name]
    if isinstance(own, list):
        yield from _explain_list(name, own, found)
    elif isinstance(own, Mapping) and isinstance(found, Mapping):
        together = [item for items in own.values() for item in items]
        for language, items in found.items():
            for fault in _explain_list(f"{name}.{language}", together, items):
                yield fault._replace(below=(language, *fault.below))
    elif isinstance(own, Mapping):
        yield from _explain_list(name, [item for items in own.values() for item in items], found)
    elif change.operation:
        yield Fault(f'"{name}" is {_kind(own)}: nothing can be added to it or removed from it', f'write "{name}:"')
    elif _kind(own) != _kind(found):
        yield Fault(f'"{name}" is {_kind(own)}, found {describe(found)}')


def _explain_list(name: str, own: list[Any], found: Any) -> Iterator[Fault]:
    if not isinstance(found, list):
        hint = f"write [{found}]" if isinstance(found, str | int | float) else ""
        yield Fault(f'"{name}" is a list, found {describe(found)}', hint)
        return
    kinds = {_kind(item) for item in own} or {_kind(item) for item in found}
    several = " and ".join(sorted(_SEVERAL.get(kind, kind) for kind in kinds))
    for index, item in enumerate(found):
        if _kind(item) not in kinds:
            yield Fault(f'"{name}" is a list of {several}, found {describe(item)} in it', below=(index,))


def _kind(value: Any) -> str:
    match value:
        case bool():
            return "true or false"
        case int() | float():
            return "a number"
        case str():
            return "a text"
        case list():
            return "a list"
        case None:
            return "nothing"
        case _:
            return "a mapping"


def _apply(current: Any, change: Change) -> Any:
    if not change.operation:
        return change.value
    if isinstance(current, list) and not isinstance(change.value, Mapping):
        return _combine(current, change.value, change.operation)
    lists: dict[str, list[Any]] = {ALL_LANGUAGES: current} if isinstance(current, list) else dict(current)
    if isinstance(change.value, Mapping):
        named = dict(change.value)
    elif change.operation == "+":
        named = {ALL_LANGUAGES: change.value}
    else:
        named = dict.fromkeys(lists, change.value)
    for language, items in named.items():
        lists[language] = _combine(lists.get(language, []), items, change.operation)
    return lists


def _combine(current: list[Any], items: list[Any], operation: str) -> list[Any]:
    if operation == "-":
        return [item for item in current if item not in items]
    return [*current, *(item for item in items if item not in current)]
