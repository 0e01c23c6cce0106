"""Landmarks of raw HTML around Markdown: which ``<nav>``, ``<header>``, … a Markdown link stands in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter

from linklint.source.html.places import LANDMARK_ELEMENTS, Place, enter

_TAG = re.compile(
    rf"<!--.*?(?:-->|\Z)|<(?P<close>/?)(?P<name>{'|'.join(sorted(LANDMARK_ELEMENTS | {'article', 'section'}))})\b",
    re.IGNORECASE | re.DOTALL,
)


class Landmarks:
    """The landmark of every offset of a projection."""

    def __init__(self, projection: str) -> None:
        self._offsets = [0]
        self._names: list[str | None] = [None]
        counts: Counter[str] = Counter()
        open_: list[tuple[str, Place]] = []
        for match in _TAG.finditer(projection) if "<" in projection else ():
            if not match["name"]:
                continue
            name = match["name"].lower()
            if match["close"]:
                while counts[name]:
                    closed, _ = open_.pop()
                    counts[closed] -= 1
                    if closed == name:
                        break
            else:
                counts[name] += 1
                open_.append((name, enter(open_[-1][1] if open_ else Place(), name, None)))
            self._offsets.append(match.start())
            self._names.append(open_[-1][1].landmark if open_ else None)

    def __bool__(self) -> bool:
        return len(self._offsets) > 1

    def at(self, offset: int) -> str | None:
        """The nearest landmark around an offset."""
        return self._names[bisect_right(self._offsets, offset) - 1]
