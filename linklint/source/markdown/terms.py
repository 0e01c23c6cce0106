"""Definition lists: ``Term``, then ``: definition``."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from mdit_py_plugins.deflist import deflist_plugin

MARKER = re.compile(r"[:~]\s")
HEADING = re.compile(r"#{1,6}(?:[ \t]|$)")


def read_definition_lists(md: MarkdownIt) -> None:
    """Add the rules to a parser. A term may be nothing but a comment, for which a generator puts something: in
    CommonMark alone that would be a block of HTML, and the definition below it code. A heading is no term, though one
    that comes behind a list may have a definition below it: generators read headings first (Python-Markdown, goldmark,
    kramdown, pulldown-cmark)."""
    deflist_plugin(md)
    number = next(place for place, rule in enumerate(md.block.ruler.__rules__) if rule.name == "deflist")
    read_list = md.block.ruler.__rules__[number].fn

    def deflist(state: StateBlock, first_line: int, end_line: int, silent: bool) -> bool:
        if not silent and _has_definition(state, first_line, end_line):
            headings = _find_headings(state)
            place = bisect_right(headings, first_line)
            end_line = min(end_line, headings[place]) if place < len(headings) else end_line
        return read_list(state, first_line, end_line, silent)

    def comment_term(state: StateBlock, first_line: int, end_line: int, silent: bool) -> bool:
        text = state.src[state.bMarks[first_line] + state.tShift[first_line] : state.eMarks[first_line]].rstrip()
        return text.startswith("<!--") and text.endswith("-->") and deflist(state, first_line, end_line, silent)

    md.block.ruler.at("deflist", deflist, {"alt": ["paragraph", "reference", "blockquote"]})
    md.block.ruler.before("html_block", "comment_term", comment_term)


def _has_definition(state: StateBlock, first_line: int, end_line: int) -> bool:
    """Whether one of the two lines below begins a definition."""
    lines = range(first_line + 1, min(first_line + 3, end_line))
    return any(MARKER.match(state.src, state.bMarks[line] + state.tShift[line]) for line in lines)


def _find_headings(state: StateBlock) -> Sequence[int]:
    """The lines that begin with a mark of a heading, not indented; looked for once in a text."""
    known: dict[str, Sequence[int]] = state.env.setdefault("heading-lines", {})
    if state.src not in known:
        lines = range(state.lineMax)
        known[state.src] = [n for n in lines if not state.tShift[n] and HEADING.match(state.src, state.bMarks[n])]
    return known[state.src]
