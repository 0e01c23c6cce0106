"""Markdown with a number for the order before its name that the program of a book finds by the name alone:
``functions`` is ``03_functions.md`` beside it. Ids in it are the program's matter, too."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from linklint.model.files import Names
from linklint.site.destination import Destination
from linklint.site.page_names import are_sure, drop_orders
from linklint.site.paths import name, parent
from linklint.site.profiles.plain_by_name import MARKDOWN

ENOUGH = 5
TO_ONE = 5
"""So many names that are found this way stand beside one that is not."""


def find_numbered(named: Iterable[tuple[str, Destination]], names: Names) -> frozenset[str]:
    """The folders in which names without an ending, several and nearly all, are found this way only."""
    asked = {(parent(path), to.path) for path, to in named if is_bare(to)}
    found: dict[str, int] = {}
    lost: dict[str, int] = {}
    for folder, bare in asked:
        counts = found if find_by_number(folder, bare, names) is not None else lost
        counts[folder] = counts.get(folder, 0) + 1
    return frozenset(
        folder for folder, count in found.items() if are_sure(count, lost.get(folder, 0), enough=ENOUGH, to_one=TO_ONE)
    )


def is_bare(destination: Destination) -> bool:
    """Whether the destination is a name alone, without an ending."""
    path = destination.path
    return bool(path) and destination.kind == "internal" and "/" not in path and "." not in path


def find_by_number(folder: str, bare: str, names: Names) -> str | None:
    """The file in the folder that has the name behind a number."""
    return _list_numbered(names).get(folder, {}).get(bare)


@lru_cache(maxsize=4)
def _list_numbered(names: Names) -> Mapping[str, Mapping[str, str]]:
    """Folder → name → the file."""
    found: dict[str, dict[str, str]] = {}
    for path in names.ending(*MARKDOWN):
        last = name(path)
        if last[:1].isdigit() and (bare := drop_orders(last)) != last:
            found.setdefault(parent(path), {}).setdefault(bare.rpartition(".")[0], path)
    return found
