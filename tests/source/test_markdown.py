"""What a Markdown file says: texts, headings, titles, words, raw HTML."""

from __future__ import annotations

import pytest

from linklint.model.document import Dialect, Document, WrittenLink
from linklint.source.dialects import GFM
from linklint.source.parse import parse

SITE = Dialect(extensions=(*GFM.extensions, "heading-ids", "wikilinks"))


def read(text: str, dialect: Dialect = GFM) -> Document:
    return parse(text.encode(), dialect)


def only_link(text: str, dialect: Dialect = GFM) -> WrittenLink:
    (link,) = read(text, dialect).links
    return link


@pytest.mark.parametrize(
    ("source", "text", "only_images"),
    [
        ("[a *b* `c`\n  d](x)", "a b c d", False),
        ("[&amp; \\* é](x)", "& * é", False),
        ("[a <b>c</b>](x)", "a c", False),
        ("[](x)", "", False),
        ("<https://e.x/%20>", "https://e.x/%20", False),
    ],
)
def test_a_links_text_is_what_readers_see(source: str, text: str, only_images: bool) -> None:
    link = only_link(source)
    assert (link.text, link.only_images) == (text, only_images)


@pytest.mark.parametrize(
    ("source", "text", "only_images"),
    [
        ("[![an *image*](i.png)](x)", "an image", True),
        ("[ ![one](i.png) ![two](i.png) ](x)", "one two", True),
        ("[![](i.png)](x)", "", True),
        ("[![one](i.png) more](x)", "one more", False),
        ('[<img src="i.png" alt="raw &amp; image">](x)', "raw & image", True),
        ('<a href="x"><img src="i.png" alt="one"></a>', "one", True),
        ('<a href="x">![one](i.png)</a>', "one", True),
        ('<a href="x">![one](i.png) more</a>', "one more", False),
    ],
)
def test_an_image_links_text_is_the_images_description(source: str, text: str, only_images: bool) -> None:
    link, *images = read(source).links
    assert (link.element, link.href, link.text, link.only_images) == ("a", "x", text, only_images)
    assert {image.element for image in images} == {"img"}


def test_the_destination_is_decoded_but_not_normalised() -> None:
    link = only_link('[a](a\\_b%20&ouml;.md "T &lt;")')
    assert (link.href, link.written, link.title) == ("a_b%20ö.md", "a\\_b%20&ouml;.md", "T <")


def test_a_reference_knows_its_definition_and_label() -> None:
    text = "See [the text][The  Label].\n\n> [the\n> label]: </d e>\n>   'title'\n"
    link = only_link(text)
    assert (link.syntax, link.href, link.label, link.title) == ("reference", "/d e", "The  Label", "title")
    assert link.definition
    assert text[link.definition.start : link.definition.end].startswith("[the\n> label]:")
    assert link.destination
    assert (link.destination.line, link.written) == (4, "/d e")


def test_of_two_definitions_the_first_counts() -> None:
    link = only_link("[a]\n\n[a]: one\n[A]: two\n")
    assert (link.href, link.destination and link.destination.line) == ("one", 3)


def test_links_in_code_and_in_descriptions_are_none() -> None:
    text = "`[a](x)`\n\n    [a](x)\n\n```\n[a](x)\n<a href=x>\n```\n\n`<a href=x>` \\[a](x) <!-- [a](x) <a href=x> -->"
    assert not read(text).links
    assert [link.element for link in read("![see [a](x)](i.png)").links] == ["img"]


def test_footnotes_hold_links_when_they_are_referred_to() -> None:
    assert [link.href for link in read("a[^1]\n\n[^1]: [b](x)\n\n    [c](y)\n").links] == ["x", "y"]
    assert not read("a\n\n[^1]: [b](x)\n").links


def test_alerts_hold_links_and_the_marker_is_none() -> None:
    assert [link.href for link in read("> [!NOTE]\n> [a](x)\n").links] == ["x"]
    assert not read("> [!NOTE]\n> a\n").undefined


def test_headings_have_rendered_text_and_places() -> None:
    text = "# A `b` [c](d) ![i](j) &amp; *e* ##\n\nTwo\nlines\n---\n\n<h3 id=raw>R <b>s</b></h3>\n\n#\n"
    headings = read(text).headings
    assert [heading.level for heading in headings] == [1, 2, 3, 1]
    assert [heading.text for heading in headings] == ["A b c  & e", "Two\nlines", "R s", ""]
    assert headings[0].raw == "A `b` [c](d) ![i](j) &amp; *e*"
    assert [heading.span.line for heading in headings] == [1, 3, 7, 9]
    assert headings[2].id == "raw"


def test_explicit_heading_ids_belong_to_some_dialects() -> None:
    text = "## A b {#own-id}\n\nC {#second .class}\n---\n"
    assert [(heading.text, heading.id) for heading in read(text, SITE).headings] == [("A b", "own-id"), ("C", "second")]
    assert next((heading.text, heading.id) for heading in read(text).headings) == ("A b {#own-id}", None)


@pytest.mark.parametrize(
    ("source", "syntax", "href", "text"),
    [
        ("[[Page]]", "wikilink", "Page", "Page"),
        ("[[ a/Page#Head | the *text* ]]", "wikilink", "a/Page#Head", "the *text*"),
        ("![[Note]]", "wikilink", "Note", "Note"),
    ],
)
def test_wikilinks_belong_to_some_dialects(source: str, syntax: str, href: str, text: str) -> None:
    link = only_link(source, SITE)
    assert (link.syntax, link.element, link.href, link.written, link.text) == (syntax, "a", href, href, text)
    assert (link.span.start, link.span.end) == (0, len(source))
    assert not read(source).links


