"""YAML in, values with positions out; whatever is wrong becomes a ``UserError`` with all problems that can be found.

PyYAML's pure Python scanner and parser give the events. For sound texts in which nothing nests deeply, libyaml gives
the same ones in a tenth of the time; on deep nesting it dies of a segmentation fault. The tree is built from the events
by ``tree_building`` without recursion, so that no input can exhaust the stack.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from typing import Any, Literal

from yaml.error import MarkedYAMLError, YAMLError
from yaml.events import Event
from yaml.parser import Parser
from yaml.reader import Reader, ReaderError
from yaml.scanner import Scanner

from linklint.data.json import JsonReader, UnsoundError
from linklint.data.limits import MAXIMUM_SIZE
from linklint.data.text import TextLines, decode_utf8
from linklint.data.tree import Tree
from linklint.data.tree_building import TreeBuilder
from linklint.data.yaml_errors import explain_syntax
from linklint.errors import Problem, UserError

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_DEEP = re.compile(r"^[ \-?:]{200}", re.MULTILINE)  # blocks nest by what stands before a line's first word
MOST_BRACKETS = 500
_INNER_TAB = re.compile(r"(?<=[^\s:\-?,\[\]{}\"'])\t(?=[^\s#:])")
# Line breaks of YAML 1.1 that are ordinary characters in YAML 1.2, and the tab, which the scanner refuses inside a
# plain scalar: they travel through it as private characters of equal length.
_DISGUISED = "\x85\u2028\u2029\t"
_OTHERWISE_IN_C = re.compile(f"[{_DISGUISED}\ufeff]|[|>][-+0-9]*#|(?<!\\w)!")


class _EventSource(Reader, Scanner, Parser):
    """PyYAML's scanner and parser, without its composer, resolver and constructor."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def scan_to_next_token(self) -> None:
        """Skips tabs between tokens, which YAML 1.2 allows (section 6.2) and PyYAML does not."""
        super().scan_to_next_token()
        while self.peek() == "\t" and (self.flow_level or self._follows_token()):
            self.forward()
            super().scan_to_next_token()

    def _follows_token(self) -> bool:
        before = self.buffer[self.pointer - self.column : self.pointer]
        return not before.isspace() and before != ""


def read_yaml(
    text: str | bytes,
    path: str,
    *,
    first_line: int = 1,
    unknown_tags: Literal["refuse", "keep"] = "refuse",
    repeated_keys: Literal["refuse", "last"] = "refuse",
) -> Tree:
    """Reads one YAML 1.2 document with the core schema: only ``true`` and ``false`` are booleans, dates are text.

    Keys become text. Merge keys (``<<``) are applied. ``first_line`` is the line of the file on which ``text`` begins
    (front matter), so that all positions are the file's own. An empty document has the value None. ``unknown_tags``:
    ``keep`` reads what stands under a tag outside the core schema as if the tag were not there (a scalar is text), and
    gives the tags, such as ``!ENV`` and ``!!python/name:a.b``, in ``Tree.tags``; nothing is built or looked up.
    ``repeated_keys``: ``last`` takes of a key that is written twice the last value, as Ruby and Python do.

    Raises ``UserError`` for text that is not UTF-8, control characters, more than 1 MiB, syntax errors, duplicate keys,
    tags outside the core schema (refused), and what is beyond the limits of ``limits``. It raises nothing else,
    whatever the bytes are.
    """
    if len(text) > MAXIMUM_SIZE:
        message = f"the file has {len(text):,} bytes; at most {MAXIMUM_SIZE:,} are read"
        raise UserError(Problem(message, path, first_line, 1))
    decoded = decode_utf8(text, path)
    lines = TextLines(decoded, first_line)
    if unprintable := _UNPRINTABLE.search(decoded):
        raise UserError(_describe_unprintable(unprintable, lines, path))
    if decoded.lstrip(" \t\r\n")[:1] in ("{", "[") and "\ufeff" not in decoded:
        reader = JsonReader(decoded, path, lines)
        with suppress(UnsoundError):
            return Tree(reader.read(), path, lines.lines, reader.positions, first_line)
    quick = _quick_events(decoded)
    disguise = _disguise(decoded) if quick is None else {}
    originals = {ord(new): old for old, new in disguise.items()}
    builder = TreeBuilder(path, lines, originals, unknown_tags == "keep", repeated_keys == "last")
    if quick is None:
        builder.feed(_events(_INNER_TAB.sub(disguise["\t"], decoded).translate(_table(disguise)), builder))
    else:
        builder.feed(quick)
    if builder.problems:
        raise UserError(builder.problems)
    return Tree(builder.value, path, lines.lines, builder.positions, first_line, builder.tags)


def _quick_events(text: str) -> list[Event] | None:
    """The events as libyaml gives them. None for texts that may nest deeply, that hold what it would understand
    otherwise, or that it refuses: the words about mistakes are ours."""
    brackets = text.count("[") + text.count("{")
    if brackets > MOST_BRACKETS or (brackets and "?" in text) or _OTHERWISE_IN_C.search(text) or _DEEP.search(text):
        return None
    source = _open_libyaml(text)
    events: list[Event] = []
    try:
        while source is not None and source.check_event():
            events.append(source.get_event())
    except (YAMLError, ValueError, OverflowError, RecursionError):
        return None
    return events or None


def _open_libyaml(text: str) -> Any:
    """libyaml's parser of a text; None where PyYAML was built without it."""
    try:
        cyaml = import_module("yaml.cyaml")
    except ImportError:
        return None
    return cyaml.CParser(text)


def _events(text: str, builder: TreeBuilder) -> Iterator[Event]:
    """The parser's events; what it raises becomes a problem of the builder, and the events end there."""
    source: Any = None
    try:
        source = _EventSource(text)
        while source.check_event():
            yield source.get_event()
    except MarkedYAMLError as error:
        builder.report(*explain_syntax(error, text, builder.opening()))
    except ReaderError as error:
        builder.report(error.position, error.position + 1, "this character is not allowed in YAML", "")
    except (YAMLError, ValueError, OverflowError, RecursionError) as error:
        index = source.index if source is not None else 0
        if "chr()" in str(error):
            builder.report(index, index + 8, "this escape stands for no character", "Unicode ends at U+10FFFF")
        else:
            builder.report(index, index + 1, "this cannot be read as YAML", f"{type(error).__name__}: {error}"[:200])


def _disguise(text: str) -> dict[str, str]:
    """Private characters that ``text`` does not use, for the characters that PyYAML would misunderstand."""
    free = (chr(code) for code in range(0xE000, 0xF8FF) if chr(code) not in text)
    return dict(zip(_DISGUISED, free, strict=False))


def _table(disguise: dict[str, str]) -> dict[int, str]:
    return {ord(old): new for old, new in disguise.items() if old != "\t"}


def _describe_unprintable(match: re.Match[str], lines: TextLines, path: str) -> Problem:
    line, column = lines.position(match.start())
    code = ord(match.group())
    kind = "half of a surrogate pair" if 0xD800 <= code <= 0xDFFF else "a control character"
    text = lines.lines[line - lines.first_line]
    message = f"U+{code:04X} is {kind}, which YAML does not allow"
    return Problem(message, path, line, column, column + 1, text, "remove it")
