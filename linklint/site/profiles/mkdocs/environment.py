"""Values that MkDocs takes from environment variables: ``!ENV [NAME, OTHER, default]``
(https://www.mkdocs.org/user-guide/configuration/#environment-variables)."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from linklint.data.tree import Tree


def put_defaults(tree: Tree) -> Tree:
    """The tree with the default of each list under ``!ENV`` in its place: no variable is set here."""
    keypaths = [keypath for keypath, tag in tree.tags.items() if tag == "!ENV" and keypath]
    if not keypaths:
        return tree
    value = deepcopy(tree.value)
    for keypath in keypaths:
        holder: Any = value
        for key in keypath[:-1]:
            holder = holder[key]
        said = holder[keypath[-1]]
        if isinstance(said, list) and len(said) > 1:
            holder[keypath[-1]] = said[-1]
    return Tree(value, tree.path, tree.lines, tree.positions, tree.first_line, tree.tags)
