"""Vue's ``{{ expression }}`` (VitePress, VuePress), VitePress's ``<!--@include: file-->``, and ``@[code](file)``, which
shows a file of code: VuePress's own (https://vuepress.vuejs.org/guide/markdown.html#import-code-blocks), in VitePress a
plugin's."""

from __future__ import annotations

import re

from linklint.source.masks.mask import Inclusion, Mask

_EXPRESSION = re.compile(r"\{\{(?:(?!\}\}|\{\{|\n[ \t]*\r?\n).)*+\}\}", re.DOTALL)
_INCLUDE = re.compile(r"<!--\s*@include:\s*(?P<file>[^\s>{#]+)(?P<part>(?:#[^\s{>]+)?(?:\{[^}\n]*\})?)\s*-->")
_CODE = re.compile(r"^[ \t]*@\[code\b[^\]\n]*\]\([^)\n]*\)[ \t]*$", re.MULTILINE)


def find_vue(text: str, start: int) -> list[Mask]:
    """The masks of Vue."""
    found = (
        [Mask(*match.span(), expression=True) for match in _EXPRESSION.finditer(text, start)] if "{{" in text else []
    )
    for match in _INCLUDE.finditer(text, start) if "@include:" in text else ():
        inclusion = Inclusion(match["file"], "include", match["part"] or None)
        found.append(Mask(*match.span(), True, (inclusion,)))
    found += [Mask(*match.span()) for match in _CODE.finditer(text, start)] if "@[code" in text else []
    return sorted(found)
