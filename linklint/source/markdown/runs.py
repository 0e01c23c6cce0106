"""Runs of the blocks that most documents are made of: headings behind number signs, and paragraphs that end at a blank
line, outside all containers. One regular expression takes each of them; where it ends, the rules go on."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from markdown_it.common.utils import MD_TRIM_CHARS

from linklint.source.markdown.headings import push_heading
from linklint.source.markdown.offsets import Origin
from linklint.source.markdown.state import PositionedState
from linklint.source.markdown.tokens import Text

# Lines that begin with characters at which rules may begin, and that none takes all the same: no fence, no rule, no
# item, no definition, no admonition.
_HARMLESS = r"`(?!``)|\*{1,2}+(?=[^\s*])|_{1,2}+(?=[^\s_])|[0-9]++(?![.)])|!?\[(?!\^)[^\[\]\\\n]++\]\("
HARMLESS = re.compile(_HARMLESS)
RUN_BEGINNINGS = frozenset("#`*_[!0123456789")
"""The characters at which rules may begin, but also such a block."""


def read_run(state: PositionedState, line: int, beginnings: str, *, has_code: bool) -> int:
    """Reads what such blocks there are from a line on, and gives the line behind them. The body must be a part of the
    file as it stands. ``beginnings``: the characters at which rules may begin; below a line that begins otherwise only
    an underline or a table could make it something else. ``has_code``: indented lines are code."""
    pattern = _compile(beginnings, has_code)
    text, body, tokens = state.src, state.body, state.tokens
    first = position = state.bMarks[line]
    while match := pattern.match(text, position):
        position = match.end()
        if match.lastgroup == "title":
            push_heading(state, match.start("marker"), match.end("marker"), match.end("title"))
        else:
            # It begins with what is no white space, so that nothing is trimmed there.
            content = match["text"].rstrip(MD_TRIM_CHARS)
            tokens.append(Text(content, Origin(body, match.start("text"))))
            state.parentType = "paragraph"
    # A match ends where a line begins, or behind the last.
    return line if position == first else bisect_left(state.bMarks, position, line, state.lineMax)


@cache
def _compile(beginnings: str, has_code: bool) -> re.Pattern[str]:
    """Below the first line of a paragraph, an indented one belongs to it, and others end it as they begin blocks."""
    line = rf"(?:[^\s{re.escape(beginnings)}]|{_HARMLESS})[^\n]*+"
    return re.compile(
        rf"(?:[ \t]*+\n)*+[ ]{'{0,3}+' if has_code else '*+'}"
        r"(?:(?P<marker>#{1,6}+(?=[ \t\n]|\Z))(?P<title>[^\n]*+)(?:\n(?![ \t]*+[|:\-])|\Z)"
        rf"|(?P<text>{line}(?:\n[ \t]*+(?![=|:]){line})*+)(?:\n[ \t]*+(?:\n|\Z)|\Z))"
    )
