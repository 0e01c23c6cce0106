"""Where a walled garden is entered, and from which page."""

import pytest

from tests.building import build_site
from tests.facts.asking import ask_pages

TEXT = "home (root) -> soil; soil -> home; a -> b; b -> a, c; c -> b"


def entries(text, pages=None):
    ask = ask_pages(build_site(text, pages or {}))
    names = {part.split()[0] for part in text.split("; ")}
    return {name: [page.path for page in ask(name, "garden")] for name in sorted(names) if ask(name, "garden")}


@pytest.mark.parametrize(
    ("text", "pages", "expected"),
    [
        (TEXT, {}, {"b": ["b.md", "a.md", "c.md"]}),
        (TEXT, {"c": {"kind": "section"}}, {"c": ["c.md", "a.md", "b.md"]}),
        (TEXT, {"b": {"noindex": True}}, {"a": ["a.md", "c.md"]}),
        (TEXT, {"b": {"canonical": "home.md"}, "a": {"noindex": True}}, {"c": ["c.md"]}),
        (TEXT, {"a": {"noindex": True}, "b": {"noindex": True}, "c": {"noindex": True}}, {}),
        (TEXT + "; soil -> c", {}, {}),
        ("home (root); lost -> a; a -> c", {}, {}),
        ("a -> b; b -> a", {}, {}),
    ],
)
def test_a_garden_is_that_of_the_page_where_visitors_had_best_begin(text, pages, expected):
    assert entries(text, pages) == expected


def test_how_many_pages_are_in_it():
    ask = ask_pages(build_site(TEXT))
    assert [ask(name, "garden.count") for name in ("a", "b", "home")] == [None, 3, None]


def test_the_way_in_is_the_most_similar_page_that_can_be_reached_else_an_index_else_the_home_page():
    titles = {"b": {"title": "Compost"}, "soil": {"title": "Soil"}, "home": {"title": "Garden"}}
    ask = ask_pages(build_site(TEXT, titles | {"soil": {"title": "Compost and soil"}, "a": {"title": "Compost heap"}}))
    assert ask("b", "way_in").path == "soil.md"
    assert ask_pages(build_site(TEXT, titles))("b", "way_in").path == "home.md"
    assert ask_pages(build_site("a -> b; b -> a"))("b", "way_in") is None
    ask = ask_pages(
        build_site("home (root) -> x/README; x/README -> home; x/a -> x/b; x/b -> x/a", {"x/b": {"title": "Q"}})
    )
    assert ask("x/b", "way_in").path == "x/README.md"


def test_the_way_in_is_a_page_of_the_same_site():
    titles = {"soil": {"title": "Compost and soil", "framework": "hugo"}, "b": {"title": "Compost"}}
    assert ask_pages(build_site(TEXT, titles))("b", "way_in").path == "home.md"
    text = "docs (root) -> soil; home (root) -> soil; a -> b; b -> a"
    roots = {"docs": {"framework": "hugo"}, "soil": {"framework": "hugo"}}
    assert ask_pages(build_site(text, roots))("b", "way_in").path == "home.md"


@pytest.mark.parametrize(
    ("text", "pages", "expected"),
    [
        ("home (root); lost -> a; a -> c; c -> a", {}, {}),  # a garden is told as one
        ("home (root); lost -> a, b; a -> c", {}, {"lost": ["a.md", "b.md", "c.md"]}),
        ("home (root) -> b; lost -> a, b; a -> c", {}, {"lost": ["a.md", "c.md"]}),
        ("home (root); lost -> a; more -> a, b", {}, {"lost": ["a.md"], "more": ["b.md"]}),
        ("home (root); lost -> a; a -> c", {"a": {"noindex": True}}, {"lost": ["c.md"]}),
        ("home (root); lost -> a", {"lost": {"noindex": True}}, {}),
        ("home (root); lost -> a", {"lost": {"orphan": "intended"}}, {}),
        ("home (root); lost -> a", {"lost": {"orphan": "unknown"}}, {}),
        ("lost -> a; a -> c", {}, {}),
    ],
)
def test_an_orphan_opens_what_only_it_leads_to(text, pages, expected):
    ask = ask_pages(build_site(text, pages))
    found = {name: [page.path for page in ask(name, "cut_off")] for name in ("lost", "more", "a") if f"{name} " in text}
    assert {name: paths for name, paths in found.items() if paths} == expected


def test_what_an_orphan_opens_in_words():
    ask = ask_pages(build_site("home (root); lost -> a; more -> b, c; bare -> home"))
    assert [ask(name, "cut_off.told") for name in ("lost", "more", "bare", "home")] == [
        ", so nobody comes to the page that it leads to, either",
        ", so nobody comes to the 2 pages that it leads to, either",
        "",
        "",
    ]
