"""Liquid expressions (Jekyll, Eleventy), in as much of them as stands in destinations: ``{{ value | filter }}``.

Nothing is run: an expression is a literal or a dotted name that the caller looks up, and a filter one of a few that
change text. Whatever else there is gives None, and the destination stays a template.
After https://shopify.github.io/liquid/ and https://jekyllrb.com/docs/liquid/filters/.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

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
    steps = _split(expression, "|")
    value = read_value(steps[0], look)
    for step in steps[1:]:
        found = FILTER.match(step)
        change = filters.get(found[1]) if found else None
        if value is None or found is None or change is None:
            return None
        arguments = [read_value(each, look) for each in _split(found[2], ",")] if found[2] else []
        known = [each for each in arguments if each is not None]
        if len(known) != len(arguments):
            return None
        value = change(value, known)
    return value


def read_value(text: str, look: Look) -> str | None:
    """A string literal's text, or what a name stands for."""
    literal = STRING.match(text)
    if literal:
        return literal[1] if literal[1] is not None else literal[2]
    found = NAME.match(text)
    return look(found[1]) if found else None


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
