"""Links whose text is inline code: it names something, whatever its word would mean in a sentence."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

import msgspec

from linklint.model.document import Dialect, Document, WrittenLink

_TICKS = r"(?>(?P<ticks>`++)(?P<ticked>.{1,200}?)(?<!`)(?P=ticks)(?!`))"
_TAG = re.compile(r"<(?:code|kbd|samp|tt|var)\b", re.IGNORECASE)
_TAGGED = r"<(?P<tag>code|kbd|samp|tt|var)\b[^<>]{0,200}+>(?P<tagged>[^<>]{1,200}+)</(?P=tag)\s*>"
_MARKUP = r"\s*(?:</?(?:b|em|i|span|strong)\b[^<>]{0,200}+>\s*)*+"
_REST_OF_TAG = re.compile(r"""["']?(?:[^"'>]++|"[^"]*+"|'[^']*+')*+>""")
_BRACKETS = re.compile(rf"\[\s*[*_]*{_TICKS}[*_]*\s*\]", re.DOTALL)
_BEGINNING = re.compile(r"\[\s*[*_]*`")
_ELEMENT = re.compile(rf"{_MARKUP}{_TAGGED}{_MARKUP}</", re.IGNORECASE)
_MARKDOWN_ELEMENT = re.compile(rf"{_MARKUP}(?:{_TAGGED}|{_TICKS}){_MARKUP}</", re.DOTALL | re.IGNORECASE)

LONGEST_TAG = 2_000
"""Characters of a start tag that are read after the destination: elements may stand in elements, thousands deep."""


def note_code_texts(text: str, document: Document, dialect: Dialect) -> Document:
    """The document, with ``code`` set on its links whose text is nothing but one piece of inline code."""
    is_html = dialect.syntax == "html"
    tags = [tag.start() for tag in _TAG.finditer(text)] if is_html else []
    if not tags and (is_html or ("</" not in text and not ("`" in text and _BEGINNING.search(text)))):
        return document
    element = _ELEMENT if is_html else _MARKDOWN_ELEMENT
    found = {
        number
        for number, link in enumerate(document.links)
        if link.text and (not is_html or _holds(tags, link)) and _is_code(text, link, element)
    }
    if not found:
        return document
    links = tuple(
        msgspec.structs.replace(link, code=True) if number in found else link
        for number, link in enumerate(document.links)
    )
    return msgspec.structs.replace(document, links=links)


def _holds(places: Sequence[int], link: WrittenLink) -> bool:
    """Whether one of the places, which are sorted, lies inside of the link."""
    following = bisect_left(places, link.start)
    return following < len(places) and places[following] < link.span.end


def _is_code(text: str, link: WrittenLink, element: re.Pattern[str]) -> bool:
    start, end = link.span.start, link.span.end
    if link.syntax not in ("html", "jsx"):
        return "`" in text[start : start + 5] and _BRACKETS.match(text, start, end) is not None
    start = link.destination.end if link.destination else start
    tag = _REST_OF_TAG.match(text, start, min(end, start + LONGEST_TAG))
    match = element.match(text, tag.end(), end) if tag else None
    if match is None or link.element.islower():
        return match is not None
    # A component may show the text of one of its properties, and its contents below that.
    return link.text == " ".join((match["tagged"] or match.groupdict().get("ticked") or "").split())
