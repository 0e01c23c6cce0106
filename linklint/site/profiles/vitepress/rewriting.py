"""``rewrites``: patterns of path-to-regexp that give files other addresses. Only the forms that documentation sites use
are read (``:name``, ``:name*``, ``:name+``, ``(.*)``, whose part is ``:0``); a function or any other form cannot be
followed."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import count
from typing import Any

Rewrite = Callable[[str], str]

_PART = re.compile(r"(?P<slash>/?):(?P<name>\w+)(?P<many>[*+?])?|\((?P<group>\.\*|\.\+|\[\^/\]\+)\)")
_GROUP = r"\((?:\.\*|\.\+|\[\^/\]\+)\)"
_USE = re.compile(rf"(/?):(\w+)(?:{_GROUP})?[*+?]?|{_GROUP}")
_PATTERNS = {None: "[^/]+", "?": "[^/]+", "+": ".+", "*": ".+"}


def read_rewrites(value: Any) -> Rewrite | None:
    """File, named from the source folder → the file that its address is made of; None where it cannot be known."""
    if value is None:
        return lambda path: path
    if not isinstance(value, Mapping):
        return None
    rules = []
    for pattern, new in value.items():
        compiled = _compile(pattern)
        if compiled is None or not isinstance(new, str):
            return None
        rules.append((compiled, new))

    def rewrite(path: str) -> str:
        for compiled, new in rules:
            match = compiled.fullmatch(path)
            if match:
                return _fill(new, match).lstrip("/")
        return path

    return rewrite


def _compile(pattern: str) -> re.Pattern[str] | None:
    parts: list[str] = []
    done = number = 0
    for match in _PART.finditer(pattern):
        parts.append(re.escape(pattern[done : match.start()]))
        done = match.end()
        if match["group"]:
            parts.append(f"(?P<_{number}>{match['group']})")
            number += 1
        else:
            inner = f"{match['slash']}(?P<{match['name']}>{_PATTERNS[match['many']]})"
            parts.append(f"(?:{inner})?" if match["many"] in ("*", "?") else inner)
    rest = pattern[done:]
    if any(mark in rest or mark in "".join(parts[::2]) for mark in "()*+?"):
        return None
    try:
        return re.compile("".join((*parts, re.escape(rest))))
    except re.error:
        return None


def _fill(new: str, match: re.Match[str]) -> str:
    groups = match.groupdict()
    numbers = count()  # a group without a name stands for the one of its number in the pattern

    def fill(use: re.Match[str]) -> str:
        if use[2] is None:
            return groups.get(f"_{next(numbers)}") or ""
        value = groups.get(f"_{use[2]}" if use[2].isdigit() else use[2])
        return use[1] + value if value else ""

    return _USE.sub(fill, new)
