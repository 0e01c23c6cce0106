"""The tags and comments of an HTML text with their exact places: the HTML standard's tokenizer, without its tree.

Linear in the text's length, and total. What depends on the tree (raw text and CDATA inside ``<svg>`` and ``<math>``) is
decided by ``Foreign``, which follows the tree closely enough; ``stamping`` never trusts a tag that the tree lacks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from linklint.source.html.entities import decode_attribute
from linklint.source.html.foreign import INTEGRATION_POINTS, Foreign

_SPACE = r"[\t\n\f\r ]"
_NAME = re.compile(r"[A-Za-z][^\t\n\f\r />]*")
# Every part either matches or is skipped, and none can match in two ways: no backtracking.
_ATTRIBUTE = re.compile(
    r"[\t\n\f\r /]*+([^\t\n\f\r />][^\t\n\f\r />=]*+)"
    rf"(?:{_SPACE}*+=(?:{_SPACE}*+)(?:\"([^\"]*+)\"?|'([^']*+)'?|((?:[^\t\n\f\r >\"'][^\t\n\f\r >]*+)?)))?+"
)
# Nearly all tags: quoted values, blanks between attributes and nowhere else. What it does not match is read by parts.
_QUICK = re.compile(
    r"</([A-Za-z][^\t\n\f\r />]*+)[\t\n\f\r ]*+>|<([A-Za-z][^\t\n\f\r />]*+)"
    rf"((?:{_SPACE}++[^\t\n\f\r />=\"'<]++(?:=(?:\"[^\"]*+\"|'[^']*+'))?+)*+{_SPACE}*+(/?+))>"
)
_TAG_END = re.compile(r"[\t\n\f\r /]*+(>)?")
_COMMENT_END = re.compile(r"--!?>")
_RAW_TEXT = ("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes")
_HOLDING_TEXT = frozenset({*_RAW_TEXT, "plaintext"})
_CHANGING = _HOLDING_TEXT.union(INTEGRATION_POINTS)  # elements after whose start tags the text is read otherwise
_RAW_TEXT_END = {name: re.compile(rf"</{name}(?=[\t\n\f\r />])", re.IGNORECASE) for name in _RAW_TEXT}
_SCRIPT_STEP = re.compile(r"<!--|-->|<(/?)script(?=[\t\n\f\r />])", re.IGNORECASE)


_SHORTEST = 2  # characters of an attribute and the blank before it
_LONGEST = 500
_MANY = 16_384


class Attribute(NamedTuple):
    """An attribute's decoded value, and where it is written (quotes excluded; None for one without a value), from its
    tag's ``base`` on."""

    value: str
    start: int | None = None
    end: int | None = None


class StartTag(NamedTuple):
    """A start tag; ``start`` is the offset of its ``<``, ``end`` the one after its ``>``. Names are in lower case; of
    attributes with the same name the first counts. ``base`` is the offset that their places are counted from."""

    name: str
    attributes: Mapping[str, Attribute]
    start: int
    end: int
    self_closing: bool = False
    base: int = 0

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


class Run(NamedTuple):
    """Tags and texts that say nothing (``plain``), from ``start`` to ``end``."""

    start: int
    end: int


_NONE: Mapping[str, Attribute] = {}
Token = StartTag | EndTag | Comment


def read_start_tag(text: str, offset: int) -> StartTag | None:
    """The start tag that begins at ``offset``; None when none does, or the text ends before it does."""
    return _read_tag(text, offset, offset + 1) if text.startswith("<", offset) else None


def read_end_tag(text: str, offset: int) -> EndTag | None:
    """The end tag that begins at ``offset``; None when none does, or the text ends before it does."""
    tag = _read_tag(text, offset, offset + 2) if text.startswith("</", offset) else None
    return tag and EndTag(tag.name, offset, tag.end)


def tokenize(text: str, start: int = 0, plain: re.Pattern[str] | None = None) -> Iterator[Token | Run]:
    """The tags and comments of a text from ``start`` on, in order; text, doctypes and bogus comments are skipped.
    ``plain``: tags, with the texts behind them, that are to be passed over as runs wherever they are HTML.
    """
    foreign = Foreign()
    position = text.find("<", start)
    while position >= 0:
        run = plain.match(text, position) if plain is not None and not foreign.opened else None
        if run is not None:
            yield Run(position, run.end())
            position = text.find("<", run.end())
            continue
        quick = _QUICK.match(text, position)
        token: Token | None
        if quick is None:
            token, end = _read_other(text, position, foreign.inside)
            if token is not None:
                yield token
        else:
            end = quick.end()
            ended, begun, written, slash = quick.groups()
            if ended is not None:
                token = EndTag(ended.lower(), position, end)
            else:
                name = begun.lower()
                if len(written) < _SHORTEST:
                    attributes = _NONE
                elif len(written) < _LONGEST:
                    attributes = _read_written(written)
                else:
                    attributes = _read_attributes(written, 0)[0]
                token = StartTag(name, attributes, position, end, slash == "/", quick.start(3))
            yield token
        if token is not None and (foreign.opened or token[0] in _CHANGING):
            end = _follow(text, token, foreign, end)
        if end is None:
            return
        position = text.find("<", end)


def _follow(text: str, token: Token | None, foreign: Foreign, end: int | None) -> int | None:
    """Where the text goes on behind a token: behind the contents of an element that holds no markup."""
    if isinstance(token, EndTag):
        foreign.leave(token.name)
    elif isinstance(token, StartTag):
        asks = foreign.opened or token.name in INTEGRATION_POINTS
        is_foreign = asks and foreign.enter(token.name, token.self_closing, token.attributes)
        if token.name in _HOLDING_TEXT and not is_foreign:
            return _end_of_raw_text(text, token)
    return end


def _read_other(text: str, position: int, inside_foreign: bool) -> tuple[Token | None, int | None]:
    """What begins with a ``<`` and is no tag that is written in the usual way, and where it ends; None: nowhere."""
    following = text[position + 1 : position + 2]
    if following == "!":
        comment = _read_comment(text, position)
        return comment, comment.end if comment is not None else _end_of_declaration(text, position, inside_foreign)
    if following == "?" or (following == "/" and not _NAME.match(text, position + 2)):
        return None, _find_end(text, ">", position + 2)
    if following == "/":
        end_tag = read_end_tag(text, position)
        return end_tag, end_tag and end_tag.end
    if _NAME.match(text, position + 1):
        start_tag = read_start_tag(text, position)
        return start_tag, start_tag and start_tag.end
    return None, position + 1


def _read_tag(text: str, offset: int, name_offset: int) -> StartTag | None:
    name = _NAME.match(text, name_offset)
    if name is None:
        return None
    attributes, position = _read_attributes(text, name.end())
    end = _TAG_END.match(text, position)
    if end is None or end[1] is None:
        return None
    self_closing = end.end() - 2 >= position and text[end.end() - 2] == "/"
    return StartTag(name[0].lower(), attributes, offset, end.end(), self_closing)


@lru_cache(_MANY)
def _read_written(written: str) -> Mapping[str, Attribute]:
    """The attributes of a tag. Those of menus are written alike on all pages."""
    return _read_attributes(written, 0)[0]


def _read_attributes(text: str, position: int) -> tuple[Mapping[str, Attribute], int]:
    """The attributes from there on, and where they end."""
    attributes: dict[str, Attribute] = {}
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
    return attributes, position


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
