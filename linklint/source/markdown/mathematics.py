"""Formulas, ``$…$`` and ``$$…$$``: what looks like a link in them is none. A block may have a label, behind it or in it
(https://mystmd.org/guide/math#cross-reference-equations), or attributes behind it (Quarto)."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from linklint.source.markdown.myst import push_noted

# As Pandoc: no white space just inside single dollars, no digit after the closing one, no blank line.
_INLINE = re.compile(
    r"\$\$(?P<display>(?:[^$\\]|\\.)+?)\$\$|\$(?!\$)(?P<inline>(?!\s)(?:[^$\\]|\\.)+?)(?<![\s\\])\$(?![\d$])", re.DOTALL
)


_BEHIND = re.compile(
    r"(?<=\$\$)[ \t]*(?:\((?P<label>[^\s()]{1,100})\)|\{[ \t]*#(?P<id>[^\s{}]{1,100})[^{}\n]{0,100}\})[ \t]*\Z"
)
_WITHIN = re.compile(r"\\label\{(?P<label>[^{}\s]{1,100})\}")


def read_formulas(md: MarkdownIt) -> None:
    """Add the rules to a parser."""
    alt = ["paragraph", "reference", "blockquote", "list", "deflist"]
    md.block.ruler.before("fence", "formula", _formula_block, {"alt": alt})
    md.inline.ruler.before("escape", "formula", _formula)


def _formula_block(state: StateBlock, first_line: int, end_line: int, silent: bool) -> bool:
    start = state.bMarks[first_line] + state.tShift[first_line]
    if state.is_code_block(first_line) or not state.src.startswith("$$", start):
        return False
    rest = _take_label(state.src[start + 2 : state.eMarks[first_line]])
    line = first_line
    if "$$" in rest:
        if not rest.endswith("$$") or rest.count("$$") > 1:
            return False
    else:
        line += 1
        while line < end_line and "$$" not in state.src[state.bMarks[line] : state.eMarks[line]]:
            if not state.isEmpty(line) and state.sCount[line] < state.blkIndent:
                return False
            line += 1
        if line >= end_line or not _take_label(state.src[state.bMarks[line] : state.eMarks[line]]).endswith("$$"):
            return False
    if not silent:
        state.line = line + 1
        state.push("formula_block", "", 0)
        text = state.src[start : state.eMarks[line]]
        found = [(each, "label") for each in _WITHIN.finditer(text)]
        found += [(each, each.lastgroup or "label") for each in _BEHIND.finditer(text)]
        if found:
            offset = state.env["body"].offset
            push_noted(state, [(each[group], offset(start + each.start(group))) for each, group in found], [])
    return True


def _take_label(line: str) -> str:
    """What a line holds, without a label behind the end of a block."""
    return _BEHIND.sub("", line).rstrip()


def _formula(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "$" or (state.pos and state.src[state.pos - 1] == "$"):
        return False
    match = _INLINE.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        token = state.push("formula", "", 0)
        token.content = match["display"] or match["inline"]
        token.meta |= {"start": match.start(), "end": match.end()}
    state.pos = match.end()
    return True
