"""Contents whose rendering is beyond doubt, read without a tokenizer.

Most paragraphs hold plain words, perhaps some code or emphasis, and links and images of the plain kind. One regular
expression knows those; all others go the long way. Both ways must show the same text and find the same links
(``tests/source/test_simple_text.py``).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, repeat
from typing import NamedTuple

from linklint.source.masks.filling import MASKED

# What is no character, but for the fillers of masks, which are a word to all rules; and contents of nothing else, in
# whose place a generator puts text. Not in the big pattern, because large sets take long to compile.
_FOREIGN = re.compile(
    r"[\ud800-\uf8ff\ufdd0-\ufdef\ufff0-\uffff\U000f3ffb-\U0010fffc\U0010fffe\U0010ffff]"
    rf"|\A\s*(?:{MASKED}\s*)+\Z"
)
_ODD = r"\x00-\x09\x0b-\x1f"
OF_DIALECTS = frozenset("$%@^")
"""Characters at which a rule of some dialects begins, and none of the others."""
# No rule begins at these characters, but for those of a dialect, or not where they stand here: a colon without slashes,
# an underscore or a bang inside text, an ampersand that begins no entity, an at sign that is no e-mail address's.
_PLAIN = rf"""
    [^\\`*_\[\]<&!~{{@:\n{_ODD}]++
  | :(?!//|::)
  | (?<=[^\W_])_(?=[^\W_])
  | !(?!\[) | &(?!\#|[a-zA-Z][a-zA-Z0-9]*;) | <(?=[\s0-9=]) | (?<![a-zA-Z0-9.+_\-])@
  | \n
"""
_CODE = rf"(?<!`)`[^`\n\s\x00][^`\n{_ODD}]*+`(?!`)"
# Asterisks and underscores that open and close whatever stands around them, or because of what does: a blank or a
# bracket before those that open before punctuation, punctuation or a blank after those that close after punctuation.
_BEFORE = r"(?<![^\x00 \n(])"
_AFTER = r"(?=[\x00 \n.,;:!?)])"
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
_TITLE = r"[ ]\"[^\x00\"\\&\n)]*+\""
_TARGET = rf"\]\((?:{_DESTINATION})(?:{_TITLE})?\)"
_INSIDE = rf"{_PLAIN}|{_CODE}"
_IMAGE = rf"!\[(?>(?:{_INSIDE})*){_TARGET}"
_LINK = rf"\[(?!!)(?>(?:{_INSIDE}|{_pair('[*][*]', _INSIDE)})*){_TARGET}"
_SIMPLE = re.compile(rf"(?:(?:{_text(f'{_INSIDE}|{_LINK}|{_IMAGE}')})*+\x00)*+", re.VERBOSE)
# The code and the links of contents that are simple; a bang before a bracket makes an image of it. Each alternative
# begins with a certain character, so that the search skips all others at once.
_STEP = re.compile(r"`([^`]*+)`|\[((?:[^`\]]++|`[^`]*+`)*+)\]\(([^ )]++)(?: \"([^\"]*+)\")?\)")
_NO_TEXT = re.compile(r"`[^`]*+`|\]\([^)]*+\)")
# Both begin with certain characters, too: the first underscore is looked at from behind.
_EMPHASIS = re.compile(r"\*\**|_(?<![^\W_]_)_*|__*(?![^\W_])")
_ADDRESS = "www."
_ADDRESS_ENDS = ("ww.", "WW.", "Ww.", "wW.")


SimpleLink = tuple[bool, str, int, int, int, str | None]
"""Whether it is an image, its destination, where the whole begins and ends, where the destination begins, the title."""


class SimpleLinks(NamedTuple):
    """A content with links and images. ``texts``: what stands before, in and after each of them, line breaks as
    ``\\n``: the second text, the fourth and so on are those of the links. Their offsets are by ``ahead`` more than the
    content's."""

    texts: list[str]
    links: list[SimpleLink]
    ahead: int

    def read_all(self) -> str:
        """All of the text. An image has none."""
        images = {2 * number + 1 for number, link in enumerate(self.links) if link[0]}
        return "".join(text for number, text in enumerate(self.texts) if number not in images)


Content = str | SimpleLinks | None
"""What readers see of a content that has no links; those that it has; None: only the tokenizer can tell."""


def read_simple(contents: Sequence[str], marks: frozenset[str] = frozenset()) -> list[Content]:
    """What each inline content holds. They are read as one text, with a NUL behind each, which none of them holds: a
    call for all of them costs hardly more than one for each. ``marks``: those of the characters of some dialects at
    which a rule begins."""
    found: list[Content] = [None] * len(contents)
    plain: list[int] = []
    linked: list[int] = []
    for number in _find_simple(contents, marks):
        (linked if "](" in contents[number] else plain).append(number)
    for numbers, read in ((plain, _read_plain), (linked, _read_linked)):
        if numbers:
            for number, content in zip(numbers, read([contents[number] for number in numbers]), strict=True):
                found[number] = content
    return found


def _find_simple(contents: Sequence[str], marks: frozenset[str]) -> Iterator[int]:
    """The contents that are simple but for addresses in their texts, by their numbers."""
    joined = "\0".join((*contents, ""))
    is_ascii = joined.isascii()
    marks = frozenset(mark for mark in marks if mark in joined)
    ends = [*accumulate(map((1).__add__, map(len, contents)))]
    number = start = 0
    while number < len(contents):
        match = _SIMPLE.match(joined, start)
        last = bisect_right(ends, match.end()) if match else number
        for each in range(number, last):
            content = contents[each]
            is_known = is_ascii or content.isascii() or not _FOREIGN.search(content)
            if is_known and not (marks and _shows_any(marks, content)):
                yield each
        start = ends[last] if last < len(contents) else 0
        number = last + 1  # what the match ended in is not simple


def _shows_any(marks: Iterable[str], content: str) -> bool:
    """Whether one of the characters stands outside code and destinations."""
    return any(mark in content and mark in _NO_TEXT.sub("", content) for mark in marks)


def _read_plain(contents: Sequence[str]) -> Iterator[Content]:
    """What simple contents without links show."""
    joined = "\0".join(("", *contents, ""))
    texts = _show(joined)[1:-1].split("\0")
    if not _holds_address(joined):
        return iter(texts)
    return (None if _holds_address(content) else text for content, text in zip(contents, texts, strict=True))


def _read_linked(contents: Sequence[str]) -> Iterator[Content]:
    """The same for simple contents that may hold links. Cut by one call: places are counted, which is faster than
    asking a match for them."""
    joined = "\0".join(contents)
    links: list[SimpleLink] = []
    pieces: list[str] = []
    position = text_start = 0
    chunks = iter(_STEP.split(joined))
    for before, code, text, destination, title in zip(chunks, chunks, chunks, chunks, chunks, strict=False):
        start = position + len(before)
        if code is not None:
            position = start + len(code) + 2
            continue
        to = start + len(text) + 3
        position = to + len(destination) + (1 if title is None else len(title) + 4)
        is_image = before[-1:] == "!"
        start -= is_image
        pieces += (joined[text_start:start], text)
        text_start = position
        links.append((is_image, destination, start, position, to, title or None))
    pieces.append(joined[text_start:])
    shown = _show("\0" + "\1".join(pieces) + "\0")
    has_address = _holds_address(shown)
    first = ahead = 0
    for content, text in zip(contents, shown[1:-1].split("\0"), strict=True):
        texts = text.split("\1")
        last = first + len(texts) // 2
        if has_address and _holds_address(text):
            yield None
        else:
            yield SimpleLinks(texts, links[first:last], ahead) if last > first else text
        first = last
        ahead += len(content) + 1


def _holds_address(text: str) -> bool:
    return any(end in text for end in _ADDRESS_ENDS) and _ADDRESS in text.lower()


def _show(text: str) -> str:
    """What readers see of simple texts, with control characters before, after and between them."""
    if " \n" in text or "\n " in text:
        text = "\n".join(map(str.strip, text.split("\n"), repeat(" ")))
    if "*" not in text and "_" not in text:
        return text.replace("`", "")
    pieces = text.split("`")  # every second one is code
    code = "".join(pieces[1::2])
    if "*" not in code and "_" not in code:
        return _drop_emphasis(text).replace("`", "")
    pieces[::2] = _drop_emphasis("\2".join(pieces[::2])).split("\2")
    return "".join(pieces)


def _drop_emphasis(text: str) -> str:
    return _EMPHASIS.sub("", text) if "_" in text else text.replace("*", "")
