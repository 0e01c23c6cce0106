"""How old a page is."""

import pytest

from linklint.facts import History, World
from tests.building import build_site, build_world
from tests.facts.asking import get

HISTORY = {"a.md": "2024-01-01", "b.md": "2025-05-31", "old.md": "2020-02-29"}


def ask(world: World, page: str, name: str) -> object:
    return get(world, world.site.by_path[f"{page}.md"], name)


@pytest.fixture
def world():
    matter = {
        "b": {"date": "2025-05-01T10:00:00Z"},
        "c": {"date": "tomorrow", "pubDate": "2025-06-11"},
        "d": {"date": "2025-02-30"},
    }
    pages = {name: {"front_matter": given} for name, given in matter.items()}
    return build_world(build_site("a; b; c; d; old; draft (draft)", pages), history=History(lambda: HISTORY))


def test_the_front_matter_wins_over_git_and_a_new_file_is_of_today(world):
    days = [ask(world, page, "created") for page in ("a", "b", "c", "d", "old")]
    assert days == ["2024-01-01", "2025-05-01", "2025-06-11", "2025-06-01", "2020-02-29"]


def test_age_counts_days_until_today(world):
    assert [ask(world, page, "age") for page in "abcd"] == [517, 31, -10, 0]


def test_older_pages_are_the_published_ones_of_an_earlier_day(world):
    assert [ask(world, page, "older_pages") for page in ("old", "a", "b", "d", "c")] == [0, 1, 2, 3, 4]


@pytest.mark.parametrize(
    ("path", "day"),
    [
        ("posts/2015-02-11-roses.md", "2015-02-11"),
        ("posts/2015-02-11-roses/index.md", "2015-02-11"),
        ("2015-02-11/posts/roses.md", None),
        ("posts/2015-02-31-roses.md", None),
        ("posts/roses-2015-02-11.md", None),
    ],
)
def test_names_of_files_and_folders_begin_with_the_day(path, day):
    world = build_world(build_site(path))
    (page,) = world.site.pages
    assert (get(world, page, "created"), get(world, page, "dated")) == (day, day is not None)


def test_older_pages_are_those_of_the_same_language():
    fields = {name: {"front_matter": {"date": f"2020-01-0{number}"}} for number, name in enumerate("abc", start=1)}
    fields["a"]["lang"], fields["b"]["lang"], fields["c"]["lang"] = "de", "en", "en-GB"
    world = build_world(build_site("a; b; c", fields))
    assert [ask(world, page, "older_pages") for page in "abc"] == [0, 0, 1]


def test_where_git_knows_nothing_only_front_matter_tells():
    world = build_world(build_site("a; b", {"b": {"front_matter": {"published": "2020-01-01"}}}))
    assert [ask(world, page, "created") for page in "ab"] == [None, "2020-01-01"]
    assert ask(world, "a", "age") is None
    assert ask(world, "a", "older_pages") is None


def test_history_is_asked_once_and_only_when_needed():
    asked = []
    world = build_world(build_site("a; b"), history=History(lambda: asked.append(1) or HISTORY))
    ask(world, "a", "title")
    assert not asked
    ask(world, "a", "age")
    ask(world, "b", "age")
    assert asked == [1]
