"""What members and operators of known values give; UNKNOWN wherever a value is not known."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from linklint.data.javascript_values import REST, UNKNOWN, Call, Effort, Function, Method, Node, Reference, Unknown

BUILD: Mapping[str, Any] = {
    "process.env.NODE_ENV": "production", "import.meta.env.DEV": False, "import.meta.env.PROD": True,
}  # fmt: skip
"""What is so whenever a site is built."""

MERGING = re.compile("merge|extend|assign|combine|override", re.IGNORECASE)
METHODS = frozenset({"concat", "filter"})
"""Methods of arrays, as configs put their lists together. They give new arrays."""


def member(node: Node, key: Any) -> Node:
    """``node.key`` or ``node[key]``."""
    value = node.value
    if isinstance(value, dict) and isinstance(key, str) and key in value:
        found: Node = value[key]
        return found
    if isinstance(value, list) and isinstance(key, int) and 0 <= key < len(value):
        element: Node = value[key]
        return element
    if isinstance(value, list) and key in METHODS:
        return Node(Method(key, tuple(value)), node.place)
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


def call_method(method: Method, arguments: Sequence[Node], effort: Effort) -> list[Node] | Unknown:
    """What ``[…].concat(…)`` and ``[…].filter(Boolean)`` give. What is not known stays in the array."""
    if method.name == "concat":
        added = (each.value if isinstance(each.value, list) else [each] for each in arguments)
        joined = [*method.items, *(item for items in added for item in items)]
        effort.left -= len(joined)
        return joined
    if [each.value for each in arguments] == [Reference("Boolean")]:
        return [each for each in method.items if not any(each.value is empty for empty in (False, None, "", 0))]
    return UNKNOWN


def unwrap(node: Node) -> Node:
    """The object that a config module means: behind functions, and behind calls that take it."""
    for _ in range(10):
        value = node.value
        if isinstance(value, Function):
            node = value.result
        elif isinstance(value, Call):
            taken = [each for each in value.arguments if _may_be_object(each.value)]
            if not taken:
                return Node(UNKNOWN, node.place)
            objects = [each for each in taken if isinstance(each.value, dict)]
            # ``withSidebar(config, options)``; but ``merge(usual, config)``.
            node = objects[0] if len(objects) > 1 and not MERGING.search(value.name) else taken[-1]
        else:
            break
    return node


def _may_be_object(value: Any, depth: int = 10) -> bool:
    """Whether that is an object, or a function or call that may give one: not ``path.resolve("..")``."""
    if isinstance(value, Call) and depth:
        return not value.arguments or any(_may_be_object(each.value, depth - 1) for each in value.arguments)
    return isinstance(value, dict | Function)
