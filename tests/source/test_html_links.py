"""Links of HTML: text in, fields and positions out."""

from __future__ import annotations

import pytest

from linklint.model.document import WrittenLink
from linklint.source.html import read_end_tag, read_start_tag
from tests.source.html_documents import links


def only(text: str) -> WrittenLink:
    (link,) = links(text)
    return link


def test_a_link_has_exact_spans() -> None:
    text = 'é\r\n  <p>中 <a class="x"\n href="../b.md#c" >B</a > after'
    link = only(text)
    assert text[link.span.start : link.span.end] == '<a class="x"\n href="../b.md#c" >B</a >'
    assert (link.span.line, link.span.column, link.span.end_line, link.span.end_column) == (2, 8, 3, 26)
    assert link.destination is not None
    assert (link.destination.line, link.destination.column, link.destination.end_column) == (3, 8, 17)
    assert (link.syntax, link.element, link.href, link.written, link.text) == (
        "html",
        "a",
        "../b.md#c",
        "../b.md#c",
        "B",
    )


@pytest.mark.parametrize(
    ("text", "href", "written"),
    [
        ("<a href=x.html>t</a>", "x.html", "x.html"),
        ("<a href='x.html'>t</a>", "x.html", "x.html"),
        ("<A HREF = x.html >t</A>", "x.html", "x.html"),
        ("<a/href=x>t</a>", "x", "x"),
        ("<a href=x/>t</a>", "x/", "x/"),
        ('<a href=" x y \n">t</a>', "x y", " x y \n"),
        ('<a href="x\n\ty">t</a>', "xy", "x\n\ty"),
        ('<a href="?a=1&amp;b=2&copy=3&lt;">t</a>', "?a=1&b=2&copy=3<", "?a=1&amp;b=2&copy=3&lt;"),
        ('<a href="#r&eacute;d&#x61;ction">t</a>', "#rédaction", "#r&eacute;d&#x61;ction"),
        ('<a href="a%20b">t</a>', "a%20b", "a%20b"),
        ('<a href="x" href="y">t</a>', "x", "x"),
        ('<a title="href=no>" href="x">t</a>', "x", "x"),
        ("<a data-href=no href=x>t</a>", "x", "x"),
        ('<a href="">t</a>', "", ""),
        ("<svg><a xlink:href=x>t</a></svg>", "x", "x"),
    ],
)
def test_a_destination_is_read_as_browsers_do(text: str, href: str, written: str) -> None:
    link = only(text)
    assert (link.href, link.written) == (href, written)
    assert link.destination is not None
    assert text[link.destination.start : link.destination.end] == written


def test_a_destination_without_a_value_has_no_span() -> None:
    link = only("<a href>t</a>")
    assert (link.href, link.destination, link.crawlable) == ("", None, True)


@pytest.mark.parametrize(
    "text",
    [
        "<!-- <a href=x>t</a> -->",
        "<script>'<a href=x>'</script>",
        "<script><!-- <script> </script> <a href=x> --></script>",
        "<style><a href=x></style>",
        "<textarea><a href=x></textarea>",
        "<title><a href=x></title>",
        "<template><a href=x>t</a></template>",
        "<iframe><a href=x></iframe>",
        "<plaintext><a href=x>",
        "<svg><![CDATA[<a href=x>]]></svg>",
        "<?php <a href=x ?",
        "<a href='x",
        "<a href=x",
        "< a href=x>",
        "&lt;a href=x>",
        '<p title="<a href=x>">',
        "<link href=x>",
        "<img alt=x>",
        '<img src=" ">',
        "<a>t</a>",
        "<a id=x></a>",
        "<a name=x></a>",
        "<a role=button>t</a>",
        "<a aria-current=page>here</a>",
        '<a :href="x">t</a>',
        "<a {{ attributes }}>t</a>",
    ],
)
def test_what_is_no_link_is_silent(text: str) -> None:
    assert links(text) == ()


