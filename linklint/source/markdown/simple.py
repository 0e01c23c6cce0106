"""Contents whose rendering is beyond doubt, read without a tokenizer.

Most paragraphs hold plain words, perhaps some code or emphasis, and links and images of the plain kind. One regular
expression knows those; all others go the long way. Both ways must show the same text and find the same links
(``tests/source/test_simple_text.py``).
"""

from __future__ import annotations

import re
from typing import NamedTuple

# Fillers of masks and what else is no character: not in the big pattern, because large sets take long to compile.
_FOREIGN = re.compile(r"[\ud800-\uf8ff\ufdd0-\ufdef\ufff0-\uffff\U000f0000-\U0010ffff]")
_ODD = r"\x00-\x09\x0b-\x1f"
# No rule of any dialect begins at these characters, or not where they stand here: a colon without slashes, an
# underscore or a bang inside text, an ampersand that begins no entity.
_PLAIN = rf"""
    [^\\`*_\[\]<>&!~${{}}^@|%+=:\n{_ODD}]++
  | :(?![/:])
  | (?<=[^\W_])_(?=[^\W_])
  | !(?!\[) | &(?=\s) | [<>=+|](?=\s)(?<=\s.)
  | \n
"""
_CODE = rf"(?<!`)`[^`\n\s][^`\n{_ODD}]*+`(?!`)"
# Asterisks and underscores that open and close whatever stands around them, or because of what does: a blank or a
# bracket before those that open before punctuation, punctuation or a blank after those that close after punctuation.
_BEFORE = r"(?<![^ \n(])"
_AFTER = r"(?=[ \n.,;:!?)]|\Z)"
_PUNCTUATION = r"""["“(`\[]"""


def _pair(marker: str, inside: str) -> str:
    """What stands between two of these asterisks."""
    return rf"""
        (?<!\*)(?:{marker}(?=[^\W_])|{_BEFORE}{marker}(?={_PUNCTUATION}))
        (?>(?:{inside})*)
        (?:(?<=[^\W_]){marker}(?!\*)|(?<=[).:!?`"”：。，！？）」]){marker}{_AFTER})
    """


def _underscored(marker: str, inside: str) -> str:
    return rf"{_BEFORE}{marker}(?=[^\W_])(?>(?:{inside})*)(?<=[^\W_]){marker}{_AFTER}"


def _text(inside: str) -> str:
    pairs = [_pair(r"\*\*", inside), _pair(r"\*", inside), _underscored("__", inside), _underscored("_", inside)]
    return "|".join((inside, *pairs))


_DESTINATION = r"[^\x00-\x20\x7f()<\\&]++"
_TITLE = r"[ ]\"[^\"\\&\n)]*+\""
_TARGET = rf"\]\((?:{_DESTINATION})(?:{_TITLE})?\)"
_IMAGE = rf"!\[(?>(?:{_PLAIN}|{_CODE})*){_TARGET}"
_INSIDE = rf"{_PLAIN}|{_CODE}"
_LINK = rf"\[(?!!(?!\[))(?>(?:{_IMAGE}|{_INSIDE}|{_pair('[*][*]', _INSIDE)})*){_TARGET}"
_SIMPLE = re.compile(rf"(?:{_text(f'{_INSIDE}|{_LINK}|{_IMAGE}')})*+", re.VERBOSE)
# The code and the links of a content that is simple; a bang before a bracket makes an image of it. Each alternative
# begins with a certain character, so that the search skips all others at once.
_STEP = re.compile(
    r"`([^`]*+)`|\[((?:[^`\]!]++|`[^`]*+`|!\[(?:[^`\]]++|`[^`]*+`)*+\]\([^)]*+\)|!)*+)"
    r"\]\(([^ )]++)(?: \"([^\"]*+)\")?\)"
)
_EMPHASIS = re.compile(r"\*+|(?<![^\W_])_+|_+(?![^\W_])")
_BREAK = re.compile(r" *\n *")
_ADDRESS = "www."


class SimpleLink(NamedTuple):
    """A link or image; offsets are the content's. ``text``: an image's description."""

    image: bool
    href: str
    start: int
    end: int
    destination: tuple[int, int]
    title: str | None
    text: str = ""


Part = str | SimpleLink | None
"""A text, line breaks as ``\\n``; a link or an image that begins; None: a link ends."""


def read_simple(content: str) -> list[Part] | None:
    """What an inline content holds; None when only the tokenizer can tell."""
    if not _SIMPLE.fullmatch(content) or (not content.isascii() and _FOREIGN.search(content)):
        return None
    if "](" not in content:
        return None if _holds_address(content) else [_show(content)] if content else []
    parts: list[Part] = []
    _read(content, 0, parts)
    if _holds_address(content) and any(isinstance(part, str) and _holds_address(part) for part in parts):
        return None
    return parts


def _read(content: str, offset: int, parts: list[Part]) -> None:
    """Puts what a content holds that stands at this offset of the whole into ``parts``. Cut by one call: places are
    counted, which is faster than asking a match for them."""
    position = text_start = 0
    chunks = iter(_STEP.split(content))
    for before, code, text, destination, title in zip(chunks, chunks, chunks, chunks, chunks, strict=False):
        start = position = position + len(before)
        if code is not None:
            position += len(code) + 2
            continue
        to = position + len(text) + 3
        position = to + len(destination) + (1 if title is None else len(title) + 4)
        is_image = before[-1:] == "!"
        start -= is_image
        if text_start < start:
            parts.append(_show(content[text_start:start]))
        text_start = position
        place = (offset + to, offset + to + len(destination))
        shown = _show(text) if is_image else ""
        parts.append(SimpleLink(is_image, destination, offset + start, offset + position, place, title or None, shown))
        if is_image:
            continue
        if "[" in text or "`" in text:
            _read(text, offset + start + 1, parts)
        elif text:
            parts.append(_show(text))
        parts.append(None)
    if text_start < len(content):
        parts.append(_show(content[text_start:]))


def _holds_address(text: str) -> bool:
    return ("w." in text or "W." in text) and _ADDRESS in text.lower()


def _show(text: str) -> str:
    if "\n" in text:
        text = _BREAK.sub("\n", text)
    if "`" not in text:
        return _drop_emphasis(text)
    pieces = text.split("`")  # every second one is code
    pieces[::2] = map(_drop_emphasis, pieces[::2])
    return "".join(pieces)


def _drop_emphasis(text: str) -> str:
    return _EMPHASIS.sub("", text) if "_" in text else text.replace("*", "")
