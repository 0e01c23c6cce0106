"""Documents keep what they say, and equal texts once."""

import msgspec
import pytest

from linklint.model.document import Document, Heading, WrittenLink
from linklint.model.place import Span, pack_spans

SPAN = Span(0, 20, 1, 1, 1, 21)


def send(document: Document) -> Document:
    """The document as it comes from the cache or from another process."""
    return msgspec.msgpack.decode(msgspec.msgpack.encode(document), type=Document)


def test_equal_texts_are_kept_once() -> None:
    links = tuple(
        WrittenLink("inline", "a", "../long/way/b.md", "../long/way/b.md", "the way", pack_spans(SPAN))
        for _ in range(2)
    )
    headings = (Heading(1, "A title", "A title", None, SPAN),)
    sent = send(Document("markdown", 1, 3, links=links, headings=headings))
    assert sent == Document("markdown", 1, 3, links=links, headings=headings)
    first, second = sent.links
    assert first.written is first.href is second.href
    assert first.text is second.text
    assert first.block is second.block is links[0].block
    assert first.syntax is second.syntax
    assert sent.headings[0].raw is sent.headings[0].text


def test_what_differs_stays_different() -> None:
    link = WrittenLink("reference", "a", "a b.md", "a%20b.md", "t", pack_spans(SPAN), block="table", landmark="aside")
    heading = Heading(1, "A title", "A *title*", None, SPAN)
    sent = send(Document("markdown", 1, 3, links=(link,), headings=(heading,)))
    assert (sent.links[0].href, sent.links[0].written) == ("a b.md", "a%20b.md")
    assert sent.headings[0].raw == "A *title*"


@pytest.mark.parametrize(
    "syntax",
    "inline reference autolink wikilink html image jsx shortcode frontmatter nav".split(),
)
def test_every_syntax_can_be_sent(syntax: str) -> None:
    document = Document("markdown", 1, 3, links=(WrittenLink(syntax, "a", "b", "b", "t", pack_spans(SPAN)),))
    assert send(document) == document
