"""Attributes: ``{#id .class key=value}`` (attr_list of Python-Markdown, goldmark, Pandoc) and kramdown's ``{: #id}``,
after headings and spans and on lines of their own."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

_ATTRIBUTE = r"""(?:[#.][^\s{}#.="'<>][^\s{}="'<>]*|[\w\-:@]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s{}"'<>]*))"""
_PLAIN = rf"\{{[ \t]*{_ATTRIBUTE}(?:[ \t,]+{_ATTRIBUTE})*[ \t]*\}}"
_COLON = r"\{:[^{}\n]*\}"
_LIST = re.compile(rf"{_COLON}|{_PLAIN}")
_AFTER_HEADING = re.compile(rf"(?<![ \t])[ \t]*({_COLON}|{_PLAIN})[ \t]*\Z")
# Dots belong to the id (goldmark, attr_list, Pandoc), but in kramdown's ``{:#id.class}`` they begin a class.
_ID = re.compile(
    r"""(?:^|[\s{,]|:[ \t]+)#([^\s{}#.="'<>][^\s{}="'<>]*)|:#([^\s{}#.="'<>][^\s{}="'<>.]*)|"""
    r"""(?:^|[\s:{,])id=(?:"([^"]*)"|'([^']*)'|([^\s"'{}]+))"""
)
_ESCAPED = re.compile(r"\\([_*`])")
SPAN_ENDS = frozenset(")]`*_>~^}$")


def read_attributes(md: MarkdownIt) -> None:
    """Add the rules to a parser. The tokens ``attributes`` carry ``meta["ids"]``: pairs of an id and its offset in
    the file, or (of an inline token) in the content."""
    alt = ["paragraph", "reference", "blockquote", "list", "deflist"]
    md.block.ruler.before("fence", "attributes", _attribute_line, {"alt": alt})
    md.inline.ruler.before("text", "attributes", _span_attributes)


def read_ids(attributes: str) -> list[str]:
    """The ids in an attribute list: at most one counts in HTML, all are told. A backslash keeps a mark from meaning
    emphasis, and is no part of the id."""
    return [_ESCAPED.sub(r"\1", match[match.lastindex or 0]) for match in _ID.finditer(attributes)]


def take_heading_attributes(token: Token) -> None:
    """Cut the attribute list from the end of a heading's content; its id goes to ``meta["id"]``."""
    match = _AFTER_HEADING.search(token.content)
    if match:
        token.content = token.content[: match.start()]
        ids = read_ids(match[1])
        if ids:
            token.meta["id"] = ids[0]


def _attribute_line(state: StateBlock, first_line: int, end_line: int, silent: bool) -> bool:
    start = state.bMarks[first_line] + state.tShift[first_line]
    if state.is_code_block(first_line) or state.src[start : start + 1] != "{":
        return False
    text = state.src[start : state.eMarks[first_line]]
    if not _LIST.fullmatch(text.rstrip()):
        return False
    if not silent:
        offset = state.env["body"].offset(start)
        token = state.push("attributes", "", 0)
        token.hidden = True
        above = first_line > 0 and not state.isEmpty(first_line - 1)
        token.meta |= {"ids": [(name, offset) for name in read_ids(text)], "alone": not above}
        token.map = [first_line, first_line + 1]
        state.line = first_line + 1
    return True


def _span_attributes(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "{":
        return False
    before = state.src[state.pos - 1] if state.pos else ""
    if before and before not in SPAN_ENDS:
        return False
    match = _LIST.match(state.src, state.pos, state.posMax)
    if not match or (not before and not match[0].startswith("{:")):
        return False
    return take_ids(state, match, read_ids(match[0]), silent)


def take_ids(state: StateInline, match: re.Match[str], ids: list[str], silent: bool) -> bool:
    """What an inline rule does with a text that shows nothing, and gives these ids to where it stands."""
    if not silent:
        token = state.push("attributes", "", 0)
        token.meta |= {"ids": ids, "start": match.start(), "end": match.end()}
    state.pos = match.end()
    return True
