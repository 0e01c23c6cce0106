"""HTML elements that hold Markdown: ``<div markdown>`` and ``<figure markdown="1">`` of md_in_html of Python-Markdown
and of kramdown. What follows their tags is Markdown at once, without the blank line that CommonMark asks for."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, html_block

_OPENING = re.compile(
    r"""<[A-Za-z][\w\-]*(?:\s+[\w:.\-]+(?:\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>=]+))?)*?\s+markdown"""
    r"""(?:\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[\w]+))?(?:\s[^<>]*)?>[ \t]*"""
)
_INSIDE = re.compile(r"(?:</[A-Za-z][\w\-]*[ \t]*>|<(?:br|hr|img|source)\b[^<>]*>)[ \t]*", re.IGNORECASE)
_ELEMENT = re.compile(r"</?(?!(?:pre|script|style|textarea)\b)[A-Za-z]", re.IGNORECASE)
_DEPTHS = "markdown_html"


def read_markdown_in_html(md: MarkdownIt) -> None:
    """Add the rule to a parser."""
    alt = ["paragraph", "reference", "blockquote", "list", "deflist"]
    md.block.ruler.before("html_block", "markdown_html", markdown_html, {"alt": alt})
    md.block.ruler.at("html_block", html_before_markdown, {"alt": ["paragraph", "reference", "blockquote"]})


def markdown_html(state: StateBlock, first_line: int, end_line: int, silent: bool) -> bool:
    """A block rule: a line that is such a tag, or after one of these any end tag or image, is HTML by itself."""
    start = state.bMarks[first_line] + state.tShift[first_line]
    if state.is_code_block(first_line) or state.src[start : start + 1] != "<":
        return False
    opens = _OPENING.fullmatch(state.src, start, state.eMarks[first_line])
    if not opens and not (state.env.get(_DEPTHS) and _INSIDE.fullmatch(state.src, start, state.eMarks[first_line])):
        return False
    if not silent:
        state.env[_DEPTHS] = True
        push_html(state, first_line, first_line + 1)
    return True


def push_html(state: StateBlock, first_line: int, end: int) -> None:
    """The block of raw HTML that these lines are."""
    state.line = end
    token = state.push("html_block", "", 0)
    token.map = [first_line, end]
    token.content = state.getLines(first_line, end, state.blkIndent, True)


def html_before_markdown(state: StateBlock, first_line: int, end_line: int, silent: bool) -> bool:
    """The base's rule for HTML, whose block ends where an element begins that holds Markdown."""
    if _ELEMENT.match(state.src, state.bMarks[first_line] + state.tShift[first_line]):
        for line in range(first_line + 1, end_line):
            if state.isEmpty(line):
                break
            if _OPENING.fullmatch(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line]):
                end_line = line
                break
    return html_block(state, first_line, end_line, silent)
