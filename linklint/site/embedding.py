"""Files that a Go program takes in when it is built (https://pkg.go.dev/embed): texts of its own, not pages that people
come to by links."""

from __future__ import annotations

import re
from collections.abc import Iterable
from fnmatch import fnmatchcase

from linklint.model.files import Repository
from linklint.site.paths import ancestors, below, parent

DIRECTIVE = re.compile(rb"^//go:embed[ \t]+(.+)", re.MULTILINE)
PATTERN = re.compile(r'"[^"]*"|`[^`]*`|\S+')


def find_embedded(paths: Iterable[str], repository: Repository) -> frozenset[str]:
    """Those of ``paths`` that code takes in. It can only lie in the file's own folder or one around that."""
    wanted: dict[str, list[str]] = {}
    for path in paths:
        for folder in ancestors(path):
            wanted.setdefault(folder, []).append(path)
    found: set[str] = set()
    code = (path for path in repository.names.ending("go") if parent(path) in wanted)
    for path in code if wanted else ():
        folder = parent(path)
        for pattern in repository.glance(path, list_patterns):
            found.update(each for each in wanted[folder] if _takes(pattern, below(each, folder)))
    return frozenset(found)


def list_patterns(data: bytes) -> list[str]:
    """What the directives of a file name, seen from its folder."""
    lines = DIRECTIVE.findall(data) if b"go:embed" in data else []
    written = [each for line in lines for each in PATTERN.findall(line.decode("utf-8", "replace"))]
    return [each.strip('"`').removeprefix("all:").rstrip("/") for each in written]


def _takes(pattern: str, inside: str) -> bool:
    """Whether a pattern takes in the path: it, or a folder that it lies in, has the pattern's form."""
    segments = inside.split("/")
    depth = pattern.count("/") + 1
    return pattern == "." or fnmatchcase("/".join(segments[:depth]), pattern)
