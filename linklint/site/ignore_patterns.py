"""Lists of paths in the manner of ``.gitignore`` (https://git-scm.com/docs/gitignore), as ``exclude_docs`` holds."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from linklint.model.glob import Glob, compile_glob

Patterns = Callable[[str], bool]


def compile_patterns(text: str) -> Patterns:
    """The test whether the list takes in a path, seen from the folder that it speaks of. The last pattern that
    matches decides; ``!`` takes out again. A line that is no pattern matches nothing."""
    rules: list[tuple[bool, tuple[Glob, ...]]] = []
    for line in text.splitlines():
        pattern = line.strip()
        if not pattern or pattern.startswith("#"):
            continue
        negated = pattern.startswith("!")
        try:
            rules.append((not negated, _compile(pattern[negated:])))
        except ValueError:
            continue

    @lru_cache(maxsize=65536)  # who asks of a path asks again
    def matches(path: str) -> bool:
        taken = False
        for takes, globs in rules:
            if taken != takes and any(glob(path) for glob in globs):
                taken = takes
        return taken

    return matches


def _compile(pattern: str) -> tuple[Glob, ...]:
    """A pattern with a slash inside begins at the folder, another at any depth; a folder takes what is in it."""
    bare = re.sub(r"([{}])", r"\\\1", pattern.rstrip("/"))
    anchored = "/" in bare
    start = bare.lstrip("/") if anchored else "**/" + bare
    inside = compile_glob(start + "/**")
    return (inside,) if pattern.endswith("/") else (compile_glob(start), inside)
