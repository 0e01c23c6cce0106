"""Which files of a repository decide what a site is."""

from __future__ import annotations

from linklint.model.files import Names, Repository
from linklint.site.profile import Read


class Watched:
    """A repository that remembers which of its files were asked for, but for those that ``read_aside`` was asked."""

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

    def read_aside(self, path: str) -> bytes | None:
        return self._repository.read(path)


def read_aside(repository: Repository) -> Read:
    """How to read what nothing follows from that is not told in other words, also where the repository is watched."""
    return repository.read_aside if isinstance(repository, Watched) else repository.read
