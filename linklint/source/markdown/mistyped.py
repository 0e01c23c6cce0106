"""Links that a slip keeps from being any: ``[text] (page.md)``, ``(text)[page.md]``, ``[text](my page.md)``,
``[text]（page.md）`` and ``[text](https://example.com``, or with a line that ends within the address.

Readers see the brackets and the address. Brackets beside parentheses are common in prose that means no link, so only
what can be nothing but an address counts: one of the web, a path that begins with dots, the name of a file of a kind
that pages lead to.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from linklint.source.markdown.brackets import LETTERS, is_of_image, may_begin

_KINDS = r"\.(?:avif|docx|gif|html?|jpe?g|markdown|mdx?|mp4|pdf|png|pptx|svg|webp|xlsx|zip)"
# Lengths have bounds, so that a hostile text takes no longer than another.
_ADDRESS = (
    r"(?:(?:https?://|\.{1,2}/)[^\s()<>\[\]`]{1,2000}"
    rf"|[^\s()<>\[\]`:]{{1,300}}{_KINDS}(?:\#[^\s()<>\[\]`]{{0,200}})?)"
)
_TEXT = r"\[([^\[\]\n]{0,200})\]"
_APART = re.compile(rf"{_TEXT}[ \t]{{1,3}}\(({_ADDRESS})\)")
_BEHIND = re.compile(r"[ ]{1,3}\(|（")
_SWAPPED = re.compile(rf"\[({_ADDRESS})\](?![\[(:])")
_NAMED = re.compile(r"\(([^()\[\]\n]{2,200})\)\Z")
_WORD = r"""[^\s()<>\[\]`"']{1,300}"""
_FURTHER = rf"[ ]+(?!=){_WORD}"  # "picture.png =300x200" is the size of a picture for many parsers
_BLANKS = re.compile(
    rf"""{_TEXT}\((
        (?:https?://|\.{{1,2}}/|\#){_WORD}(?:{_FURTHER}){{1,20}}
        | (?=[^()\n]{{1,300}}{_KINDS}(?:\#[^\s()]{{0,200}})?\)){_WORD}(?:{_FURTHER}){{1,20}}
    )\)""",
    re.VERBOSE | re.IGNORECASE,
)
_START = r"(?:https?://|\.{0,2}/|\#)"
_WIDE_BRACKETS = re.compile(rf"{_TEXT}(?:（|\((?=[^\s()]*）))({_START}[^\s()（）<>]{{1,2000}})[）)]")
_OPEN = re.compile(
    rf"""{_TEXT}\((
        (?:https?://|\.{{1,2}}/)(?:[^\s()<>\[\]`"']|\([^\s()<>\[\]]{{0,200}}\)){{1,2000}}
    )(?<![.,;:!?])(?=[.,;:!?]{{0,3}}(?:\Z|\s(?!\s*[="'(])))""",
    re.VERBOSE,
)
_BROKEN = re.compile(rf"{_TEXT}\(((?:https?://|\.{{1,2}}/){_WORD}[ \t]?\n[ \t]{{0,8}}{_WORD})\)")
# What a build fills in: its blanks are none of the address that it makes.
_FILLED = re.compile(r"\{\{[^{}]{0,200}\}\}|\{%[^{}]{0,200}%\}|<%[^<>]{0,200}%>")
_SLIPS = (_APART, _BLANKS, _WIDE_BRACKETS, _BROKEN, _OPEN)
_NEAR = 204


class Mistyped(NamedTuple):
    """Content offsets of a link that is none: the whole, and its address. ``text``: what was to be shown."""

    start: int
    end: int
    address: tuple[int, int]
    text: str
    image: bool


def find_mistyped(source: str, start: int) -> Mistyped | None:
    """Asked of a ``[`` that opens no link: the link that was meant to begin there or, where text and address are
    swapped, to have its address there."""
    if source[start - 1 : start] == ")":
        return _find_swapped(source, start)
    image = is_of_image(source, start)
    if not image and not may_begin(source, start):
        return None
    found = next((match for slip in _SLIPS if (match := slip.match(source, start))), None)
    if not found or not (image or _is_worded(found[1])):
        return None
    if found.re is _BLANKS and " " not in _FILLED.sub("", found[2]):
        return None
    return Mistyped(start - image, found.end(), found.span(2), found[1], image)


def may_be_mistyped(source: str, start: int, end: int) -> bool:
    """Whether brackets of which nothing is known may be a part of such a link."""
    return _BEHIND.match(source, end) is not None or source[start - 1 : start] == ")"


def _find_swapped(source: str, start: int) -> Mistyped | None:
    found = _SWAPPED.match(source, start)
    named = _NAMED.search(source, max(0, start - _NEAR), start) if found else None
    if not found or not named or not _is_worded(named[1]) or not may_begin(source, named.start()):
        return None
    return Mistyped(named.start(), found.end(), found.span(1), named[1], image=False)


def _is_worded(text: str) -> bool:
    """Whether it is a text for a link, and no number of a footnote, box of a task or type."""
    return len(LETTERS.findall(text)) > 1 and text[0] not in "!^@" and text[-1:] != "\\"
