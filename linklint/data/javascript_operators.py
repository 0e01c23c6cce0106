"""What members and operators of known values give; UNKNOWN wherever a value is not known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from linklint.data.javascript_values import REST, UNKNOWN, Call, Function, Node, Reference

BUILD: Mapping[str, Any] = {
    "process.env.NODE_ENV": "production", "import.meta.env.DEV": False, "import.meta.env.PROD": True,
}  # fmt: skip
"""What is so whenever a site is built."""


def member(node: Node, key: Any) -> Node:
    """``node.key`` or ``node[key]``."""
    value = node.value
    if isinstance(value, dict) and isinstance(key, str) and key in value:
        found: Node = value[key]
        return found
    if isinstance(value, list) and isinstance(key, int) and 0 <= key < len(value):
        element: Node = value[key]
        return element
    if isinstance(value, Reference) and isinstance(key, str):
        name = f"{value.name}.{key}"
        return Node(BUILD.get(name, Reference(name, value.module)), node.place)
    return Node(UNKNOWN, node.place)


def short_circuit(mark: str, left: Node, right: Node, unset: bool) -> Node:
    """``||``, ``??`` and ``&&``; the environment counts as empty, as it is on an author's machine."""
    if unset:
        return Node(False) if mark == "&&" else right
    if left.value is UNKNOWN or isinstance(left.value, Reference | Call):
        return Node(UNKNOWN)
    if mark == "??":
        return right if left.value is None else left
    return right if bool(left.value) == (mark == "&&") else left


def combine(mark: str, left: Node, right: Node, unset: bool) -> Node:
    """``+`` of texts, ``===`` and its kin. ``unset``: the left side is an environment variable."""
    if unset and mark != "+":
        return Node(mark.startswith("!"), left.place)
    both = (left.value, right.value)
    if mark == "+":
        return Node(left.value + right.value if all(isinstance(part, str) for part in both) else UNKNOWN, left.place)
    if any(part is UNKNOWN or isinstance(part, Reference | Call | Function | dict | list) for part in both):
        return Node(UNKNOWN, left.place)
    return Node((left.value == right.value) == mark.startswith("="), left.place)


def spread(node: Node) -> Mapping[str, Node]:
    """What ``...value`` puts into an object: the properties of one, also of one that only passes through a call such
    as ``defineConfig({…})``; something unknown, else."""
    value = node.value
    if isinstance(value, Call) and value.module and value.name.startswith("define") and len(value.arguments) == 1:
        value = value.arguments[0].value
    return value if isinstance(value, dict) else {REST: Node(UNKNOWN, node.place)}


def enlarge(node: Node, additions: Sequence[Node]) -> Node:
    """The array or object, with what statements put into it later: the ``additions`` are their arguments, or keys,
    whose values are not known."""
    if not additions:
        return node
    if isinstance(node.value, list):
        return node._replace(value=[*node.value, *(each for addition in additions for each in addition.value)])
    unknown = Node(UNKNOWN, node.place)
    return node._replace(value={**node.value, REST: unknown}) if isinstance(node.value, dict) else node


def unwrap(node: Node) -> Node:
    """The object that a config module means: behind functions, and behind calls that take it."""
    for _ in range(10):
        value = node.value
        if isinstance(value, Function):
            node = value.result
        elif isinstance(value, Call):
            taken = [each for each in value.arguments if isinstance(each.value, dict | Function | Call)]
            if not taken:
                return Node(UNKNOWN, node.place)
            node = taken[-1]
        else:
            break
    return node
