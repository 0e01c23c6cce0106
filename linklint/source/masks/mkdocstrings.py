"""API references in a page of MkDocs: ``::: module.name`` with indented options below it (mkdocstrings, mkdocs-click).

What they put into the page is known to none but the code that they read. The pattern is that of
https://github.com/mkdocstrings/mkdocstrings/blob/main/src/mkdocstrings/_internal/extension.py.
"""

from __future__ import annotations

import re

from linklint.source.masks.mask import Inclusion, Mask

_REFERENCE = re.compile(
    r"^(?P<indent>[ ]*)(?:#{1,6} *)?(?P<mark>::: ?(?P<name>[^\s:{][^\r\n]*?)) *(?=\r|\n|\Z)", re.MULTILINE
)
_OPTION = re.compile(r"(?:\r\n|\n|\r)(?:[ \t]*(?=[\r\n])|(?P<indent>[ ]*)[^\s][^\r\n]*)")


def find_mkdocstrings(text: str, start: int) -> list[Mask]:
    """The masks of API references: an inclusion of kind ``generator`` each."""
    if ":::" not in text:
        return []
    found: list[Mask] = []
    for match in _REFERENCE.finditer(text, start):
        end = match.end("mark")
        position = end
        while (option := _OPTION.match(text, position)) and (
            option["indent"] is None or len(option["indent"]) >= len(match["indent"]) + 4
        ):
            position = option.end()
            end = position if option["indent"] is not None else end
        found.append(Mask(match.start("mark"), end, True, (Inclusion(match["name"], "generator"),)))
    return found
