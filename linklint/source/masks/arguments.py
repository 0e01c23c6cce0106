"""The arguments of a tag: ``name="value"``, ``name='value'``, ``name=value``, ``"value"``, ``value``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from linklint.source.masks.mask import TagLink

_ARGUMENT = re.compile(
    r"""(?:(?P<name>[A-Za-z_][\w.\-]*)\s*(?:=|:(?=[\s"']))\s*)?"""
    r"""(?:"(?P<double>(?:[^"\\]|\\.)*+)"|'(?P<single>(?:[^'\\]|\\.)*+)'|`(?P<raw>[^`]*+)`|(?P<bare>[^\s"'`=]++))""",
    re.DOTALL,
)
LINK_NAMES = frozenset({"href", "to", "link", "url"})
_PICTURES = re.compile(r"figure|image|img|picture", re.IGNORECASE)
_TEXT_NAMES = ("text", "title", "label", "name", "alt")


class Argument(NamedTuple):
    """``name`` is empty for one without. ``start`` and ``end`` are the file's, of the value without its quotes."""

    name: str
    value: str
    start: int
    end: int
    quoted: bool


def read_arguments(text: str, start: int, end: int) -> list[Argument]:
    """The arguments that stand from ``start`` to ``end``."""
    return list(_read(text, start, end))


def find_links(element: str, arguments: Sequence[Argument], also: frozenset[str] = frozenset()) -> tuple[TagLink, ...]:
    """The links of a tag: its quoted arguments with a name of a destination. ``src`` counts for pictures only."""
    by_name = {argument.name: argument.value for argument in arguments if argument.name}
    text = next((by_name[name] for name in _TEXT_NAMES if by_name.get(name)), "")
    names = LINK_NAMES | also | ({"src"} if _PICTURES.search(element) else set())
    return tuple(
        TagLink(element, item.name, item.value, item.start, item.end, text, by_name.get("title"))
        for item in arguments
        if item.name in names and item.quoted and item.value
    )


def first_value(arguments: Sequence[Argument], *names: str) -> str:
    """The value of the first argument with one of these names, else of the first one without a name; else empty."""
    for name in (*names, ""):
        for argument in arguments:
            if argument.name == name and argument.value:
                return argument.value
    return ""


def _read(text: str, start: int, end: int) -> Iterator[Argument]:
    for match in _ARGUMENT.finditer(text, start, end):
        kind = match.lastgroup or "bare"
        yield Argument(match["name"] or "", match[kind], match.start(kind), match.end(kind), kind != "bare")
