"""Containers: ``::: tip Title`` … ``:::``, and the directives of Docusaurus, ``:::note[Title]{#id}``.

Their lines are taken out and what stands between is read as if they were not there: that gives the same links and
headings as nesting them, whether or not each one is closed."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from linklint.source.markdown.attributes import read_ids
from linklint.source.markdown.indented import push_title

_FENCE = re.compile(
    r":{3,}[ \t]*(?:[\w\-]+(?::[\w\-]+)*)?(?:\[(?P<label>.*)\])?[ \t]*(?:\{(?P<attributes>[^{}\n]*)\})?"
    r"[ \t]*(?::+[ \t]*|(?P<title>[^:\s].*))?"
)


def read_containers(md: MarkdownIt) -> None:
    """Add the rule to a parser."""
    alt = ["paragraph", "reference", "blockquote", "list", "deflist"]
    md.block.ruler.before("fence", "container", container, {"alt": alt})


def container(state: StateBlock, first_line: int, end_line: int, silent: bool) -> bool:
    """A block rule: the first or last line of a container."""
    if state.is_code_block(first_line):
        return False
    start = state.bMarks[first_line] + state.tShift[first_line]
    match = _FENCE.fullmatch(state.src, start, state.eMarks[first_line])
    if not match:
        return False
    if not silent:
        if match["attributes"]:
            ids = state.push("attributes", "", 0)
            ids.hidden = True
            offset = state.env["body"].offset(start)
            ids.meta |= {"ids": [(name, offset) for name in read_ids(match["attributes"])], "alone": True}
        for name in ("label", "title"):
            if match[name]:
                push_title(state, match[name].rstrip(" \t:"), match.start(name), "container")
        state.line = first_line + 1
    return True
