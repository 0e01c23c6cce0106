"""Wikilinks: ``[[Page]]``, ``[[Page#Heading|text]]`` and embeds, ``![[image.png]]``. Only for dialects that say so. In
those of GitHub's wikis the text comes first: ``[[text|Page]]``."""

from __future__ import annotations

import re
from functools import partial

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from linklint.source.markdown.inlines import PositionedInlineState
from linklint.source.markdown.simple import is_picture

_WIKILINK = re.compile(r"!?\[\[(?P<page>[^\[\]|\n]+?)(?P<alias>\\?\|[^\[\]\n]*)?\]\]")


def link_wiki_pages(md: MarkdownIt, *, text_first: bool = False) -> None:
    """Add the rule to a parser."""
    md.inline.ruler.before("link", "text_first" if text_first else "wikilink", partial(wikilink, text_first))


def wikilink(text_first: bool, state: StateInline, silent: bool) -> bool:
    """An inline rule. An embed of an image is an image token; any other embed leads to a page and is a link. What
    stands in ``<code>`` shows how links are written, as between backticks."""
    if state.src[state.pos] not in "![" or state.linkLevel > 0:
        return False
    if isinstance(state, PositionedInlineState) and state.open_code:
        return False
    match = _WIKILINK.match(state.src, state.pos, state.posMax)
    if not match or not match["page"].strip():
        return False
    if text_first and not match["alias"] and state.src.startswith("](", match.end() - 1):
        return False  # ``[[1]](https://…)``: Markdown comes first
    if not silent:
        page, start = trim(match, "page")
        text = (match["alias"] or "").lstrip("\\").removeprefix("|").strip() or page
        if text_first and match["alias"] and text != page and not is_picture(page):
            start, page, text = state.src.index(text, match.start("alias")), text, page
        meta = {"start": match.start(), "end": match.end(), "destination": (start, start + len(page))}
        if match[0].startswith("!") and is_picture(page):
            token = state.push("image", "img", 0)
            token.attrs = {"src": page, "alt": ""}
            token.content = text
            token.info = "wikilink"
        else:
            token = state.push("link_open", "a", 1)
            token.attrs = {"href": page}
            token.info = "wikilink"
            state.push("text", "", 0).content = text
            state.push("link_close", "a", -1).info = "wikilink"
        token.meta.update(meta)
    state.pos = match.end()
    return True


def trim(match: re.Match[str], group: str) -> tuple[str, int]:
    """The group without white space around it, and where it begins."""
    return match[group].strip(), match.start(group) + len(match[group]) - len(match[group].lstrip())
