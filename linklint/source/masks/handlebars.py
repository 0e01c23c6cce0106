"""mdBook's ``{{#include file:part}}`` and its other helpers; a backslash before one makes it text.

The pattern is that of mdBook's preprocessor ``links`` (mdbook-driver, builtin_preprocessors/links.rs).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from linklint.source.masks.mask import Inclusion, Mask

_HELPER = re.compile(r"\\\{\{#[^\r\n]*\}\}|\{\{\s*#(?P<name>[A-Za-z0-9_]+)\s+(?P<argument>[^{}]+)\}\}")


def find_handlebars(text: str, start: int) -> list[Mask]:
    """The masks of mdBook."""
    return list(_find(text, start)) if "{{" in text else []


def _find(text: str, start: int) -> Iterator[Mask]:
    for match in _HELPER.finditer(text, start):
        if not match["name"]:
            continue
        if match["name"] == "include":
            file, colon, part = match["argument"].strip().partition(":")
            inclusions = (Inclusion(file.strip(), "include", part.strip() if colon else None),)
            yield Mask(*match.span(), True, inclusions)
        else:
            # Titles are not shown; the other helpers include code.
            yield Mask(*match.span(), match["name"] != "title")
