"""What the links of Markdown files tell of a site that is built from them, where no config of one is here."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from linklint.model.files import Names
from linklint.site.destination import Destination
from linklint.site.paths import join, name, parent
from linklint.site.profiles.conventions import is_shown_by_github

FEW = 5
"""So many different addresses, at least, tell something."""


class Elsewhere(msgspec.Struct, frozen=True):
    """What the links tell of a site that is built from these files without a config that is here. ``absolute``: most
    ``/x`` are addresses of it. ``folders``: the folders at the top in which most names without an ending are."""

    absolute: bool = False
    folders: frozenset[str] = frozenset()


def are_foreign(destinations: Iterable[Destination], names: Names) -> bool:
    """Whether most addresses that begin with ``/``, several at least, name nothing at the repository's top: then they
    are addresses of a site that is built from it."""
    paths = {
        join("", destination.path)
        for destination in destinations
        if destination.kind == "internal" and destination.absolute
    }
    lost = [path for path in paths if path is not None and path not in names.files and path not in names.directories]
    return len(paths) >= FEW and 2 * len(lost) > len(paths)


def find_bare_folders(written: Iterable[tuple[str, Destination]], names: Names) -> frozenset[str]:
    """The folders at the top where most names without an ending, several at least, lead to no file and no folder."""
    counts: dict[str, tuple[int, int]] = {}
    asked = {(top_folder(path), join(parent(path), to.path)) for path, to in written if is_bare(to)}
    for folder, path in asked:
        if folder and path is not None:
            every, lost = counts.get(folder, (0, 0))
            counts[folder] = every + 1, lost + (path not in names and path.rstrip("/") not in names.directories)
    return frozenset(folder for folder, (every, lost) in counts.items() if lost >= FEW and 2 * lost > every)


def may_be_bare(href: str) -> bool:
    """Whether ``is_bare`` need be asked, told without reading the destination."""
    before = href.partition("#")[0]
    return bool(before) and ":" not in before and "." not in before.rpartition("/")[2]


def is_bare(destination: Destination) -> bool:
    """Whether a destination is a relative name without an ending, as sites have for their pages."""
    path = destination.path
    return destination.kind == "internal" and bool(path) and not destination.absolute and "." not in name(path)


def top_folder(path: str) -> str:
    """The folder at the repository's top that the file lies in; empty for none, and for what GitHub itself shows."""
    return path.partition("/")[0] if "/" in path and not is_shown_by_github(path) else ""
