"""Which end tag ends which element."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from linklint.source.html.places import HEADINGS
from linklint.source.html.tokens import Comment, EndTag, StartTag, Token

_ENDED = frozenset({"a", "title", *HEADINGS})


def find_ends(tokens: Iterable[Token], anchors: Mapping[int, int | None]) -> dict[int, EndTag]:
    """The number of a start tag → its end tag, for ``<a>``, headings and titles. Start tags without one are absent.

    ``anchors``: for each ``<a>`` of the tree the ``<a>`` around it. One that the tree does not nest in the last open
    one has closed it, as browsers do, and the end tag written later for that one ends nothing.
    """
    ends: dict[int, EndTag] = {}
    open_anchors: list[int] = []
    open_others: dict[str, int] = {}
    number = -1
    for token in tokens:
        number += isinstance(token, StartTag)
        if isinstance(token, Comment) or token.name not in _ENDED:
            continue
        name = "heading" if token.name in HEADINGS else token.name
        if isinstance(token, StartTag):
            if name == "a":
                if number in anchors:
                    while open_anchors and open_anchors[-1] != anchors[number]:
                        open_anchors.pop()
                open_anchors.append(number)
            else:
                open_others[name] = number
        elif name == "a" and open_anchors:
            ends[open_anchors.pop()] = token
        elif name in open_others:
            ends[open_others.pop(name)] = token
    return ends
