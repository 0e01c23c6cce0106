"""Paragraphs and headings that are underlined: the base's two rules (markdown-it-py, MIT), which both look for the end
of the same lines, written again so that it is looked for once."""

from __future__ import annotations

from markdown_it.common.utils import MD_TRIM_CHARS
from markdown_it.rules_block import StateBlock

from linklint.source.markdown.dispatch import BlockRuler
from linklint.source.markdown.offsets import Origin, Piece
from linklint.source.markdown.state import PositionedState
from linklint.source.markdown.tokens import Text

_UNDERLINES = {"=": 1, "-": 2}


def underlined_heading(state: StateBlock, first_line: int, end_line: int, silent: bool) -> bool:
    """The base's rule ``lheading``, for parsers with a rule between it and the one for paragraphs."""
    if state.is_code_block(first_line):
        return False
    old_parent = state.parentType
    end, level = find_end(state, first_line, end_line)
    if not level:
        state.env["stretch"] = (first_line, end_line, end)  # the paragraph's
        return False  # the base, too, leaves its parentType behind
    _push_heading(state, first_line, end, level)
    state.parentType = old_parent
    return True


def paragraph(state: StateBlock, first_line: int, _end_line: int, silent: bool) -> bool:
    """The base's rule ``paragraph``; of the three tokens that it pushes only the one that holds the text."""
    old_parent = state.parentType
    first, limit, end = state.env.pop("stretch", (None, None, 0))
    if first != first_line or limit != state.lineMax:
        end, _ = find_end(state, first_line, state.lineMax, underlines=False)
    state.line = end
    push_text(state, first_line, end)
    state.parentType = old_parent
    return True


def paragraph_or_heading(state: StateBlock, first_line: int, end_line: int, silent: bool) -> bool:
    """Both rules as one."""
    old_parent = state.parentType
    end, level = find_end(state, first_line, end_line)
    if level:
        _push_heading(state, first_line, end, level)
        state.parentType = old_parent
        return True
    if end_line != state.lineMax:
        end, _ = find_end(state, first_line, state.lineMax, underlines=False)
    state.line = end
    push_text(state, first_line, end)
    return True


def _push_heading(state: StateBlock, first_line: int, end: int, level: int) -> None:
    state.line = end + 1
    opening = state.push("heading_open", f"h{level}", 1)
    opening.map = [first_line, state.line]
    push_text(state, first_line, end)
    state.push("heading_close", f"h{level}", -1)


def push_text(state: StateBlock, first_line: int, end: int) -> None:
    """The text of these lines, without what stands before and after it."""
    assert isinstance(state, PositionedState)  # noqa: S101 - for mypy
    if first_line + 1 == end:
        # What stands before the text of a single line is blank, or the mark of what holds it.
        start = state.bMarks[first_line] + state.tShift[first_line]
        cut = state.src[start : state.eMarks[first_line]]
        pieces: list[Piece] | int = start
    else:
        cut = state.getLines(first_line, end, state.blkIndent, False)
        pieces = state.pieces
    content = cut.strip(MD_TRIM_CHARS)
    trimmed = 0 if cut[:1] == content[:1] else len(cut) - len(cut.lstrip(MD_TRIM_CHARS))
    state.tokens.append(Text(content, Origin(state.body, pieces, trimmed), [first_line, end]))


def find_end(state: StateBlock, first_line: int, end_line: int, *, underlines: bool = True) -> tuple[int, int]:
    """Where the paragraph that begins at a line ends, and the level of the heading that it is."""
    ruler = state.md.block.ruler
    assert isinstance(ruler, BlockRuler)  # noqa: S101 - for mypy
    by_character, others = ruler.chain("paragraph").rules
    starts, shifts, ends, indents, text = state.bMarks, state.tShift, state.eMarks, state.sCount, state.src
    indent = state.blkIndent
    state.parentType = "paragraph"
    for line in range(first_line + 1, end_line):
        start = starts[line] + shifts[line]
        if start >= ends[line]:
            return line, 0
        # What would be code is a lazy continuation here, whatever it is; a negative indent is a line that the rule for
        # quotations has looked at.
        if indents[line] - indent > 3:
            continue
        character = text[start]
        if character in _UNDERLINES and underlines and indents[line] >= indent:
            line_text = text[start : ends[line]].rstrip(" \t")
            if line_text == character * len(line_text):
                return line, _UNDERLINES[character]
        if indents[line] >= 0:
            for rule in by_character.get(character, others):
                if rule(state, line, end_line, True):
                    return line, 0
    return max(end_line, first_line + 1), 0
