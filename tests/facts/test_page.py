"""Facts of pages."""

import pytest
from msgspec.structs import replace

from linklint.model.place import Location
from linklint.model.settings import Settings, SiteSettings
from linklint.model.site import Entry
from tests.building import build_site
from tests.facts.asking import ask_pages


def test_what_a_page_says_by_itself():
    fields = {"title": "All about  Salt!", "lang": "en-GB", "words": 250, "lines": 30, "description": "Salt."}
    ask = ask_pages(build_site("home (root); salt (noindex)", {"salt": fields}))
    expected = {
        "path": "salt.md", "number": 2, "url": "/salt.md",
        "title": "All about  Salt!", "title.normalized": "all about salt",
        "description": "Salt.", "words": 250, "lines": 30, "lang": "en-GB", "kind": "article", "published": True,
        "root": False, "noindex": True, "canonical": None, "canonical.here": None,
    }  # fmt: skip
    assert {name: ask("salt", name) for name in expected} == expected
    assert (ask("home", "root"), ask("home", "kind")) == (True, "home")


def test_front_matter_by_key_and_by_way_through_mappings():
    matter = {"seo": {"title": "Salt", "a.b": 1}, "x.y": 2, "tags": ["a"], "none": None}
    ask = ask_pages(build_site("a", {"a": {"front_matter": matter}}))
    values = [ask("a", f"front_matter.{key}") for key in ("seo.title", "seo.a.b", "x.y", "tags", "none", "tags.a")]
    assert values == ["Salt", 1, 2, ["a"], None, None]


def test_words_of_the_front_matter_stand_under_the_keys_of_the_repository():
    matter = {"prio": 1, "audience": ["editors"], "priority": 9}
    ask = ask_pages(build_site("a", {"a": {"front_matter": matter}}, front_matter_keys={"priority": "prio"}))
    assert (ask("a", "priority"), ask("a", "audience")) == (1, ["editors"])


@pytest.mark.parametrize("side", ["inlinks", "outlinks"])
def test_links_are_counted_by_occurrence_page_and_place(side):
    text = {
        "inlinks": "b -> a, a related, a nofollow; c -> a heading, a nav, a generated; a -> a; d (draft) -> a",
        "outlinks": "a -> b, b related, b nofollow, c heading, c nav, c generated, a, d, x missing; d (draft)",
    }[side]
    ask = ask_pages(build_site(text))
    expected = {"count": 5, "pages": 2, "body": 2, "written": 4, "by_place.body": 1, "by_place.heading": 1,
                "by_place.related": 1, "by_place.nav": 1, "by_place.listing": 1, "by_place.footer": 0}  # fmt: skip
    assert {name: ask("a", f"{side}.{name}") for name in expected} == expected
    assert len(ask("a", side)) == 5


def test_links_of_a_page_are_all_that_it_shows():
    ask = ask_pages(build_site("a -> b, x missing, b nofollow; b"))
    assert [link.status for link in ask("a", "links")] == ["ok", "missing", "ok"]


def test_links_per_hundred_words_count_body_outlinks():
    ask = ask_pages(build_site("a -> b, b, b nav; b", {"a": {"words": 50}, "b": {"words": 0}}))
    assert (ask("a", "links_per_100_words"), ask("b", "links_per_100_words")) == (4.0, None)


def test_orphan_depth_and_reachability():
    ask = ask_pages(build_site("home (root) -> a; a -> b; c -> c; d (draft); e (unknown)"))
    facts = ("orphan", "depth", "reachable")
    assert [ask("home", name) for name in facts] == ["no", 0, True]
    assert [ask("b", name) for name in facts] == ["no", 2, True]
    assert [ask("c", name) for name in facts] == ["yes", None, False]
    assert [ask("d", name) for name in facts] == [None, None, None]
    assert ask("e", "orphan") == "unknown"


def test_score_facts_are_missing_outside_the_score():
    ask = ask_pages(build_site("a -> b, c; b -> c; c -> a; n (noindex)"))
    assert [ask(page, "score_rank") for page in "abcn"] == [2, 3, 1, None]
    assert ask("c", "relative_score") == pytest.approx(3 * ask("c", "score"))
    assert (ask("n", "score"), ask("n", "relative_score"), ask("n", "percentile.score")) == (None, None, None)


