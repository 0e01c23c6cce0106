"""Rules of the user's own that ask for paths which no file has: they judge nothing, and nothing would say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from linklint.data.tree import KeyPath, Tree
from linklint.model.glob import compile_glob
from linklint.model.rule import ActiveRule

PATHS = ("path", "file")
"""Last words of the facts that are paths of files."""


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
        for place, glob in _list_globs(rule.where, (*keypath, "where")):
            matches = compile_glob(glob)
            if not any(map(matches, names)):
                location = tree.location(place)
                where = f"{location.path}:{location.line}:{location.column}"
                yield f'{where}: "{glob}" matches no file, so {rule.id} judges nothing by it'


def _list_globs(condition: Any, keypath: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """Globs that a path must match, with their places. One under ``not`` does no harm where it matches nothing."""
    if not isinstance(condition, Mapping):
        return
    for key, value in condition.items():
        place = (*keypath, key)
        if key in ("all", "any"):
            for index, part in enumerate(value):
                yield from _list_globs(part, (*place, index))
        elif key.rpartition(".")[2] in PATHS and isinstance(value, Mapping):
            glob = value.get("glob")
            if isinstance(glob, str) and not glob.startswith("$"):
                yield (*place, "glob"), glob
