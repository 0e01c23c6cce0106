"""All that facts are computed from, and what has been computed already."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import wraps
from typing import Any, NamedTuple, TypeVar

from linklint.graph import LinkGraph
from linklint.graph.text import normalise_text
from linklint.model.settings import Settings
from linklint.model.site import Site

Value = TypeVar("Value")
MANY_LINKS = 1_000_000
"""What is computed of so many links takes up more memory than it spares time."""


class Change(NamedTuple):
    """How the files of the base became those of the head. ``renames``: old path → new path. ``changed``: the paths that
    differ, old names and new. ``read_before`` and ``read_after`` give the text of a file of either side, None where
    there is none; only changed files are asked for."""

    renames: Mapping[str, str]
    changed: frozenset[str]
    read_before: Callable[[str], str | None]
    read_after: Callable[[str], str | None]


class History(NamedTuple):
    """What git knows of the past; asked only when a rule asks. ``first_commits``: path → ISO date on which a file was
    first committed. ``line_days``: of lines (path → numbers), path → line → ISO date on which it came. ``gap``: what of
    that git was asked for and does not know, in words; empty: nothing."""

    first_commits: Callable[[], Mapping[str, str]] = dict
    line_days: Callable[[Mapping[str, Collection[int]]], Mapping[str, Mapping[int, str]]] = lambda _: {}
    gap: Callable[[], str] = str


NO_HISTORY = History()


class World:
    """One site, its graph and the settings. ``today`` is an ISO date; ``generic_phrases`` are those of the settings, as
    anchor texts are compared. ``base`` is the world that it is compared with, ``change`` what lies between; both
    or none. Never changed, but for ``memory``, which ``once_per_world`` fills, and ``worded``: the files of whose text
    more was asked than what it says of links and headings (how long it is, on which line something stands)."""

    def __init__(
        self,
        site: Site,
        graph: LinkGraph,
        settings: Settings,
        today: str,
        base: World | None = None,
        change: Change | None = None,
        history: History = NO_HISTORY,
    ) -> None:
        self.site = site
        self.graph = graph
        self.settings = settings
        self.today = today
        self.generic_phrases: Mapping[str, frozenset[str]] = {
            language: frozenset(map(normalise_text, phrases)) for language, phrases in settings.generic_phrases.items()
        }
        self.base = base
        self.change = change or Change({}, frozenset(), lambda _: None, lambda _: None)
        self.history = history
        self.memory: dict[Callable[[World], Any], Any] = {}
        self.worded: set[str] = set()

    def forget(self) -> None:
        """Drops what has been computed of a large site; it is computed again when it is asked for. What lies between
        two sites is kept: little of it is large, and all of it takes long."""
        if self.base is None and len(self.site.links) >= MANY_LINKS:
            self.memory.clear()
            self.graph.forget()


def once_per_world(compute: Callable[[World], Value]) -> Callable[[World], Value]:
    """Make a table that is computed when first asked for, once per world."""

    @wraps(compute)
    def remember(world: World) -> Value:
        try:
            value: Value = world.memory[compute]
        except KeyError:
            value = world.memory[compute] = compute(world)
        return value

    return remember
