"""The tags and comments of an HTML text with their exact places: the HTML standard's tokenizer, without its tree.

Linear in the text's length, and total. What depends on the tree (raw text and CDATA inside ``<svg>`` and ``<math>``) is
decided by ``Foreign``, which follows the tree closely enough; ``stamping`` never trusts a tag that the tree lacks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from linklint.source.html.entities import decode_attribute
from linklint.source.html.foreign import Foreign

_SPACE = r"[\t\n\f\r ]"
_NAME = re.compile(r"[A-Za-z][^\t\n\f\r />]*")
# Every part either matches or is skipped, and none can match in two ways: no backtracking.
_ATTRIBUTE = re.compile(
    r"[\t\n\f\r /]*+([^\t\n\f\r />][^\t\n\f\r />=]*+)"
    rf"(?:{_SPACE}*+=(?:{_SPACE}*+)(?:\"([^\"]*+)\"?|'([^']*+)'?|((?:[^\t\n\f\r >\"'][^\t\n\f\r >]*+)?)))?+"
)
_TAG_END = re.compile(r"[\t\n\f\r /]*+(>)?")
_COMMENT_END = re.compile(r"--!?>")
_RAW_TEXT = ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
_RAW_TEXT_END = {name: re.compile(rf"</{name}(?=[\t\n\f\r />])", re.IGNORECASE) for name in _RAW_TEXT}
_SCRIPT_STEP = re.compile(r"<!--|-->|<(/?)script(?=[\t\n\f\r />])", re.IGNORECASE)


class Attribute(NamedTuple):
    """An attribute's decoded value, and where it is written (quotes excluded; None for one without a value)."""

    value: str
    start: int | None = None
    end: int | None = None


class StartTag(NamedTuple):
    """A start tag; ``start`` is the offset of its ``<``, ``end`` the one after its ``>``. Names are in lower case; of
    attributes with the same name the first counts."""

    name: str
    attributes: Mapping[str, Attribute]
    start: int
    end: int
    self_closing: bool = False

    def get(self, name: str) -> str | None:
        """An attribute's decoded value; empty for one without a value, None for one that is not there."""
        attribute = self.attributes.get(name)
        return None if attribute is None else attribute.value


class EndTag(NamedTuple):
    """An end tag."""

    name: str
    start: int
    end: int


class Comment(NamedTuple):
    """``<!-- … -->`` with the text between its markers."""

    text: str
    start: int
    end: int


Token = StartTag | EndTag | Comment


def read_start_tag(text: str, offset: int) -> StartTag | None:
    """The start tag that begins at ``offset``; None when none does, or the text ends before it does."""
    return _read_tag(text, offset, offset + 1) if text.startswith("<", offset) else None


def read_end_tag(text: str, offset: int) -> EndTag | None:
    """The end tag that begins at ``offset``; None when none does, or the text ends before it does."""
    tag = _read_tag(text, offset, offset + 2) if text.startswith("</", offset) else None
    return tag and EndTag(tag.name, offset, tag.end)


def tokenize(text: str, start: int = 0) -> Iterator[Token]:
    """The tags and comments of a text from ``start`` on, in order; text, doctypes and bogus comments are skipped."""
    foreign = Foreign()
    position = text.find("<", start)
    while position >= 0:
        following = text[position + 1 : position + 2]
        end: int | None = position + 1
        if following == "!":
            comment = _read_comment(text, position)
            if comment is not None:
                yield comment
                end = comment.end
            else:
                end = _end_of_declaration(text, position, foreign.inside)
        elif following == "?" or (following == "/" and not _NAME.match(text, position + 2)):
            end = _find_end(text, ">", position + 2)
        elif following == "/":
            end_tag = read_end_tag(text, position)
            if end_tag is not None:
                yield end_tag
                foreign.leave(end_tag.name)
            end = end_tag and end_tag.end
        elif _NAME.match(text, position + 1):
            start_tag = read_start_tag(text, position)
            if start_tag is None:
                return
            yield start_tag
            is_foreign = foreign.enter(start_tag.name, start_tag.self_closing, start_tag.attributes)
            end = start_tag.end if is_foreign else _end_of_raw_text(text, start_tag)
        if end is None:
            return
        position = text.find("<", end)


def _read_tag(text: str, offset: int, name_offset: int) -> StartTag | None:
    name = _NAME.match(text, name_offset)
    if name is None:
        return None
    attributes: dict[str, Attribute] = {}
    position = name.end()
    while match := _ATTRIBUTE.match(text, position):
        position = match.end()
        key = match[1].lower()
        group = match.lastindex or 1
        if key in attributes:
            continue
        if group == 1:
            attributes[key] = Attribute("")
        else:
            attributes[key] = Attribute(decode_attribute(match[group]), match.start(group), match.end(group))
    end = _TAG_END.match(text, position)
    if end is None or end[1] is None:
        return None
    self_closing = end.end() - 2 >= position and text[end.end() - 2] == "/"
    return StartTag(name[0].lower(), attributes, offset, end.end(), self_closing)


def _read_comment(text: str, position: int) -> Comment | None:
    if not text.startswith("<!--", position):
        return None
    inner = position + 4
    for empty in (">", "->"):
        if text.startswith(empty, inner):
            return Comment("", position, inner + len(empty))
    end = _COMMENT_END.search(text, inner)
    if end is None:
        return Comment(text[inner:], position, len(text))
    return Comment(text[inner : end.start()], position, end.end())


def _end_of_declaration(text: str, position: int, inside_foreign: bool) -> int | None:
    if inside_foreign and text.startswith("<![CDATA[", position):
        return _find_end(text, "]]>", position + 9)
    return _find_end(text, ">", position + 2)


def _find_end(text: str, closing: str, position: int) -> int | None:
    found = text.find(closing, position)
    return None if found < 0 else found + len(closing)


def _end_of_raw_text(text: str, tag: StartTag) -> int | None:
    """Where the contents of an element that holds no markup end (at its end tag); None when they never do."""
    if tag.name == "plaintext":
        return None
    if tag.name == "script":
        return _end_of_script(text, tag.end)
    pattern = _RAW_TEXT_END.get(tag.name)
    if pattern is None:
        return tag.end
    end = pattern.search(text, tag.end)
    return None if end is None else end.start()


def _end_of_script(text: str, position: int) -> int | None:
    """A script with ``<!--`` and then ``<script`` in it ends at its second ``</script>``, unless ``-->`` is between."""
    level = 0  # 0 plain, 1 after <!--, 2 after a <script inside that
    while step := _SCRIPT_STEP.search(text, position):
        position = step.end()
        if step[0] == "<!--":
            position = step.start() + 2  # its dashes may be those of a -->, as in <!-->
            level = max(level, 1)
        elif step[0] == "-->":
            level = 0
        elif step[1] == "/" and level < 2:
            return step.start()
        elif step[1] == "/":
            level = 1
        elif level == 1:
            level = 2
    return None
