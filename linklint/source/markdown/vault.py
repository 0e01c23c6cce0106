"""What Obsidian adds besides wikilinks: ``%%comments%%`` and block ids, ``^id`` at the end of a paragraph, which links
reach as ``#^id``."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from linklint.source.markdown.attributes import take_ids

_COMMENT = re.compile(r"%%.*?%%", re.DOTALL)
_BLOCK_ID = re.compile(r"\^[A-Za-z0-9\-]+(?=[ \t]*\Z)")


def read_vault_syntax(md: MarkdownIt) -> None:
    """Add the rules to a parser."""
    alt = ["paragraph", "reference", "blockquote", "list"]
    md.block.ruler.before("fence", "vault_comment", _comment_block, {"alt": alt})
    md.inline.ruler.before("escape", "vault_comment", _comment)
    md.inline.ruler.before("escape", "block_id", _block_id)


def _comment_block(state: StateBlock, first_line: int, end_line: int, silent: bool) -> bool:
    """A comment that begins a line and ends another, with any blocks between."""
    start = state.bMarks[first_line] + state.tShift[first_line]
    if state.is_code_block(first_line) or not state.src.startswith("%%", start):
        return False
    if "%%" in state.src[start + 2 : state.eMarks[first_line]]:
        return False
    line = first_line + 1
    while line < end_line and "%%" not in state.src[state.bMarks[line] : state.eMarks[line]]:
        line += 1
    if line < end_line and not state.src[state.bMarks[line] : state.eMarks[line]].rstrip().endswith("%%"):
        return False
    if not silent:
        # A comment that is never closed hides the rest of the note.
        state.line = min(line + 1, end_line)
    return True


def _comment(state: StateInline, silent: bool) -> bool:
    match = _COMMENT.match(state.src, state.pos, state.posMax) if state.src[state.pos] == "%" else None
    return match is not None and take_ids(state, match, [], silent)


def _block_id(state: StateInline, silent: bool) -> bool:
    before = state.src[state.pos - 1] if state.pos else " "
    # Obsidian's own handbook sets one right behind an embedded image.
    if state.src[state.pos] != "^" or not (before.isspace() or before in ")]"):
        return False
    match = _BLOCK_ID.match(state.src, state.pos, state.posMax)
    return match is not None and state.posMax == len(state.src) and take_ids(state, match, [match[0]], silent)
