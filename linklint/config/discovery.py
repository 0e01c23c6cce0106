"""Finding the config: from a folder up to the repository's top, the first folder that has one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from linklint.config.layers import Read
from linklint.config.paths import suggest_file
from linklint.config.rules import TABLE
from linklint.data.toml import read_toml_table
from linklint.data.tree import Tree
from linklint.data.yaml import read_yaml
from linklint.errors import Problem, UserError
from linklint.site.paths import join, name, parent

CONFIG_NAMES = (".linklint.yml", ".linklint.yaml", "linklint.yml")
MISNAMED = ("linklint.yaml", ".linklint.json", "linklint.json", ".linklint.toml", "linklint.toml", ".linklintrc")
"""Names that a config has with other tools, or nearly with this one."""
PYPROJECT = "pyproject.toml"
TRIALS = frozenset(("test", "tests", "__tests__", "testdata", "fixtures", "__fixtures__", "example", "examples"))
"""Folders whose configs are there to be tried out or to be shown."""


class Found(NamedTuple):
    """A config. ``folder`` is that of its file; ``base`` is what its globs and page paths are relative to: the same
    folder, or the top where the file was named on the command line."""

    tree: Tree
    folder: str
    base: str


def find_config(read: Read, start: str, config: str | None, names: frozenset[str]) -> Found:
    """The config named by ``config``, else the first one from the folder ``start`` upwards, else an empty one.

    Raises ``UserError`` when it cannot be read, and for two of them in one folder.
    """
    if config is not None:
        return _read_named(read, config, names)
    for folder in _upwards(start):
        found = [
            tree
            for tree in (_read_candidate(read, folder, candidate) for candidate in (*CONFIG_NAMES, PYPROJECT))
            if tree
        ]
        if len(found) > 1:
            raise UserError(_refuse_two(found))
        if found:
            return Found(found[0], folder, folder)
    return Found(Tree({}, ""), "", "")


def list_candidates(start: str) -> Iterator[str]:
    """The paths at which a config of linklint's own is looked for, from the folder ``start`` upwards."""
    for folder in _upwards(start):
        yield from (_place(folder, each) for each in CONFIG_NAMES)


def find_misnamed(start: str, names: frozenset[str]) -> Iterator[str]:
    """The files in which somebody may have written a config that is not found, as warnings."""
    for folder in _upwards(start):
        for candidate in MISNAMED:
            path = _place(folder, candidate)
            if path in names:
                yield f"{path} is not read; a config is called {CONFIG_NAMES[0]}"


def find_lower(start: str, names: frozenset[str]) -> Iterator[str]:
    """The configs in folders below, as notices: whoever wrote one there and runs linklint from above would think that
    it holds."""
    above = f"{start}/" if start else ""
    lower = sorted(path for path in names if path.endswith(CONFIG_NAMES) and path.startswith(above))
    for path in lower:
        folder = parent(path)
        if name(path) in CONFIG_NAMES and folder != start and TRIALS.isdisjoint(folder.split("/")):
            yield f"{path} is not read: a config holds for the folder that it stands in; run `linklint {folder}`"


def _upwards(folder: str) -> Iterator[str]:
    folder = join("", folder) or ""
    while folder:
        yield folder
        folder = parent(folder)
    yield ""


def _place(folder: str, candidate: str) -> str:
    return f"{folder}/{candidate}" if folder else candidate


def _read_candidate(read: Read, folder: str, candidate: str) -> Tree | None:
    path = _place(folder, candidate)
    data = read(path)
    if data is None:
        return None
    if candidate != PYPROJECT:
        return read_yaml(data, path)
    # A pyproject.toml that does not speak of linklint is none of our business, whatever is wrong with it.
    return read_toml_table(data, path, TABLE) if b"linklint" in data else None


def _read_named(read: Read, config: str, names: frozenset[str]) -> Found:
    data = read(config)
    if data is None:
        raise UserError(Problem(f'the config "{config}" cannot be read', hint=suggest_file(config, names)))
    if name(config).endswith(".toml"):
        tree = read_toml_table(data, config, TABLE)
        if tree is None:
            raise UserError(Problem("there is no table [tool.linklint] in this file", config))
    else:
        tree = read_yaml(data, config)
    return Found(tree, parent(config), "")


def _refuse_two(found: list[Tree]) -> Problem:
    first, *others = found
    told = " and ".join(tree.path for tree in others)
    place = first.location(())
    message = f"there is a second config in the same folder: {told}"
    text = first.line_text(place.line)
    return Problem(message, first.path, place.line, 0 if not text else place.column, 0, "", "keep one of them")
