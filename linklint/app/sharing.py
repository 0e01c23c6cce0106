"""What base and head have in common, worked out once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from linklint import engine
from linklint.facts import find_runs, is_own
from linklint.model.document import Dialect, Document
from linklint.model.rule import ActiveRule
from linklint.site import SharedLinks


class Reading(NamedTuple):
    """A file that was read: how, what it holds, and how many bytes it has."""

    dialect: Dialect
    document: Document
    size: int


class Shared:
    """What is found in one repository and holds in another: the documents of files that are the same in both, where
    their links lead, the rules, compiled, and whom they speak about. ``changed`` are the paths that differ."""

    def __init__(self, changed: Collection[str]) -> None:
        self.links = SharedLinks(changed)
        self.carried = engine.Carried(find_runs, is_own)
        self._changed = changed
        self._readings: dict[str, Reading] = {}
        self._plans: Sequence[engine.Plan] | None = None

    def plan(self, rules: Sequence[ActiveRule]) -> Sequence[engine.Plan]:
        """The rules, which are the same for both, compiled. Raises UserError with all mistakes in them."""
        if self._plans is None:
            self._plans = engine.plan_rules(rules)
        return self._plans

    def find(self, path: str, dialect: Dialect) -> Reading | None:
        """What was read of the file, if it was read in the same way."""
        found = self._readings.get(path)
        return found if found is not None and found.dialect == dialect else None

    def keep(self, path: str, reading: Reading) -> None:
        """Keeps what was read for the other repository. A file that differs is not the same there."""
        if path not in self._changed:
            self._readings[path] = reading
