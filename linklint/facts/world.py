"""All that facts are computed from, and what has been computed already."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from typing import Any, TypeVar

from linklint.graph import LinkGraph
from linklint.graph.text import normalise_text
from linklint.model.settings import Settings
from linklint.model.site import Site

Value = TypeVar("Value")


class World:
    """One site, its graph and the settings. ``today`` is an ISO date; ``generic_phrases`` maps a language (or ``*``)
    to anchor texts that say nothing. Never changed, but for ``memory``, which ``once_per_world`` fills."""

    def __init__(
        self,
        site: Site,
        graph: LinkGraph,
        settings: Settings,
        today: str,
        generic_phrases: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        self.site = site
        self.graph = graph
        self.settings = settings
        self.today = today
        self.generic_phrases: Mapping[str, frozenset[str]] = {
            language: frozenset(map(normalise_text, phrases)) for language, phrases in (generic_phrases or {}).items()
        }
        self.memory: dict[Callable[[World], Any], Any] = {}


def once_per_world(compute: Callable[[World], Value]) -> Callable[[World], Value]:
    """Make a table that is computed when first asked for, once per world."""

    @wraps(compute)
    def remember(world: World) -> Value:
        if compute not in world.memory:
            world.memory[compute] = compute(world)
        value: Value = world.memory[compute]
        return value

    return remember