@pytest.mark.parametrize(
    ("inner", "text", "only_images"),
    [
        ("plain", "plain", False),
        (" two\n  words ", "two words", False),
        ("one <b>bold</b> word", "one bold word", False),
        ("one<br>two", "one two", False),
        ("<div>one</div><div>two</div>", "one two", False),
        ("in<i>side</i>", "inside", False),
        ("&amp; &lt;x&gt; &copy;", "& <x> ©", False),
        ('<img src=i alt="a cat">', "a cat", True),
        ("<img src=i>", "", True),
        ('<img src=i alt="a cat"> sits', "a cat sits", False),
        ("<svg><path/></svg>", "", True),
        ("<svg><title>icon</title></svg>", "icon", False),
        ("", "", False),
        ("<script>x</script><style>y</style>", "", False),
        ("<!-- c -->x", "x", False),
        ("→", "→", False),
    ],
)
def test_anchor_text_is_what_readers_see(inner: str, text: str, only_images: bool) -> None:
    link = links(f"<a href=x>{inner}</a>")[0]
    assert (link.text, link.only_images) == (text, only_images)


def test_an_image_in_a_link_is_a_link_of_its_own() -> None:
    outer, inner = links('<a href=page><img src=cat.png alt="a  cat" title=" T "></a>')
    assert (outer.element, outer.href, outer.title) == ("a", "page", None)
    assert (inner.element, inner.href, inner.text, inner.title, inner.only_images) == (
        "img",
        "cat.png",
        "a cat",
        "T",
        False,
    )


def test_areas_and_the_old_image_element_are_links() -> None:
    area, image = links('<map><area href=m alt="the map"></map><image src=i>')
    assert (area.element, area.href, area.text) == ("area", "m", "the map")
    assert (image.element, image.href) == ("img", "i")


def test_frames_are_links_without_text() -> None:
    text = '<iframe src="map.html" title="A map">old browsers see this</iframe>'
    link = only(text)
    assert (link.element, link.href, link.text, link.title) == ("iframe", "map.html", "", "A map")
    assert text[link.span.start : link.span.end] == '<iframe src="map.html" title="A map">'
    framed = links("<frameset><frame src=toc.html><frame src=cover.html></frameset>")
    assert [(link.element, link.href, link.crawlable) for link in framed] == [
        ("frame", "toc.html", True),
        ("frame", "cover.html", True),
    ]


@pytest.mark.parametrize(
    "text",
    ["<iframe></iframe>", "<iframe src></iframe>", "<iframe src=about:blank>", "<iframe srcdoc='<a href=x>x</a>'>"],
)
def test_a_frame_that_shows_no_page_is_silent(text: str) -> None:
    assert links(text) == ()


def test_rel_title_and_label_are_read() -> None:
    link = only('<a href=x REL="NoFollow  ugc" title=" a &amp; b " aria-label="l">t</a>')
    assert (link.rel, link.title, link.aria_label) == (("nofollow", "ugc"), "a & b", "l")


@pytest.mark.parametrize(
    ("inside", "text", "label"),
    [
        ("<video aria-label=' a \n tour '></video>", "", "a tour"),
        ("<i class=icon aria-label=mail></i><img alt='' title=us>", "", "mail us"),
        ("<svg aria-label=house></svg> home", "home", None),
        ("<img alt=house title=there>", "house", None),
        ("<i title=house></i><video></video>", "", None),
        ("<table><td><a href=y aria-label=y></a><b aria-label=z></b></table>", "", None),
    ],
)
def test_what_elements_inside_are_called_names_a_link_without_text(inside: str, text: str, label: str | None) -> None:
    link = links(f"<a href=x>{inside}</a> <img alt='' title=after>")[0]
    assert (link.text, link.aria_label) == (text, label)


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("<a aria-hidden=true href=x>", True),
        ("<a ARIA-HIDDEN=' True ' href=x></a>", True),
        ("<div aria-hidden=true><p aria-hidden=false><a href=x></a>", True),  # nothing inside is told of
        ("<code aria-hidden=true></code><a href=x></a>", False),
        ("<p aria-hidden=true></p><a href=x></a>", False),
        ("<a aria-hidden href=x></a>", False),
        ("<a aria-hidden=false href=x><svg aria-hidden=true></svg></a>", False),
    ],
)
def test_links_that_screen_readers_pass_over(text: str, hidden: bool) -> None:
    assert [link.aria_hidden for link in links(text)] == [hidden]


