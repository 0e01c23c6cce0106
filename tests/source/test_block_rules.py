"""Asking few block rules at each line gives what markdown-it-py gives, which asks all of them."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt, rules_block
from markdown_it.parser_block import ParserBlock
from markdown_it.token import Token

from linklint.source.lines import Lines
from linklint.source.markdown.offsets import Body
from linklint.source.markdown.parser import build_parser
from tests.examples import some
from tests.source.markdown_documents import documents

GITHUB = ("alerts", "autolinks", "footnotes", "strikethrough", "tables", "tasklists")
EVERY = tuple(
    "admonitions alerts attributes autolinks containers definition-lists docfx footnotes heading-ids last-definition "
    "html-elements inner-definitions markdown-in-html math noted-links obsidian strikethrough tables tabs tasklists "
    "wikilinks".split()
)
BEGINNINGS = [
    "", "", "a", "b | c", "|-|-|", "-|-", "---", "===", "- ", "* ", "+", "1. ", "2) ", "> ", ">", "# ", "#", "```",
    "~~~", "    ", "\t", "  ", "[a]: b", "[a]:", "[^a]: b", "<div>", "<!-- a", "-->", "<a>", ": c", "~ c", "***", "___",
    "::: tip", ":::", "!!! note", '=== "a"', "{#a}", "$$", "%%", ":::row:::", ":::row-end:::", "- [ ] a", "> [!NOTE]",
    '<div markdown="1">', "</div>", "<!-- c -->", "\u00a0", "\x0c", "é",
    "### a ##", "#\t", "####### a", "``` a`b", "~~~~ a`b", "  ```", "````", "10. a", "1234567890. a", "-\ta",
    "**b**", "*", "`c` d", "``", "[a](b) c", "[a](b): c", "![a](b)", "2024 a", "12", "_a_", "__", "==", "|", ":-:",
    "-      a", "- - a", "* * *", "- - -", "| a \\| b | c", "|:-:|", "| |", ":-", "- [x]\ta", "1)",
]  # fmt: skip
lines = st.lists(st.sampled_from(BEGINNINGS), min_size=1, max_size=4).map("".join)
texts = st.one_of(documents(), st.lists(lines, max_size=12).map("\n".join))


REWRITTEN = {
    "fence": rules_block.fence,
    "heading": rules_block.heading,
    "lheading": rules_block.lheading,
    "list": rules_block.list_block,
    "paragraph": rules_block.paragraph,
    "table": rules_block.table,
}
RENDERED = re.compile(r"(?:paragraph|thead|tbody|tr|th|td)_(?:open|close)")


def ask_all_rules(extensions: tuple[str, ...]) -> MarkdownIt:
    """The same parser with the base's own block parser, state, rulers and rules."""
    md = build_parser.__wrapped__(extensions)
    plain = ParserBlock()
    plain.ruler.__rules__ = md.block.ruler.__rules__
    for rule in plain.ruler.__rules__:
        rule.fn = REWRITTEN.get(rule.name, rule.fn)
        rule.enabled = rule.enabled or rule.name == "lheading"
    md.block = plain
    return md


def read_blocks(md: MarkdownIt, text: str) -> tuple[list[tuple[object, ...]], object]:
    """The block tokens without the marks of paragraphs, rows and cells, and the definitions."""
    env: dict[str, Any] = {"body": Body(text, 0), "definitions": {}, "last_definition": False, "too_deep": None}
    tokens: list[Token] = []
    md.block.parse(env["body"].text, md, env, tokens)
    shown = [show(token, text) for token in tokens if not RENDERED.fullmatch(token.type) and not is_void(token)]
    return shown, env.get("references")


def is_void(token: Token) -> bool:
    """A text that is none, as the base makes of cells that a row lacks."""
    return token.type == "inline" and not token.content


def show(token: Token, text: str) -> tuple[object, ...]:
    """What is read of a token. The base tells lists of numbers from others, and what is in fences."""
    kind = re.sub("(?:bullet|ordered)_", "", token.type)
    return (
        kind,
        token.tag if kind.startswith("heading") else "",
        "" if kind == "fence" else token.content,
        find_line(token, text) if kind == "inline" else None,
    )


def find_line(token: Token, text: str) -> int | None:
    """The line that a text begins on. Where a run was read at once, only its place says so."""
    origin = token.meta.get("origin")
    return token.map[0] if token.map else origin and Lines(text).line(origin.start(0)) - 1


@pytest.mark.parametrize("extensions", [(), GITHUB, EVERY, (*GITHUB, "mdx")])
@settings(
    max_examples=some(150), deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(text=texts)
def test_the_same_blocks_come_out(extensions: tuple[str, ...], text: str) -> None:
    assert read_blocks(build_parser(extensions), text) == read_blocks(ask_all_rules(extensions), text)
