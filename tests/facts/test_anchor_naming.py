"""Which pages an anchor text names."""

import pytest

from tests.building import build_site, build_world
from tests.facts.asking import get

PAGES = {
    "a": {"title": "All about old trees"},
    "b": {"title": "B", "front_matter": {"keyword": "pruning trees"}},
    "c": {"title": "Old trees", "url": "/v1/t/"},
    "d": {"title": "Old trees", "url": "/v2/t/"},
    "e": {"title": "Soil"},
}


def find_naming(links):
    world = build_world(build_site(links, PAGES))
    (anchor,) = world.graph.anchors
    found = get(world, anchor, "naming.links")
    first = get(world, anchor, "naming.first")
    assert first is (found[0] if found else None)
    return [link.target.path[0] for link in found], get(world, anchor, "naming.pages.count")


@pytest.mark.parametrize(
    ("links", "named", "pages"),
    [
        ('x -> a "old trees", b "old trees", e "old trees"', "ab", 2),
        ('x -> c "old trees", d "old trees", a "old trees"', "cda", 2),
        ('x -> a "old trees" nav, b "old trees" related, e "old trees"', "", 0),
        ('x -> a "old trees" table, a "old trees"', "aa", 1),
        ('x -> a "an old tree in town", b "an old tree in town"', "a", 1),
        ('x -> a "here", b "here"', "", 0),
    ],
)
def test_a_text_names_the_pages_whose_title_or_keyword_has_half_of_its_words(links, named, pages):
    assert find_naming(links) == (list(named), pages)


def test_counterparts_in_folders_of_the_same_names_count_once():
    names = [f"{garden}{number}" for garden in "rt" for number in range(5)]
    pages = {name: {"title": f"Old trees {name}", "url": f"/{name[0]}/page-{name[1]}/"} for name in names}
    world = build_world(build_site('x -> r1 "old trees", t1 "old trees"; ' + "; ".join(names), pages))
    (anchor,) = world.graph.anchors
    assert [page.path for page in get(world, anchor, "naming.pages")] == ["r1.md"]
    world = build_world(build_site('x -> r1 "old trees", t2 "old trees"; ' + "; ".join(names), pages))
    (anchor,) = world.graph.anchors
    assert get(world, anchor, "naming.pages.count") == 2


def test_the_words_of_a_text_are_counted_where_there_are_any():
    world = build_world(build_site('x -> a "old trees", b "老树"'))
    assert [get(world, anchor, "words") for anchor in world.graph.anchors] == [2, None]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("part two", []),
        ("the next part", []),
        ("Part 2", []),
        ("pruning part two", ["a", "b"]),
        ("part pruning", ["a", "b"]),
    ],
)
def test_a_place_in_a_row_names_no_page(text, named):
    pages = {name: {"title": f"Pruning next year, part {number} two"} for name, number in (("a", 2), ("b", "2"))}
    world = build_world(build_site(f'x -> a "{text}", b "{text}"', pages))
    (anchor,) = world.graph.anchors
    assert [link.target.path[0] for link in get(world, anchor, "naming.links")] == named