@pytest.mark.parametrize(
    ("tag", "crawlable"),
    [
        ("<a href=x>", True),
        ('<a href="">', True),
        ("<a href=#>", True),
        ("<a href=mailto:a@b>", True),
        ("<a href=tel:1>", True),
        ("<a href=javascript:go() role=button>", True),
        ("<a href='java\nscript:void(0)'>", False),
        ("<a href=' JavaScript:go()'>", False),
        ("<a href=file:///c>", False),
        ("<a onclick=go()>", False),
        ("<a routerlink=/x>", False),
        ("<a class=button>", False),
        ("<a target=_blank aria-current=step>", False),
    ],
)
def test_crawlable_follows_the_rule_of_lighthouse(tag: str, crawlable: bool) -> None:
    link = only(tag + "t</a>")
    assert link.crawlable is crawlable


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("<a href=1>x", ["<a href=1>"]),
        ("<a href=1>x</p>y</a>z", ["<a href=1>x</p>y</a>"]),
        ("<a href=1>x<a href=2>y</a>z</a>", ["<a href=1>", "<a href=2>y</a>"]),
        ("<a href=1>x<a name=n></a>z</a>", ["<a href=1>"]),
        ("<li><a href=1>x<li><a href=2>y</a>", ["<a href=1>", "<a href=2>y</a>"]),
        ("<a href=1><table><td><a href=2>y</a></table>z</a>", None),
        ("<a href=1><!-- </a> -->x</a>", ["<a href=1><!-- </a> -->x</a>"]),
        ("</a><a href=1>x</a\n>", ["<a href=1>x</a\n>"]),
        ("<a href=1><template></a></template>x", ["<a href=1><template></a>"]),
    ],
)
def test_a_span_ends_with_the_end_tag_that_ends_the_link(text: str, spans: list[str] | None) -> None:
    found = [text[link.span.start : link.span.end] for link in links(text)]
    assert found == (spans or [text, "<a href=2>y</a>"])


@pytest.mark.parametrize(
    ("text", "anchor"), [("<p><a href=x>one</p><p>two</a></p>", "one two"), ("<b><a href=x>one</b>two</a>", "onetwo")]
)
def test_a_link_that_the_parser_cuts_in_two_is_one_link(text: str, anchor: str) -> None:
    assert only(text).text == anchor


def test_words_before_a_link_are_counted() -> None:
    assert [link.word for link in links("one two <a href=1>three</a> four <script>no no</script><a href=2>x</a>")] == [
        2,
        4,
    ]


def test_a_start_tag_is_read_alone() -> None:
    text = "x <A HREF='a&amp;b' id=i disabled/> y"
    tag = read_start_tag(text, 2)
    assert tag is not None
    assert (tag.name, tag.start, tag.end, tag.self_closing) == ("a", 2, 35, True)
    assert {name: value.value for name, value in tag.attributes.items()} == {"href": "a&b", "id": "i", "disabled": ""}
    assert (tag.attributes["href"].start, tag.attributes["href"].end) == (11, 18)
    assert (tag.get("disabled"), tag.get("no")) == ("", None)


@pytest.mark.parametrize("text", ["", "a", "<", "</a>", "<1>", "<a", "<a b='", "<!-- -->"])
def test_what_is_no_start_tag_is_none(text: str) -> None:
    assert read_start_tag(text, 0) is None


def test_an_end_tag_is_read_alone() -> None:
    tag = read_end_tag("x</A\n >y", 1)
    assert tag is not None
    assert (tag.name, tag.start, tag.end) == ("a", 1, 7)
    assert read_end_tag("<a>", 0) is None
