"""Rules of the user's own that ask for paths which no file has: they judge nothing, and nothing would say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from linklint.data.tree import KeyPath, Tree
from linklint.model.glob import compile_glob
from linklint.model.rule import ActiveRule

PATHS = ("path", "file")
"""Last words of the facts that are paths of files."""
OTHERS = ("front_matter.", "data.")
"""Beginnings of the facts of which nobody knows what they are."""


def find_idle_globs(
    rules: Iterable[ActiveRule], homes: Mapping[str, tuple[Tree, KeyPath]], names: frozenset[str]
) -> Iterator[str]:
    """For each glob in the ``where`` of a rule that matches none of the ``names``, one sentence with its place.
    ``homes``: where each rule of the user's own is written. Changes may be about files that are gone."""
    for active in rules:
        rule = active.rule
        if rule.id not in homes or rule.subject == "change" or not names:
            continue
        tree, keypath = homes[rule.id]
        for place, operator, text in _list_paths(rule.where, (*keypath, "where")):
            told = _say_idle(operator, text, names)
            if told:
                location = tree.location(place)
                where = f"{location.path}:{location.line}:{location.column}"
                yield f"{where}: {told}, so {rule.id} judges nothing by it"


def _say_idle(operator: str, text: str, names: frozenset[str]) -> str:
    if operator == "glob":
        return "" if any(map(compile_glob(text), names)) else f'"{text}" matches no file'
    if text in names:
        return ""
    if any(sign in text for sign in "*?{"):
        return f'"{text}" is compared letter by letter (a pattern is written {{glob: "{text}"}})'
    return f'"{text}" is the path of no file'


def _list_paths(condition: Any, keypath: KeyPath) -> Iterator[tuple[KeyPath, str, str]]:
    """What a path must match or be: place, operator (glob or eq), text. One under ``not`` does no harm where it matches
    nothing."""
    if not isinstance(condition, Mapping):
        return
    for key, value in condition.items():
        place = (*keypath, key)
        if key in ("all", "any"):
            for index, part in enumerate(value):
                yield from _list_paths(part, (*place, index))
        elif key.rpartition(".")[2] in PATHS and not key.startswith(OTHERS):
            given = value if isinstance(value, Mapping) else {"eq": value}
            for operator in ("glob", "eq"):
                text = given.get(operator)
                if isinstance(text, str) and not text.startswith("$"):
                    yield (place if given is not value else (*place, operator)), operator, text
