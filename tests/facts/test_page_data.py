"""Joined data as facts: what several rows come to, percentiles, rivals for a query, and where visits begin."""

import pytest
from msgspec.structs import replace

from linklint.facts import subjects, weigh_visits
from linklint.facts.joined import combine_rows
from linklint.model.place import Location
from linklint.model.settings import DataTable, ScoreSettings, Settings
from linklint.model.site import Row, Site
from tests.building import build_site, build_world, path_of
from tests.facts.asking import ask_pages, get

COLUMNS = {"clicks": "sum", "position": "mean", "impressions": "sum", "query": "first", "best": "least"}
SETTINGS = Settings(data=(DataTable("search", "gsc.csv", COLUMNS),))


def join(site: Site, *rows: tuple[str, dict[str, float | str]]) -> Site:
    """The site with rows of the table ``search``: (page, values)."""
    made = tuple(
        Row("search", f"/{name}", Location("gsc.csv", line), site.by_path.get(path_of(name)), values)
        for line, (name, values) in enumerate(rows, start=2)
    )
    return replace(site, rows=made)


def test_rows_of_a_page_become_one_value_each():
    site = join(
        build_site("a -> b"),
        ("a", {"clicks": 3, "position": 10, "impressions": 300, "query": "roses", "best": 4}),
        ("a", {"clicks": 4, "position": 2, "impressions": 100, "query": "soil", "best": 2}),
        ("gone", {"clicks": 100}),
    )
    ask = ask_pages(site, settings=SETTINGS)
    assert [ask("a", f"data.search.{name}") for name in COLUMNS] == [7, 8.0, 400, "roses", 2]
    assert len(ask("a", "rows")) == 2
    assert ask("b", "data.search.clicks") is None
    assert ask("a", "data.other.clicks") is None
    assert ask("a", "data.search.other") is None
    assert ask("a", "data.search") is None


def test_drafts_have_no_data():
    ask = ask_pages(join(build_site("a (draft); b"), ("a", {"clicks": 3})), settings=SETTINGS)
    assert ask("a", "data.search.clicks") is None
    assert ask("a", "rows") == ()


@pytest.mark.parametrize(
    ("way", "values", "combined"),
    [
        ("mean", [{"x": 1}, {"x": 2}], 1.5),
        ("mean", [{"x": 1, "impressions": 3}, {"x": 5, "impressions": 1}], 2.0),
        ("mean", [{"x": 1, "impressions": 3}, {"x": 5}], 3.0),
        ("mean", [{"x": 1, "impressions": 0}, {"x": 5, "impressions": 0}], 3.0),
        ("sum", [{"x": 1}, {}, {"x": 2}], 3),
        ("greatest", [{"x": 1}, {"x": 2}], 2),
        ("least", [{"x": 1}, {"x": 2}], 1),
        ("first", [{}, {"x": 2}, {"x": 1}], 2),
        ("sum", [{"x": "a"}, {"x": "b"}], "a"),
        ("sum", [{}], None),
    ],
)
def test_ways_to_combine(way, values, combined):
    rows = [Row("t", "/a", Location("x.csv"), None, each) for each in values]
    assert combine_rows(rows, "x", way) == combined


def test_percentiles_are_among_the_pages_that_have_a_number():
    site = join(build_site("a; b; c; d"), ("a", {"clicks": 1}), ("b", {"clicks": 5}), ("c", {"clicks": 9}))
    ask = ask_pages(site, settings=SETTINGS)
    assert [ask(name, "percentile.data.search.clicks") for name in "abcd"] == [0, 50, 100, None]


def test_rivals_share_a_query_and_not_a_page():
    site = join(
        build_site("a; b; c"),
        ("a", {"query": "Roses", "impressions": 10}),
        ("b", {"query": "roses", "impressions": 30}),
        ("b", {"query": "roses", "impressions": 5}),
        ("c", {"query": "soil", "impressions": 7}),
        ("c", {"impressions": 7}),
        ("gone", {"query": "roses", "impressions": 99}),
    )
    world = build_world(site, SETTINGS)
    rows = subjects(world, "row")
    assert [[other.page.path for other in get(world, row, "rivals")] for row in rows] == [
        ["b.md", "b.md"], ["a.md"], ["a.md"], [], [],
    ]  # fmt: skip
    assert [get(world, row, "rank") for row in rows] == [2, 1, 3, 1, None]
    assert [get(world, row, "share") for row in rows] == [10 / 45, 30 / 45, 5 / 45, 1, None]
    assert get(world, rows[0], "values.impressions") == 10
    assert get(world, rows[4], "values.query") is None
    assert (get(world, rows[0], "table"), get(world, rows[0], "place")) == ("search", "gsc.csv:2")
    assert get(world, rows[0], "page.path") == "a.md"


def test_visits_begin_where_the_config_says():
    site = join(build_site("a -> b; b -> a; c"), ("a", {"clicks": 3}), ("a", {"clicks": 4}), ("b", {"clicks": -2}))
    wanted = replace(SETTINGS, score=ScoreSettings(teleport=("search", "clicks")))
    assert weigh_visits(site.rows, SETTINGS) == {}
    assert weigh_visits(site.rows, wanted) == {site.by_path["a.md"]: 7}
