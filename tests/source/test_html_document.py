"""What an HTML file says of itself: head, title, comments, front matter."""

from __future__ import annotations

import pytest

from linklint.model.document import Alternate, Head
from linklint.source.front_matter import split_front_matter
from linklint.source.html import parse_html_document
from linklint.source.html.head import read_refresh
from linklint.source.lines import Lines
from tests.source.html_documents import parse


def test_the_head_is_read() -> None:
    document = parse(
        "<!doctype html><html LANG=' de-AT '><head><base href=' /b/ '><base href=/no/>\n"
        "<link rel='CANONICAL' href=/c.html><link rel=alternate hreflang=fr href=/fr/>\n"
        "<link rel='alternate' type=application/rss+xml href=/feed>\n"
        "<meta name=Robots content='NoIndex, nofollow'><meta name=robots content=noarchive>\n"
        "<meta name=description content=' What  it\n is '><meta http-equiv=Refresh content='0; URL=next.html'>"
    )
    assert document.head == Head(
        "/b/", "/c.html", ("noindex", "nofollow", "noarchive"), (Alternate("fr", "/fr/", 2),), "next.html"
    )
    assert (document.lang, document.description) == ("de-AT", "What it is")


@pytest.mark.parametrize(
    "text",
    [
        "<p><link rel=canonical href=x>",
        "<link rel=stylesheet href=x>",
        "<link rel=canonical>",
        "<link rel=alternate hreflang=fr>",
        "<meta name=viewport content=noindex>",
        "<meta name=robots>",
        "<meta http-equiv=refresh content=30>",
        "<noscript><meta http-equiv=refresh content='0; url=x'></noscript>",
        "<!-- <base href=x> -->",
        "<template><meta name=robots content=noindex></template>",
        "<base>",
    ],
)
def test_what_says_nothing_of_the_page_is_left_out(text: str) -> None:
    assert parse(text).head == Head()


@pytest.mark.parametrize(
    ("content", "destination"),
    [
        ("0; url=a.html", "a.html"),
        ("0;URL = 'a b.html' x", "a b.html"),
        ('5,"a.html"', "a.html"),
        ("0 a.html", "a.html"),
        (".5; url=a", "a"),
        ("0;url", "url"),
        ("5", None),
        ("5;", None),
        ("", None),
        ("x; url=a", None),
        ("0; url=''", None),
    ],
)
def test_a_refresh_names_its_destination(content: str, destination: str | None) -> None:
    assert read_refresh(content) == destination


@pytest.mark.parametrize(
    ("text", "title", "column"),
    [
        ("<title> A &amp;\n B </title><h1>H</h1>", "A & B", 1),
        ("<title></title><h1></h1><h1>H</h1>", "H", 25),
        ("<h2>no</h2><h1>H</h1>", "H", 12),
        ("<svg><title>no</title></svg><title>T</title>", "T", 29),
        ("<h2>no</h2>", None, None),
        ("", None, None),
    ],
)
def test_the_title_is_the_title_element_else_the_first_level_1_heading(
    text: str, title: str | None, column: int | None
) -> None:
    document = parse(text)
    assert document.title == title
    assert (document.title_span and document.title_span.column) == column


def test_comments_become_directives_with_positions() -> None:
    document = parse("<p>\n <!-- linklint-disable-next-line no-x -- why -->\n<a href=x>t</a>\n<!-- plain -->")
    (found,) = document.directives
    assert (found.kind, found.rules, found.reason, found.first, found.last) == ("next-line", ("no-x",), "why", 3, 3)
    assert (found.span.line, found.span.column, found.span.end_column) == (2, 2, 49)


@pytest.mark.parametrize(
    "text",
    [
        "<script><!-- linklint-disable --></script>",
        "<textarea><!-- linklint-disable --></textarea>",
        "<p title='<!-- linklint-disable -->'>",
        "<!linklint-disable>",
        "<!--> linklint-disable -->",
    ],
)
def test_what_is_no_comment_is_no_directive(text: str) -> None:
    assert parse(text).directives == ()


def test_front_matter_comes_first_and_the_body_keeps_its_positions() -> None:
    text = "---\ntitle: Front\nlang: fr\nlinklint: {disable: [no-x]}\n---\n<title>T</title>\n<a href=x>t</a>"
    lines = Lines(text)
    document = parse_html_document(text, lines, split_front_matter(text, lines))
    assert (document.title, document.lang, document.front_matter_lines) == (
        "Front",
        "fr",
        {"title": 2, "lang": 3, "linklint": 4},
    )
    assert document.title_span is not None
    assert document.title_span.line == 2
    assert [(found.kind, found.rules) for found in document.directives] == [("file", ("no-x",))]
    assert document.links[0].span.line == 7


def test_an_empty_file_is_a_document() -> None:
    document = parse("")
    assert (document.syntax, document.lines, document.words, document.links) == ("html", 1, 0, ())
