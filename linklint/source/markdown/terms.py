"""Definition lists: ``Term``, then ``: definition``."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from mdit_py_plugins.deflist import deflist_plugin


def read_definition_lists(md: MarkdownIt) -> None:
    """Add the rules to a parser. A term may be nothing but a comment, for which a generator puts something: in
    CommonMark alone that would be a block of HTML, and the definition below it code."""
    deflist_plugin(md)
    deflist = next(rule.fn for rule in md.block.ruler.__rules__ if rule.name == "deflist")

    def comment_term(state: StateBlock, first_line: int, end_line: int, silent: bool) -> bool:
        text = state.src[state.bMarks[first_line] + state.tShift[first_line] : state.eMarks[first_line]].rstrip()
        return text.startswith("<!--") and text.endswith("-->") and deflist(state, first_line, end_line, silent)

    md.block.ruler.before("html_block", "comment_term", comment_term)
