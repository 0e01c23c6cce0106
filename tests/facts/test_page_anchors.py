"""With which words a page is linked."""

import pytest

from tests.building import build_site
from tests.facts.asking import ask_pages

TEXT = 'a -> x "Salt", x "salt!"; b -> x "Sea salt", x ""; c -> x "sea salt"; d -> x "Sea Salt" nofollow, x generated'


def test_anchor_texts_of_a_page():
    ask = ask_pages(build_site(TEXT))
    assert (ask("x", "anchors.count"), ask("x", "anchors.distinct")) == (4, 2)
    assert (ask("x", "anchors.top.text"), ask("x", "anchors.top.pages")) == ("sea salt", 2)
    assert ask("x", "anchors.top.share") == 0.5


@pytest.mark.parametrize(("keyword", "share"), [("SALT", 0.5), ("pepper", 0.0), (None, None)])
def test_exact_share_needs_a_keyword(keyword, share):
    ask = ask_pages(build_site(TEXT, {"x": {"front_matter": {"keyword": keyword}}}))
    assert ask("x", "anchors.exact_share") == share


def test_page_without_inlinks_has_no_top_text():
    ask = ask_pages(build_site(TEXT))
    assert (ask("a", "anchors.count"), ask("a", "anchors.distinct")) == (0, 0)
    assert [ask("a", f"anchors.top.{name}") for name in ("text", "share", "pages")] == [None, None, None]


def test_anchor_texts_in_bodies_leave_menus_out():
    text = 'a -> x "Salt", x "sea" nav; b -> x "salt", x "sea" footer; c -> x "sea salt" table, x "sea" nav'
    ask = ask_pages(build_site(text, {"x": {"front_matter": {"keyword": "Salt"}}}))
    assert (ask("x", "anchors.top.text"), ask("x", "anchors.count")) == ("sea", 6)
    names = ("count", "top.text", "top.pages", "exact_share")
    assert [ask("x", f"anchors.in_body.{name}") for name in names] == [3, "salt", 2, pytest.approx(2 / 3)]
    assert [ask("a", f"anchors.in_body.{name}") for name in names] == [0, None, None, None]
