"""Tags that say nothing are passed over by the run, and nobody can tell."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linklint.model.document import Document
from linklint.source.html import plain
from linklint.source.html.plain import GROUPING, list_tokens
from linklint.source.html.stamping import FORMATTING, SHAPES
from tests.examples import some
from tests.source.html_documents import SOUP, parse

ATTRIBUTES = (
    ' class="a" | id="i"| role="navigation"| aria-hidden="true"| aria-label="l"| title=t|/| data-x="<a href=n>"'
).split("|")
DRAWINGS = (
    '<svg viewBox="0 0 1 1"><path d="M0"/><g><use xlink:href="#u"/></g></svg>|<svg><use id="u"></use></svg>'
    '|<svg class="i"> <linearGradient><stop offset="0" /></linearGradient></svg>|<svg aria-hidden="true"><path/></svg>'
    "|<svg><path></svg>|<svg><a href=1><path/></a></svg>|<svg><title>t</title></svg>|<path/>"
).split("|")


def is_closed(text: str) -> bool:
    """Whether drawings and formulas end that begin: those left open are a known limit (``html.foreign``), where
    markup may be shown as text, with its attributes or without."""
    return all(text.count(f"<{name}") == text.count(f"</{name}>") for name in ("svg", "math"))


names = st.sampled_from(sorted(GROUPING | FORMATTING | SHAPES))
tags = st.one_of(
    st.builds("<{}{}>".format, names, st.sampled_from(ATTRIBUTES)),
    st.builds("<{}>".format, names),
    st.builds("</{}>".format, names),
    st.sampled_from(DRAWINGS),
    st.sampled_from(list(filter(is_closed, SOUP))),
)
pages = st.lists(tags, max_size=30).map("".join)


def parse_all(text: str) -> Document:
    """The document as it is when every tag is looked at."""
    with patch.object(plain, "PLAIN", None):
        return parse(text)


@settings(max_examples=some(1000))
@given(pages)
def test_passing_tags_over_changes_nothing(text: str) -> None:
    assert parse(text) == parse_all(text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('<div class="a"><p>x</p><span title="y">z</span></div>', 0),
        ("<ul><li><a href=x>x</a></li></ul>", 2),
        ('<div id="a">x</div>', 1),
        ("<DIV>x</DIV>", 2),
        ('<b class="x">x</b><b>y</b>', 1),
        ('<svg viewBox="0 0 1 1"><path d="M0"/></svg>', 0),
        ('<svg role="img"><path d="M0"/></svg>', 3),
    ],
)
def test_what_says_nothing_is_no_token(text: str, said: int) -> None:
    assert len(list_tokens(text)) == said


@pytest.mark.parametrize(
    ("piece", "deep"),
    [
        ('<div class="x">', True),
        ('<div class="x"></p>', True),
        ("<b></b></div></div><div><section>", False),
        ("</p></li><b></b><div>", True),
        ("<svg><path/></svg>", False),
        ('<svg role="img"><path/></svg>', False),
        ("<path/>", False),
        ("<div><br><p></div>", False),
        ("<div>x</div>", False),
        ("</div></div><div>", False),
    ],
)
def test_how_deep_elements_are_nested_is_known(piece: str, deep: bool) -> None:
    text = f"{piece * 2_300}<a href=x>x</a>"
    document = parse(text)
    assert ["nesting" in note.kind for note in document.notes] == [True] * deep
    assert [link.href for link in document.links] == ["x"]
    assert document == parse_all(text)
