"""A tree whose shape is right: what is wrong with it has been told, and is no longer in it (in a list: None).

So the later checks can look at everything else in the same run, and no mistake is told twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from linklint.config.validation import Fault, find_faults
from linklint.data.tree import KeyPath, Tree
from linklint.errors import Problem
from linklint.model.place import Location


class Shaped:
    """``tree``: values that fit the schema. ``dropped``: key paths of those that did not."""

    def __init__(self, tree: Tree, dropped: frozenset[KeyPath]) -> None:
        self.tree = tree
        self.dropped = dropped

    def is_missing(self, keypath: KeyPath) -> bool:
        """Whether nothing was written there, rather than something wrong."""
        return keypath not in self.dropped


def check_shape(tree: Tree, schema_name: str, problems: list[Problem]) -> Shaped:
    """Adds all mistakes in the tree's shape to ``problems``. An unknown key that is near to a missing one is read as
    that one, so that its value is checked as well; so is a word that is near to an allowed one."""
    if tree.value is None:
        tree = Tree({}, tree.path, tree.lines, tree.positions, tree.first_line)
    faults = find_faults(tree, schema_name) if tree.value != {} else []
    if not faults:
        return Shaped(tree, frozenset())
    renamed = _rename_keys(tree, faults)
    if renamed is not tree:
        # What is still wrong, now that the misspelt keys are read; a key that is one of them is not missing.
        misspelt = [fault.problem for fault in faults if fault.meant is not None]
        problems.extend(misspelt)
        faults = [fault for fault in find_faults(renamed, schema_name) if fault.problem not in misspelt]
    problems.extend(fault.problem for fault in faults)
    words = {fault.keypath: fault.word for fault in faults if fault.word is not None}
    dropped = frozenset(fault.keypath for fault in faults) - words.keys()
    value = _without(renamed.value, (), dropped, words) if () not in dropped else {}
    return Shaped(Tree(value, tree.path, tree.lines, renamed.positions, tree.first_line), dropped)


def numbered(items: Sequence[Any]) -> Iterator[tuple[int, Any]]:
    """The elements of a list with their places in the file, without those that were dropped."""
    return ((index, item) for index, item in enumerate(items) if item is not None)


def _without(value: Any, path: KeyPath, dropped: frozenset[KeyPath], words: Mapping[KeyPath, str]) -> Any:
    if path in words:
        return words[path]
    if isinstance(value, dict):
        return {
            key: _without(item, (*path, key), dropped, words)
            for key, item in value.items()
            if (*path, key) not in dropped
        }
    if isinstance(value, list):
        # A gap keeps the others at their positions; no schema allows null in a list.
        return [
            None if (*path, index) in dropped else _without(item, (*path, index), dropped, words)
            for index, item in enumerate(value)
        ]
    return value


def _rename_keys(tree: Tree, faults: Iterable[Fault]) -> Tree:
    moves = {fault.keypath: (*fault.keypath[:-1], fault.meant) for fault in faults if fault.meant is not None}
    if not moves:
        return tree
    positions: dict[KeyPath, Location] = {}
    for keypath, place in tree.positions.items():
        for length in range(1, len(keypath) + 1):
            moved = moves.get(keypath[:length])
            if moved is not None:
                positions[(*moved, *keypath[length:])] = place
    value = _renamed(tree.value, (), moves)
    return Tree(value, tree.path, tree.lines, {**positions, **tree.positions}, tree.first_line)


def _renamed(value: Any, path: KeyPath, moves: dict[KeyPath, KeyPath]) -> Any:
    if isinstance(value, list):
        return [_renamed(item, (*path, index), moves) for index, item in enumerate(value)]
    if not isinstance(value, dict):
        return value
    result: dict[str, Any] = {}
    for key, item in value.items():
        moved = moves.get((*path, key))
        name = str(moved[-1]) if moved is not None and moved[-1] not in value else key
        result.setdefault(name, _renamed(item, (*path, key), moves))
    return result
