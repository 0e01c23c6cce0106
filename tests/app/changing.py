"""Two versions of a small repository, linted and compared as ``check --since`` does, without git."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from linklint import config, engine
from linklint.app.comparing import carry
from linklint.app.journey import describe_change, lint
from linklint.app.renames import match_renames
from linklint.facts import World
from linklint.model.files import MemoryRepository
from linklint.model.finding import Finding
from linklint.workspace import box_rules

TODAY = "2026-11-21"
CONFIG = ".linklint.yml"


class Told(msgspec.Struct, frozen=True):
    """What a run on the head said, compared with the base."""

    world: World
    outcome: engine.Outcome
    new: tuple[Finding, ...]
    fixed: tuple[Finding, ...]

    @property
    def places(self) -> list[str]:
        """Each new finding as ``path:line rule``."""
        return [f"{each.location.path}:{each.location.line} {each.rule}" for each in self.new]

    def find(self, rule: str) -> Finding:
        """The one new finding of the rule."""
        (found,) = [each for each in self.new if each.rule == rule]
        return found


def compare(
    base: Mapping[str, str], changed: Mapping[str, str | None], settings: str = "", skip: tuple[str, ...] = ()
) -> Told:
    """``changed`` holds new texts, and None for files that are deleted. ``settings`` is the config, of both sides."""
    before = {CONFIG: settings, **base} if settings else dict(base)
    after = {path: text for path, text in {**before, **changed}.items() if text is not None}
    old, new = MemoryRepository(before), MemoryRepository(after)
    sides = [configure(repository, new, skip) for repository in (old, new)]
    how: dict[str, Any] = {"today": TODAY, "known_rules": sides[1].known_rules}
    first = lint(old, sides[0].settings, sides[1].rules, **how)
    gone = {path: text for path, text in before.items() if path not in after}
    renames = match_renames(gone, {path: text for path, text in after.items() if path not in before})
    names = before.keys() | after.keys()
    differing = [path for path in names if before.get(path) != after.get(path)]
    change = describe_change(old, new, renames, differing)
    second = lint(new, sides[1].settings, sides[1].rules, base=first.world, change=change, **how)
    later = {fp for each in (*second.outcome.findings, *second.outcome.superseded) for fp in each.prints}
    compared = engine.compare(carry(first, second, renames, later), second.outcome.findings, second.outcome.superseded)
    found = tuple(each for each in compared.findings if each.new)
    return Told(second.world, second.outcome, found, compared.fixed)


def configure(side: MemoryRepository, head: MemoryRepository, skip: tuple[str, ...]) -> config.Configuration:
    """The head's config with the clusters file of one side."""

    def read(path: str) -> bytes | None:
        return (side if path == "clusters.yml" else head).read(path)

    return config.load(read, box=box_rules(), names=side.names.files, skip=skip)
