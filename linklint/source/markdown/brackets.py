"""What a ``[`` that opens no link may be: whether something was meant to begin there."""

from __future__ import annotations

import re
import unicodedata

from markdown_it.rules_inline import StateInline

LETTERS = re.compile(r"[^\W\d_]")
_BEFORE = frozenset(" \t\n(*_~\"'“„‘«|>–—:;,/!")
_WIDE = frozenset("WF")  # Chinese, Japanese and Korean: no space stands before a link there


def is_outside(state: StateInline) -> bool:
    """Whether the parser is neither inside a link nor inside what it looks ahead at."""
    return state.linkLevel == 0 and state.env["depth"] <= 1


def is_joined(source: str, start: int) -> bool:
    """Whether what begins at ``start`` follows a word, or anything else from which no blank or sign parts it."""
    return start > 0 and source[start - 1] not in _BEFORE


def may_begin(source: str, start: int) -> bool:
    """Whether a link may begin at ``start``: it is not joined, or to a word of a script without blanks."""
    return not is_joined(source, start) or unicodedata.east_asian_width(source[start - 1]) in _WIDE


def is_of_image(source: str, start: int) -> bool:
    """Whether a bang that is not escaped stands before ``start``."""
    return source[start - 1 : start] == "!" and source[start - 2 : start - 1] != "\\"
