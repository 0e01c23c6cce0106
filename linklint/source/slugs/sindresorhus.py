"""Slugs of ``@sindresorhus/slugify`` as Eleventy calls it (``slugify`` filter, IdAttributePlugin), and the numbers
that IdAttributePlugin puts after equal ones. https://github.com/sindresorhus/slugify."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from linklint.source.slugs.numbering import Explicit

_REPLACED = {
    "&": " and ", "♥": " love ", "ß": "ss", "ẞ": "Ss", "ä": "ae", "Ä": "Ae", "ö": "oe", "Ö": "Oe", "ü": "ue",
    "Ü": "Ue", "æ": "ae", "Æ": "AE", "ø": "o", "Ø": "O", "ð": "d", "Ð": "D", "þ": "th", "Þ": "TH", "đ": "d", "Đ": "D",
    "ħ": "h", "Ħ": "H", "ı": "i", "ł": "l", "Ł": "L", "€": "E", "¥": "Y", "¢": "c",
}  # fmt: skip
_TABLE = str.maketrans(_REPLACED)
_HUMPS = tuple(
    re.compile(pattern)
    for pattern in (
        r"([A-Z]{2,})(\d+)",
        r"([a-z\d]+)([A-Z]{2,})",
        r"([a-z\d])([A-Z])",
        r"([A-Z]+)([A-Z][a-rt-z\d]+)",
    )
)
_CONTRACTION = re.compile(r"([a-zA-Z\d]+)'([ts])(\s|\Z)")


def sindresorhus_slug(text: str, *, decamelize: bool = False) -> str | None:
    """The slug; None for a text with letters or signs that it spells by tables of other scripts. ``decamelize`` is on
    where the package is called without options."""
    replaced = unicodedata.normalize("NFC", text).translate(_TABLE)
    plain = "".join(each for each in unicodedata.normalize("NFD", replaced) if unicodedata.category(each) != "Mn")
    if any(ord(each) > 0x7F and unicodedata.category(each)[0] in "LNM" for each in plain):
        return None
    if any(unicodedata.category(each) == "Sc" and each != "$" for each in plain):
        return None
    for pattern in _HUMPS if decamelize else ():
        plain = pattern.sub(r"\1 \2", plain)
    slug = _CONTRACTION.sub(r"\1\2\3", plain.lower())
    slug = re.sub("-+", "-", re.sub(r"[^a-z\d]+", "-", slug))
    return slug.removeprefix("-").removesuffix("-")


def id_attribute_slugs(texts: Iterable[str], explicit: Explicit = ()) -> list[str | None]:
    """The ids that IdAttributePlugin gives: the second of equal slugs gets ``-2``. Explicit ids are counted. None
    where the slug cannot be told."""
    counts: dict[str, int] = {}
    found: list[str | None] = []
    for index, text in enumerate(texts):
        given = explicit[index] if index < len(explicit) else None
        slug = given or sindresorhus_slug(text)
        if slug is not None:
            counts[slug] = counts.get(slug, 0) + 1
            if given is None and counts[slug] > 1:
                slug = f"{slug}-{counts[slug]}"
        found.append(slug)
    return found
