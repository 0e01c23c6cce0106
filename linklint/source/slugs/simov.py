"""The slugs of https://github.com/simov/slugify, which Nuxt Content makes addresses with."""

from __future__ import annotations

import re

_SPELLED = {"$": "dollar", "%": "percent", "&": "and", "<": "less", ">": "greater", "|": "or"}
_DROPPED = re.compile(r"[^\w\s*_+~.()'\"!:@-]+", re.ASCII)
_GAP = re.compile(r"[\s-]+")


def simov_slug(text: str) -> str | None:
    """A name in lower case as slugify makes it with ``lower``. None where it has letters or signs beyond ASCII: those
    are spelled in English letters, or dropped, by a table of many hundreds."""
    if not text.isascii():
        return None
    spelled = "".join(_SPELLED.get(character, character) for character in text)
    return _GAP.sub(" ", _DROPPED.sub("", spelled)).strip().replace(" ", "-").lower()
