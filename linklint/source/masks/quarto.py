"""Quarto's shortcodes, ``{{< name arguments >}}`` (https://quarto.org/docs/authoring/shortcodes.html). In three braces,
or with a comment's marks inside, one is shown instead of called."""

from __future__ import annotations

import re

from linklint.source.masks.arguments import first_value, read_arguments
from linklint.source.masks.mask import Inclusion, Mask

_SHORTCODE = re.compile(
    r"""(?<!\{)\{\{<[ \t]*(?P<escaped>/\*)?\s*(?P<name>[\w.\-/]+)"""
    r"""(?P<arguments>(?:"[^"\n]*+"|'[^'\n]*+'|[^"'>\n]|>(?!\}\}))*)"""
    r""">\}\}(?!\})""",
)


def find_quarto(text: str, start: int) -> list[Mask]:
    """The masks of Quarto."""
    if "{{<" not in text:
        return []
    return [_read(text, match) for match in _SHORTCODE.finditer(text, start) if not match["escaped"]]


def _read(text: str, match: re.Match[str]) -> Mask:
    name = match["name"]
    if name == "include":
        file = first_value(read_arguments(text, *match.span("arguments")), "file")
        if file:
            return Mask(match.start(), match.end(), True, (Inclusion(file, "include"),))
    return Mask(match.start(), match.end(), True, (Inclusion(f"{name}{match['arguments']}".strip(), "shortcode"),))
