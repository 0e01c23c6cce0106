"""The names that lodash makes of titles (https://lodash.com/docs/4.17.15#kebabCase), which Fern uses in addresses."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LOWER, _UPPER = "a-z\xdf-\xf6\xf8-\xff", "A-Z\xc0-\xd6\xd8-\xde"
# Signs and spaces, all of which end a word.
_BREAK = r"\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\xbf\xd7\xf7\u1680\u180e\u2000-\u206f\u3000\ufeff"
_DINGBAT, _ASTRAL = r"\u2700-\u27bf", r"\U00010000-\U0010ffff"
_OTHER = rf"[^{_ASTRAL}{_BREAK}\d{_DINGBAT}{_LOWER}{_UPPER}]"
_FOLLOW = rf"[{_BREAK}]|[{_UPPER}]|$"
_EMOJI = rf"[{_DINGBAT}{_ASTRAL}][\ufe0e\ufe0f]?(?:[\u0300-\u036f\ufe20-\ufe2f\u20d0-\u20ff]|[\U0001f3fb-\U0001f3ff])?"
_WORD = re.compile(
    rf"[{_UPPER}]?[{_LOWER}]+(?={_FOLLOW})"
    rf"|(?:[{_UPPER}]|{_OTHER})+(?=[{_BREAK}]|[{_UPPER}](?:[{_LOWER}]|{_OTHER})|$)"
    rf"|[{_UPPER}]?(?:[{_LOWER}]|{_OTHER})+"
    rf"|[{_UPPER}]+"
    r"|\d*(?:1ST|2ND|3RD|(?![123])\dTH)(?=\b|[a-z_])"
    r"|\d*(?:1st|2nd|3rd|(?![123])\dth)(?=\b|[A-Z_])"
    r"|[0-9]+"
    rf"|{_EMOJI}(?:\u200d{_EMOJI})*",
    re.ASCII,
)
_PLAIN = re.compile(r"[^\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]+")
_MIXED = re.compile(r"[a-z][A-Z]|[A-Z]{2}[a-z]|[0-9][a-zA-Z]|[a-zA-Z][0-9]|[^a-zA-Z0-9 ]")
_LIGATURES = str.maketrans(
    {"Æ": "Ae", "æ": "ae", "Þ": "Th", "þ": "th", "ß": "ss", "Ĳ": "IJ", "ĳ": "ij", "Œ": "Oe", "œ": "oe", "ŉ": "'n"}
    | dict(zip("ÐðØøĐđĦħıĸŁłŊŋŦŧſ", "DdOoDdHhikLlNnTts", strict=True))
)
_APOSTROPHES = re.compile("['\u2019]")
_MARKS = re.compile(r"[\u0300-\u036f\ufe20-\ufe2f\u20d0-\u20ff]")


@lru_cache(maxsize=4096)
def lodash_slug(text: str) -> str:
    """``kebabCase`` of lodash 4.17: the words in lower case, ``-`` between them. A word ends where letters change to
    capitals or digits: ``SDKs v2`` is ``sd-ks-v-2``."""
    bare = _APOSTROPHES.sub("", _MARKS.sub("", "".join(map(_deburr, text))))
    words = (_WORD if _MIXED.search(bare) else _PLAIN).findall(bare)
    return "-".join(word.lower() for word in words)


def _deburr(character: str) -> str:
    """A Latin letter without its marks, in the two blocks that lodash knows."""
    if not "\xc0" <= character <= "\u017f" or character in "\xd7\xf7":
        return character
    return unicodedata.normalize("NFD", character.translate(_LIGATURES))
