"""The pieces of an MDX text that are not Markdown, found in one pass that leaves code alone.

After micromark's extensions ``mdxjs-esm``, ``mdx-expression`` and ``mdx-jsx``; but where those raise an error, what
stands there is text here. HTML comments, which MDX refuses and Docusaurus turns into its own, are comments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from linklint.source.masks.code import end_of_fence, end_of_span
from linklint.source.mdx.expressions import Effort, find_closing_brace, find_end_of_statements, read_strings
from linklint.source.mdx.pieces import Piece
from linklint.source.mdx.tags import read_tag

_FENCE = r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?P<fence>`{3,}(?=[^`\n]*$)|~{3,})"
_ESM = r"(?P<esm>import|export)\b"
_DEFINITION = r"[ \t>]*\[[^\]\n]+\]:[ \t]*<[^<>\n]*>"
_FIRST = re.compile(rf"{_FENCE}|{_ESM}|{_DEFINITION}", re.MULTILINE)
# Each alternative begins with one certain character, so that the search skips all others at once: what stands at the
# beginning of a line is found by the line end before it. Code between single backticks on a line is taken as a whole.
_STEP = re.compile(
    rf"\n(?=[ \t>\-*+\d`~ie\[])(?:{_FENCE}|{_ESM}|{_DEFINITION})"
    r"|\\[!-/:-@\[-`{-~]"
    r"|`(?:[^`\n]++`(?!`)|(?P<run>`*+))"
    r"|\]\([ \t]*\n?[ \t]*<[^<>\n]*>"
    r"|<(?:(?P<comment>!--)|(?P<tag>(?=[/>$\w])))|\{(?P<brace>(?!\#))",
    re.MULTILINE,
)
_IMPORT = re.compile(r"import[\s\w$*{},]{0,2000}[\"']")
_EXPORT = re.compile(r"export\s+(?:default|const|let|var|function|async|class|type|interface|enum|\{|\*)|export\s*[{*]")
_HEADING = re.compile(r" {0,3}#{1,6}\s")
_COMMENT = re.compile(r"\{\s*/\*(?P<text>(?:[^*]|\*(?!/))*+)\*/\s*\}")


def scan(text: str, start: int) -> list[Piece]:
    """The pieces of ``text`` from offset ``start`` on, in order. Linear: an expression or tag that never ends is text,
    and when many have been tried, everything after that is."""
    if "\r" in text:
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    return list(_scan(text, start, Effort(text)))


def _scan(text: str, start: int, effort: Effort) -> Iterator[Piece]:
    barren: dict[int, int] = {}
    comments_end = True
    position = start
    after_statements = start
    step = _FIRST.match(text, start) if start == 0 or text[start - 1] == "\n" else None
    step = step or _STEP.search(text, start)
    while step:
        begin = position = step.end()
        kind = step.lastgroup
        if kind == "fence":
            position = end_of_fence(text, step["fence"], begin)
        elif kind == "run":
            position = end_of_span(text, 1 + len(step["run"]), begin, barren) or begin
        elif kind == "esm":
            begin = step.start("esm")
            pattern = _IMPORT if step["esm"] == "import" else _EXPORT
            may_begin = begin == after_statements or _begins_block(text, begin, start)
            if may_begin and pattern.match(text, begin):
                position = after_statements = find_end_of_statements(text, begin, effort)
                yield Piece("esm", begin, position, text[begin:position])
        elif kind == "comment":
            end = text.find("-->", begin) if comments_end else -1
            comments_end = end >= 0
            if comments_end:
                position = end + 3
                yield Piece("comment", step.start(), position, text[begin:end])
        elif kind == "tag":
            found = read_tag(text, step.start(), effort)
            if found:
                position = found[1]
                yield Piece("tag", step.start(), position, tag=found[0])
        elif kind == "brace":
            end_of_brace = find_closing_brace(text, step.start(), effort)
            if end_of_brace:
                position = end_of_brace
                yield _read_expression(text, step.start(), position)
        step = _STEP.search(text, position)


def _read_expression(text: str, start: int, end: int) -> Piece:
    comment = _COMMENT.fullmatch(text, start, end)
    if comment:
        return Piece("comment", start, end, comment["text"])
    strings = read_strings(text, start, end)
    return Piece("expression", start, end, strings[0].value if len(strings) == 1 else text[start:end])


def _begins_block(text: str, offset: int, start: int) -> bool:
    """Whether the line at ``offset`` goes on with no paragraph: it is the first, or below a blank one or a heading."""
    if offset <= start:
        return True
    previous = max(text.rfind("\n", 0, offset - 1) + 1, start)
    line = text[previous:offset]
    return not line.strip() or _HEADING.match(line) is not None
