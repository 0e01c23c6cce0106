"""How many terminal cells a text takes."""

from __future__ import annotations

import unicodedata


def character_width(character: str) -> int:
    """2 for wide East Asian characters (Unicode Standard Annex 11, W and F), 0 for marks that combine, else 1."""
    if character.isascii():
        return 1
    if unicodedata.east_asian_width(character) in "WF":
        return 2
    return 0 if unicodedata.category(character) in ("Mn", "Me") else 1


def text_width(text: str) -> int:
    """Cells of a text that is already inert."""
    return len(text) if text.isascii() else sum(map(character_width, text))
