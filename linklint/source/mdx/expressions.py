"""JavaScript in braces: where it ends, and which expressions are mere strings.

Strings, template literals, comments and regular expressions may hold braces. Nothing is evaluated.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from linklint.source.html.entities import decode_attribute

_STEP = re.compile(
    r"\"(?:[^\"\\\n]|\\.)*+\"|'(?:[^'\\\n]|\\.)*+'|(?P<comment>/\*)|(?<![:\w])//[^\n]*"
    r"|(?<=[(,=:\[!&|?{};])[ \t]*/(?![*/>])(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*+\])++/"
    r"|(?P<open>[{(\[])|(?P<close>[})\]])|(?P<template>`)|(?P<blank>\n(?=[ \t]*(?:\n|\Z)))"
)
_TEMPLATE_STEP = re.compile(r"\\.|(?P<end>`)|(?P<open>\$\{)", re.DOTALL)
_STRING = re.compile(
    r"\{\s*(?:\"(?P<double>(?:[^\"\\\n]|\\.)*+)\"|'(?P<single>(?:[^'\\\n]|\\.)*+)'|`(?P<template>[^`$\\]*+)`)\s*\}"
)
_LIST = re.compile(r"\{\s*\[(?P<items>(?:\s*(?:\"[^\"\\\n]*+\"|'[^'\\\n]*+')\s*,?)*+)\s*\]\s*\}")
_ITEM = re.compile(r"\"([^\"]*)\"|'([^']*)'")
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)


class Text(NamedTuple):
    """A string literal: its value, and where it stands (without quotes)."""

    value: str
    start: int
    end: int


class Effort:
    """How much may be read for nothing (expressions that never end), which keeps hostile files linear; and what is
    known never to come again in the text."""

    def __init__(self, text: str) -> None:
        self._left = 2 * len(text) + 2_000_000
        self.last_brace = text.rfind("}")
        self.last_comment_end = text.rfind("*/")

    def spend(self, characters: int) -> None:
        """Note that so many characters were read for nothing."""
        self._left -= characters

    @property
    def is_spent(self) -> bool:
        """Nothing more may be tried."""
        return self._left <= 0


def find_closing_brace(text: str, position: int, effort: Effort) -> int | None:
    """The offset after the ``}`` that closes the ``{`` at ``position``; None when nothing does."""
    if effort.is_spent or effort.last_brace < position:
        return None
    stack: list[str] = []
    at = position
    while True:
        if stack and stack[-1] == "`":
            step = _TEMPLATE_STEP.search(text, at)
            if step is None:
                break
            if step["open"]:
                stack.append("{")
            elif step["end"]:
                stack.pop()
        else:
            step = _STEP.search(text, at)
            if step is None:
                break
            if step["open"]:
                stack.append(step["open"])
            elif step["template"]:
                stack.append("`")
            elif step["comment"]:
                at = skip_comment(text, step.end(), effort)
                continue
            elif step["close"] == "}":
                # Brackets that are text (":)" in JSX) are not matched.
                while stack and stack[-1] in "([":
                    stack.pop()
                if not stack or stack.pop() == "`":
                    break
                if not stack:
                    return step.end()
            elif step["close"] and stack and stack[-1] in "([":
                stack.pop()
        at = step.end()
    effort.spend(len(text) - position)
    return None


def find_end_of_statements(text: str, position: int, effort: Effort) -> int:
    """Where a block of imports and exports ends: at the first blank line outside brackets and templates, else at the
    first blank line."""
    depth = 0
    at = position
    first: int | None = None
    while not effort.is_spent and (step := _STEP.search(text, at)):
        at = step.end()
        if step["blank"] is not None:
            first = step.start() if first is None else first
            if depth <= 0:
                return step.start()
        elif step["template"]:
            at = skip_template(text, at)
        elif step["comment"]:
            at = skip_comment(text, at, effort)
        elif step["open"]:
            depth += 1
        elif step["close"]:
            depth -= 1
    if depth <= 0 and not effort.is_spent:
        return len(text)
    effort.spend(len(text) - position)
    return len(text) if first is None else first


def read_strings(text: str, start: int, end: int) -> list[Text]:
    """The strings that an expression in braces is: one literal, or the items of a list of literals; else none."""
    match = _STRING.fullmatch(text, start, end)
    if match:
        kind = match.lastgroup or "double"
        return [Text(_ESCAPE.sub(r"\1", match[kind]), match.start(kind), match.end(kind))]
    match = _LIST.fullmatch(text, start, end)
    if match is None:
        return []
    items = _ITEM.finditer(text, match.start("items"), match.end("items"))
    return [Text(item[item.lastindex or 1], *item.span(item.lastindex or 1)) for item in items]


def decode_string(text: str) -> str:
    """The value of an attribute's string, in which HTML's character references count."""
    return decode_attribute(text)


def skip_comment(text: str, position: int, effort: Effort) -> int:
    """The offset after the comment whose opening mark ends at ``position``."""
    return text.index("*/", position) + 2 if position <= effort.last_comment_end else position


def skip_template(text: str, position: int) -> int:
    """The offset after the template literal whose opening mark ends at ``position``."""
    depth = 0
    for step in _TEMPLATE_OR_BRACE.finditer(text, position):
        if step["end"] and depth == 0:
            return step.end()
        if step["open"] or (step[0] == "{" and depth):
            depth += 1
        elif step[0] == "}" and depth:
            depth -= 1
    return position


_TEMPLATE_OR_BRACE = re.compile(r"\\.|(?P<end>`)|(?P<open>\$\{)|[{}]", re.DOTALL)
