"""The ids that Pandoc gives to headings (https://pandoc.org/MANUAL.html#extension-auto_identifiers); Quarto and R
Markdown leave that to it. Compared with Pandoc 2.17 and 3.9."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from linklint.source.slugs.numbering import Explicit, number_until_free


def pandoc_slugs(texts: Iterable[str], explicit: Explicit = ()) -> list[str]:
    """The ids of a document's headings. ``texts`` are rendered, without notes, with typographic signs (see
    ``typographic_text``). A letter must begin them; where nothing is left they are called ``section``."""
    return number_until_free((pandoc_slug(text) or "section" for text in texts), explicit)


def pandoc_slug(text: str) -> str:
    """The id, before equal ones are numbered; empty for a text without letters."""
    kept = "".join(each.lower()[0] for each in text if each.isspace() or _is_kept(each))
    slug = "-".join(kept.split())
    return next((slug[place:] for place, character in enumerate(slug) if character.isalpha()), "")


def _is_kept(character: str) -> bool:
    return character in "_-." or unicodedata.category(character)[0] in "LN"
