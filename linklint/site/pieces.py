"""Texts with anything between them, as an expression that takes linear time."""

from __future__ import annotations

import re
from collections.abc import Sequence


def join_with_anything(texts: Sequence[str]) -> str:
    """A regular expression of whole texts that hold these in this order, the first at the beginning and the last at the
    end. Where the first place of a text does not lead to a match, no later one does; so none is tried."""
    first, *others = map(re.escape, texts)
    if not others:
        return first
    *middle, last = others
    return first + "".join(f"(?>.*?{text})" for text in middle) + ".*" + last
