"""HTML blocks as kramdown reads them: a block is one element, to its end tag, blank lines or not, and what stands in
it is no Markdown; below the end tag Markdown begins at once. CommonMark's blocks end at blank lines instead.

Source: ``parse_block_html`` and ``parse_raw_html`` of kramdown 2.4.0 (MIT). What depends on more than the text, it
leaves to CommonMark's rule: elements that are not closed (a template may close them), and elements with blank lines
in which templates stand (what these show may have been made of Markdown).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from linklint.source.lines import Lines
from linklint.source.markdown.html_holders import html_before_markdown, push_html

SPANS = frozenset(
    "a abbr acronym b bdo big br button cite code del dfn em i img input ins kbd label mark option q rb rbc rp rt rtc "
    "ruby samp select small span strong sub sup tt u var".split()
)
"""Elements of running text: a paragraph begins with them."""
EMPTY = frozenset("area base br col command embed hr img input keygen link meta param source track wbr".split())
UNREAD = frozenset({"script", "style"})
LONGEST_VALUE = 2000
"""Characters of an attribute's value: the time it takes to look for its end."""

_NAME = r"[A-Za-z_][\w.\-]*+(?::[A-Za-z_][\w.\-]*+)?+"
_VALUE = rf"""(?:\w++|"[^"]{{0,{LONGEST_VALUE}}}+"|'[^']{{0,{LONGEST_VALUE}}}+')"""
_TAG = re.compile(rf"<({_NAME})((?:\s++{_NAME}(?:\s*+=\s*+{_VALUE})?+)*+)\s*+(/)?>")
_END_TAG = re.compile(rf"</({_NAME})\s*+>")
_BEGINNING = re.compile(r"<[A-Za-z_/!?]")
_MARKDOWN = re.compile(r"\smarkdown(?=[\s=]|\Z)", re.IGNORECASE)
_CLOSINGS = {"!": "-->", "?": "?>"}
_ID = re.compile(r"""<[A-Za-z][^<>]*?\sid=["']?([^"'\s<>]+)""")
_BLANK_LINE = re.compile(r"\n[ \t>]*\n")
_FILLER = re.compile("[\U000f0000-\U0010ffff]")
_ENDS = "html_ends"
_RAW, _RAW_END = "{::nomarkdown}", "{:/"


class Tag(NamedTuple):
    """A start tag (``kind`` ``open``), one without content (``empty``), or an end tag (``close``). ``holds``: its
    content is Markdown."""

    start: int
    end: int
    name: str
    kind: str
    holds: bool = False


def read_html_elements(md: MarkdownIt) -> None:
    """Add the rule to a parser, before that for what holds Markdown."""
    alt = ["paragraph", "reference", "blockquote", "list", "deflist"]
    md.block.ruler.before("html_block", "html_element", html_element, {"alt": alt})
    md.block.ruler.at("html_block", html_without_spans, {"alt": ["paragraph", "reference", "blockquote"]})


def html_element(state: StateBlock, first_line: int, end_line: int, silent: bool) -> bool:
    """A block rule: an element from its start tag to the end of the line on which it ends."""
    if state.is_code_block(first_line):
        return False
    end = find_end(state, state.bMarks[first_line] + state.tShift[first_line])
    if end is None:
        return False
    last = bisect_right(state.bMarks, end - 1, first_line, end_line) - 1
    below = range(first_line + 1, last + 1)
    leaves = any(state.sCount[line] < state.blkIndent and not state.isEmpty(line) for line in below)
    if leaves or end > state.eMarks[last]:
        return False
    if not silent:
        push_html(state, first_line, last + 1)
    return True


def html_without_spans(state: StateBlock, first_line: int, end_line: int, silent: bool) -> bool:
    """The rule for other HTML, which takes no element of running text."""
    tag = _TAG.match(state.src, state.bMarks[first_line] + state.tShift[first_line])
    if tag is not None and tag[1].lower() in SPANS:
        return False
    return html_before_markdown(state, first_line, end_line, silent)