def test_an_embedded_image_is_an_image() -> None:
    link = only_link("![[i.png|alt]]", SITE)
    assert (link.element, link.href, link.text) == ("img", "i.png", "alt")


def test_a_wikilink_in_a_table_escapes_its_pipe() -> None:
    text = "| a |\n|---|\n| [[Page\\|alias]] |\n"
    link = only_link(text, SITE)
    assert (link.href, link.text, link.block) == ("Page", "alias", "table")
    assert text[link.span.start : link.span.end] == "[[Page\\|alias]]"


@pytest.mark.parametrize(
    ("text", "hrefs"),
    [
        ("Written <code>[[page name&#124;name]]</code> there.", []),
        ("| a |\n|---|\n| <p>as <CODE class=x>[[a]] or ![[b.png]]</CODE></p> |\n", []),
        ("<code>[[a]]</code> and [[b]]", ["b"]),
        ("`<code>` and [[b]]", ["b"]),
        ("</code> [[a]] <codec>[[b]]", ["a", "b"]),
        ("<b>[[a]]</b> <code>[c](d)</code>", ["a", "d"]),
        ("one <code>[[a]]\n\n[[b]]", ["b"]),
    ],
)
def test_wikilinks_in_elements_of_code_are_shown(text: str, hrefs: list[str]) -> None:
    assert [link.href for link in read(text, SITE).links] == hrefs


def test_section_word_and_block_of_links() -> None:
    text = "[a](1) two three [b](2)\n\n# H [c](3)\n\n| [d](4) | x |\n|---|---|\n\n<p>five words <a href=5>e</a></p>\n"
    links = read(text).links
    assert [link.block for link in links] == ["body", "body", "heading", "table", "body"]
    assert [link.section for link in links] == [-1, -1, 0, 0, 0]
    assert [link.word for link in links][:4] == [0, 3, 5, 6]
    assert read(text).words == 11


def test_raw_html_around_markdown_gives_its_links_landmark_and_text() -> None:
    text = '<nav>\n\n- [a](x)\n- <a href="y" rel="NoFollow">b **c**</a>\n\n</nav>\n\n[d](z)\n'
    links = read(text).links
    assert [link.landmark for link in links] == ["nav", "nav", None]
    assert (links[1].text, links[1].rel) == ("b c", ("nofollow",))
    assert text[links[1].span.start : links[1].span.end].endswith("</a>")


def test_raw_html_in_quotes_lists_and_tables_stands_at_its_place() -> None:
    text = (
        '> - <p>\r\n>   <a href="x">é</a> <a\r\n>   href="y">f</a></p>\r\n\r\n|a|\r\n|-|\r\n| \\| <a href=z>g</a> |\r\n'
    )
    links = read(text).links
    assert [(link.href, link.span.line, link.block) for link in links] == [
        ("x", 2, "body"),
        ("y", 2, "body"),
        ("z", 7, "table"),
    ]
    for link in links:
        assert link.destination
        assert text[link.destination.start : link.destination.end] == link.href == link.written


def test_signs_of_rendered_text_make_no_tags() -> None:
    text = 'a \\<a href=no> `<a href=no>` <a href="x">&lt;b> & \\&amp;</a>'
    link = only_link(text)
    assert (link.href, link.text) == ("x", "<b> & &amp;")


def test_a_tag_named_in_prose_does_not_swallow_the_file() -> None:
    assert only_link('Use the <title> tag.\n\n<a href="x">b</a>').href == "x"
    assert only_link('<script>"<a href=no>"</script>\n\n<a href="x">b</a>').href == "x"


def test_ids_and_anchors_of_raw_html() -> None:
    text = '<a name="one"></a>\n\n## <a id="two"></a>H\n\n<div id="three">\n\ntext\n\n</div>\n'
    assert {(element.id, element.line) for element in read(text).ids} == {("one", 1), ("two", 3), ("three", 5)}
    assert not [link for link in read(text).links if link.crawlable]


def test_comments_are_directives_but_not_in_code() -> None:
    text = (
        "<!-- linklint-disable-file no-x -- why -->\n\n`<!-- linklint-disable-file -->` <!-- linklint-disable-line -->"
    )
    assert [(found.kind, found.rules) for found in read(text).directives] == [("file", ("no-x",)), ("line", ())]


@pytest.mark.parametrize(
    ("text", "title", "line"),
    [
        ("---\ntitle: T\n---\n# H\n", "T", 2),
        ("---\nx: y\n---\n\n## two\n\n# H *i*\n", "H i", 7),
        ("<h1 align=center>\n  Raw\n</h1>\n\n# H\n", "Raw", 1),
        ("Setext\n===\n", "Setext", 1),
        ("---\ntitle: 2024\n---\n", "2024", 2),
        ("text\n", None, None),
    ],
)
def test_the_title_and_where_it_stands(text: str, title: str | None, line: int | None) -> None:
    document = read(text)
    assert (document.title, document.title_span and document.title_span.line) == (title, line)


def test_front_matter_is_not_markdown_and_shifts_nothing() -> None:
    text = "---\r\na: '[x](y)'\r\nlang: de\r\ndescription: D\r\n---\r\n[a](b)\r\n"
    document = read(text)
    assert [(link.href, link.span.line, text[link.span.start : link.span.end]) for link in document.links] == [
        ("b", 6, "[a](b)")
    ]
    assert (document.lang, document.description, document.lines) == ("de", "D", 6)


def test_a_paragraph_that_is_only_a_macro_is_kept_with_its_place() -> None:
    document = parse(b"# Team\n\nSee {{here}}.\n\n> {{generator:members}}\n", GFM)
    (include,) = document.includes
    assert (include.kind, include.written, include.span.line, include.span.column) == (
        "macro",
        "{{generator:members}}",
        5,
        3,
    )
