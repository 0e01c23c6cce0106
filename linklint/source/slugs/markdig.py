"""The slugs of Markdig with GitHub's auto identifiers (docfx): ``LinkHelper.UrilizeAsGfm`` and
``AutoIdentifierExtension``."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from linklint.source.slugs.numbering import Explicit, number_until_free


def markdig_slugs(texts: Iterable[str], explicit: Explicit = ()) -> list[str]:
    """The ids of a page's headings. Only characters of the basic plane stay: .NET looks at UTF-16 halves."""
    return number_until_free((_slug(text) or "section" for text in texts), explicit, count_explicit=False)


def _slug(text: str) -> str:
    return "".join("-" if c == " " else _lower(c) for c in text if c in " -_" or _is_letter_or_digit(c))


def _lower(character: str) -> str:
    lower = character.lower()
    return lower if len(lower) == 1 else character  # .NET's invariant culture leaves İ alone


def _is_letter_or_digit(character: str) -> bool:
    return character <= "\uffff" and unicodedata.category(character) in {"Lu", "Ll", "Lt", "Lm", "Lo", "Nd"}
