"""Lists: the base's rule (markdown-it-py, MIT), written again without what only a renderer reads: whether items are
tight, checked or numbered."""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

from linklint.source.markdown.dispatch import BlockRuler
from linklint.source.markdown.paragraphs import push_text
from linklint.source.markdown.runs import HARMLESS
from linklint.source.markdown.state import PositionedState

_MARKER = re.compile(r"(?:[-+*]|([0-9]{1,9})[.)])(?=[ \t]|\Z)")
_BLANKS = re.compile(r"[ \t]*")
_CHECKBOX = re.compile(r"\[[ xX]\][ \t]")
_LARGEST_INDENT = 4


def list_block(state: StateBlock, first_line: int, end_line: int, silent: bool) -> bool:
    """The base's rule ``list``."""
    indent = state.sCount[first_line]
    if state.is_code_block(first_line):
        return False
    if 0 <= state.listIndent <= indent - 4 and indent < state.blkIndent:
        return False  # a continuation of the text of an item, for all its marker
    marker = _match_marker(state, first_line)
    if marker is None:
        return False
    if silent:
        interrupts = state.parentType == "paragraph" and indent >= state.blkIndent
        return not interrupts or _may_interrupt(state, first_line, marker)
    assert isinstance(state, PositionedState)  # noqa: S101 - for mypy
    ruler = state.md.block.ruler
    assert isinstance(ruler, BlockRuler)  # noqa: S101 - for mypy
    ends_block = ruler.chain("list").ends_block
    style = state.src[marker.end() - 1]
    state.open("list")
    old_parent, state.parentType = state.parentType, "list"
    line = first_line
    while True:
        _read_item(state, line, marker.end(), end_line)
        line = state.line
        if line >= end_line or state.sCount[line] < state.blkIndent or state.is_code_block(line):
            break
        if ends_block(state, line, end_line):
            break
        following = _match_marker(state, line)
        if following is None or state.src[following.end() - 1] != style:
            break
        marker = following
    state.close("list")
    state.line = line
    state.parentType = old_parent
    return True


def _match_marker(state: StateBlock, line: int) -> re.Match[str] | None:
    return _MARKER.match(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line])


def _may_interrupt(state: StateBlock, line: int, marker: re.Match[str]) -> bool:
    """Whether a list that begins so ends the paragraph before it: not with an empty item, nor with another number than
    one."""
    if marker[1] and int(marker[1]) != 1:
        return False
    return not _BLANKS.fullmatch(state.src, marker.end(), state.eMarks[line])


def _read_item(state: PositionedState, line: int, marker_end: int, end_line: int) -> None:
    starts, shifts, widths = state.bMarks, state.tShift, state.sCount
    old_start, old_shift, old_width, old_indent = starts[line], shifts[line], widths[line], state.listIndent
    after_marker = old_width + marker_end - old_start - old_shift
    content, width = _skip_blanks(state, line, marker_end, after_marker)
    is_empty = content >= state.eMarks[line]
    # An item of code is indented by one, and the rest belongs to the code.
    indent = 1 if is_empty or width - after_marker > _LARGEST_INDENT else width - after_marker
    state.open("list_item")
    state.listIndent, state.blkIndent = state.blkIndent, after_marker + indent
    shifts[line], widths[line] = content - old_start, width
    if state.has_tasks and not state.is_code_block(line) and _CHECKBOX.match(state.src, content, state.eMarks[line]):
        starts[line], shifts[line] = content + 4, 0
    if is_empty and state.isEmpty(line + 1):
        state.line = min(line + 2, end_line)  # the list ends here, whatever follows
    elif is_empty or width - after_marker > _LARGEST_INDENT or not _read_line(state, line, end_line):
        state.md.block.tokenize(state, line, end_line)
    state.blkIndent, state.listIndent = state.listIndent, old_indent
    starts[line], shifts[line], widths[line] = old_start, old_shift, old_width
    state.close("list_item")


def _skip_blanks(state: PositionedState, line: int, position: int, width: int) -> tuple[int, int]:
    """Where the content of an item begins, and in which column."""
    text, end, base = state.src, state.eMarks[line], state.bsCount[line]
    while position < end and text[position] in " \t":
        width += 4 - (width + base) % 4 if text[position] == "\t" else 1
        position += 1
    return position, width


def _read_line(state: PositionedState, line: int, end_line: int) -> bool:
    """Reads an item that is one line of text, as most are: what follows is less indented, below blank lines or as an
    item. False: it may be more than that, and nothing was read."""
    ruler = state.md.block.ruler
    assert isinstance(ruler, BlockRuler)  # noqa: S101 - for mypy
    chain = ruler.chain("")
    starts, shifts, ends = state.bMarks, state.tShift, state.eMarks
    start = starts[line] + shifts[line]
    if chain.text is None or end_line != state.lineMax or state.level >= state.md.options.maxNesting:
        return False
    if start >= ends[line] or (state.src[start] in chain.rules.by_character and not HARMLESS.match(state.src, start)):
        return False
    below = line + 1
    while below < end_line and starts[below] + shifts[below] >= ends[below]:
        below += 1
    if below < end_line:
        if not 0 <= state.sCount[below] < state.blkIndent:
            return False
        if below == line + 1 and not list_block(state, below, end_line, True):
            return False
    push_text(state, line, line + 1)
    state.line = below
    state.parentType = "paragraph"
    return True
