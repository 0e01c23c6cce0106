"""Contents whose rendering is beyond doubt, read without a tokenizer.

Most paragraphs hold plain words, perhaps some code or emphasis, and links and images of the plain kind. One regular
expression knows those; all others go the long way. Both ways must show the same text and find the same links
(``tests/source/test_simple_text.py``).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, repeat
from typing import Any, NamedTuple

from markdown_it.common.utils import normalizeReference

from linklint.source.markdown.mistyped import may_be_mistyped
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
_PUNCTUATION = r"""["'“‘«(`\[#%+$./:@=|,&…–—\-]"""
_CLOSING = r"""[)\].,;:!?`"'”’»：。，！？）」%+=|/$\#&>…–—\-]"""


def _pair(marker: str, inside: str) -> str:
    """What stands between two of these asterisks."""
    return rf"""
        (?<!\*)(?:{marker}(?=[^\W_])|{_BEFORE}{marker}(?={_PUNCTUATION}))
        (?>(?:{inside})*)
        (?:(?<=[^\W_]){marker}(?!\*)|(?<={_CLOSING}){marker}{_AFTER})
    """


def _underscored(marker: str, inside: str) -> str:
    return rf"""
        {_BEFORE}{marker}(?=[^\W_]|{_PUNCTUATION})
        (?>(?:{inside})*)
        (?:(?<=[^\W_])|(?<={_CLOSING})){marker}{_AFTER}
    """


def _text(inside: str) -> str:
    pairs = [_pair(r"\*\*", inside), _pair(r"\*", inside), _underscored("__", inside), _underscored("_", inside)]
    return "|".join((inside, *pairs))


_DESTINATION = r"[^\x00-\x20\x7f()<\\&]++"
_TITLE = r"[ ]\"[^\x00\"\\&\n)]*+\""
_LABEL = r"[^\x00-\x1f\[\]\\`<]*+"
# A destination, a label, or neither: then the text is the label, if it is one at all.
_TARGET = rf"\](?:\((?:{_DESTINATION})(?:{_TITLE})?\)|\[{_LABEL}\]|(?![\[(]))"
_INSIDE = rf"{_PLAIN}|{_CODE}"
_IMAGE = rf"!\[(?![!^])(?>(?:{_INSIDE})*){_TARGET}"
_LINK = rf"\[(?![!^])(?>(?:{_INSIDE}|{_pair('[*][*]', _INSIDE)})*){_TARGET}"
_NAME = rf"(?:[^`*_\[\]|\\<\n{_ODD}]|(?<=[^\W_])_(?=[^\W_]))"
_WIKILINK = rf"!?\[\[(?=[\w./\#^]){_NAME}++(?:\|{_NAME}*+)?\]\]"


@cache
def _simple(wikilinks: bool) -> re.Pattern[str]:
    """Simple contents, each with a NUL behind it."""
    inside = f"{_INSIDE}|{_WIKILINK}|{_LINK}|{_IMAGE}" if wikilinks else f"{_INSIDE}|{_LINK}|{_IMAGE}"
    return re.compile(rf"(?:(?:{_text(inside)})*+\x00)*+", re.VERBOSE)


# The code and the links of contents that are simple; a bang before a bracket makes an image of it. Each alternative
# begins with a certain character, so that the search skips all others at once.
_STEP = re.compile(
    r"`([^`]*+)`"
    r"|\[\[([^\[\]|]++)(?:\|([^\[\]]*+))?\]\]"
    r"|\[((?:[^`\]]++|`[^`]*+`)*+)\](?:\(([^ )]++)(?: \"([^\"]*+)\")?\)|\[([^\]]*+)\])?"
)
_NO_TEXT = re.compile(r"`[^`]*+`|\]\([^)]*+\)|\[\[[^\]]*+\]\]")
_PICTURE = re.compile(r"\.(?:apng|avif|bmp|gif|jpe?g|png|svg|webp)\s*(?:#.*)?\Z", re.IGNORECASE)
# Both begin with certain characters, too: the first underscore is looked at from behind.
_EMPHASIS = re.compile(r"\*\**|_(?<![^\W_]_)_*|__*(?![^\W_])")
_ADDRESS = "www."
_ADDRESS_ENDS = ("ww.", "WW.", "Ww.", "wW.")


SimpleLink = tuple[str, bool, str, int, int, int, str | None, str | None]
"""Its syntax, whether it is an image, its destination, where the whole begins and ends, where the destination begins
(not of a reference), the title, the label of a reference."""


class SimpleLinks(NamedTuple):
    """A content with links and images. ``texts``: what stands before, in and after each of them, line breaks as
    ``\\n``: the second text, the fourth and so on are those of the links. Their offsets are by ``ahead`` more than the
    content's."""

    texts: list[str]
    links: list[SimpleLink]
    ahead: int

    def read_all(self) -> str:
        """All of the text. An image has none."""
        images = {2 * number + 1 for number, link in enumerate(self.links) if link[1]}
        return "".join(text for number, text in enumerate(self.texts) if number not in images)


Content = str | SimpleLinks | None
"""What readers see of a content that has no links; those that it has; None: only the tokenizer can tell."""


def read_simple(
    contents: Sequence[str],
    marks: frozenset[str] = frozenset(),
    references: Mapping[str, Mapping[str, Any]] = {},
    *,
    wikilinks: bool = False,
) -> list[Content]:
    """What each inline content holds. They are read as one text, with a NUL behind each, which none of them holds: a
    call for all of them costs hardly more than one for each. ``marks``: those of the characters of some dialects at
    which a rule begins. ``references``: normalised label → ``href`` and ``title``. ``wikilinks``: whether the dialect
    has those that begin with the page."""
    found: list[Content] = [None] * len(contents)
    plain: list[int] = []
    linked: list[int] = []
    for number in _find_simple(contents, marks, wikilinks):
        (linked if "[" in contents[number] else plain).append(number)
    if plain:
        for number, shown in zip(plain, _read_plain([contents[number] for number in plain]), strict=True):
            found[number] = shown
    if linked:
        read = _read_linked([contents[number] for number in linked], references)
        for number, content in zip(linked, read, strict=True):
            found[number] = content
    return found


def _find_simple(contents: Sequence[str], marks: frozenset[str], wikilinks: bool) -> Iterator[int]:
    """The contents that are simple but for addresses in their texts, by their numbers."""
    joined = "\0".join((*contents, ""))
    is_ascii = joined.isascii()
    marks = frozenset(mark for mark in marks if mark in joined)
    simple = _simple(wikilinks)
    ends = [*accumulate(map((1).__add__, map(len, contents)))]
    number = start = 0
    while number < len(contents):
        match = simple.match(joined, start)
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


def _read_linked(contents: Sequence[str], references: Mapping[str, Mapping[str, Any]]) -> Iterator[Content]:
    """The same for simple contents that may hold links. Cut by one call: places are counted, which is faster than
    asking a match for them. What uses a label that nothing defines, or may be mistyped, is the tokenizer's."""
    joined = "\0".join(contents)
    links: list[SimpleLink] = []
    pieces: list[str] = []
    doubtful: list[int] = []
    position = text_start = 0
    chunks = iter(_STEP.split(joined))
    steps = zip(chunks, chunks, chunks, chunks, chunks, chunks, chunks, chunks, strict=False)
    for before, code, page, alias, text, href, title, label in steps:
        start = position + len(before)
        if code is not None:
            position = start + len(code) + 2
            continue
        marked = before[-1:] == "!"
        if page is not None:
            position = start + len(page) + (4 if alias is None else len(alias) + 5)
            href = page.strip()
            text = (alias or "").strip() or href
            first = start + 2 + len(page) - len(page.lstrip())
            start -= marked
            links.append(("wikilink", marked and is_picture(href), href, start, position, first, None, None))
        elif href is not None:
            first = start + len(text) + 3
            position = first + len(href) + (1 if title is None else len(title) + 4)
            start -= marked
            links.append(("image" if marked else "inline", marked, href, start, position, first, title or None, None))
        else:
            position = start + len(text) + (2 if label is None else len(label) + 4)
            defined = references.get(normalizeReference(label or text))
            if defined is None:
                if label is not None or may_be_mistyped(joined, start, position):
                    doubtful.append(start)
                continue
            href, title = defined["href"], defined["title"] or None
            start -= marked
            syntax = "image" if marked else "reference"
            links.append((syntax, marked, href, start, position, -1, title, label or text))
        pieces += (joined[text_start:start], text)
        text_start = position
    pieces.append(joined[text_start:])
    shown = _show("\0" + "\1".join(pieces) + "\0")
    has_address = _holds_address(shown)
    first = ahead = 0
    doubtful.reverse()
    for content, text in zip(contents, shown[1:-1].split("\0"), strict=True):
        texts = text.split("\1")
        last = first + len(texts) // 2
        end = ahead + len(content) + 1
        is_doubtful = bool(doubtful) and doubtful[-1] < end
        while doubtful and doubtful[-1] < end:
            doubtful.pop()
        if is_doubtful or (has_address and _holds_address(text)):
            yield None
        else:
            yield SimpleLinks(texts, links[first:last], ahead) if last > first else text
        first = last
        ahead = end


def is_picture(page: str) -> bool:
    """Whether what a wikilink embeds is an image."""
    return _PICTURE.search(page) is not None


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
