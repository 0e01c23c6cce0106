"""The short way through texts without links shows what the tokenizer shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linklint.model.document import Dialect
from linklint.source.markdown.offsets import Body
from linklint.source.markdown.parser import build_parser
from linklint.source.markdown.simple import read_simple_text
from linklint.source.parse import parse

EVERY = (
    "admonitions alerts attributes autolinks containers definition-lists docfx footnotes heading-ids math mdx "
    "obsidian strikethrough tables tabs tasklists wikilinks"
).split()
PIECES = [
    "word", "a", "Ü", "7", " ", "  ", "\n", "*", "**", "`", "_", "!", ":", "&", "&amp;", "<", ">", "-", ".", ",", "(",
    ")", '"', "'", "\\", "[", "]", "://", "http", "www.", "@", "~", "=", "+", "|", "%", "#", "$", "{", "}", "^", "\t",
    "\u00a0",
]  # fmt: skip


def tokenize(content: str, extensions: tuple[str, ...]) -> str | None:
    """The text as the long way shows it; None when there is more than text."""
    env = {"body": Body(content, 0), "block": 0, "depth": 0, "too_deep": None, "undefined": [], "references": {}}
    md = build_parser(extensions)
    shown = []
    for token in md.inline.parse(content, md, env, []):
        if token.type in ("text", "code_inline"):
            shown.append(token.content)
        elif token.type in ("softbreak", "hardbreak"):
            shown.append("\n")
        elif token.type.rpartition("_")[0] not in ("strong", "em"):
            return None
    return None if env["undefined"] else "".join(shown)


@pytest.mark.parametrize("extensions", [(), ("autolinks", "strikethrough", "tables"), tuple(EVERY)])
@given(st.lists(st.sampled_from(PIECES), max_size=14).map(lambda pieces: "".join(pieces).strip()))
def test_both_ways_show_the_same_text(extensions: tuple[str, ...], content: str) -> None:
    short = read_simple_text(content)
    assert short is None or short == tokenize(content, extensions)


@pytest.mark.parametrize(
    "content",
    [
        "",
        "Plain words, a dash - and (brackets): all of it.",
        "Use `code` and **strong words** or *emphasis*, snake_case!",
        "two\nlines & more < less",
        "`a*b` **and `x` then y**",
    ],
)
def test_takes_the_short_way_for(content: str) -> None:
    assert read_simple_text(content) == tokenize(content, tuple(EVERY))


@pytest.mark.parametrize(
    "content",
    ["[a](b)", "<b>", "http://x.org", "www.x.org", "WWW.x.org", "a@b.c", "a  \nb", "a\\*", "&lt;", "``a``", "***a***",
     "** a**", "*a", "a `b", "_a_", "~~a~~", "$x$", "[[a]]", "{{ a }}", "a\n b", "|a|", "\U000f0000\U0010fffd"],
)  # fmt: skip
def test_leaves_to_the_tokenizer(content: str) -> None:
    assert read_simple_text(content) is None


def test_headings_and_words_come_out_the_same() -> None:
    document = parse(b"# The `code` of **strong** words\n\nfive words *in this* line\n", Dialect())
    assert (document.headings[0].text, document.words) == ("The code of strong words", 10)