def find_end(state: StateBlock, start: int) -> int | None:
    """Where the block ends that begins with the tag at ``start``: behind the last element that begins on a line on
    which another one ends. None: leave it to CommonMark."""
    if _ENDS not in state.env:
        state.env[_ENDS] = match_tags(state.src)
    ends: dict[int, tuple[int, bool]] = state.env[_ENDS]
    position, holds = start, False
    while found := ends.get(position):
        position, holds = found[0], holds or found[1]
        while state.src[position : position + 1] in (" ", "\t"):
            position += 1
        if state.src.startswith("<!--", position):
            position = state.src.find("-->", position) + 3
            if position < 3 or "\n" in state.src[found[0] : position]:
                return None
    if position == start or holds:
        return None
    tag = _TAG.match(state.src, position)
    if tag is not None and tag[1].lower() not in SPANS:
        return None
    text = state.src[start:position]
    return None if _BLANK_LINE.search(text) and _FILLER.search(text) else position


def match_tags(text: str) -> dict[int, tuple[int, bool]]:
    """Where each element that begins a block ends, by where it begins, and whether it, or an element in it, holds
    Markdown. An element is closed by the next end tag of its name that is in none of the elements in it; one in which
    an element is not closed is not closed either. What stands in ``{::nomarkdown}`` is passed on as it is, and closes
    and opens nothing outside of it (https://kramdown.gettalong.org/syntax.html#extensions). Every tag is looked at
    once."""
    borders = list(_find_borders(text))
    groups: dict[int, list[Tag]] = {}
    for tag in list_tags(text):
        number = bisect_right(borders, tag.start)
        groups.setdefault(number if number % 2 else 0, []).append(tag)
    ends: dict[int, tuple[int, bool]] = {}
    for tags in groups.values():
        ends.update({tags[number].start: (tags[last].end, holds) for number, (last, holds) in _close(tags).items()})
        ends.update((tag.start, (tag.end, tag.holds)) for tag in tags if tag.kind == "empty")
    return {start: found for start, found in ends.items() if _name_at(text, start) not in SPANS}


def _find_borders(text: str) -> Iterator[int]:
    """Where each stretch begins and ends whose tags are none of those around it."""
    end = 0
    while (start := text.find(_RAW, end)) >= 0 and (end := text.find(_RAW_END, start)) >= 0:
        yield from (start, end)


def _close(tags: list[Tag]) -> dict[int, tuple[int, bool]]:
    """Number of a start tag → number of its end tag, and whether Markdown is in it."""
    closed: dict[int, tuple[int, bool]] = {}
    for number in range(len(tags) - 1, -1, -1):
        tag = tags[number]
        if tag.kind != "open":
            continue
        holds, inner = tag.holds, number + 1
        while inner < len(tags):
            other = tags[inner]
            if other.kind == "close" and other.name == tag.name:
                closed[number] = inner, holds
                break
            if other.kind == "open":
                if inner not in closed:
                    break
                holds = holds or closed[inner][1]
                inner = closed[inner][0]
            inner += 1
    return closed


def find_left_ids(tokens: Iterable[Token], lines: Lines, body_start: int) -> Iterator[tuple[str, int]]:
    """Ids, and where their lines begin, of tags in what CommonMark takes for indented code: below a blank line in an
    element that is left to it, kramdown would have read them."""
    first = lines.line(body_start)
    for token in tokens:
        if token.type == "code_block" and token.map:
            start = lines.start(first + token.map[0])
            yield from ((found[1], start) for found in _ID.finditer(token.content))


def list_tags(text: str) -> Iterator[Tag]:
    """The tags outside comments, instructions, scripts and styles, in order. A script is one empty element."""
    position = 0
    endless: set[str] = set()
    while beginning := _BEGINNING.search(text, position):
        start = beginning.start()
        position = start + 1
        sign = text[start + 1]
        if sign in _CLOSINGS:
            end = text.find(_CLOSINGS[sign], start) if sign not in endless else -1
            if end < 0:
                endless.add(sign)
            elif sign == "?" or text.startswith("<!--", start):
                position = end + len(_CLOSINGS[sign])
            continue
        found = _END_TAG.match(text, start) if sign == "/" else _TAG.match(text, start)
        if found is None:
            continue
        position, name = found.end(), found[1].lower()
        if sign == "/":
            yield Tag(start, position, name, "close")
            continue
        kind = "empty" if found[3] or name in EMPTY else "open"
        if name in UNREAD and name not in endless:
            end_tag = re.compile(rf"</{name}\s*+>", re.IGNORECASE).search(text, position)
            if end_tag is None:
                endless.add(name)
            else:
                kind, position = "empty", end_tag.end()
        yield Tag(start, position, name, kind, _MARKDOWN.search(found[2]) is not None)


def _name_at(text: str, start: int) -> str:
    found = _TAG.match(text, start)
    return found[1].lower() if found else ""
