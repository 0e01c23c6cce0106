"""From a YAML text to a tree, over the events of PyYAML.

Its pure Python scanner and parser give the events. For sound texts in which nothing nests deeply, libyaml gives the
same ones in a tenth of the time; on deep nesting it dies of a segmentation fault. The tree is built from the events by
``tree_building`` without recursion, so that no input can exhaust the stack.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from yaml.error import MarkedYAMLError, YAMLError
from yaml.events import Event
from yaml.parser import Parser
from yaml.reader import Reader, ReaderError
from yaml.scanner import Scanner

from linklint.data.text import TextLines
from linklint.data.tree import Tree
from linklint.data.tree_building import TreeBuilder
from linklint.data.yaml_errors import explain_syntax
from linklint.errors import UserError

_DEEP = re.compile(r"^[ \-?:]{200}", re.MULTILINE)  # blocks nest by what stands before a line's first word
MOST_BRACKETS = 500
_BEHIND_COLON = frozenset("\0 \t\r\n,[]{}")
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

    def check_value(self) -> bool:
        """In brackets, a colon is one only before a blank or a bracket, or right behind what is quoted (YAML 1.2,
        sections 7.3.3 and 7.4.2): ``[services, :id]`` are two texts."""
        if not self.flow_level or self.peek(1) in _BEHIND_COLON:
            return bool(super().check_value())
        return self.pointer > 0 and self.buffer[self.pointer - 1] in "\"'}]"

    def check_plain(self) -> bool:
        """A colon that ``check_value`` takes for none begins a text."""
        return bool(super().check_plain()) or (self.flow_level > 0 and self.peek() == ":")

    def _follows_token(self) -> bool:
        before = self.buffer[self.pointer - self.column : self.pointer]
        return not before.isspace() and before != ""


def build_tree(text: str, lines: TextLines, path: str, *, keep_tags: bool, last_counts: bool) -> Tree:
    """The values of a text without control characters; see ``TreeBuilder`` for what is kept and counts. Raises
    ``UserError`` with all mistakes."""
    quick = _quick_events(text)
    disguise = _disguise(text) if quick is None else {}
    originals = {ord(new): old for old, new in disguise.items()}
    builder = TreeBuilder(path, lines, originals, keep_tags, last_counts)
    if quick is None:
        builder.feed(_events(_INNER_TAB.sub(disguise["\t"], text).translate(_table(disguise)), builder))
    else:
        builder.feed(quick)
    if builder.problems:
        raise UserError(builder.problems)
    return Tree(builder.value, path, lines.lines, builder.positions, lines.first_line, builder.tags)


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
