"""What holds for every HTML text."""

from __future__ import annotations

import html

import msgspec
from hypothesis import example, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from linklint.source.html.entities import decode_attribute
from linklint.source.lines import Lines
from tests.examples import some
from tests.source.html_documents import destinations, documents, links, parse, soups


@given(st.text())
@example("\ud800<a href=\ud800>")
@example("<a href='&#99999999999999999999;&#x110000;&#xd800;&#128;'>")
def test_any_text_gives_a_document(text: str) -> None:
    assert parse(text).lines == Lines(text).count


@settings(max_examples=some(300))
@given(soups)
def test_broken_markup_gives_the_links_that_a_browser_has(text: str) -> None:
    found = {(link.element, link.href) for link in links(text) if link.destination or link.crawlable}
    assert found == destinations(text)


@settings(max_examples=some(300))
@given(soups)
def test_spans_of_broken_markup_hold_what_they_say(text: str) -> None:
    document = parse(text)
    for link in document.links:
        assert text[link.span.start : link.span.end].lower().startswith(("<" + link.element, "<image"))
        assert text[link.span.end - 1] == ">"
        if link.destination is not None:
            assert text[link.destination.start : link.destination.end] == link.written
            assert link.span.start < link.destination.start <= link.destination.end < link.span.end
    for heading in document.headings:
        assert text[heading.span.start : heading.span.end].lower().startswith(f"<h{heading.level}")
    assert list(document.links) == sorted(document.links, key=lambda link: link.span.start)
    msgspec.msgpack.encode(document)


@settings(max_examples=some(200))
@given(documents())
def test_replacing_one_destination_changes_that_link_and_nothing_else(text: str) -> None:
    before = links(text)
    assert before
    for index, link in enumerate(before):
        assert link.destination is not None
        changed = text[: link.destination.start] + "TOKEN" + text[link.destination.end :]
        expected = [other.href for other in before]
        expected[index] = "TOKEN"
        after = links(changed)
        assert [other.href for other in after] == expected
        assert [(other.text, other.block, other.landmark) for other in after] == [
            (other.text, other.block, other.landmark) for other in before
        ]


@given(
    st.lists(st.sampled_from(["&", "#", "x", "amp", "copy", "not", "in", ";", "=", "65", "80", "d800", "0", " ", "A"]))
)
@example(["&", "copy", "=", "1", "&", "copy", ";", "&", "not", "in", ";", "&", "#", "x", "80", ";"])
def test_attribute_values_are_decoded_as_lexbor_does(pieces: list[str]) -> None:
    value = "".join(pieces)
    element = LexborHTMLParser(f'<a href="{value}">').css_first("a")
    assert element is not None
    assert decode_attribute(value) == (element.attributes["href"] or "")


@given(st.text(max_size=30))
def test_an_escaped_value_is_decoded_to_itself(value: str) -> None:
    plain = value.replace("\r", "").replace("\0", "")
    assert decode_attribute(html.escape(plain)) == plain
