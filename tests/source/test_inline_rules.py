"""Asking few inline rules at each character gives what asking all of them gives."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from linklint.source.markdown.offsets import Body
from linklint.source.markdown.parser import build_parser
from tests.examples import some
from tests.source.test_simple_text import EVERY, PIECES

MORE = [
    "[^1]", "^[a]", "$x$", "$$y$$", "%%c%%", "^id", "@uid", "<xref:a>", "[!INCLUDE [a](b)]", ':::image source="a":::',
    "{#id}", "{: .c}", "~~a~~", "~a~", "{\U00100000\U0010fffd", "{\U00104000", "<b>", "</b>", "<https://x.y>", "&copy;",
    "&#39;", "\\", "\\\n", "[[w|v]]", "![[i.png]]", "[a][b]", "[r]", "![r][]", "https://x.y/z", "www.x.y", "a@b.cd",
    "``a`b``",
]  # fmt: skip
texts = st.lists(st.sampled_from(PIECES + MORE), max_size=14).map(lambda pieces: "".join(pieces).strip())


def ask_all_rules(extensions: tuple[str, ...]) -> MarkdownIt:
    """The same parser, whose inline rules are all asked everywhere."""
    md = build_parser.__wrapped__(extensions)
    md.inline.__dict__["_rules"] = ({}, [rule.fn for rule in md.inline.ruler.__rules__ if rule.enabled])
    return md


def read(md: MarkdownIt, content: str) -> tuple[list[object], object]:
    references = {"R": {"href": "/r", "title": ""}}
    env: dict[str, Any] = {"body": Body(content, 0), "block": None, "depth": 0, "too_deep": None, "undefined": []}
    env |= {"references": references, "footnotes": {"refs": {":1": -1}}}
    return [show(token) for token in md.inline.parse(content, md, env, [])], env["undefined"]


def show(token: Token) -> object:
    children = [show(child) for child in token.children or ()]
    return token.type, token.content, token.attrs, token.info, token.meta, children


@pytest.mark.parametrize("extensions", [(), ("autolinks", "footnotes", "strikethrough"), tuple(EVERY)])
@settings(max_examples=some(200), deadline=None)
@given(content=texts)
def test_the_same_tokens_come_out(extensions: tuple[str, ...], content: str) -> None:
    assert read(build_parser(extensions), content) == read(ask_all_rules(extensions), content)
