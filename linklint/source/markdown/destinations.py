"""Where the destination of a link ends. The library walks through it character by character; nearly all hold nothing
that has a meaning, and are one match.

The module stands where the library's ``helpers`` do (``MarkdownIt.helpers``), so that its own rules ask here, too.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from markdown_it import helpers
from markdown_it.helpers import parseLinkLabel, parseLinkTitle

__all__ = ["Destination", "parseLinkDestination", "parseLinkLabel", "parseLinkTitle"]

_PLAIN = re.compile(r"[^\x00-\x20\x7f<()\\&]++(?=[\x00-\x20\x7f)]|\Z)")


class Destination(NamedTuple):
    """What the library's function gives: whether there is one, where it ends, and what it says."""

    ok: bool
    pos: int
    str: str


def parseLinkDestination(text: str, position: int, end: int) -> Destination:  # noqa: N802 - the library's name
    """The destination that begins at ``position`` and ends before ``end``, as CommonMark defines it."""
    plain = _PLAIN.match(text, position, end)
    if plain:
        return Destination(True, plain.end(), plain[0])
    found = helpers.parseLinkDestination(text, position, end)
    return Destination(found.ok, found.pos, found.str)
