"""The ids of docutils, which Sphinx gives to headings and labels, and the anchors that MyST-Parser adds
(https://docutils.sourceforge.io/docs/ref/rst/directives.html#identifier-normalization)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from linklint.source.slugs.github import github_slug
from linklint.source.slugs.numbering import number_until_free

# Letters that are not a Latin letter with a mark.
_LETTERS = str.maketrans(
    {"ß": "sz", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "ł": "l", "ŧ": "t", "ŋ": "n", "ð": "d"}
)
_OTHERS = re.compile(r"[^a-z0-9]+")
_EDGES = re.compile(r"\A[-0-9]+|-+\Z")


def docutils_id(text: str) -> str:
    """The id of a heading or a label, empty where nothing of the text is left: then it is a number with ``id``."""
    plain = text.lower().translate(_LETTERS) if not text.isascii() else text.lower()
    letters = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode("ascii")
    return _EDGES.sub("", _OTHERS.sub("-", " ".join(letters.split())))


def myst_slugs(texts: Iterable[str]) -> list[str]:
    """The anchors of a document's headings, as ``myst_heading_anchors`` asks for them."""
    return number_until_free(github_slug(text.strip()) for text in texts)
