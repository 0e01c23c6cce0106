"""Where the destination of a link ends for kramdown, Python-Markdown and Pandoc, to which blanks are a part of it.

The module stands where the library's ``helpers`` do, as ``destinations`` does for all other dialects.
"""

from __future__ import annotations

import re

from linklint.source.markdown import destinations
from linklint.source.markdown.destinations import Destination, parseLinkLabel, parseLinkTitle

__all__ = ["parseLinkDestination", "parseLinkLabel", "parseLinkTitle"]

_FURTHER = re.compile(r"""(?:[ ]+[^\s()<>"'\\&]+)+(?=[ ]*(?:\)|[ ]["']))""")


def parseLinkDestination(text: str, position: int, end: int) -> Destination:  # noqa: N802 - the library's name
    """The destination that begins at ``position``: with blanks, unless the title comes behind them."""
    found = destinations.parseLinkDestination(text, position, end)
    further = _FURTHER.match(text, found.pos, end) if found.ok and text[position : position + 1] != "<" else None
    return Destination(True, further.end(), found.str + further[0]) if further else found
