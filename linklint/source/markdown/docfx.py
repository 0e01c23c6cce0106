"""What docfx adds to Markdown (src/Docfx.MarkdigEngine.Extensions of https://github.com/dotnet/docfx): includes, code
from files, cross references, tabs, and the blocks and images of Microsoft Learn that are written with three colons."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

# InclusionInlineParser, CodeSnippetParser: the path ends at white space, and that of code at its query, too. All parts
# are bounded, so that many beginnings without an end do not take long.
_TITLE = r"\[(?:\\.|[^\]\\]){0,500}+\]"
_FILE = re.compile(
    rf"\[!(?:(?P<include>include)[+\-]?[ ]{{0,9}}{_TITLE}\(\s{{0,99}}"
    r"(?P<file><[^>\n]{0,500}>|(?:\\.|[^\s)\\]){0,500}+)(?:\s[^)]{0,500}+)?\)\]"
    rf"|(?:code|notebook)(?:-[^\[\]\n]{{0,99}})?{_TITLE}[ \t]{{0,9}}\("
    r"(?P<code>(?:\\.|\([^()\n]{0,99}\)|[^#?\")\\\n]){0,500}+)(?P<part>(?:[#?\"][^)\n]{0,500}+)?)\)[ \t]{0,9}\])",
    re.IGNORECASE,
)
_SECTION = re.compile(r"\[!(?:video|div)\b[^\]\n]{0,500}\]", re.IGNORECASE)
# XrefInlineParser, XrefInlineShortParser.
_ANGLE = re.compile(
    r"<xref:(?:(?P<quote>[\"'])(?P<quoted>[^\n]{0,500}?)(?P=quote)|(?P<uid>[^>\"'\n][^>\n]{0,1000}))>", re.IGNORECASE
)
_SHORT = re.compile(
    r"@(?:(?P<quote>[\"'])(?P<quoted>[^\n]{1,500}?)(?P=quote)"
    r"|(?P<uid>[A-Za-z](?:[.,;:!?~]?[^\s\"'<>.,;:!?~\[\]|]){0,500}+))"
)
_COLONS = re.compile(
    r":::[ \t]*(?P<name>image|video|code|no-loc)(?P<attributes>(?:\s+[\w\-]+(?:[ \t]*=[ \t]*\"[^\"]*\")?)*)\s*:::"
)
_ATTRIBUTE = re.compile(r"(?P<name>[\w\-]+)[ \t]*=[ \t]*\"(?P<value>[^\"]*)\"")
_MARKER = re.compile(
    r":{3,}[ \t]*(?:row|column|zone|moniker|image|code|form|chromeless)(?:-end)?(?![\w\-])", re.IGNORECASE
)
_OBJECT = re.compile(r":{3,}[ \t]*(?:image|code)(?![\w\-])", re.IGNORECASE)
_ROW = re.compile(r":{3,}[ \t]*row:::", re.IGNORECASE)
_ROW_END = re.compile(r":{3,}[ \t]*row-end:::", re.IGNORECASE)
_INTERRUPTS = ("paragraph", "reference", "blockquote", "list")


def read_docfx_syntax(md: MarkdownIt) -> None:
    """Add the rules to a parser."""
    md.block.ruler.before("fence", "colon_row", _row, {"alt": list(_INTERRUPTS)})
    md.block.ruler.before("fence", "colon_marker", _marker, {"alt": list(_INTERRUPTS)})
    md.inline.ruler.before("link", "docfx_file", _file)
    md.inline.ruler.before("autolink", "docfx_angle", _angle)
    md.inline.ruler.before("escape", "docfx_short", _short)
    md.inline.ruler.before("escape", "docfx_colons", _colons)
    md.core.ruler.push("docfx_tabs", _take_tabs)


def _marker(state: StateBlock, first_line: int, end_line: int, silent: bool) -> bool:
    """A line that begins or ends a block: ``::: zone pivot="a"``, ``:::column-end:::``. What it holds is Markdown."""
    start = state.bMarks[first_line] + state.tShift[first_line]
    if state.src[start : start + 3] != ":::" or state.is_code_block(first_line):
        return False
    end = state.eMarks[first_line]
    if not _MARKER.match(state.src, start, end) or _OBJECT.match(state.src, start, end):
        return False
    if not silent:
        state.line = first_line + 1
    return True


def _row(state: StateBlock, first_line: int, end_line: int, silent: bool) -> bool:
    """``:::row:::`` to ``:::row-end:::``: how far the lines between are indented means nothing."""
    start = state.bMarks[first_line] + state.tShift[first_line]
    if state.src[start : start + 3] != ":::" or state.is_code_block(first_line):
        return False
    if state.env.get("row") or not _ROW.match(state.src, start, state.eMarks[first_line]):
        return False  # one in another is but a line
    if silent:
        return True
    line = first_line + 1
    while line < end_line:
        state.bMarks[line] += state.tShift[line]
        state.tShift[line] = state.sCount[line] = state.bsCount[line] = 0
        if _ROW_END.match(state.src, state.bMarks[line], state.eMarks[line]):
            break
        line += 1
    old_indent, old_end = state.blkIndent, state.lineMax
    state.blkIndent, state.lineMax, state.env["row"] = 0, line, True
    state.md.block.tokenize(state, first_line + 1, line)
    state.blkIndent, state.lineMax, state.env["row"] = old_indent, old_end, False
    state.line = min(line + 1, end_line)
    return True


def _file(state: StateInline, silent: bool) -> bool:
    """``[!INCLUDE [title](file)]``, ``[!code-csharp[](file#region)]``; ``[!VIDEO url]`` and ``[!div …]`` say how."""
    if not state.src.startswith("[!", state.pos):
        return False
    match = _FILE.match(state.src, state.pos, state.posMax)
    section = None if match else _SECTION.match(state.src, state.pos, state.posMax)
    found = match or section
    if not found:
        return False
    if not silent:
        if match:
            included = match["include"] is not None
            written = match["file"] if included else match["code"]
            kind, part = ("include", "") if included else ("code", match["part"])
            _push_file(state, written.strip().removeprefix("<").removesuffix(">"), kind, part, match.end())
        else:
            _push_nothing(state, found.end())
    state.pos = found.end()
    return True


def _push_file(state: StateInline, written: str, kind: str, part: str, end: int) -> None:
    token = state.push("include", "", 0)
    token.meta |= {"written": written.replace("\\", "/") if kind == "code" else written, "kind": kind}
    token.meta |= {"part": part.strip() or None, "start": state.pos, "end": end}


def _push_nothing(state: StateInline, end: int, shown: str = "") -> None:
    """Syntax of which readers see at most some text."""
    token = state.push("formula" if shown else "attributes", "", 0)
    token.content = shown
    token.meta |= {"ids": [], "start": state.pos, "end": end}


def _angle(state: StateInline, silent: bool) -> bool:
    """``<xref:uid>``."""
    return state.src[state.pos] == "<" and _link(state, _ANGLE.match(state.src, state.pos, state.posMax), silent)


def _short(state: StateInline, silent: bool) -> bool:
    """``@uid`` and ``@"uid"``. Only the site knows whether it is one."""
    if state.src[state.pos] != "@" or (
        state.pos and (state.src[state.pos - 1].isalnum() or state.src[state.pos - 1] in "_/")
    ):
        return False
    return _link(state, _SHORT.match(state.src, state.pos, state.posMax), silent)


def _link(state: StateInline, match: re.Match[str] | None, silent: bool) -> bool:
    if not match or state.linkLevel > 0:
        return False
    if not silent:
        uid = (match["quoted"] or match["uid"] or "").strip()
        token = state.push("link_open", "a", 1)
        token.attrs = {"href": f"xref:{uid}"}
        token.info, token.markup = "auto", "autolink" if match[0].startswith("<") else ""
        token.meta |= {"start": match.start(), "end": match.end()}
        state.push("text", "", 0).content = uid.partition("?")[0]
        state.push("link_close", "a", -1).info = "auto"
    state.pos = match.end()
    return True


def _colons(state: StateInline, silent: bool) -> bool:
    """``:::image source="a.png" alt-text="…" lightbox="b.png":::``, ``:::code source="a.cs":::``."""
    if not state.src.startswith(":::", state.pos):
        return False
    match = _COLONS.match(state.src, state.pos, state.posMax)
    if not match:
        return False
    if not silent:
        found = _ATTRIBUTE.finditer(state.src, match.start("attributes"), match.end("attributes"))
        attributes = {each["name"].lower(): each for each in found}
        text = {name: each["value"] for name, each in attributes.items()}
        if match["name"] == "code" and text.get("source"):
            _push_file(state, text["source"], "code", "", match.end())
        elif match["name"] == "image" and text.get("source") and state.linkLevel == 0:
            _push_image(state, attributes, match.end())
        else:
            _push_nothing(state, match.end(), text.get("text", "") if match["name"] == "no-loc" else "")
    state.pos = match.end()
    return True


def _push_image(state: StateInline, attributes: dict[str, re.Match[str]], end: int) -> None:
    """The image; around it a link, where it leads somewhere or can be seen larger."""
    around = next((attributes[name] for name in ("link", "lightbox") if name in attributes), None)
    if around and around["value"]:
        opening = state.push("link_open", "a", 1)
        opening.attrs = {"href": around["value"]}
        _place(opening, state.pos, end, around)
    image = state.push("image", "img", 0)
    source = attributes["source"]
    image.attrs = {"src": source["value"], "alt": ""}
    image.content = attributes["alt-text"]["value"] if "alt-text" in attributes else ""
    _place(image, state.pos, end, source)
    if around and around["value"]:
        state.push("link_close", "a", -1)


def _place(token: Token, start: int, end: int, attribute: re.Match[str]) -> None:
    token.info = "colons"
    token.meta |= {"start": start, "end": end, "destination": attribute.span("value")}


def _take_tabs(state: StateCore) -> None:
    """``# [Name](#tab/id)`` is the title of a tab: no heading and no link (TabGroupAggregator)."""
    for index, token in enumerate(state.tokens):
        if token.type != "heading_open":
            continue
        title = state.tokens[index + 1]
        children = [child for child in title.children or () if child.type != "text" or child.content]
        if len(children) < 2 or children[0].type != "link_open" or children[-1].type != "link_close":
            continue
        if not str(children[0].attrs["href"]).startswith("#tab/") or children[0].level != children[-1].level:
            continue
        if sum(child.type == "link_open" for child in children) == 1:
            token.type = "paragraph_open"
            state.tokens[index + 2] = Token("paragraph_close", "p", -1)
            title.children = children[1:-1]
            title.meta["tab"] = True
