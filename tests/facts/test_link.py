"""Facts of links."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from linklint.model.document import WrittenLink
from linklint.model.place import pack_spans
from linklint.model.settings import Settings, SiteSettings
from linklint.model.site import Link
from linklint.site.destination import read_destination
from tests.building import build_site, build_world, span_at
from tests.facts.asking import ask_links, get
from tests.site.sites import make_site


def test_where_a_link_leads():
    ask = ask_links(build_site("a -> b, x missing, b generated; b (draft)"))
    assert [page.path for page in ask("source")] == ["a.md"] * 3
    assert [page and page.path for page in ask("target")] == ["b.md", None, "b.md"]
    assert ask("target.published") == [False, None, False]
    assert ask("target_path") == ["b.md", "x.md", "b.md"]
    assert ask("status") == ["ok", "missing", "ok"]


def test_how_a_link_is_written():
    ask = ask_links(build_site('a -> b "See B", b nofollow nav, b image, b uncrawlable, b generated'))
    assert ask("text") == ["See B", "b", "b", "b", None]
    assert ask("text.normalized") == ["see b", "b", "b", "b", None]
    assert ask("text.words") == [2, 1, 1, 1, None]
    assert ask("href") == ["b.md", "b.md", "b.md", "b.md", None]
    assert ask("rel") == [(), ("nofollow",), (), (), ()]
    assert ask("nofollow") == [False, True, False, False, False]
    assert ask("place") == ["body", "nav", "body", "body", "listing"]
    assert ask("element") == ["a", "a", "img", "a", "a"]
    assert ask("crawlable") == [True, True, True, False, True]
    assert ask("generated") == [False, False, False, False, True]
    assert ask("line") == [2, 3, 4, 5, None]


def test_section_of_a_link():
    site = build_site("a -> b section=-1, b section=0, b section=1, b generated", {"a": {"headings": ["One", "Two"]}})
    ask = ask_links(site)
    assert ask("section.heading") == [None, "One", "Two", None]
    assert ask("section.index") == [0, 1, 2, None]
    assert ask("section.is_last") == [False, False, True, None]


def test_position_is_the_share_of_the_words_before_it():
    ask = ask_links(build_site("a -> b, b related, b nav, b generated", {"a": {"words": 10}}))
    assert ask("position") == [0.2, 0.3, None, None]


def test_nth_to_target_counts_by_page_and_target():
    ask = ask_links(build_site("a -> b, c, b nofollow, x missing; c -> b"))
    assert ask("nth_to_target") == [1, 1, 2, None, 1]


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ('b "sea salt"', "exact"),
        ('b "all the salt of the sea"', "partial"),
        ('b "About B"', "title"),
        ('b "click here"', "generic"),
        ('b "»"', "symbol"),
        ('b ""', "empty"),
        ('b "b.md"', "url"),
        ('b "pepper"', "other"),
        ("b image", None),
        ("b generated", None),
    ],
)
def test_class_of_the_text(link, expected):
    fields = {"b": {"title": "About B", "front_matter": {"keyword": "sea salt"}}, "a": {"lang": "en-US"}}
    ask = ask_links(build_site(f"a -> {link}", fields), generic_phrases={"en": ["click here"]})
    assert ask("text.class") == [expected]


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ('b "Link"', True),
        ('b "link task »"', True),
        ('b "Link Task reference"', False),
        ('b "Lin"', False),
        ('b "task"', False),
        ('b "»"', None),
        ('c "link"', None),
        ("b generated", None),
    ],
)
def test_text_that_begins_the_title_of_its_target(link, expected):
    ask = ask_links(build_site(f"a -> {link}", {"b": {"title": "Link Task"}, "c": {"title": None}}))
    assert ask("text.begins_title") == [expected]


def test_generic_label_or_visible_text_makes_a_link_generic():
    site = build_site("a; b")
    world = build_world(site, generic_phrases={"en": ["more"]})
    shown = [("About B", "more"), ("more", "About B"), ("About B", "B")]
    classes = []
    for text, label in shown:
        written = WrittenLink("html", "a", "b.md", "b.md", text, pack_spans(span_at(1)), aria_label=label)
        link = Link(site.pages[0], "a.md", written, "internal", "ok", "body", site.pages[1])
        classes.append(get(world, link, "text.class"))
    assert classes == ["generic", "generic", "other"]


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("here", True, (True, "other")),
        ("here", False, (False, "generic")),
        ("click here", True, (False, "generic")),
        ("About", True, (True, "title")),
    ],
)
def test_a_word_in_code_is_a_name_and_not_generic(text, code, expected):
    site = build_site("a; b", {"b": {"title": "About"}})
    world = build_world(site, generic_phrases={"en": ["here", "click here"]})
    written = WrittenLink("inline", "a", "b.md", "b.md", text, pack_spans(span_at(1)), code=code)
    link = Link(site.pages[0], "a.md", written, "internal", "ok", "body", site.pages[1])
    assert (get(world, link, "text.code"), get(world, link, "text.class")) == expected


def test_redirects_and_reasons_are_missing_when_there_are_none():
    site = build_site("a; b")
    written = WrittenLink("inline", "a", "old", "old", "b", pack_spans(span_at(1)))
    page, target = site.pages
    redirected = Link(page, "a.md", written, "internal", "redirect", "body", target, redirects=("/x", "/b.md"))
    broken = Link(page, "a.md", written, "internal", "missing", "body", reason="there is no such file")
    world = build_world(site)
    names = ("redirect.hops", "redirect.to", "reason", "target_path", "fragment", "label")
    assert [get(world, redirected, name) for name in names] == [2, "/b.md", None, None, None, None]
    assert [get(world, broken, name) for name in names] == [0, None, "there is no such file", None, None, None]


def test_candidates_are_looked_for_where_something_is_broken():
    site = make_site(
        {"README.md": "[right](guide.md) [wrong](giude.md) [away](https://example.com/giude.md)", "guide.md": ""}
    )
    assert ask_links(site)("candidates") == [None, ("guide.md",), None]


def test_link_of_a_partial_has_no_section():
    site = build_site("a; b")
    written = WrittenLink("inline", "a", "b.md", "b.md", "b", pack_spans(span_at(4)))
    link = Link(site.pages[0], "_part.md", written, "internal", "ok", "body", site.pages[1])
    world = build_world(site)
    assert [get(world, link, f"section.{name}") for name in ("heading", "index", "is_last")] == [None, None, None]
    assert (get(world, link, "position"), get(world, link, "file"), get(world, link, "line")) == (None, "_part.md", 4)


def test_nth_in_section_counts_body_links_below_one_heading():
    text = "a -> b, c, b, b nav, x missing, b generated, b section=0, b section=0 table; c -> b"
    ask = ask_links(build_site(text, {"a": {"headings": ["One"]}}))
    assert ask("nth_in_section") == [1, 1, 2, None, None, None, 1, 2, 1]


def test_nth_in_section_tells_fragments_apart():
    site = make_site({"README.md": "[a](b.md) [a](b.md#x) [a](b.md#x)", "b.md": "# X"})
    assert ask_links(site)("nth_in_section") == [1, 1, 2]


def test_characters_of_the_text():
    ask = ask_links(build_site('a -> b "sea salt", b generated'))
    assert ask("text.characters") == [8, None]


@pytest.mark.parametrize(
    ("url", "expected"), [("HTTPS://salt.example", "https"), ("http://salt.example", "http"), (None, None)]
)
def test_schemes_of_a_link_and_of_the_site(url, expected):
    site = make_site({"README.md": "[a](HTTP://x.example/) [b](b.md) [c](mailto:x@x.example)", "b.md": ""})
    world = build_world(site, Settings(site=SiteSettings(url=url)))
    assert [get(world, link, "scheme") for link in site.links] == ["http", None, "mailto"]
    assert get(world, site.links[0], "site_scheme") == expected


@given(st.text(st.sampled_from("aZ1:/\\.#?@ \t%é")))
def test_what_is_taken_for_a_path_has_neither_host_nor_scheme(href):
    site = build_site("a -> b")
    link = msgspec.structs.replace(
        site.links[0], written=WrittenLink("inline", "a", href, href, "b", pack_spans(span_at(1)))
    )
    world = build_world(site)
    destination = read_destination(href)
    assert get(world, link, "host") == (destination.host or None)
    assert get(world, link, "scheme") == (destination.scheme or None)


def test_text_as_other_tools_compare_it():
    ask = ask_links(build_site('a -> b "  Click_here! ", c "здесь", d "Läs  Mer", e generated'))
    assert ask("text.lower") == ["click_here!", "здесь", "läs  mer", None]
    assert ask("text.ascii") == ["click here", "", "l s mer", None]
