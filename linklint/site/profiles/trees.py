"""Configs of sites that are YAML, JSON or TOML, with the places of their values. One that cannot be read says nothing:
what its framework takes without it holds (and the user is told, ``broken_configs``)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from re import Pattern
from typing import Any

from linklint.data.json import blank_json_comments, blank_last_commas, find_json_mistake
from linklint.data.toml import read_toml_table
from linklint.data.tree import Tree
from linklint.data.yaml import read_yaml
from linklint.errors import Problem, UserError
from linklint.site.paths import extension
from linklint.site.profile import Read


def read_tree(path: str, read: Read, *, lax: bool = False) -> Tree | None:
    """The values of a config; None where it is not there or cannot be read. ``lax``: in YAML, tags that nobody knows
    and keys that stand twice are no mistakes."""
    data = read(path)
    tree = _read_data(data, path, lax) if data is not None else None
    return tree if isinstance(tree, Tree) else None


def read_table(path: str, read: Read, *, lax: bool = False) -> Mapping[str, Any]:
    """The mapping that a config is; empty where it is none, is not there or cannot be read."""
    tree = read_tree(path, read, lax=lax)
    return tree.value if tree is not None and isinstance(tree.value, dict) else {}


def find_mistake(path: str, read: Read) -> Problem | None:
    """The first mistake in a config that cannot be read; None where it can, at least laxly. Of Python, too."""
    data = read(path)
    if data is None:
        return None
    if extension(path) == "py":
        from linklint.data.python import find_python_mistake  # few repositories have such a config

        return find_python_mistake(data, path)
    found = _read_data(data, path, True)
    return found if isinstance(found, Problem) else None


def is_broken(path: str, read: Read, *words: Pattern[bytes]) -> bool:
    """Whether a config cannot be read, and says all these words: as it is written, it is one of the framework that
    asks."""
    data = read(path) or b""
    return all(each.search(data) for each in words) and find_mistake(path, read) is not None


def find_departure(path: str, read: Read, *, comments: bool = False) -> Problem | None:
    """The first mistake in a config that its own program cannot read, though linklint may: in JSON, what the standard
    does not have. ``comments``: the program takes those, and more."""
    mistake = find_mistake(path, read) if comments or extension(path) != "json" else None
    if extension(path) != "json" or (comments and mistake is None):
        return mistake
    data = read(path) or b""
    return find_json_mistake(blank_last_commas(blank_json_comments(data)) if comments else data, path) or mistake


@lru_cache(maxsize=64)
def _read_data(data: bytes, path: str, lax: bool) -> Tree | Problem | None:
    """Remembered: a config is looked at when sites are sought, and when one is opened. The ending ``.in`` is that of a
    template of a config."""
    try:
        if extension(path.removesuffix(".in")) == "toml":
            return read_toml_table(data, path, ())
        if extension(path) == "json":
            data = blank_json_comments(data)
        return read_yaml(data, path, unknown_tags="keep", repeated_keys="last") if lax else read_yaml(data, path)
    except UserError as error:
        return error.problems[0]
