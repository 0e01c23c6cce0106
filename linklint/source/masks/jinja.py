"""Jinja (MkDocs macros, Nunjucks): ``{{ expression }}``, ``{% tag %}``, ``{# comment #}``. Unlike in Liquid, strings
may hold the closing marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from linklint.source.masks.liquid import Tag, read_mask
from linklint.source.masks.mask import Mask

_OPENING = re.compile(r"\{\{|\{%[-+]?\s*(?P<name>(?:\w+(?:-\w+)*)?)\s*|\{#")
_CLOSING = {
    "{{": re.compile(r"\}\}"),
    "{%": re.compile(r"[-+]?%\}"),
    "{#": re.compile(r"#\}"),
}
_STRING = r"\"(?:[^\"\\\r\n]|\\.)*+\"|'(?:[^'\\\r\n]|\\.)*+'"
_STEPS = {
    mark: re.compile(rf"{_STRING}|(?P<end>{end.pattern})|(?P<other>\{{\{{|\{{%)") for mark, end in _CLOSING.items()
}
_STEPS["{#"] = re.compile(r"(?P<end>#\})|(?P<other>\{#)")
_CLOSER = re.compile(r"\{%[-+]?\s*end_?(\w+)")
_RAW_END = re.compile(r"\{%[-+]?\s*endraw\s*[-+]?%\}")


def find_jinja(text: str, start: int) -> list[Mask]:
    """The masks of Jinja."""
    return list(_find(text, start)) if "{%" in text or "{{" in text or "{#" in text else []


def _find(text: str, start: int) -> Iterator[Mask]:
    closers = frozenset(match[1] for match in _CLOSER.finditer(text, start))
    position = start
    while opening := _OPENING.search(text, position):
        mark = opening[0][:2]
        position = opening.end()
        closing = _find_end(text, mark, position)
        if closing is None:
            continue
        inner, position = position, closing[1]
        if mark == "{{":
            yield Mask(opening.start(), position, expression=True)
        elif mark == "{#":
            yield Mask(opening.start(), position, False, comment=text[inner : closing[0]])
        else:
            tag = Tag(opening["name"], opening.start(), position, inner, closing[0])
            yield read_mask(text, tag, closers)
            end = _RAW_END.search(text, position) if tag.name == "raw" and "raw" in closers else None
            if tag.name == "raw" and end is None:
                closers -= {"raw"}
            if end:
                yield Mask(end.start(), end.end(), False)
                position = end.end()


def _find_end(text: str, mark: str, position: int) -> tuple[int, int] | None:
    """Start and end of the closing mark; None when another expression begins before it."""
    for step in _STEPS[mark].finditer(text, position):
        if step["end"]:
            return step.span("end")
        if step["other"]:
            return None
    return None
