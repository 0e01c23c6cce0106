"""Blocks that begin with a line of their own and hold Markdown that is indented by four: admonitions (``!!! note``,
``??? tip "Title"``, ``???+``) and tabs (``=== "Title"``), as Python-Markdown and PyMdown Extensions read them."""

from __future__ import annotations

import re
from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from linklint.source.markdown.offsets import Origin

_ADMONITION = re.compile(r'(?:!!!|\?\?\?\+?)[ \t]*(?:[\w\-]+(?:[ \t]+[\w\-]+)*)?(?:[ \t]*"(?P<title>.*)")?[ \t]*')
_TAB = re.compile(r"===[!+]*[ \t]+(?P<quote>[\"'])(?P<title>.*)(?P=quote)[ \t]*")
_INDENT = 4
_INTERRUPTS = ("paragraph", "reference", "blockquote", "list", "deflist")

BlockRule = Callable[[StateBlock, int, int, bool], bool]


def read_admonitions(md: MarkdownIt) -> None:
    """Add the rule to a parser."""
    md.block.ruler.before("fence", "admonition", _make_rule("admonition", _ADMONITION), {"alt": list(_INTERRUPTS)})


def read_tabs(md: MarkdownIt) -> None:
    """Add the rule to a parser. The token of a title carries ``meta["tab"]``."""
    md.block.ruler.before("fence", "tab", _make_rule("tab", _TAB), {"alt": list(_INTERRUPTS)})


def push_title(state: StateBlock, text: str, position: int, name: str) -> None:
    """A title, which stands at body offset ``position``, as a paragraph of its own."""
    state.push("paragraph_open", "p", 1)
    title = state.push("inline", "", 0)
    title.content, title.children = text, []
    title.meta |= {"origin": Origin(state.env["body"], position), name: True}
    state.push("paragraph_close", "p", -1)


def _make_rule(name: str, opening: re.Pattern[str]) -> BlockRule:
    def rule(state: StateBlock, first_line: int, end_line: int, silent: bool) -> bool:
        if state.is_code_block(first_line):
            return False
        start = state.bMarks[first_line] + state.tShift[first_line]
        match = opening.fullmatch(state.src, start, state.eMarks[first_line])
        if not match:
            return False
        if not silent:
            _read(state, first_line, end_line, name, match)
        return True

    return rule


def _read(state: StateBlock, first_line: int, end_line: int, name: str, match: re.Match[str]) -> None:
    indent = state.sCount[first_line] + _INDENT
    after = _find_end(state, first_line + 1, end_line, indent)
    state.line = first_line
    state.push(f"{name}_open", "div", 1)
    if match["title"]:
        push_title(state, match["title"], match.start("title"), name)
    old_indent, old_end, old_parent = state.blkIndent, state.lineMax, state.parentType
    state.blkIndent, state.lineMax, state.parentType = indent, after, "blockquote"
    state.md.block.tokenize(state, first_line + 1, after)
    state.blkIndent, state.lineMax, state.parentType = old_indent, old_end, old_parent
    state.push(f"{name}_close", "div", -1)
    state.line = after


def _find_end(state: StateBlock, line: int, end_line: int, indent: int) -> int:
    """The line after the last one that belongs to the block: not blank, and indented as far as it must be."""
    after = line
    while line < end_line and (state.isEmpty(line) or state.sCount[line] >= indent):
        after = after if state.isEmpty(line) else line + 1
        line += 1
    return after
