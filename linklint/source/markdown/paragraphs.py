"""Paragraphs and headings that are underlined: the base's two rules (markdown-it-py, MIT), which both look for the end
of the same lines, written again so that it is looked for once."""

from __future__ import annotations

from typing import NamedTuple

from markdown_it.common.utils import MD_TRIM_CHARS
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from linklint.source.markdown.dispatch import BlockRuler
from linklint.source.markdown.offsets import Origin
from linklint.source.markdown.state import PositionedState

_UNDERLINES = {"=": 1, "-": 2}


class Stretch(NamedTuple):
    """The lines from ``first`` up to ``end``, looked for up to ``limit``; ``level``: of the heading that they are."""

    first: int
    limit: int
    end: int
    level: int


def underlined_heading(state: StateBlock, first_line: int, end_line: int, silent: bool) -> bool:
    """The base's rule ``lheading``."""
    if state.is_code_block(first_line):
        return False
    old_parent = state.parentType
    found = find_end(state, first_line, end_line)
    if not found.level:
        state.env["stretch"] = found  # the paragraph's; the base, too, leaves its parentType behind
        return False
    state.line = found.end + 1
    opening = state.push("heading_open", f"h{found.level}", 1)
    opening.map = [first_line, state.line]
    _push_text(state, first_line, found.end)
    state.push("heading_close", f"h{found.level}", -1)
    state.parentType = old_parent
    return True


def paragraph(state: StateBlock, first_line: int, _end_line: int, silent: bool) -> bool:
    """The base's rule ``paragraph``; of the three tokens that it pushes only the one that holds the text."""
    old_parent = state.parentType
    found: Stretch | None = state.env.pop("stretch", None)
    if found is None or found.first != first_line or found.limit != state.lineMax:
        found = find_end(state, first_line, state.lineMax, underlines=False)
    state.line = found.end
    _push_text(state, first_line, found.end)
    state.parentType = old_parent
    return True


def _push_text(state: StateBlock, first_line: int, end: int) -> None:
    assert isinstance(state, PositionedState)  # noqa: S101 - for mypy
    cut = state.getLines(first_line, end, state.blkIndent, False)
    trimmed = cut.lstrip(MD_TRIM_CHARS)
    origin = Origin(state.env["body"], state.pieces, len(cut) - len(trimmed))
    content = trimmed.rstrip(MD_TRIM_CHARS)
    state.tokens.append(Token("inline", "", 0, map=[first_line, end], content=content, meta={"origin": origin}))


def find_end(state: StateBlock, first_line: int, end_line: int, *, underlines: bool = True) -> Stretch:
    """Where the paragraph that begins at a line ends."""
    ruler = state.md.block.ruler
    assert isinstance(ruler, BlockRuler)  # noqa: S101 - for mypy
    by_character, others = ruler.chain("paragraph")
    starts, shifts, ends, indents, text = state.bMarks, state.tShift, state.eMarks, state.sCount, state.src
    indent = state.blkIndent
    state.parentType = "paragraph"
    for line in range(first_line + 1, end_line):
        start = starts[line] + shifts[line]
        if start >= ends[line]:
            return Stretch(first_line, end_line, line, 0)
        # What would be code is a lazy continuation here, whatever it is; a negative indent is a line that the rule for
        # quotations has looked at.
        if indents[line] - indent > 3:
            continue
        character = text[start]
        if character in _UNDERLINES and underlines and indents[line] >= indent:
            line_text = text[start : ends[line]].rstrip(" \t")
            if line_text == character * len(line_text):
                return Stretch(first_line, end_line, line, _UNDERLINES[character])
        if indents[line] >= 0:
            for rule in by_character.get(character, others):
                if rule(state, line, end_line, True):
                    return Stretch(first_line, end_line, line, 0)
    return Stretch(first_line, end_line, max(end_line, first_line + 1), 0)