def test_percentile_is_the_share_of_other_pages_with_less():
    ask = ask_pages(build_site("a -> c, d, d; b -> c; d -> c, x; e (draft) -> d"))
    assert [ask(page, "percentile.inlinks") for page in "abcdx"] == [0, 0, 100, 50, 50]
    assert [ask(page, "percentile.outlinks") for page in "abcdx"] == [75, 50, 0, 75, 0]
    assert ask("e", "percentile.inlinks") is None
    assert [ask(page, "percentile.score") for page in "ac"] == [0, 100]


def test_percentile_of_a_single_page_is_missing():
    assert ask_pages(build_site("a"))("a", "percentile.inlinks") is None


def test_in_sitemap_is_missing_without_a_sitemap():
    site = build_site("a; b")
    assert ask_pages(site)("a", "in_sitemap") is None
    entry = Entry("sitemap.xml", "sitemap", "/a.md", Location("sitemap.xml"), site.by_path["a.md"], "ok")
    ask = ask_pages(replace(site, entries=(entry,)))
    assert (ask("a", "in_sitemap"), ask("b", "in_sitemap")) == (True, False)


def test_share_of_outlinks_in_menus():
    ask = ask_pages(build_site("a -> b nav, c footer, d header, b, b related, c aside; b"))
    assert (ask("a", "outlinks.menu_share"), ask("b", "outlinks.menu_share")) == (0.5, None)


def test_nofollow_links_are_counted_from_other_published_pages():
    ask = ask_pages(build_site("a -> x nofollow, x nofollow, x; b (draft) -> x nofollow; x -> x nofollow"))
    assert (ask("x", "inlinks.nofollow"), ask("a", "inlinks.nofollow")) == (2, 0)


def test_front_matter_that_the_config_requires_is_missing_when_it_is_empty():
    matter = {"title": "A", "tags": [], "seo": {"title": ""}, "draft": False, "order": 0}
    site = SiteSettings(required_front_matter=("title", "tags", "seo.title", "draft", "order", "none"))
    ask = ask_pages(build_site("a; b", {"a": {"front_matter": matter}}), settings=Settings(site=site))
    assert ask("a", "missing_front_matter") == ("tags", "seo.title", "none")
    assert [ask(page, "missing_front_matter.count") for page in "ab"] == [3, 6]


def test_inlinks_relative_is_one_for_the_average():
    ask = ask_pages(build_site("a -> c; b -> c, a; c -> a, a; d"))
    assert [ask(page, "inlinks.relative") for page in "abcd"] == [2, 0, 2, 0]
    assert ask_pages(build_site("a; b"))("a", "inlinks.relative") is None


def test_more_may_link_a_page_where_a_theme_decides_also_where_somebody_does():
    ask = ask_pages(build_site("a (unknown) -> b; b; c (intended); d (unknown)"))
    assert [ask(page, "inlinks.doubted") for page in "abcd"] == [True, False, False, True]


def test_generators_put_themes_around_their_pages():
    ask = ask_pages(build_site("a; b", {"a": {"framework": "hugo"}, "b": {"framework": "html"}}))
    assert [ask(page, "themed") for page in "ab"] == [True, False]


@pytest.mark.parametrize("path", [".github/a.md", "a/.notes/b.md", "AGENTS.md", "docs/CLAUDE.md"])
def test_what_is_not_meant_for_visitors_is_not_on_the_site(path):
    ask = ask_pages(build_site(f"{path}; a; a/b.c.md", {path: {"framework": "plain"}, "a": {"framework": "plain"}}))
    assert [ask(page, "on_site") for page in (path, "a", "a/b.c.md")] == [False, True, True]


def test_whether_the_canonical_page_is_one_of_the_repository():
    ask = ask_pages(build_site("a; b; c", {"a": {"canonical": "b.md"}, "b": {"canonical": "https://example.org/b"}}))
    assert [ask(page, "canonical.here") for page in "abc"] == [True, False, None]
