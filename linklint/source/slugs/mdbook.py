"""The slugs of mdBook (``id_from_content`` and ``unique_id`` of ``crates/mdbook-html/src/utils.rs``)."""

from __future__ import annotations

import string
from collections.abc import Iterable

from linklint.source.slugs.characters import is_alphabetic, is_numeric
from linklint.source.slugs.numbering import Explicit, number_by_count, number_until_free

_ASCII_LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)


def mdbook_slugs(texts: Iterable[str], explicit: Explicit = ()) -> list[str]:
    """The ids of a chapter's headings (and terms), as mdBook makes them since August 2026. ``texts`` are rendered, with
    typographic signs unless ``smart-punctuation`` is off (see ``typographic_text``)."""
    slugs = (_keep(text.strip().lower()) or "section" for text in texts)
    return number_until_free(slugs, explicit, count_explicit=False)


def mdbook_legacy_slugs(texts: Iterable[str], explicit: Explicit = ()) -> list[str]:
    """As ``mdbook_slugs``, up to version 0.5.0: only ASCII letters are lowered, an empty slug stays empty, and a number
    is put on without a look whether that is taken."""
    return number_by_count((_keep(text.strip()).translate(_ASCII_LOWER) for text in texts), explicit)


def _keep(text: str) -> str:
    return "".join("-" if c.isspace() else c for c in text if c in "_-" or c.isspace() or _is_word(c))


def _is_word(character: str) -> bool:
    return is_alphabetic(character) or is_numeric(character)
