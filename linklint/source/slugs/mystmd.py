"""The labels and ids of mystmd (``normalizeLabel`` and ``createHtmlId`` in
https://github.com/jupyter-book/mystmd/blob/main/packages/myst-common/src/utils.ts)."""

from __future__ import annotations

import re

_BLANKS = re.compile(r"[\t\n\r ]+")
_QUOTES = re.compile("['‘’\"“”]+")
_OTHERS = re.compile(r"[^a-z0-9-]")
_HYPHENS = re.compile(r"-{2,}")


def mystmd_label(text: str) -> str:
    """A label as labels are compared."""
    return _QUOTES.sub("", _BLANKS.sub(" ", text)).strip().lower()


def mystmd_id(text: str) -> str:
    """The id of a heading or of a label. Equal ones are numbered by who builds the page."""
    plain = _OTHERS.sub("-", mystmd_label(text))
    plain = f"id-{plain}" if plain[:1].isdigit() or plain[:1] == "-" else plain
    return _HYPHENS.sub("-", plain).strip("-")
