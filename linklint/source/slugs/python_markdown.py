"""The slugs of Python-Markdown's ``toc`` extension (MkDocs) and of PyMdown Extensions (Material for MkDocs)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Literal
from urllib.parse import quote

from linklint.source.slugs.numbering import Explicit

_NUMBERED = re.compile(r"(.*)_([0-9]+)", re.DOTALL)
_TAG = re.compile(r"</?[^>]*>")


def python_markdown_slug(text: str, separator: str = "-", *, keep_unicode: bool = False) -> str:
    """One heading's slug (``markdown.extensions.toc.slugify``, or ``slugify_unicode``)."""
    if not keep_unicode:
        text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    text = re.sub(r"[^\w\s-]", "", text).strip().lower()
    # The separator stands unescaped in the original's character class; for "-" and "_" that makes no difference.
    return re.sub(rf"[{re.escape(separator)}\s]+", lambda _: separator, text)


def python_markdown_slugs(
    texts: Iterable[str],
    explicit: Explicit = (),
    taken: Iterable[str] = (),
    separator: str = "-",
    *,
    keep_unicode: bool = False,
) -> list[str]:
    """The ids of a page's headings. ``taken`` are the ids that attribute lists give to other elements: these and the
    explicit ones are taken before the first heading is named. ``foo, foo, foo_1`` become ``foo, foo_1, foo_2``."""
    return _number(
        (python_markdown_slug(text, separator, keep_unicode=keep_unicode) for text in texts), explicit, taken
    )


def pymdownx_slugs(
    texts: Iterable[str],
    explicit: Explicit = (),
    taken: Iterable[str] = (),
    separator: str = "-",
    *,
    case: str = "lower",
    normalize: Literal["NFC", "NFD", "NFKC", "NFKD"] = "NFC",
    percent_encode: bool = False,
) -> list[str]:
    """As ``python_markdown_slugs`` with ``slugify: pymdownx.slugs.slugify`` and its options; ``case`` is ``lower``,
    ``lower-ascii``, ``fold`` or ``none`` (its own default). Unicode stays, and spaces are not joined."""

    def slug(text: str) -> str:
        text = _TAG.sub("", unicodedata.normalize(normalize, text)).strip()
        if case == "lower":
            text = text.lower()
        elif case == "lower-ascii":
            text = re.sub("[A-Z]", lambda match: match[0].lower(), text)
        elif case == "fold":
            text = text.casefold()
        text = re.sub(r"[^\w\- ]", "", text).replace(" ", separator)
        return quote(text.encode()) if percent_encode else text

    return _number((slug(text) for text in texts), explicit, taken)


def _number(slugs: Iterable[str], explicit: Explicit, taken: Iterable[str]) -> list[str]:
    used = {*taken, *(given for given in explicit if given is not None)}
    found: list[str] = []
    for index, slug in enumerate(slugs):
        given = explicit[index] if index < len(explicit) else None
        if given is not None:
            found.append(given)
            continue
        while not slug or slug in used:
            match = _NUMBERED.fullmatch(slug)
            slug = f"{match[1]}_{int(match[2]) + 1}" if match else f"{slug}_1"
        used.add(slug)
        found.append(slug)
    return found
