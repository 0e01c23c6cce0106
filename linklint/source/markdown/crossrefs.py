"""References by label: ``@sec-data`` of Quarto (https://quarto.org/docs/authoring/cross-references.html) and
``\\@ref(data)`` of bookdown (https://bookdown.org/yihui/bookdown/cross-references.html). Both are links whose text the
build writes."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

# What has a number of its own; any other name behind the sign is that of a source in a bibliography.
KINDS = "alg cau cnj cor def eq exm exr fig imp lem lst nte prf prp rem sec sol suppfig tbl thm tip vid wrn".split()
_NAME = rf"(?:{'|'.join(KINDS)})-[\w]+(?:[:.#$%&\-+?<>~/]+\w+)*"
_QUARTO = re.compile(rf"@(?:\{{(?P<braced>{_NAME})\}}|(?P<bare>{_NAME}))", re.IGNORECASE)
_BOOKDOWN = re.compile(r"\\@ref\((?P<bare>[^\s()\\]{1,200})\)")


def read_quarto_references(md: MarkdownIt) -> None:
    """Add Quarto's to a parser."""
    md.inline.ruler.before("text", "crossref", _quarto)


def read_bookdown_references(md: MarkdownIt) -> None:
    """Add bookdown's to a parser."""
    md.inline.ruler.before("escape", "book_reference", _bookdown)


def _quarto(state: StateInline, silent: bool) -> bool:
    before = state.src[state.pos - 1 : state.pos] if state.pos else ""
    if state.src[state.pos] != "@" or before.isalnum():
        return False
    return _push(state, _QUARTO.match(state.src, state.pos, state.posMax), silent)


def _bookdown(state: StateInline, silent: bool) -> bool:
    return _push(state, _BOOKDOWN.match(state.src, state.pos, state.posMax), silent)


def _push(state: StateInline, match: re.Match[str] | None, silent: bool) -> bool:
    if match is None:
        return False
    if not silent and state.linkLevel == 0:
        group = "bare" if match["bare"] else "braced"
        token = state.push("link_open", "a", 1)
        token.attrs = {"href": f"ref:{match[group]}"}
        token.info = "role"
        token.meta |= {"start": match.start(), "end": match.end(), "destination": match.span(group)}
        state.push("link_close", "a", -1).info = "role"
    state.pos = match.end()
    return True
