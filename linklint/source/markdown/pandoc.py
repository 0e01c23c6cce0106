"""What Pandoc's Markdown adds (https://pandoc.org/MANUAL.html#pandocs-markdown): attributes behind headings, links,
spans, formulas and captions, fenced divs, raw HTML in fences, Markdown between any tags of HTML. And code cells, as
Quarto and knitr read them, whose labels are ids (https://quarto.org/docs/authoring/cross-references.html)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, html_block
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from linklint.source.markdown.attributes import SPAN_ENDS, read_ids, take_ids
from linklint.source.markdown.found import Inclusion
from linklint.source.markdown.html_holders import push_html
from linklint.source.markdown.myst import push_noted
from linklint.source.markdown.verbatim import fence, find_end

_ATTRIBUTE = r"""(?:[#.][^\s{}"'=]++|[\w:@\-]+=(?:"[^"]*+"|'[^']*+'|[^\s{}"']*+)|-(?=[\s}]))"""
_ATTRIBUTES = rf"\{{\s*+(?:{_ATTRIBUTE}\s*+)++\}}"
_LIST = re.compile(_ATTRIBUTES)
_AFTER_HEADING = re.compile(rf"(?<![ \t])[ \t]*({_ATTRIBUTES})[ \t]*\Z")
_CLOSING = re.compile(r"[ \t]+#+\Z")
_DIV = re.compile(rf":{{3,}}[ \t]*(?P<opening>{_ATTRIBUTES}|[^\s{{}}:]++)?[ \t]*:*[ \t]*")
_RAW = re.compile(r"[`~]{3,}[ \t]*\{=html\}[ \t]*")
_CELL = re.compile(r"[`~]{3,}[ \t]*\{(?P<inside>[^\n]*)\}[ \t]*")
# To knitr, captions in the header may hold code, of which CommonMark says that no fence can have it behind itself.
_TICKED = re.compile(r"(?P<fence>`{3,})[ \t]*\{[A-Za-z]\w*(?:[ \t,][^\n]*)?\}[ \t]*")
_HEADER_LABEL = re.compile(
    r"""[A-Za-z]\w*[ \t,]+(?P<bare>[^\s,={}"'#.][^\s,={}"']*)[ \t]*(?=,|\Z)|"""
    r"""\blabel[ \t]*=[ \t]*["'](?P<given>[^"'\n]+)["']"""
)
_HEADER_CHILD = re.compile(r"""\bchild[ \t]*=[ \t]*["'](?P<file>[^"'\n]+)["']""")
_HEADER_MAKES = re.compile(r"""\b(?:results|output)[ \t]*=[ \t]*["']asis["']|\bchild[ \t]*=""")
_OPTION = re.compile(
    r"^[ \t>]*(?:#|//|%%|--)\|[ \t]*(?P<key>(?:lst-)?label|child|results|output)[ \t]*:"
    r"[ \t]*(?P<value>[^\n]*?)[ \t]*$",
    re.MULTILINE,
)
_ELEMENT_ID = re.compile(r"""\b(?:elementId|id)[ \t]*=[ \t]*\\?["']([A-Za-z][\w\-]{0,100})\\?["']""")
_MAKING = re.compile(r"\bMarkdown\(|\bdisplay_markdown\(|\bknit_(?:child|expand)\(|\basis_output\(")
_KNITTING = re.compile(r"\bknit_child\(")
_TEXT_FILE = re.compile(r"""["'](?P<file>[^"'\n{}]{1,200}\.(?:[Rr]md|qmd|md))["']""")
_WRITES_IDS = re.compile(r"\{#|\bchild\b|\bknit_(?:child|expand)\(|\bid=")
# Engines whose code is Markdown (https://bookdown.org/yihui/bookdown/custom-blocks.html).
_TEXT_ENGINE = re.compile(
    r"(?:asis|block2?|conjecture|corollary|definition|example|exercise|hypothesis|lemma|proof|proposition|remark|"
    r"solution|theorem)(?=[\s,]|\Z)"
)
# ``if`` chooses between formats, and begins or ends a comment.
_INLINE_CELL = re.compile(r"`(?:r|\{[a-z]+\})[ \t]+(?!if\b)[^`\n]+`[ \t]*")
_ALONE = re.compile(r"(?:<(?:/[A-Za-z][\w\-]*|[A-Za-z][^<>]*)>[ \t]*)+")
_ELEMENT = re.compile(r"</?(?!(?:pre|script|style|textarea)\b)[A-Za-z]", re.IGNORECASE)
_INLINE = re.compile(
    r"</?(?:a|abbr|b|br|button|cite|code|em|i|img|input|kbd|label|mark|picture|q|s|samp|small|source|span|strong|sub|sup|u)"
    r"(?=[\s/>])",
    re.IGNORECASE,
)
_INTERRUPTED = ["paragraph", "reference", "blockquote", "list", "deflist"]


def read_pandoc_syntax(md: MarkdownIt) -> None:
    """Add the rules to a parser."""
    md.block.ruler.before("fence", "container", _div, {"alt": _INTERRUPTED})
    md.block.ruler.before("fence", "cell", _cell, {"alt": _INTERRUPTED})
    md.block.ruler.before("paragraph", "inline_cell", _inline_cell)
    md.block.ruler.at("html_block", _html, {"alt": ["paragraph", "reference", "blockquote"]})
    md.inline.ruler.before("text", "attributes", _attributes)


def take_attributes(token: Token) -> None:
    """Cut the attributes from the end of a heading's content; its id goes to ``meta["id"]``."""
    match = _AFTER_HEADING.search(token.content)
    if match:
        token.content = _CLOSING.sub("", token.content[: match.start()])
        ids = read_ids(match[1])
        if ids:
            token.meta["id"] = ids[0]


def _div(state: StateBlock, first_line: int, end_line: int, silent: bool) -> bool:
    """The first or last line of a fenced div, which is taken out: what stands between is read as if it were not
    there."""
    if state.is_code_block(first_line):
        return False
    start = state.bMarks[first_line] + state.tShift[first_line]
    match = _DIV.fullmatch(state.src, start, state.eMarks[first_line])
    if not match:
        return False
    if not silent:
        ids = read_ids(match["opening"] or "")
        if ids:
            offset = state.env["body"].offset(start)
            push_noted(state, [(name, offset) for name in ids], [])
        state.line = first_line + 1
    return True


def _cell(state: StateBlock, first_line: int, end_line: int, silent: bool) -> bool:
    """A fenced block: raw HTML is read as such, of code cells only what their options say."""
    start = state.bMarks[first_line] + state.tShift[first_line]
    count = len(state.tokens)
    if "{" not in state.src[start : state.eMarks[first_line]]:
        return False
    if not fence(state, first_line, end_line, silent):
        opening = _TICKED.fullmatch(state.src, start, state.eMarks[first_line])
        if opening is None or state.is_code_block(first_line):
            return False
        if not silent:
            state.line = find_end(state, first_line + 1, end_line, opening["fence"])
    if silent:
        return True
    last = state.line
    if _RAW.fullmatch(state.src, start, state.eMarks[first_line]):
        del state.tokens[count:]
        if last - 1 > first_line + 1:
            push_html(state, first_line + 1, last - 1)
        state.line = last
        return True
    match = _CELL.fullmatch(state.src, start, state.eMarks[first_line])
    if match and _TEXT_ENGINE.match(match["inside"]):
        del state.tokens[count:]
        _read_inside(state, first_line + 1, last)
    if match:
        inside = match["inside"]
        code = state.src[state.eMarks[first_line] : state.eMarks[last - 1]]
        offset = state.env["body"].offset
        ids = read_ids("{" + inside + "}") if inside[:1] in ".#" else []
        found = [(name, offset(start)) for name in (*ids, *_list_labels(inside, code))]
        made = [Inclusion(*each, None, offset(start), offset(match.end())) for each in _list_made(inside, code)]
        if found or made:
            push_noted(state, found, made)
    return True


def _inline_cell(state: StateBlock, first_line: int, end_line: int, silent: bool) -> bool:
    """A paragraph that is nothing but code whose result is shown: a list of links, maybe, and hardly ever headings."""
    start = state.bMarks[first_line] + state.tShift[first_line]
    match = _INLINE_CELL.fullmatch(state.src, start, state.eMarks[first_line])
    if not match or silent or (first_line + 1 < end_line and not state.isEmpty(first_line + 1)):
        return False
    place = state.env["body"].offset(start), state.env["body"].offset(match.end())
    push_noted(state, [], [Inclusion("ids" if _WRITES_IDS.search(match[0]) else "links", "generator", None, *place)])
    state.line = first_line + 1
    return True


def _read_inside(state: StateBlock, first_line: int, after: int) -> None:
    """What a cell of text holds, up to the line after its closing fence."""
    body_end = after - 1 if _is_fence(state, after - 1) else after
    old_end = state.lineMax
    state.lineMax = body_end
    state.md.block.tokenize(state, first_line, body_end)
    state.lineMax, state.line = old_end, after


def _is_fence(state: StateBlock, line: int) -> bool:
    start = state.bMarks[line] + state.tShift[line]
    return state.src[start : start + 3] in ("```", "~~~")


def _list_labels(header: str, code: str) -> Iterator[str]:
    """The labels that a cell has, in its header, as knitr reads it, and in its options; ids of elements that its code
    makes."""
    match = _HEADER_LABEL.match(header) or _HEADER_LABEL.search(header)
    if match and header[:1] not in ".#=":
        yield match["bare"] or match["given"]
    for option in _OPTION.finditer(code):
        if option["key"].endswith("label"):
            yield option["value"].strip("\"'")
    for element in _ELEMENT_ID.finditer(code):
        yield element[1]


def _list_made(header: str, code: str) -> Iterator[tuple[str, str]]:
    """What stands for text in place of the cell: files, else what nobody knows before it is run: ``ids`` where ids that
    authors choose may be among it, else ``text``."""
    options = {option["key"]: option["value"].strip("\"'") for option in _OPTION.finditer(code)}
    child = _HEADER_CHILD.search(header)
    file = child["file"] if child else options.get("child", "")
    if file:
        yield file, "include"
    if _KNITTING.search(code):
        inner = dict.fromkeys(match["file"] for match in _TEXT_FILE.finditer(code))
        yield from ((each, "include") for each in inner)
        if inner:
            return
    said = options.get("results", options.get("output", ""))
    if not file and (_HEADER_MAKES.search(header) or said == "asis" or "child" in options or _MAKING.search(code)):
        yield "ids" if _WRITES_IDS.search(header + code) else "text", "generator"


def _html(state: StateBlock, first_line: int, end_line: int, silent: bool) -> bool:
    """Of tags of blocks, only lines that hold nothing else are raw HTML, with the indented tags below them; the rest of
    what stands between tags is Markdown. Comments and verbatim elements are as in CommonMark."""
    start = state.bMarks[first_line] + state.tShift[first_line]
    if state.is_code_block(first_line) or not _ELEMENT.match(state.src, start):
        return html_block(state, first_line, end_line, silent)
    if _INLINE.match(state.src, start) or not _ALONE.fullmatch(state.src, start, state.eMarks[first_line]):
        return False
    if not silent:
        last = first_line + 1
        while last < end_line and state.sCount[last] - state.blkIndent > 3 and _begins_tag(state, last):
            last += 1
        push_html(state, first_line, last)
    return True


def _begins_tag(state: StateBlock, line: int) -> bool:
    start = state.bMarks[line] + state.tShift[line]
    return state.src[start : start + 1] == "<"


def _attributes(state: StateInline, silent: bool) -> bool:
    """``{#id .class}`` behind a span or a link; an id also behind a formula or at the end of a caption."""
    if state.src[state.pos] != "{":
        return False
    match = _LIST.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    behind = state.pos > 0 and state.src[state.pos - 1] in SPAN_ENDS
    ids = read_ids(match[0])
    if not behind and not ids:
        return False
    return take_ids(state, match, ids, silent)
