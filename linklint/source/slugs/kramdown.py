"""The slugs of kramdown (Jekyll), with its GFM parser, which Jekyll uses by default, and without it.

Sources: ``generate_gfm_header_id`` of kramdown-parser-gfm 1.1.0, ``basic_generate_id`` of kramdown 2.4.0
(``converter/base.rb``); both compared with these versions on Ruby 3.1.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from linklint.source.slugs.github import keep_word_character
from linklint.source.slugs.numbering import Explicit, number_by_count

_NO_LETTERS_FIRST = re.compile(r"^[^a-zA-Z]+", re.MULTILINE)
_OTHER = re.compile(r"[^a-zA-Z0-9 -]")


def kramdown_gfm_slugs(texts: Iterable[str], explicit: Explicit = ()) -> list[str]:
    """The ids of Jekyll's default. ``texts`` are rendered, with typographic signs (see ``typographic_text``: ``--``
    has become a dash and goes). An empty slug means that the heading has no id."""
    return number_by_count(("".join(_keep(character) for character in text) for text in texts), explicit)


def kramdown_slugs(raws: Iterable[str], explicit: Explicit = ()) -> list[str]:
    """The ids of kramdown with ``input: kramdown`` (or ``auto_id_stripping`` off). ``raws`` are the headings' sources:
    the letters of a link's destination are among those that stay."""
    return number_by_count((_slug(raw) for raw in raws), explicit)


def _keep(character: str) -> str:
    if character in " \t":
        return "-"
    # Ruby lowers every character by itself: a sigma at the end of a word is as any other.
    return "".join(keep_word_character(lower) for lower in character.lower())


def _slug(raw: str) -> str:
    return _OTHER.sub("", _NO_LETTERS_FIRST.sub("", raw)).replace(" ", "-").lower() or "section"
