"""JSX inside JavaScript: the elements that exported components and expressions show."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from linklint.source.mdx.expressions import Effort, skip_comment, skip_template
from linklint.source.mdx.pieces import Piece
from linklint.source.mdx.tags import read_tag

_STEP = re.compile(
    r"\"(?:[^\"\\\r\n]|\\.)*+\"|'(?:[^'\\\r\n]|\\.)*+'|(?P<comment>/\*)|(?<![:\w])//[^\r\n]*|(?P<template>`)"
    r"|(?P<tag><(?=[/>A-Za-z]))"
)


def find_nested_tags(text: str, pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The tags in exports and expressions, in order. Those in strings and templates are text."""
    effort = Effort(text)
    for piece in pieces:
        if piece.kind in ("esm", "expression") and "<" in piece.text:
            yield from _find(text, piece, effort)


def _find(text: str, piece: Piece, effort: Effort) -> Iterator[Piece]:
    position = piece.start
    while step := _STEP.search(text, position, piece.end):
        position = step.end()
        if step["comment"]:
            position = skip_comment(text, position, effort)
        elif step["template"]:
            position = skip_template(text, position)
        elif step["tag"]:
            found = read_tag(text, step.start(), effort)
            if found and found[1] <= piece.end:
                yield Piece("tag", step.start(), found[1], tag=found[0])
                position = found[1]
