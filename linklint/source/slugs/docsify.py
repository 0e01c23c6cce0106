"""The slugs of docsify (``src/core/render/slugify.js``)."""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Iterable

from linklint.source.slugs.characters import is_emoji
from linklint.source.slugs.numbering import number_by_count

_PUNCTUATION = re.compile("[\u2000-\u206f\u2e00-\u2e7f\\\\'!\"#$%&()*+,./:;<=>?@\\[\\]^`{|}~]")
_LINK = re.compile(r"\[([^\]]+)\]\([^)]+\)")
_TAG = re.compile(r"<[^>]+>")
_LOWER = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)
_ENTITIES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#39;"))


def docsify_slugs(texts: Iterable[str], version: int = 5) -> list[str]:
    """The ids of a page's headings.

    ``version`` 5: ``texts`` are the headings' sources; emoji go, spaces are not joined. ``version`` 4, which most sites
    load: ``texts`` are rendered, and it slugs their HTML, entities too (``What's`` is ``what39s``); runs of ``-``
    become one. The id of ``:id=x`` is slugged and counted like a heading: give ``x`` as that heading's text.
    """
    return number_by_count(_slug(text) if version >= 5 else _slug_html(text) for text in texts)


def _slug(text: str) -> str:
    text = _LINK.sub(r"\1", unicodedata.normalize("NFC", text.strip()))
    text = "".join(c for c in text if c != "\ufe0f" and not is_emoji(c))
    return _finish(_drop(text))


def _slug_html(text: str) -> str:
    text = text.strip()
    for character, entity in _ENTITIES:
        text = text.replace(character, entity)
    return _finish(re.sub("-+", "-", _drop(text)))


def _drop(text: str) -> str:
    return re.sub(r"[\s\ufeff]", "-", _PUNCTUATION.sub("", _TAG.sub("", text.translate(_LOWER))))


def _finish(slug: str) -> str:
    return "_" + slug if slug[:1].isascii() and slug[:1].isdigit() else slug
