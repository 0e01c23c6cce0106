"""``[text][^1]`` as Python-Markdown reads it: a shortcut reference, if ``text`` is defined, and a footnote."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, link

_BEFORE_NOTE = re.compile(r"\[[^\[\]\\]+\](?=\[\^)")


def link_before_notes(md: MarkdownIt) -> None:
    """Add the rule to a parser."""
    md.inline.ruler.before("link", "noted_link", noted_link)


def noted_link(state: StateInline, silent: bool) -> bool:
    """An inline rule: the rule for links, that sees no further than the first brackets."""
    if state.src[state.pos] != "[":
        return False
    match = _BEFORE_NOTE.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    end, state.posMax = state.posMax, match.end()
    found = link(state, silent)
    state.posMax = end
    return found
