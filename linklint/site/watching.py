"""Which files of a repository decide what a site is, and what of them does."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, NamedTuple, TypeVar

from linklint.model.files import Names, Repository

Value = TypeVar("Value")


class Answers(NamedTuple):
    """The files that were read, and what glances said: path and function → value."""

    asked: frozenset[str]
    said: Mapping[tuple[str, Callable[[bytes], Any]], Any]


class Watched:
    """A repository that remembers which of its files were asked for, and what glances said of others; but for what it
    was asked for by itself (``unwatched``)."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._asked: set[str] = set()
        self._said: dict[tuple[str, Callable[[bytes], Any]], Any] = {}

    @property
    def names(self) -> Names:
        return self._repository.names

    def read(self, path: str) -> bytes | None:
        self._asked.add(path)
        return self._repository.read(path)

    def trouble(self, path: str) -> str | None:
        return self._repository.trouble(path)

    def glance(self, path: str, what: Callable[[bytes], Value]) -> Value:
        said = self._repository.glance(path, what)
        self._said[path, what] = said
        return said

    def answers(self) -> Answers:
        """What was answered so far."""
        return Answers(frozenset(self._asked), dict(self._said))

    def answers_as(self, other: Answers, changed: Collection[str]) -> bool:
        """Whether it answers as another one did, from whose files it differs only at these paths. Then both are asked
        the same."""
        return other.asked.isdisjoint(changed) and all(
            self._repository.glance(path, what) == said for (path, what), said in other.said.items() if path in changed
        )

    @property
    def unwatched(self) -> Repository:
        return self._repository


def unwatched(repository: Repository) -> Repository:
    """For reading what nothing follows from that is not told in other words."""
    return repository.unwatched if isinstance(repository, Watched) else repository
