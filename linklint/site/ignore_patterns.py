"""Lists of paths in the manner of ``.gitignore`` (https://git-scm.com/docs/gitignore), as ``exclude_docs`` holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from linklint.model.glob import Glob, compile_glob

Patterns = Callable[[str], bool]

_WILD = re.compile(r"[*?\[\]\\/]")


def compile_patterns(text: str) -> Patterns:
    """The test whether the list takes in a path, seen from the folder that it speaks of. The last pattern that
    matches decides; ``!`` takes out again. A line that is no pattern matches nothing."""
    lines = [line for line in map(str.strip, text.splitlines()) if line and not line.startswith("#")]
    runs = [
        (not negated, _compile(pattern[negated:] for pattern in patterns))
        for negated, patterns in groupby(lines, key=lambda line: line.startswith("!"))
    ]

    @lru_cache(maxsize=65536)  # who asks of a path asks again
    def matches(path: str) -> bool:
        taken = False
        for takes, run in runs:
            if taken != takes and run.matches(path):
                taken = takes
        return taken

    return matches


class _Run(NamedTuple):
    """Patterns of which one is enough. ``names``: of files and folders at any depth; ``folders``: of folders alone.
    Most patterns are such names, and all of those are looked up at once."""

    names: frozenset[str]
    folders: frozenset[str]
    globs: tuple[Glob, ...]

    def matches(self, path: str) -> bool:
        segments = path.split("/")
        if not self.names.isdisjoint(segments) or not self.folders.isdisjoint(segments[:-1]):
            return True
        return any(glob(path) for glob in self.globs)


def _compile(patterns: Iterable[str]) -> _Run:
    """A pattern with a slash inside begins at the folder, another at any depth; a folder takes what is in it."""
    names: set[str] = set()
    folders: set[str] = set()
    globs: list[Glob] = []
    for pattern in patterns:
        bare = pattern.rstrip("/")
        if bare and not _WILD.search(bare):
            (folders if pattern.endswith("/") else names).add(bare)
            continue
        bare = re.sub(r"([{}])", r"\\\1", bare)
        start = bare.lstrip("/") if "/" in bare else "**/" + bare
        try:
            compiled = [compile_glob(start + "/**")]
            if not pattern.endswith("/"):
                compiled.append(compile_glob(start))
        except ValueError:
            continue
        globs += compiled
    return _Run(frozenset(names), frozenset(folders), tuple(globs))
