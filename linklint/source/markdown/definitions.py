"""Link reference definitions and their places."""

from __future__ import annotations

from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.rules_block import StateBlock

from linklint.source.markdown.offsets import Body, Origin, Piece

_INTERRUPTS = ["paragraph", "blockquote"]


def read_inner_definitions(md: MarkdownIt) -> None:
    """Definitions that stand below a line of text, too, as Python-Markdown finds them in any block
    (``ReferenceProcessor`` in ``markdown/blockprocessors.py``) and kramed, which GitBook was made with, between the
    lines of a paragraph."""
    for rule in md.block.ruler.__rules__:
        if rule.name == "reference":
            rule.alt = [*rule.alt, *_INTERRUPTS]


class Definition(NamedTuple):
    """A reference definition: file offsets of the whole and of its destination (inside the angles, if any)."""

    start: int
    end: int
    destination_start: int
    destination_end: int


def note_definition(state: StateBlock, first_line: int, _count: int) -> None:
    """Called after the rule ``reference`` took the lines from ``first_line`` on: put the definition into
    ``env["definitions"]`` by its normalised label. The first definition of a label counts, as in CommonMark, or with
    ``env["last_definition"]`` the last one, as in Python-Markdown."""
    body: Body = state.env["body"]
    text, pieces = "", []
    for line in range(first_line, state.line):
        start = state.bMarks[line] + state.tShift[line]
        pieces.append(Piece(len(text), start))
        text += state.src[start : state.eMarks[line] + 1]
    origin = Origin(body, pieces)
    label_end = _find_label_end(text)
    label = normalizeReference(text[1:label_end])
    if label in state.env["definitions"]:
        again = state.env.get("duplicate_refs", ())
        if not state.env["last_definition"] or not again:
            return
        state.env["references"][label] = {key: again[-1][key] for key in ("title", "href", "map")}
    position = label_end + 2
    while text[position] in " \t\n":
        position += 1
    end = state.md.helpers.parseLinkDestination(text, position, len(text)).pos
    angle = text[position] == "<"
    state.env["definitions"][label] = Definition(
        origin.start(0),
        origin.end(len(text.rstrip(" \t\n"))),
        origin.start(position + angle),
        origin.end(end - angle) if end - angle > position + angle else origin.start(position + angle),
    )


def _find_label_end(text: str) -> int:
    position = 1
    while text[position] != "]":
        position += 2 if text[position] == "\\" else 1
    return position
