"""The slugs of Mintlify, as its npm package ``@mintlify/common`` 1.0.1211 makes them (``slugify.js``) after
remark-smartypants. They are not GitHub's: ``/`` and ``&`` stay, a point becomes a ``-``, quotes become typographic."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import quote, unquote

from linklint.source.slugs.characters import is_emoji
from linklint.source.slugs.numbering import Explicit

_JAVASCRIPT_KEEPS = "!'()*-._~"  # encodeURIComponent
_DROPPED = re.compile(r"[?,;:!'\"()\[\]{}\u200d\ufe0e\ufe0f\U0001f3fb-\U0001f3ff]")
_PLAIN = re.compile("[A-Za-z0-9 ]+")
_CONTRACTED = frozenset("st")
_NUMBERS = re.compile(r"(?:-\d+?)+?\Z")
_DASH = re.compile(r"(?<!-)--(?!-)")
_OPENS = re.compile(r"(?:(?<=\A)|(?<=[\s(\[{—–\-]))\"(?=\S)")
_OPENS_SINGLE = re.compile(r"(?:(?<=\A)|(?<=[\s(\[{—–\-“]))'(?=[^\s\d])")
_SPACE = re.compile(r"\s+")
_OTHERS = re.compile("[^a-zA-Z0-9_%]+")
_CONTRACTION = re.compile(r"([a-zA-Z\d]+)-([ts])(-|\Z)")
_HYPHENS = re.compile("-{2,}")


def mintlify_slugs(texts: Iterable[str], explicit: Explicit = ()) -> list[str]:
    """The ids of a page's headings. ``texts`` are rendered; quotes in code spans are taken for others here. The second
    of equal slugs gets ``-2``. Explicit ids are not counted."""
    counts: dict[str, int] = {}
    found: list[str] = []
    for index, text in enumerate(texts):
        given = explicit[index] if index < len(explicit) else None
        found.append(_clean(_number(_encode(text), counts)) if given is None else given)
    return found


def _set_typography(text: str) -> str:
    """As retext-smartypants: a quote opens at the start and after white space, brackets and dashes, and closes
    elsewhere; ``'90s`` begins with an apostrophe."""
    text = text.replace("...", "…")
    if "--" in text:
        text = _DASH.sub("—", text)
    if '"' in text:
        text = _OPENS.sub("“", text).replace('"', "”")
    return _OPENS_SINGLE.sub("‘", text).replace("'", "’") if "'" in text else text


@lru_cache(maxsize=4096)  # a page's headings are looked at more than once
def _encode(text: str) -> str:
    """The heading, typographic and percent-encoded, in which what is left of ASCII punctuation becomes ``-``."""
    if _PLAIN.fullmatch(text):  # most headings, in a fraction of the time
        words = text.lower().split()
        if _CONTRACTED.isdisjoint(words):
            return "-".join(words)
    encoded = quote(_SPACE.sub("-", _set_typography(text).lower().strip()), safe=_JAVASCRIPT_KEEPS)
    slug = _OTHERS.sub("-", encoded)
    slug = _CONTRACTION.sub(r"\1\2\3", slug)  # "it-s" is "its"
    return _HYPHENS.sub("-", slug).removeprefix("-").removesuffix("-")


def _number(slug: str, counts: dict[str, int]) -> str:
    """The counter of @sindresorhus/slugify 2.2.0, with its caution: after two of ``foo``, ``foo-2`` is ``foo-2-1``."""
    if not slug:
        return ""
    lower = slug.lower()
    bare = counts.get(_NUMBERS.sub("", lower) if lower[-1].isdigit() else lower, 0)
    counts[lower] = counts.get(lower, 0) + 1
    return f"{slug}-{counts[lower]}" if counts[lower] >= 2 or bare > 2 else slug


@lru_cache(maxsize=4096)
def _clean(slug: str) -> str:
    if "%" not in slug:
        return slug  # letters, digits, "-" and "_"
    text = _DROPPED.sub("", unquote(slug))
    return text if text.isascii() else "".join(c for c in text if not is_emoji(c))
