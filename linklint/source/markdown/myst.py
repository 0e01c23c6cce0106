"""What MyST adds to Markdown (https://myst-parser.readthedocs.io/en/latest/syntax/typography.html): directives, which
are fenced blocks with a name in braces, roles, which are code with one, targets, comments and breaks. Behind a name,
mystmd reads an id and classes, too (https://mystmd.org/guide/inline-options)."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline

from linklint.source.markdown.directive_blocks import Directive, read_content, read_options
from linklint.source.markdown.found import Inclusion
from linklint.source.markdown.indented import push_title

_ATTRIBUTES = r"(?P<attributes>(?:[ \t]+[#.\w][^{}`\n]{0,200})?+)"
_OPENING = re.compile(
    r"(?:(?P<ticks>`{3,}+)(?=[^`]*\Z)|(?P<others>~{3,}+|:{3,}+))[ \t]*"
    rf"\{{(?P<name>[^\s{{}}`]{{1,100}}){_ATTRIBUTES}\}}[ \t]*(?P<argument>[^\n]*)"
)
_TARGET = re.compile(r"\((?P<name>[^\s()]{1,100})\)=[ \t]*")
_BREAK = re.compile(r"\+{3,}(?:[ \t].*)?")
_CODE = r"`(?!`)(?P<one>[^`]{1,1000}+)`(?!`)|``(?!`)(?P<two>(?:[^`]|(?<!`)`(?!`)){1,1000}?)``(?!`)"
_ROLE = re.compile(rf"\{{(?P<name>[A-Za-z][\w\-+:.]{{0,60}}){_ATTRIBUTES}\}}(?:{_CODE})")
_ID = re.compile(r"(?:^|\s)#(?P<id>[^\s#.]+)")
_LABEL = re.compile(r'"(?:label|id)"\s*:\s*"(?P<label>[^"\n]{1,100})"')
_EXPLICIT = re.compile(r"(?P<text>.*?)\s*<(?P<target>[^<>]*)>", re.DOTALL)
_INTERRUPTS = ("paragraph", "reference", "blockquote", "list", "footnote_def", "deflist")
LINKING = frozenset({"any", "doc", "download", "numref", "ref"})
"""Roles that lead to a page, a place or a file."""
DEEPEST = 40
"""Directives in directives that are read."""


def read_myst_syntax(md: MarkdownIt) -> None:
    """Add the rules to a parser."""
    for name, rule in (
        ("myst_directive", _directive),
        ("myst_target", _target),
        ("myst_comment", _comment),
        ("myst_break", _break),
    ):
        md.block.ruler.before("fence", name, rule, {"alt": list(_INTERRUPTS)})
    md.inline.ruler.before("backticks", "myst_role", _role)


def push_noted(state: StateBlock, ids: list[tuple[str, int]], inclusions: list[Inclusion]) -> None:
    """A token that shows nothing. Places are the file's."""
    token = state.push("noted", "", 0)
    token.hidden = True
    token.meta |= {"ids": ids, "inclusions": inclusions}


def _target(state: StateBlock, first_line: int, end_line: int, silent: bool) -> bool:
    """``(name)=``: the place below has the name, like an element with these attributes."""
    start = state.bMarks[first_line] + state.tShift[first_line]
    match = _TARGET.fullmatch(state.src, start, state.eMarks[first_line])
    if not match or state.is_code_block(first_line):
        return False
    if not silent:
        token = state.push("attributes", "", 0)
        token.hidden = True
        token.meta |= {"ids": [(match["name"], state.env["body"].offset(start))], "alone": True}
        state.line = first_line + 1
    return True


def _comment(state: StateBlock, first_line: int, end_line: int, silent: bool) -> bool:
    """``% text``."""
    start = state.bMarks[first_line] + state.tShift[first_line]
    if state.is_code_block(first_line) or state.src[start : start + 1] != "%":
        return False
    if not silent:
        state.line = first_line + 1
    return True


def _break(state: StateBlock, first_line: int, end_line: int, silent: bool) -> bool:
    """``+++``, maybe with data, which may hold a label."""
    start = state.bMarks[first_line] + state.tShift[first_line]
    if state.is_code_block(first_line) or not _BREAK.fullmatch(state.src, start, state.eMarks[first_line]):
        return False
    if not silent:
        label = _LABEL.search(state.src, start, state.eMarks[first_line])
        if label:
            push_noted(state, [(label["label"], state.env["body"].offset(start))], [])
        state.line = first_line + 1
    return True


