"""The markdown-it parser of each dialect, built once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache, partial
from itertools import pairwise
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin

from linklint.source.markdown import blank_definitions, blank_destinations, destinations
from linklint.source.markdown.attributes import take_heading_attributes
from linklint.source.markdown.autolinks import link_plain_addresses
from linklint.source.markdown.blocks import PositionedBlocks, keep_positions
from linklint.source.markdown.extensions import add_extensions
from linklint.source.markdown.inlines import PositionedInlines
from linklint.source.markdown.jsx import read_fillers
from linklint.source.markdown.offsets import Body
from linklint.source.markdown.pandoc import take_attributes
from linklint.source.markdown.simple import OF_DIALECTS, read_simple
from linklint.source.markdown.wikilinks import link_wiki_pages

MAX_NESTING = 200
"""Deeper content is skipped, and told in a note. markdown-it's own limit, 20, loses a link in ten nested lists;
Python's recursion limit is met at about 280."""

HELPERS = {"blank-definitions": blank_definitions, "blank-destinations": blank_destinations}
"""Extension → where destinations end with it."""
_BRACKET_ID = re.compile(r"(?<![ \t])[ \t]*\[#([^\[\]\s#]+)\][ \t]*\Z")
_HEADING_ID = re.compile(r"(?<![ \t])[ \t]*\{\s*#([^\s{}#]+)[^{}\n]*\}[ \t]*\Z")
# In MDX a brace begins code, so it is escaped there; Docusaurus asks for the id once the escapes are gone.
_ESCAPED_ID = re.compile(r"(?<![ \t])[ \t]*\\?\{#([^\s{}#\\]+)\\?\}[ \t]*\Z")


class PositionedMarkdown(MarkdownIt):
    """A markdown-it whose tokens know their places, and that keeps destinations as written: nothing is
    percent-encoded, and no scheme is refused (a ``javascript:`` link is a link, if a bad one)."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the base's name
        """The destination itself."""
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - the base's name
        """The text itself."""
        return link

    def validateLink(self, url: str) -> bool:  # noqa: N802 - the base's name
        """Every destination is one."""
        return True


@cache
def build_parser(extensions: tuple[str, ...]) -> PositionedMarkdown:
    """The parser for these syntax extensions (see ``Dialect.extensions``)."""
    md = PositionedMarkdown("commonmark", {"maxNesting": MAX_NESTING, "typographer": False, "linkify": False})
    md.helpers = next((HELPERS[each] for each in HELPERS if each in extensions), destinations)
    inline, block = PositionedInlines(), PositionedBlocks()
    inline.ruler.enableOnly(md.inline.ruler.get_active_rules())
    inline.ruler2.enableOnly(md.inline.ruler2.get_active_rules())
    block.ruler.enableOnly(md.block.ruler.get_active_rules())
    md.inline, md.block = inline, block
    md.core.ruler.at("inline", _parse_inlines)
    # Whoever reads the tokens takes each text as it comes.
    md.core.ruler.disable("text_join")
    # The body is normalised already, and its offsets depend on that.
    md.core.ruler.disable("normalize")
    if "tables" in extensions:
        md.enable("table")
    if "strikethrough" in extensions:
        md.enable("strikethrough")
        md.options["strikethrough_single_tilde"] = True
    for name in ("alerts", "tasklists"):
        md.options[name] = name in extensions
    if "footnotes" in extensions:
        footnote_plugin(md, inline=False, move_to_end=False)
    if "mdx" in extensions:
        read_fillers(md)
    if "autolinks" in extensions:
        link_plain_addresses(md, as_markdig="docfx" in extensions)
    if "wikilinks" in extensions:
        link_wiki_pages(md, text_first="text-first" in extensions)
    add_extensions(md, extensions)
    keep_positions(md)
    return md


def parse_tokens(body: Body, extensions: tuple[str, ...]) -> tuple[list[Token], dict[str, Any]]:
    """The tokens of a body, and what the rules noted: ``references``, ``definitions``, ``too_deep`` (a file offset or
    None)."""
    env: dict[str, Any] = {
        "body": body,
        "block": None,
        "depth": 0,
        "definitions": {},
        "last_definition": "last-definition" in extensions,
        "too_deep": None,
        "heading_ids": [take for name, take in _HEADING_IDS.items() if name in extensions],
        "tokens_of_headings": "docfx" in extensions,
        "mistyped": [],
        "undefined": [],
    }
    return build_parser(extensions).parse(body.text, env), env


def _parse_inlines(state: StateCore) -> None:
    env = state.env
    complicated: set[int] = set()
    if env["heading_ids"] or env["tokens_of_headings"]:
        for before, token in pairwise(state.tokens):
            if before.type == "heading_open":
                for take in env["heading_ids"]:
                    take(token)
                if env["tokens_of_headings"]:
                    complicated.add(id(token))
    texts = [token for token in state.tokens if token.type == "inline"]
    inline = state.md.inline
    marks, wikilinks = OF_DIALECTS, False
    if isinstance(inline, PositionedInlines):
        marks, wikilinks = inline.marks, inline.has_wikilinks
    contents = read_simple([token.content for token in texts], marks, env.get("references", {}), wikilinks=wikilinks)
    for token, found in zip(texts, contents, strict=True):
        meta = token.meta
        if found is None or id(token) in complicated:
            meta["simple"] = None
            env["block"] = meta.get("origin") or env["block"]
            env["undefined"] = meta["undefined"] = []
            env["mistyped"] = meta["mistyped"] = []
            token.children = []
            state.md.inline.parse(token.content, state.md, env, token.children)
        else:
            meta["simple"] = found


def _take_id(pattern: re.Pattern[str], token: Token) -> None:
    match = pattern.search(token.content)
    if match:
        token.content = token.content[: match.start()]
        token.meta["id"] = match[1]


_HEADING_IDS: Mapping[str, Callable[[Token], None]] = {
    "attributes": take_heading_attributes,
    "bracket-ids": partial(_take_id, _BRACKET_ID),
    "escaped-heading-ids": partial(_take_id, _ESCAPED_ID),
    "heading-ids": partial(_take_id, _HEADING_ID),
    "pandoc": take_attributes,
}
