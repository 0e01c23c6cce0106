"""The slugs of Hexo: ``slugize`` of hexo-util (https://github.com/hexojs/hexo-util)."""

from __future__ import annotations

import re
import unicodedata

_BLANKS = " \t\n\r\f\v\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
_SPECIAL = re.compile(f"[{_BLANKS}~`!@#$%^&*()\\-_+=\\[\\]{{}}|\\\\;:\"'<>,.?/]+")
_CONTROL = re.compile("[\0-\x1f]")
_COMBINING = re.compile("[\u0300-\u036f]")


def hexo_slug(text: str, transform: int) -> str | None:
    """A heading's or a name's slug. ``transform``: 1 for lower case, 2 for upper. None where it holds letters that Hexo
    spells in others, by a table that is not known here: Latin ones that Unicode does not take apart, and Cyrillic."""
    letters = []
    for character in text:
        apart = _COMBINING.sub("", unicodedata.normalize("NFD", character))
        if apart.isascii() or not character.isalpha():
            letters.append(apart if apart.isascii() else character)
        elif character < "\u0530" or "\u1e00" <= character < "\u2000" or "\u2c60" <= character < "\u2c80":
            return None
        else:
            letters.append(character)
    slug = _SPECIAL.sub("-", _CONTROL.sub("", "".join(letters))).strip("-")
    slug = re.sub("-{2,}", "-", slug)
    return slug.lower() if transform == 1 else slug.upper() if transform == 2 else slug
