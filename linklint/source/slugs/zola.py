"""The slugs of Zola: the crate ``slug`` (https://crates.io/crates/slug), which spells other letters in English ones."""

from __future__ import annotations

import re
import unicodedata

_COMBINING = re.compile("[\u0300-\u036f]")
# What deunicode makes of signs and letters that Unicode does not take apart.
_SPELLED = str.maketrans(
    {
        "‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "ß": "ss", "æ": "ae", "Æ": "AE",
        "ø": "o", "Ø": "O", "œ": "oe", "Œ": "OE", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ð": "d", "Ð": "D",
        "þ": "th", "Þ": "Th", "ı": "i", "\xa0": " ", "«": "<<", "»": ">>",
    }
)  # fmt: skip


def zola_slug(text: str) -> str | None:
    """A heading's or a name's slug; None where it holds letters or signs whose English spelling is not known here."""
    spelled = _COMBINING.sub("", unicodedata.normalize("NFD", text.translate(_SPELLED)))
    return re.sub("[^a-z0-9]+", "-", spelled.lower()).strip("-") if spelled.isascii() else None
