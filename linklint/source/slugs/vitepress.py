"""The slugs of VitePress: ``slugify`` of @mdit-vue/shared, numbered by markdown-it-anchor."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from linklint.source.slugs.numbering import Explicit, number_until_free

_COMBINING = re.compile("[\u0300-\u036f]")
_CONTROL = re.compile("[\0-\x1f]")
# JavaScript's \s, which is not Python's: without U+0085, with U+FEFF.
_SPECIAL = re.compile(
    "[ \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff~`!@#$%^&*()\\-_+=\\[\\]{}|\\\\;:\"'“”‘’<>,.?/]+"
)


def vitepress_slug(text: str) -> str:
    """One heading's slug. VitePress slugs the fragments of written links too: compare with this of both."""
    text = _CONTROL.sub("", _COMBINING.sub("", unicodedata.normalize("NFKD", text)))
    slug = _SPECIAL.sub("-", text).strip("-")
    return ("_" + slug if slug[:1].isascii() and slug[:1].isdigit() else slug).lower()


def vitepress_slugs(texts: Iterable[str], explicit: Explicit = ()) -> list[str]:
    """The ids of a page's headings."""
    return number_until_free((vitepress_slug(text) for text in texts), explicit)
