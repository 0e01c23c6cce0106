"""The slugs of Hugo, which it computes itself for goldmark (``markup/goldmark/autoid.go``)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from linklint.source.slugs.numbering import Explicit, number_until_free

_IN_ASCII = {code: None for code in range(128) if not (chr(code).isalnum() or chr(code) in "-_")} | {32: "-", 9: "-"}


def goldmark_slug(text: str, kind: str = "github") -> str:
    """One heading's or term's slug; may be empty. ``kind`` is Hugo's ``autoHeadingIDType`` (newer: ``autoIDType``):
    ``github``, ``github-ascii`` or ``blackfriday``."""
    text = text.strip()
    if kind == "blackfriday":
        return _blackfriday(text)
    if text.isascii():  # nearly all headings, in a fraction of the time
        return text.lower().translate(_IN_ASCII)
    if kind == "github-ascii":
        text = "".join(c for c in unicodedata.normalize("NFD", text) if unicodedata.category(c) != "Mn")
        text = "".join(c for c in unicodedata.normalize("NFC", text) if c.isascii())
    return "".join(_keep(character) for character in text)


def goldmark_slugs(texts: Iterable[str], explicit: Explicit = (), kind: str = "github") -> list[str]:
    """The ids of a page's headings, and of terms where ``autoDefinitionTermID`` is on, in the order of the page.

    Up to Hugo 0.144 the source of a heading's last line is slugged (``## [Foo](/bar)`` is ``foobar``), since 0.145
    (https://github.com/gohugoio/hugo/issues/13405) its plain text, where the typographer's dashes have become signs and
    go (``typographic_text``). Call it with either; both readings differ only where markup stands in headings.
    """
    return number_until_free((goldmark_slug(text, kind) or "heading" for text in texts), explicit)


def _keep(character: str) -> str:
    if character in "- \t":
        return "-"
    if character == "_" or unicodedata.category(character) in {"Lu", "Ll", "Lt", "Lm", "Lo", "Nd"}:
        return _lower(character)
    return ""


def _blackfriday(text: str) -> str:
    kept = "".join(_lower(c) if unicodedata.category(c)[0] in "LN" else " " for c in text)
    return "-".join(kept.split())


def _lower(character: str) -> str:
    """Go lowers one character to one: of ``İ``, whose lower case is two, the first."""
    return character.lower()[0]
