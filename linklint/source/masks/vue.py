"""Vue's ``{{ expression }}`` (VitePress, VuePress), and VitePress's ``<!--@include: file-->``."""

from __future__ import annotations

import re

from linklint.source.masks.mask import Inclusion, Mask

_EXPRESSION = re.compile(r"\{\{(?:(?!\}\}|\{\{|\n[ \t]*\r?\n).)*+\}\}", re.DOTALL)
_INCLUDE = re.compile(r"<!--\s*@include:\s*(?P<file>[^\s>{#]+)(?P<part>(?:#[^\s{>]+)?(?:\{[^}\n]*\})?)\s*-->")


def find_vue(text: str, start: int) -> list[Mask]:
    """The masks of Vue."""
    found = (
        [Mask(*match.span(), expression=True) for match in _EXPRESSION.finditer(text, start)] if "{{" in text else []
    )
    for match in _INCLUDE.finditer(text, start) if "@include:" in text else ():
        inclusion = Inclusion(match["file"], "include", match["part"] or None)
        found.append(Mask(*match.span(), True, (inclusion,)))
    return sorted(found)
