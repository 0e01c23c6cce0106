"""What kind of text an anchor text is. Definitions: internal-linking practice as written in ``docs``; the order of the
classes matters, the first that fits wins."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from linklint.graph.text import normalise, normalise_text, primary_language

__all__ = [
    "class_of",
    "class_of_shown",
    "count_words",
    "generic_texts",
    "normalise",
    "normalise_text",
    "primary_language",
]

CLASSES = ("empty", "symbol", "url", "generic", "image", "exact", "partial", "title", "other")
URL_BEGINNINGS = ("http://", "https://", "www.")
UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uf900-\ufaff\uff66-\uff9f"
    "\U0001b000-\U0001b2ff\U00020000-\U00031fff]"
)
"""Blocks of scripts that are written without spaces: Thai, Lao, Burmese, Khmer, Chinese, Japanese."""


def generic_texts(language: str | None, phrases: Mapping[str, Collection[str]]) -> frozenset[str]:
    """The texts that say nothing in a language: those of its list and of ``*``; of any list, where the language is
    unknown or has none (Lighthouse does the same). ``phrases`` are normalised, and so is what is asked for."""
    known = language is not None and language in phrases
    lists = (phrases.get(name, ()) for name in ((language or "", "*") if known else phrases))
    return frozenset(text for texts in lists for text in texts if text)


def class_of(
    text: str,
    href: str = "",
    *,
    names: Sequence[str] = (),
    image: bool = False,
    generic: bool = False,
    keyword: str | None = None,
    title: str | None = None,
) -> str:
    """The class of an anchor text, one of ``CLASSES``.

    names    what stands in for an empty text: aria-label, title attribute.
    image    the link holds nothing but images, and ``text`` is their alt text.
    keyword  the target's; without it there is no ``exact`` and no ``partial``. title: the target's.
    """
    shown = text.strip() or next((name.strip() for name in names if name.strip()), "")
    known = normalise_text(keyword or ""), normalise_text(title or "")
    return class_of_shown(shown, normalise_text(shown), href, image=image, generic=generic, known=known)


def class_of_shown(shown: str, normal: str, href: str, *, image: bool, generic: bool, known: tuple[str, str]) -> str:
    """The same for what is shown in the end, also ``normal``: normalised. ``known``: the target's keyword and title,
    normalised, empty where there is none."""
    if not shown:
        return "empty"
    if not normal:
        return "symbol"
    if begins_like_url(shown) or (shown == href.strip() and is_address(shown)):
        return "url"
    if generic:
        return "generic"
    return "image" if image else compare_with_names(normal, *known)


def begins_like_url(shown: str) -> bool:
    """Whether what is shown is an address, and not words."""
    return shown[:1] in ("h", "H", "w", "W") and shown[:8].casefold().startswith(URL_BEGINNINGS)


def is_address(destination: str) -> bool:
    """Whether a destination reads as one: ``roses`` and ``on-roses`` are words, ``roses.md`` and ``/roses`` are not."""
    return not destination.replace("-", "").replace("_", "").isalnum()


def compare_with_names(normal: str, keyword: str, title: str) -> str:
    """How a text stands to the keyword and the title of its target, all normalised, empty where there is none."""
    if keyword and normal == keyword:
        return "exact"
    if keyword and (f" {keyword} " in f" {normal} " or set(keyword.split()) <= set(normal.split())):
        return "partial"
    return "title" if normal == title else "other"


def count_words(text: str) -> int | None:
    """Words separated by white space; None for a text in a script that is written without spaces."""
    if text.isascii():
        words = text.split()
        if "".join(words).isalnum():
            return len(words)
    elif UNSPACED.search(text):
        return None
    return sum(1 for word in text.split() if any(character.isalnum() for character in word))
