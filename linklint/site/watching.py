"""Which files of a repository decide what a site is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from linklint.model.files import Names, Repository

Value = TypeVar("Value")


class Watched:
    """A repository that remembers which of its files were asked for, but for those that it was asked for by itself
    (``unwatched``)."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self.asked: set[str] = set()

    @property
    def names(self) -> Names:
        return self._repository.names

    def read(self, path: str) -> bytes | None:
        self.asked.add(path)
        return self._repository.read(path)

    def trouble(self, path: str) -> str | None:
        return self._repository.trouble(path)

    def glance(self, path: str, what: Callable[[bytes], Value]) -> Value:
        self.asked.add(path)
        return self._repository.glance(path, what)

    @property
    def unwatched(self) -> Repository:
        return self._repository


def unwatched(repository: Repository) -> Repository:
    """For reading what nothing follows from that is not told in other words."""
    return repository.unwatched if isinstance(repository, Watched) else repository
