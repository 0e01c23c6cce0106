"""What is different in MDX for the Markdown parser, once its JSX is masked: there is no raw HTML and no indented code,
and the filler of a tag is a token, so that places are exact on both sides of it."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from linklint.source.mdx.masking import IMAGE_FILLER, TAG_FILLER

JSX = "jsx"
"""The ``info`` of such a token."""

_FILLER = re.compile(f"{TAG_FILLER}|(?P<image>{IMAGE_FILLER})")


def read_fillers(md: MarkdownIt) -> None:
    """Change a parser for MDX."""
    md.disable(["html_block", "html_inline", "code"])
    md.inline.ruler.push("jsx", jsx)


def jsx(state: StateInline, silent: bool) -> bool:
    """An inline rule: the filler of a tag. The content tells an image from other tags."""
    match = _FILLER.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        token = state.push("html_inline", "", 0)
        token.info = JSX
        token.content = "<img" if match["image"] else ""
    state.pos = match.end()
    return True
