"""Liquid expressions (Jekyll, Eleventy), in as much of them as stands in destinations: ``{{ value | filter }}``.

Nothing is run: an expression is a literal or a dotted name that the caller looks up, and a filter one of a few that
change text. Whatever else there is gives None, and the destination stays a template.
After https://shopify.github.io/liquid/ and https://jekyllrb.com/docs/liquid/filters/.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import NamedTuple

LONGEST = 500  # characters between the braces: where none close, each pair that opens is looked at so far and no more
OUTPUT = re.compile(rf"\{{\{{-?(.{{0,{LONGEST}}}?)-?\}}\}}", re.DOTALL)
STRING = re.compile(r"\s*(?:'([^']*)'|\"([^\"]*)\")\s*\Z")
NAME = re.compile(r"\s*([A-Za-z_][\w.\-]*)\s*\Z")
FILTER = re.compile(r"\s*([A-Za-z_]+)\s*(?::(.*))?\Z", re.DOTALL)
PIECES = re.compile(r"'[^']*'|\"[^\"]*\"|[|,]|[^'\"|,]+")

Look = Callable[[str], str | None]
Filter = Callable[[str, list[str]], str | None]


def _one(change: Callable[[str], str]) -> Filter:
    return lambda text, arguments: None if arguments else change(text)


FILTERS: Mapping[str, Filter] = {
    "append": lambda text, arguments: text + arguments[0] if len(arguments) == 1 else None,
    "prepend": lambda text, arguments: arguments[0] + text if len(arguments) == 1 else None,
    "replace": lambda text, arguments: text.replace(*arguments) if len(arguments) == 2 and arguments[0] else None,  # type: ignore[arg-type]  # two of them
    "remove": lambda text, arguments: text.replace(arguments[0], "") if len(arguments) == 1 and arguments[0] else None,
    "downcase": _one(str.lower),
    "upcase": _one(str.upper),
    "strip": _one(str.strip),
    "escape": _one(lambda text: text),
    "uri_escape": _one(lambda text: text.replace(" ", "%20")),
    "url": _one(lambda text: text),
    "safe": _one(lambda text: text),
}


def fill(text: str, look: Look, filters: Mapping[str, Filter] = FILTERS) -> str:
    """The text with every ``{{ … }}`` that can be known put in; the others stay as they are."""

    def put(match: re.Match[str]) -> str:
        value = evaluate(match[1], look, filters)
        return match[0] if value is None else value

    return OUTPUT.sub(put, text)


def evaluate(expression: str, look: Look, filters: Mapping[str, Filter] = FILTERS) -> str | None:
    """The value of what stands between the braces; None where it cannot be known."""
    first, steps = read_expression(expression)
    value = _find(first, look)
    for name, given in steps:
        change = filters.get(name)
        if value is None or change is None:
            return None
        arguments = [_find(each, look) for each in given]
        known = [each for each in arguments if each is not None]
        if len(known) != len(arguments):
            return None
        value = change(value, known)
    return value


class Value(NamedTuple):
    """A string literal's text, or the name of what stands for one; neither, where it cannot be read."""

    literal: str | None = None
    name: str = ""


@lru_cache(maxsize=8192)
def read_expression(expression: str) -> tuple[Value, tuple[tuple[str, tuple[Value, ...]], ...]]:
    """The value that an expression begins with, and its filters (empty: one that cannot be read) with their arguments.
    Remembered: the same few expressions stand in thousands of destinations."""
    first, *steps = _split(expression, "|")
    found = (FILTER.match(step) for step in steps)
    filters = (
        (step[1], tuple(map(_read_value, _split(step[2], ",") if step[2] else ()))) if step else ("", ())
        for step in found
    )
    return _read_value(first), tuple(filters)


def _read_value(text: str) -> Value:
    literal = STRING.match(text)
    if literal:
        return Value(literal[1] if literal[1] is not None else literal[2])
    found = NAME.match(text)
    return Value(name=found[1]) if found else Value()


def _find(value: Value, look: Look) -> str | None:
    return look(value.name) if value.name else value.literal


def _split(text: str, mark: str) -> list[str]:
    """The text cut at a mark that stands outside of quotes."""
    if "'" not in text and '"' not in text:
        return text.split(mark)
    parts = [""]
    for piece in PIECES.findall(text):
        if piece == mark:
            parts.append("")
        else:
            parts[-1] += piece
    return parts
