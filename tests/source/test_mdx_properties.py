"""MDX of any kind: nothing is raised, lengths and places hold, and time is linear."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linklint.model.document import Dialect
from linklint.source.lines import Lines
from linklint.source.mdx.masking import mask_pieces
from linklint.source.mdx.parts import parse_mdx
from linklint.source.mdx.scanning import scan
from tests.timing import check_linear

_FRAGMENTS = (
    "<", ">", "</", "/>", "{", "}", "a", "A", " ", "\n", "\r\n", "\r", "\n\n", '"', "'", "`", "```\n", "=", "/*", "*/",
    "href", "import ", "export ", "from ", "x.md", "[", "](", ")", "# ", "- ", "> ", "\\", "|", "<!--", "-->", "${",
    "<A href='b'>", "</A>", "<img src='c' alt='d'/>", "{#e}", "\U00100000", "\U0010fffd", "é", "&amp;", "|-|\n",
)  # fmt: skip
_TEXTS = st.lists(st.sampled_from(_FRAGMENTS), max_size=30).map("".join)
_DIALECT = Dialect(extensions=("autolinks", "comment-ids", "footnotes", "heading-ids", "mdx", "tables"))


@given(_TEXTS)
def test_pieces_are_in_order_and_masked_at_equal_length(text: str) -> None:
    pieces = scan(text, 0)
    masked, _ = mask_pieces(text, pieces)
    assert len(masked) == len(text)
    end = 0
    for piece in pieces:
        assert end <= piece.start < piece.end <= len(text)
        assert masked[end : piece.start] == text[end : piece.start]
        end = piece.end
        for attribute in piece.tag.attributes if piece.tag else ():
            assert piece.start < attribute.start <= attribute.end < piece.end
    assert masked[end:] == text[end:]


@given(_TEXTS)
def test_every_place_is_exact(text: str) -> None:
    lines = Lines(text)
    parts = parse_mdx(text, lines, 0, _DIALECT)
    for link in (*parts.links, *parts.undefined):
        assert 0 <= link.span.start <= link.span.end <= len(text)
        if link.destination is not None:
            assert text[link.destination.start : link.destination.end] == link.written
        if link.syntax == "jsx":
            assert text[link.span.start] == "<"
            assert text[link.span.end - 1] == ">"
        assert -1 <= link.section < len(parts.headings)


_UNITS = (
    "{", "<a b={", "<a b='", '<a b="', "<a {", "<!--", "{/*", "{`${", "import a\n\n", "export const a = {\n\n", "<A>",
    "</A>", "`", "``{", "{'", "](<", "import a from 'a.md'\n\n", "{[(", "- - ",
)  # fmt: skip


@pytest.mark.parametrize("unit", _UNITS)
def test_scanning_takes_linear_time(unit: str) -> None:
    check_linear(lambda size: scan(unit * (size // len(unit)), 0), 25_000)
