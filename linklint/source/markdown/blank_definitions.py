"""Where the destination of a reference definition ends for kramdown and Pandoc: at the end of its line, or where a
title begins (``LINK_DEFINITION_START`` in kramdown's ``parser/kramdown/link.rb``; the same was seen of Pandoc). Inside
of links, they take blanks for a part of it, too.

The module stands where the library's ``helpers`` do, as ``destinations`` does for other dialects.
"""

from __future__ import annotations

import re

from linklint.source.markdown import blank_destinations
from linklint.source.markdown.destinations import Destination, parseLinkLabel, parseLinkTitle

__all__ = ["parseLinkDestination", "parseLinkLabel", "parseLinkTitle"]

_BEFORE = re.compile(r"\]:[ \t]*\n?[ \t]*\Z")
_NEAR = 40
_FURTHER = re.compile(r"""(?:[ ]+(?![("'])[^\s<\\&]+)+(?=[ \t]*(?:\n|\Z)|[ \t]+["'(])""")


def parseLinkDestination(text: str, position: int, end: int) -> Destination:  # noqa: N802 - the library's name
    """The destination that begins at ``position``: of a definition, with all words up to the end of the line."""
    found = blank_destinations.parseLinkDestination(text, position, end)
    if (
        not found.ok
        or text[position : position + 1] in ("<", "[")
        or not _BEFORE.search(text, max(0, position - _NEAR), position)
    ):
        return found
    further = _FURTHER.match(text, found.pos, end)
    return Destination(True, further.end(), found.str + further[0]) if further else found
