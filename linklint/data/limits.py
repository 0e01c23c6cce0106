"""How much one data file may ask for: checked while it is read, before anything is built from it."""

from __future__ import annotations

from typing import NamedTuple

MAXIMUM_SIZE = 1024 * 1024
"""Bytes of one data file."""
MAXIMUM_JSON = 4 * MAXIMUM_SIZE
"""Bytes of one in JSON, which is read ten times as fast, and which programs write: navigation of many versions."""
MAXIMUM_DEPTH = 50
MAXIMUM_NODES = 50_000
MAXIMUM_JSON_NODES = 4 * MAXIMUM_NODES
MAXIMUM_ALIASES = 100
MAXIMUM_EXPANDED = 10_000
MAXIMUM_PROBLEMS = 50


class Excess(NamedTuple):
    """A limit that was passed, and the way out."""

    message: str
    hint: str


class Budget:
    """Counts what a file has asked for."""

    def __init__(self) -> None:
        self._nodes = self._aliases = self._expanded = 0

    def spend(self, depth: int, alias_size: int | None) -> Excess | None:
        """Counts one value that opens at ``depth`` (0: it opens no list or mapping); for an alias, ``alias_size``
        values that it stands for. Returns the limit that this passes, if any."""
        self._nodes += 1
        if self._nodes > MAXIMUM_NODES:
            return Excess(f"there are more than {MAXIMUM_NODES:,} values in this file", "split it")
        if depth > MAXIMUM_DEPTH:
            hint = "nothing that linklint reads needs that: check brackets and indentation"
            return Excess(f"values are nested deeper than {MAXIMUM_DEPTH} levels", hint)
        if alias_size is None:
            return None
        self._aliases += 1
        self._expanded += alias_size
        hint = "write the values out instead of using aliases"
        if self._aliases > MAXIMUM_ALIASES:
            return Excess(f"there are more than {MAXIMUM_ALIASES} aliases in this file", hint)
        if self._expanded > MAXIMUM_EXPANDED:
            return Excess(f"the aliases of this file stand for more than {MAXIMUM_EXPANDED:,} values", hint)
        return None
