"""``--set KEY=VALUE``: values of the command line, laid over those of the config file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from linklint.data.tree import KEY, KeyPath, Tree
from linklint.data.yaml import read_yaml
from linklint.errors import Problem, UserError
from linklint.model.place import Location


def assign(tree: Tree, assignments: Sequence[tuple[str, str]]) -> Tree:
    """The tree with the assignments made. A key is a path with dots, such as
    ``rules.RULE.options.max``; a value is YAML. Problems of such a value name the assignment.

    Raises ``UserError`` for keys without a name and values that are not YAML.
    """
    if not assignments:
        return tree
    value = {} if tree.value is None else tree.value
    positions = dict(tree.positions)
    for written, text in assignments:
        label = f"--set {written}"
        keys = written.split(".")
        if not all(keys):
            raise UserError(Problem(f'"{written}" is not a key', label, hint="write it like site.url"))
        assigned = read_yaml(text, label).value
        value = _replace(value, keys, assigned)
        _place(positions, tuple(keys), Location(label, 0, 0, 0, 0))
    return Tree(value, tree.path, tree.lines, positions, tree.first_line)


def _replace(value: Any, keys: Sequence[str], assigned: Any) -> Any:
    if not keys:
        return assigned
    if isinstance(value, str) and keys[0] in ("level", "options"):
        value = {"level": value}  # the short form of a rule's setting
    below = value if isinstance(value, dict) else {}
    return {**below, keys[0]: _replace(below.get(keys[0]), keys[1:], assigned)}


def _place(positions: dict[KeyPath, Location], keypath: KeyPath, place: Location) -> None:
    for known in [known for known in positions if known[: len(keypath)] == keypath]:
        del positions[known]
    positions[keypath] = positions[(*keypath, KEY)] = place