def _directive(state: StateBlock, first_line: int, end_line: int, silent: bool) -> bool:
    """A fence with a name in braces, of backticks, tildes or colons."""
    start = state.bMarks[first_line] + state.tShift[first_line]
    match = _OPENING.fullmatch(state.src, start, state.eMarks[first_line])
    if not match or state.is_code_block(first_line):
        return False
    if silent:
        return True
    last, after = _find_end(state, first_line + 1, end_line, match["ticks"] or match["others"])
    body, options = read_options(state, first_line + 1, last)
    argument = match["argument"].rstrip()
    name = "div" if match["others"] and match["name"][0] in ".#" else match["name"].lower()
    directive = Directive(name, argument, match.start("argument"), options, start, body, last)
    found = read_content(state, directive)
    own = _ID.search(match["attributes"])
    ids = [(own["id"], state.env["body"].offset(start))] if own else []
    push_noted(state, [*found.ids, *ids], found.inclusions)
    if found.title is not None and found.title[0]:
        push_title(state, *found.title, "directive")
    if found.is_markdown:
        _read_inside(state, directive)
    state.line = after
    return True


def _read_inside(state: StateBlock, directive: Directive) -> None:
    """What a directive holds, as blocks of their own."""
    depth = state.env.get("directives", 0)
    if depth >= DEEPEST:
        if state.env["too_deep"] is None:
            state.env["too_deep"] = state.env["body"].offset(directive.start)
        return
    state.env["directives"] = depth + 1
    state.push("admonition_open", "div", 1)
    old_end, old_parent = state.lineMax, state.parentType
    state.lineMax, state.parentType = directive.last, "blockquote"
    state.md.block.tokenize(state, directive.body, directive.last)
    state.lineMax, state.parentType = old_end, old_parent
    state.push("admonition_close", "div", -1)
    state.env["directives"] = depth


def _find_end(state: StateBlock, first_line: int, end_line: int, opening: str) -> tuple[int, int]:
    """The line behind the content of a fence, and the line behind the fence."""
    text, starts, shifts, ends, widths = state.src, state.bMarks, state.tShift, state.eMarks, state.sCount
    indent, marker = state.blkIndent, opening[0]
    for line in range(first_line, end_line):
        start, end = starts[line] + shifts[line], ends[line]
        if start < end and widths[line] < indent:
            return line, line
        if text[start : start + 1] != marker:
            continue
        rest = text[start:end].lstrip(marker)
        if not rest.strip(" \t") and end - start - len(rest) >= len(opening) and not state.is_code_block(line):
            return line, line + 1
    last = max(first_line, end_line)
    return last, last


def _role(state: StateInline, silent: bool) -> bool:
    """``{name}`content```."""
    if state.src[state.pos] != "{":
        return False
    match = _ROLE.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        _push_role(state, match)
    state.pos = match.end()
    return True


def _push_role(state: StateInline, match: re.Match[str]) -> None:
    group = "one" if match["one"] is not None else "two"
    content, role = match[group], match["name"].lower().removeprefix("std:")
    explicit = _EXPLICIT.fullmatch(content.rstrip())
    own = _ID.search(match["attributes"])
    text = explicit["text"].strip() if explicit else ""
    if role not in LINKING or content.startswith("!") or state.linkLevel > 0:
        token = state.push("formula", "", 0)  # its text, and nothing else
        token.content = text or content
        ids = [own["id"]] if own else []
        token.meta |= {"ids": ids, "start": match.start(), "end": match.end(), "role": match["name"]}
        return
    target = explicit["target"] if explicit else content
    bare = target.strip()
    start = match.start(group) + (explicit.start("target") if explicit else 0) + len(target) - len(target.lstrip())
    token = state.push("link_open", "a", 1)
    token.attrs = {"href": f"{role}:{bare}"}
    token.info = "role"
    token.meta |= {"start": match.start(), "end": match.end(), "destination": (start, start + len(bare))}
    if text or role == "download":
        state.push("text", "", 0).content = text or bare
    state.push("link_close", "a", -1).info = "role"
