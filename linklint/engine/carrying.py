"""Whom rules speak about in one world, known from another one that is the same in part."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from linklint.engine.columns import mark_all
from linklint.engine.compiling import CompiledRule
from linklint.model.site import Run

ASKED_OF_SUBJECTS = ("where", "require")


class Carried:
    """What rules were found to speak about in the world that is judged first, for the one that is judged next.

    ``find_runs``: which subjects of a kind are alike in both. ``is_own``: whether a fact is the same for subjects that
    are alike. So a rule that asks for nothing else speaks about the one if it speaks about the other."""

    def __init__(self, find_runs: Callable[[Any, str], Sequence[Run]], is_own: Callable[[str, str], bool]) -> None:
        self._find_runs = find_runs
        self._is_own = is_own
        self._masks: dict[str, tuple[int, int]] = {}

    def sift(self, world: Any, rule: CompiledRule, size: int, sift: Callable[[int], int]) -> int:
        """The mask of those of ``size`` subjects whom the rule speaks about. ``sift`` finds them in a mask."""
        everyone = mark_all(size)
        known = self._masks.pop(rule.rule.id, None)
        runs = self._find_runs(world, rule.rule.subject)
        if known is None or not runs:
            mask = sift(everyone)
            if self._asks_for_own_facts(rule):
                self._masks[rule.rule.id] = mask, size
            return mask
        fresh = everyone ^ move(mark_all(known[1]), known[1], runs, size)
        return sift(fresh) | move(known[0], known[1], runs, size)

    def _asks_for_own_facts(self, rule: CompiledRule) -> bool:
        asked = ((kind, name) for place, kind, name in rule.asked if place[0] in ASKED_OF_SUBJECTS)
        return all(self._is_own(kind, name) for kind, name in asked)


def move(mask: int, size: int, runs: Iterable[Run], new_size: int) -> int:
    """What a mask of ``size`` subjects says of those in the runs, as a mask of the others' subjects."""
    if not mask:
        return 0
    data, moved = mask.to_bytes(size, "little"), bytearray(new_size)
    for before, after, length in runs:
        moved[after : after + length] = data[before : before + length]
    return int.from_bytes(moved, "little")
