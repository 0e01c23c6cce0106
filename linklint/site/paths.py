"""Repository paths and URL paths as texts: joined, split, never looked up."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import takewhile

from linklint.model.endings import find_ending

LONGEST = 4096
"""Characters: no file or folder has a longer path (PATH_MAX of Linux; elsewhere it is less)."""
USUAL = 300
"""Characters. The folders above a path take the square of its length, so those of longer ones are not remembered."""


def parent(path: str) -> str:
    """The folder of a path, without a trailing slash; the top is the empty string."""
    return path.rpartition("/")[0]


def name(path: str) -> str:
    """The last segment of a path."""
    return path.rpartition("/")[2]


def first_segment(path: str) -> str:
    """The first segment of an address or a path, whether a slash stands before it or not."""
    return path.strip("/").partition("/")[0]


def extension(path: str) -> str:
    """What follows the last dot of the last segment, in lower case, without the dot; empty where there is none."""
    return find_ending(path.rpartition("/")[2])


def join(folder: str, relative: str) -> str | None:
    """``relative`` read from ``folder``, with ``.``, ``..`` and empty segments taken out; None where it climbs above
    the top. The folder of the result has no trailing slash."""
    way, _, last = relative.rpartition("/")
    if last in ("", ".", ".."):
        return _walk(folder, relative)
    found = _walk(folder, way)
    return f"{found}/{last}" if found else None if found is None else last


@lru_cache(maxsize=4096)
def _walk(folder: str, way: str) -> str | None:
    """As ``join``; remembered, since the files of a folder go the same ways to others."""
    segments = [segment for segment in folder.split("/") if segment]
    for segment in way.split("/"):
        if segment == "..":
            if not segments:
                return None
            segments.pop()
        elif segment not in ("", "."):
            segments.append(segment)
    return "/".join(segments)


def within(path: str, folder: str) -> bool:
    """Whether the path is the folder or lies below it. The empty folder is the top."""
    return not folder or path == folder or path.startswith(folder + "/")


def below(path: str, folder: str) -> str:
    """The path as seen from the folder that it lies in."""
    return path[len(folder) + 1 :] if folder and path.startswith(folder + "/") else path


def relative(target: str, folder: str) -> str:
    """How an author who writes in ``folder`` names ``target``: ``../b.md``."""
    there = target.split("/")
    here = [segment for segment in folder.split("/") if segment]
    shared = 0
    while shared < min(len(here), len(there) - 1) and here[shared] == there[shared]:
        shared += 1
    return "/".join([".."] * (len(here) - shared) + there[shared:])


def ancestors(path: str) -> list[str]:
    """The folders that hold the path, nearest first, ending with the top; of a destination that is longer than any path
    only those that there may be."""
    if not path:
        return []
    folder = parent(path)
    if len(folder) <= USUAL:
        return list(_remember(folder))
    return list(_climb(folder if len(folder) <= LONGEST else parent(folder[: LONGEST + 1])))


def _climb(folder: str) -> tuple[str, ...]:
    """The folder and those above it."""
    found = [folder]
    while folder:
        folder = parent(folder)
        found.append(folder)
    return tuple(found)


_remember = lru_cache(maxsize=16384)(_climb)  # a folder has many files


def names_folder(path: str) -> bool:
    """Whether a destination is written as that of a folder: with a slash at its end, or with ``.`` or ``..``."""
    return path.endswith(("/", "/.", "/..")) or path in (".", "..")


def normalise_url(url: str) -> str:
    """The path without ``.``, ``..`` and double slashes; browsers stop at the top."""
    segments: list[str] = []
    for segment in url.split("/"):
        if segment == "..":
            del segments[-1:]
        elif segment not in ("", "."):
            segments.append(segment)
    path = "/" + "/".join(segments)
    return path + "/" if segments and url.endswith(("/", "/.", "/..")) else path


def count_same(first: Iterable[str], second: Iterable[str]) -> int:
    """How many segments the two begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False)))
