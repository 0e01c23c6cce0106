"""JSON in, values with positions out, in a tenth of the time that YAML takes: JSON is YAML, and most configs of
frameworks written in it are large. Only for sound texts: whatever is wrong with one, the YAML reader says."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from linklint.data.limits import MAXIMUM_DEPTH, MAXIMUM_JSON, MAXIMUM_JSON_NODES
from linklint.data.scalars import resolve_plain
from linklint.data.text import TextLines, decode_utf8
from linklint.data.tree import KEY, KeyPath
from linklint.errors import Problem, UserError
from linklint.model.place import Location

_TOKEN = re.compile(
    r'"[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4})[^"\\\x00-\x1f]*)*"'
    r"|[{}\[\],:]"
    r"|(?:-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?|true|false|null)(?![\w.+-])"
    r"|[ \t\r\n]+|.|\Z",
    re.DOTALL,
)
_DIGITS = frozenset("0123456789")
# What nothing ends goes on to the end, so that a hostile text is read once.
_COMMENT = re.compile(rb'"(?:[^"\\\n]|\\.)*+"?|//[^\r\n]*+|/\*[^*]*+(?:\*(?!/)[^*]*+)*+(?:\*/)?')
_BEFORE_END = re.compile(rb'"(?:[^"\\\n]|\\.)*+"?|,(?=[ \t\r\n]*+[\]}])')
_SHOWN = re.compile(rb"[^\r\n]")
_LAST_COMMA = re.compile(r",[ \t\r\n]*(?=[\]}])")
_SURROGATE = re.compile("[\ud800-\udfff]")


class Token(NamedTuple):
    """A piece of the text and the offsets at which it begins and ends."""

    text: str
    start: int
    end: int


_END = Token("", 0, 0)


class UnsoundError(Exception):
    """The text is no JSON, or none that says the same as YAML."""


def find_json_mistake(data: bytes, path: str) -> Problem | None:
    """Where a text breaks the standard by which programs read JSON that take nothing more: no comments, no comma behind
    the last value. None where it does not, or is larger than what is read."""
    if len(data) > MAXIMUM_JSON:
        return None
    try:
        text = decode_utf8(data, path)
        json.loads(text)
    except UserError as error:
        return error.problems[0]
    except json.JSONDecodeError as error:
        # Which of the two is told, the comma or the bracket, depends on the version of Python.
        comma = next((each for each in _LAST_COMMA.finditer(text) if each.start() <= error.pos <= each.end()), None)
        if comma is not None:
            message, offset, hint = "the last value is followed by a comma", comma.start(), "remove it"
        else:
            message, offset, hint = error.msg[:1].lower() + error.msg[1:], error.pos, ""
        lines = TextLines(text)
        line, column = lines.position(offset)
        return Problem(f"not JSON: {message}", path, line, column, column + 1, lines.lines[line - 1], hint)
    except (ValueError, RecursionError):  # numbers and nesting beyond what any program takes
        return Problem("this cannot be read as JSON", path, 1, 1)
    return None


def blank_json_comments(data: bytes) -> bytes:
    """The text with blanks instead of comments, which programs allow that take more than the standard has."""
    return _COMMENT.sub(_blank, data) if b"//" in data or b"/*" in data else data


def blank_last_commas(data: bytes) -> bytes:
    """The text with blanks instead of commas behind the last values."""
    return _BEFORE_END.sub(_blank, data)


def _blank(found: re.Match[bytes]) -> bytes:
    return found[0] if found[0][:1] == b'"' else _SHOWN.sub(b" ", found[0])


class JsonReader:
    """Reads one value after the other; ``positions`` as in ``Tree``."""

    def __init__(self, text: str, path: str, lines: TextLines) -> None:
        self.positions: dict[KeyPath, Location] = {}
        self._tokens = _cut(text)
        self._path = path
        self._lines = lines

    def read(self) -> Any:
        """The value that the whole text is. Raises UnsoundError."""
        value = self._read_value(self._next(), (), 0)
        if self._next().text:
            raise UnsoundError
        return value

    def _next(self) -> Token:
        return next(self._tokens, _END)

    def _read_value(self, token: Token, keypath: KeyPath, depth: int) -> Any:
        if depth >= MAXIMUM_DEPTH or len(self.positions) >= MAXIMUM_JSON_NODES:
            raise UnsoundError
        end = token.end
        value: Any
        if token.text == "{":
            value, end = self._read_object(keypath, depth + 1)
        elif token.text == "[":
            value, end = self._read_array(keypath, depth + 1)
        elif token.text[:1] == '"':
            value = _read_text(token.text)
        elif len(token.text) > 1 or token.text in _DIGITS:
            value = resolve_plain(token.text)
        else:
            raise UnsoundError
        self.positions[keypath] = self._locate(token.start, end)
        return value

    def _read_object(self, keypath: KeyPath, depth: int) -> tuple[dict[str, Any], int]:
        found: dict[str, Any] = {}
        token = self._next()
        while token.text != "}":
            if token.text[:1] != '"':
                raise UnsoundError
            key = _read_text(token.text)
            if key in found or self._next().text != ":":
                raise UnsoundError
            self.positions[(*keypath, key, KEY)] = self._locate(token.start, token.end)
            found[key] = self._read_value(self._next(), (*keypath, key), depth)
            token = self._after_element("}")
        return found, token.end

    def _read_array(self, keypath: KeyPath, depth: int) -> tuple[list[Any], int]:
        found: list[Any] = []
        token = self._next()
        while token.text != "]":
            found.append(self._read_value(token, (*keypath, len(found)), depth))
            token = self._after_element("]")
        return found, token.end

    def _after_element(self, closing: str) -> Token:
        """The first token of the next element, or the closing one."""
        token = self._next()
        if token.text == closing:
            return token
        following = self._next()
        if token.text != "," or following.text == closing:
            raise UnsoundError
        return following

    def _locate(self, start: int, end: int) -> Location:
        line, column = self._lines.position(start)
        return Location(self._path, line, column, *self._lines.position(end))


def _cut(text: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(text):
        piece = match[0]
        if not piece or piece[0] not in " \t\r\n":
            yield Token(piece, match.start(), match.end())


def _read_text(quoted: str) -> str:
    if len(quoted) < 2:
        raise UnsoundError  # a quotation mark that nothing closes
    if "\\" not in quoted:
        return quoted[1:-1]
    text: str = json.loads(quoted)
    if _SURROGATE.search(text):
        raise UnsoundError
    return text
