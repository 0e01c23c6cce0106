"""Comments that a hook of MkDocs replaces, as Material's own documentation has them: ``<!-- md:setting name -->``."""

from __future__ import annotations

import re

from linklint.source.masks.mask import Inclusion, Mask

_MACRO = re.compile(r"<!--[ \t]*(?P<inner>[\w-]+:[^\r\n]*?)[ \t]*-->")


def find_comment_macros(text: str, start: int) -> list[Mask]:
    """The masks of such comments: an inclusion of kind ``generator`` each."""
    return [
        Mask(*match.span(), False, (Inclusion(match["inner"], "generator"),)) for match in _MACRO.finditer(text, start)
    ]
