"""Where in a page a link stands."""

from __future__ import annotations

import pytest

from tests.source.html_documents import links, parse

LINK = "<a href=x>t</a>"


@pytest.mark.parametrize(
    ("text", "landmark"),
    [
        (LINK, None),
        (f"<nav>{LINK}</nav>", "nav"),
        (f"<nav></nav>{LINK}", None),
        (f"<header>{LINK}</header>", "header"),
        (f"<footer><div>{LINK}</div></footer>", "footer"),
        (f"<aside>{LINK}</aside>", "aside"),
        (f"<main>{LINK}</main>", "main"),
        (f"<main><nav>{LINK}</nav></main>", "nav"),
        (f"<header><nav>{LINK}</nav></header>", "nav"),
        (f"<article><header>{LINK}</header></article>", None),
        (f"<section><footer>{LINK}</footer></section>", None),
        (f"<main><header>{LINK}</header></main>", "main"),
        (f"<aside><footer>{LINK}</footer></aside>", "aside"),
        (f"<footer><article>{LINK}</article></footer>", "footer"),
        (f"<div role=navigation>{LINK}</div>", "nav"),
        (f"<div role='x BANNER'>{LINK}</div>", "header"),
        (f"<div role=contentinfo>{LINK}</div>", "footer"),
        (f"<div role=complementary>{LINK}</div>", "aside"),
        (f"<div role=main>{LINK}</div>", "main"),
        (f"<section role=contentinfo>{LINK}</section>", "footer"),
        (f"<nav role=presentation>{LINK}</nav>", "nav"),
        (f"<div role=button>{LINK}</div>", None),
        (f"<!-- <nav> -->{LINK}", None),
        (f"<p><nav></p>{LINK}", "nav"),
    ],
)
def test_the_landmark_is_the_nearest_of_the_page(text: str, landmark: str | None) -> None:
    assert [link.landmark for link in links(text)] == [landmark]


@pytest.mark.parametrize(
    ("text", "block"),
    [
        (LINK, "body"),
        (f"<p>{LINK}</p>", "body"),
        (f"<h1>{LINK}</h1>", "heading"),
        (f"<h6><b>{LINK}</b></h6>", "heading"),
        (f"<h2>t</h2>{LINK}", "body"),
        (f"<table><tr><td>{LINK}", "table"),
        (f"<table><tr><th>{LINK}</table>", "table"),
        (f"<table><tr><td><h2>{LINK}</h2></table>", "heading"),
        (f"<table><caption>{LINK}</caption></table>", "body"),
        (f"<table><tr>{LINK}</tr></table>", "body"),
        (f"<header><h1>{LINK}</h1></header>", "heading"),
    ],
)
def test_the_block_is_heading_table_or_body(text: str, block: str) -> None:
    assert [link.block for link in links(text)] == [block]


def test_headings_have_level_text_source_id_and_span() -> None:
    text = "<h1 id=top>A <i>b</i>\n <a href=x>c</a></h1>\r\n<H3>D &amp; e</H3><h2>open"
    first, second, third = parse(text).headings
    assert (first.level, first.text, first.raw, first.id) == (1, "A b c", "A <i>b</i>\n <a href=x>c</a>", "top")
    assert (first.span.line, first.span.column, first.span.end_line, first.span.end_column) == (1, 1, 2, 22)
    assert (second.level, second.text, second.raw, second.id) == (3, "D & e", "D &amp; e", None)
    assert (third.text, text[third.span.start : third.span.end]) == ("open", "<h2>")


def test_a_link_belongs_to_the_section_of_the_heading_above() -> None:
    text = f"{LINK}<h1>{LINK}</h1>{LINK}<h2>s</h2><p>{LINK}"
    assert [link.section for link in links(text)] == [-1, 0, 0, 1]


def test_ids_of_all_elements_and_names_of_anchors_are_fragment_targets() -> None:
    text = "<p id=a>\n<a name=b></a><a id=c name=no></a>\n<b id='d e'>x</b><img id=f><input name=no><svg id=g></svg>"
    assert [(found.id, found.line) for found in parse(text).ids] == [
        ("a", 1),
        ("b", 2),
        ("c", 2),
        ("d e", 3),
        ("f", 3),
        ("g", 3),
    ]


@pytest.mark.parametrize(
    "text", ["<!-- <p id=a> -->", "<script><p id=a></script>", "<p id=''>", "<template><p id=a></template>"]
)
def test_ids_that_a_page_does_not_have_are_no_targets(text: str) -> None:
    assert parse(text).ids == ()


def test_only_shown_words_count() -> None:
    text = "<head><title>no no</title></head><p title='no'>one two-part <b>three</b> 世界<style>no</style>"
    assert parse(text).words == 5
