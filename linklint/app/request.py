"""What the command line asks of a run, and the repository that it is about."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from linklint.workspace import Cache, DiskRepository, open_overlaid, open_repository

SCOPES = ("auto", "all", "new", "touched")


class Request(msgspec.Struct, frozen=True):
    """What the command line asks of a run. ``variables`` is the environment, which may name what to compare with;
    ``tell_effect``: also tell what the change did to the site. ``overlay``: what the one path holds, whatever is on
    disk; only what stands in it is reported. ``cache``: use what earlier runs have kept, and keep what this one
    learns. ``jobs``: how many processes may parse; 0: one for each core."""

    paths: tuple[str, ...] = ()
    config: str | None = None
    rules: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    assignments: tuple[tuple[str, str], ...] = ()
    framework: str | None = None
    suppress: bool = True
    since: str | None = None
    scope: str = "all"
    variables: Mapping[str, str] = {}
    tell_effect: bool = False
    cache: bool = True
    jobs: int = 0
    overlay: bytes | None = None

    @property
    def compares(self) -> bool:
        """Whether the run may have a base."""
        return self.since is not None or self.scope != "all"


def open_asked(request: Request, cwd: str) -> DiskRepository:
    """The repository that the paths lie in. Raises UserError where there is none."""
    if request.overlay is not None:
        return open_overlaid(request.paths[0], request.overlay, cwd)
    # pre-commit judges what is to be committed, and leaves files on disk that are not.
    return open_repository(request.paths, cwd, index_only=bool(request.variables.get("PRE_COMMIT")))


def choose_cache(request: Request, repository: DiskRepository) -> Cache | None:
    """The repository's cache. Outside git nothing tells one of ours from one that came with the files."""
    tracked = (path for path, file in repository.names.files.items() if file.tracked)
    return Cache(repository.top, tracked) if request.cache and repository.in_git else None
