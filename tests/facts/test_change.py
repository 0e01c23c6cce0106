"""What rules may ask of a change: two small sites in, facts out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from msgspec.structs import replace

from linklint.facts import (
    Change,
    ChangeSubject,
    World,
    catalogue,
    causes,
    identity,
    location,
    subject_of,
    subjects,
    victims,
)
from linklint.facts.change_ways import lost_on_the_way
from linklint.model.place import Location
from linklint.model.site import Entry
from tests.building import build_site, build_world
from tests.facts.asking import get


def compare(
    before: str, after: str, renames: Mapping[str, str] | None = None, changed: str = "home.md", **more: Any
) -> World:
    """The world of ``after`` with that of ``before`` as its base. ``more``: as for ``build_site``, of both sides, or
    of one: ``clusters_before``."""
    sides: dict[str, dict[str, Any]] = {"before": {}, "after": {}}
    for name, value in more.items():
        word, _, side = name.rpartition("_")
        for each in [side] if side in sides else sides:
            sides[each][word if side in sides else name] = value
    change = Change(renames or {}, frozenset(changed.split()), lambda path: None, lambda path: None)
    base = build_world(build_site(before, **sides["before"]))
    return build_world(build_site(after, **sides["after"]), base=base, change=change)


def find(world: World, what: str, *name: str) -> ChangeSubject:
    (found,) = [each for each in subjects(world, "change") if each.what == what and each.name == name]
    return found


def ask(world: World, page: str, *facts: str) -> list[Any]:
    change = find(world, "page", page)
    return [get(world, change, fact) for fact in facts]


def test_without_a_base_there_are_no_changes() -> None:
    assert subjects(build_world(build_site("a -> b")), "change") == ()


def test_where_nothing_differs_there_are_no_changes() -> None:
    assert subjects(compare("a -> b", "a -> b", changed=""), "change") == ()


def test_kinds_of_pages() -> None:
    world = compare("home; a; b; c", "home; a; d; e", {"b.md": "d.md"})
    kinds = {each.name[0]: each.kind for each in subjects(world, "change") if each.what == "page"}
    assert kinds == {"a.md": "kept", "c.md": "removed", "d.md": "renamed", "e.md": "added", "home.md": "edited"}


def test_a_page_with_another_address_is_renamed() -> None:
    world = compare(
        "home; a", "home; a", pages_before={"a": {"url": "/x/", "base": "/b"}}, pages_after={"a": {"url": "/y/"}}
    )
    assert ask(world, "a.md", "kind", "url.before", "url.after") == ["renamed", "/b/x/", "/y/"]


def test_numbers_before_and_after() -> None:
    world = compare("home (root) -> a, b; b -> a; a -> c", "home (root) -> b; b -> a; a -> c")
    names = ("inlinks.before", "inlinks.after", "inlinks.delta", "linking_pages.delta", "depth.delta")
    assert ask(world, "a.md", *names) == [2, 1, -1, -1, 1]
    assert ask(world, "c.md", "depth.before", "depth.after") == [2, 3]


def test_numbers_of_what_is_only_on_one_side_are_missing() -> None:
    world = compare("home (root) -> a", "home (root) -> b")
    assert ask(world, "a.md", "depth.before", "depth.after", "depth.delta") == [1, None, None]
    assert ask(world, "b.md", "depth.before", "depth.after", "depth.delta") == [None, 1, None]


def test_scores_before_and_after() -> None:
    world = compare("home -> a, b; c -> a", "home -> a, b; c -> b")
    before, after, ratio, drop = ask(
        world, "a.md", "relative_score.before", "relative_score.after", "relative_score.ratio", "relative_score.drop"
    )
    assert after < before
    assert ratio == pytest.approx(after / before)
    assert drop == pytest.approx(1 - ratio)


def test_ranks_are_among_pages_of_the_same_priority_on_both_sides() -> None:
    high, low = {"front_matter": {"priority": "High"}}, {"front_matter": {"priority": "low"}}
    world = compare("home -> a, b; c -> a", "home -> a, b; c -> b", pages={"a": high, "b": high, "c": low})
    names = ("priority_rank.before", "priority_rank.after", "priority_rank.delta")
    assert ask(world, "a.md", *names) == [1, 2, 1]
    assert ask(world, "b.md", *names) == [2, 1, -1]
    assert ask(world, "c.md", *names) == [1, 1, 0]
    assert ask(world, "home.md", *names) == [None, None, None]


def test_no_score_is_worked_out_where_no_page_has_a_priority() -> None:
    world = compare("home -> a, b; c -> a", "home -> a, b; c -> b")
    assert ask(world, "a.md", "priority_rank.delta") == [None]
    assert world.base is not None
    assert "scores" not in {*vars(world.graph), *vars(world.base.graph)}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("home -> a", "home; a", True),
        ("home -> a; b", "home; a; b", True),
        ("home; a", "home; a", False),
        ("home -> a", "home -> a nofollow", True),
        ("home -> a, a", "home -> a", False),
        ("home -> a", "home; a (intended)", False),
        ("home -> a", "home; a (unknown)", False),
        ("home -> a", "home; a (draft)", False),
        ("home; a (unknown)", "home; a", False),
        ("home -> a generated", "home; a", True),
    ],
)
def test_orphaned(before: str, after: str, expected: bool) -> None:
    world = compare(before, after)
    assert ask(world, "a.md", "orphaned") == [expected]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("home (root) -> a; a -> b; b -> a", "home (root); a -> b; b -> a", True),
        ("home (root) -> a, b; a -> b", "home (root) -> b; a -> b; b -> a", False),
        ("home (root); a -> b; b -> a", "home (root); a -> b; b -> a", False),
        ("home -> a; a -> b; b -> a", "home; a -> b; b -> a", False),
        ("home (root) -> a; a -> b; b -> a", "home (root); a -> b; b -> a; c (unknown) -> a", False),
    ],
)
def test_stranded(before: str, after: str, expected: bool) -> None:
    assert ask(compare(before, after), "a.md", "stranded") == [expected]


def test_facts_of_a_page_that_is_gone_are_those_of_the_base() -> None:
    world = compare("home (root) -> a; b -> a", "b")
    assert ask(world, "a.md", "victim.inlinks.count", "victim.depth", "victim.path", "deleted") == [2, 1, "a.md", True]


def test_a_page_that_is_published_no_more_is_removed_and_not_deleted() -> None:
    world = compare("home -> a", "home -> a unpublished; a (draft)", names=("home.md", "a.md"))
    assert ask(world, "a.md", "kind", "deleted", "broken_links.count") == ["removed", False, 1]


def test_broken_links_are_those_that_the_change_broke() -> None:
    world = compare("home -> a, b missing; c -> a nofollow; d", "home -> a missing, b missing; c; d -> a missing")
    assert ask(world, "a.md", "broken_links.count") == [1]
    assert ask(world, "a.md", "broken_links.told") == ["1 link is left behind (home.md:2)"]


def redirect(key: str) -> Entry:
    return Entry("_redirects", "redirect", key, Location("_redirects"), None, "ok")


@pytest.mark.parametrize(
    ("key", "expected"),
    [("/a.md", True), ("/a.md/", True), ("a.md", True), ("/b.md", False), ("/*", True), ("/b/*", False), ("/:x", True)],
)
def test_redirects_keep_an_address_alive(key: str, expected: bool) -> None:
    built = {"a": {"framework": "html"}}
    world = compare("home; a", "home", pages_before=built, entries_after=(redirect(key),))
    assert ask(world, "a.md", "redirected", "redirects_used") == [expected, True]


def test_without_redirects_only_a_page_answers() -> None:
    world = compare("home; a", "home; b", pages_after={"b": {"url": "/a.md"}})
    assert ask(world, "b.md", "kind", "redirected", "redirects_used") == ["renamed", True, False]


def test_older_pages() -> None:
    world = compare("home; a; old", "home; a; b -> a, c; c -> b")
    assert ask(world, "b.md", "older_pages.count", "older_pages.linked") == [2, 1]
    assert ask(world, "c.md", "older_pages.linked") == [0]


def test_anchors_count_pages() -> None:
    world = compare('home -> z "Roses"; a', 'home -> z "Roses"; a -> z "roses!", z "more"')
    change = find(world, "anchor", "z.md", "roses")
    assert [get(world, change, f"pages.{side}") for side in ("before", "after", "delta")] == [1, 2, 1]
    assert (change.kind, find(world, "anchor", "z.md", "more").kind) == ("edited", "added")
    assert [cause.location.path for cause in causes(world, change)] == ["a.md"]


def test_clusters_and_what_they_lose() -> None:
    world = compare("hub -> a, b; a -> hub", "hub -> a, b related; a", changed="hub.md", clusters={"c": "hub -> a, b"})
    change = find(world, "cluster", "c")
    names = ("coverage.down.before", "coverage.down.after", "coverage.up.delta", "coverage_fell", "unlinked.count")
    assert [get(world, change, name) for name in names] == [1.0, 0.5, -0.5, True, 1]
    assert [member.path for member in get(world, change, "unlinked")] == ["a.md"], "b is linked under See also"


def test_settings_of_pages() -> None:
    before = {"a": {"front_matter": {"keyword": "x", "tags": ["t"], "old": 1}}}
    after = {
        "a": {"front_matter": {"keyword": "y", "tags": ["t"], "new": 2}},
        "b": {"front_matter": {"keyword": "y", "z": 1}},
    }
    world = compare("a", "a; b", pages_before=before, pages_after=after)
    found = {each.name: (each.kind, get(world, each, "value.before"), get(world, each, "value.after"))
             for each in subjects(world, "change") if each.what == "setting"}  # fmt: skip
    assert found == {
        ("a.md", "keyword"): ("edited", "x", "y"),
        ("a.md", "new"): ("added", None, 2),
        ("a.md", "old"): ("removed", 1, None),
        ("b.md", "keyword"): ("added", None, "y"),
    }


def lost(before: str, after: str, page: str) -> set[str]:
    world = compare(before, after)
    assert world.base is not None
    found = lost_on_the_way(world, world.base.site.by_path[page])
    return {f"{link.source.path}>{link.target.path if link.target else ''}".replace(".md", "") for link in found}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("h (root) -> a; a -> x", "h (root); a -> x", {"h>a"}),
        ("h (root) -> a, b; a -> x; b -> x", "h (root) -> a, b; a; b; x", {"a>x", "b>x"}),
        ("h (root) -> a, b; a -> x; b -> x", "h (root) -> b; a -> x; b; x", {"h>a", "b>x"}),
        ("h (root) -> a, x; a -> b; b -> x", "h (root) -> a; a -> b; b -> x", {"h>x"}),
        ("h (root) -> a, b; a -> x; b -> c; c -> x", "h (root) -> b; a -> x; b -> c; c -> x", {"h>a"}),
        ("h (root) -> a; a -> x; o -> x", "h (root); a -> x; o; x", {"h>a"}),
        ("h (root) -> a; a -> x", "h (root); x", {"a>x"}),
        ("h (root) -> a; a -> x", "h (root) -> a; a -> x", set()),
    ],
)
def test_the_links_for_want_of_which_a_page_is_further_away(before: str, after: str, expected: set[str]) -> None:
    assert lost(before, after, "x.md") == expected


def test_causes_are_sorted_and_told_once() -> None:
    world = compare('home -> a "x", a "y"; b -> a "z"', 'home -> c "x", c "y"; b -> c "z"; a')
    found = causes(world, find(world, "page", "a.md"))
    assert [(cause.location.path, cause.location.line) for cause in found] == [
        ("b.md", 2),
        ("home.md", 2),
        ("home.md", 3),
    ]


def test_a_cause_in_a_file_that_is_gone_is_a_path() -> None:
    world = compare("home (root) -> a; a -> b", "home (root); b")
    (cause,) = causes(world, find(world, "page", "b.md"))
    assert (cause.location, cause.action) == (Location("a.md", 0, 0, 0, 0), "deleting a.md")


def test_a_page_that_is_gone_is_told_where_an_entry_names_it() -> None:
    nav = Entry("nav.yml", "nav", "A", Location("nav.yml", 7), None, "missing")
    world = compare("home (root) -> a; a -> b", "home (root); b", entries_after=(nav,))
    assert causes(world, find(world, "page", "b.md"))[0].location.path == "a.md", "it named another page before"
    base = build_site("home (root) -> a; a -> b")
    before = Entry("nav.yml", "nav", "A", Location("nav.yml", 7), base.by_path["a.md"], "ok")
    change = Change({}, frozenset({"a.md"}), lambda path: None, lambda path: None)
    world = build_world(
        build_site("home (root); b", entries=(nav,)),
        base=build_world(replace(base, entries=(before,))),
        change=change,
    )
    assert causes(world, find(world, "page", "b.md"))[0].location == Location("nav.yml", 7)


def test_names_and_places() -> None:
    world = compare("home -> a; b", "home -> a; c")
    removed, kept = find(world, "page", "b.md"), find(world, "page", "a.md")
    assert identity(world, "change", removed) == ("page", "b.md")
    assert location(world, "change", removed) == Location("b.md", 0, 0, 0, 0)
    assert location(world, "change", kept) == Location("a.md")
    assert subject_of(world, "change", kept).path == "a.md"
    assert victims(world, kept) == [("page", world.site.by_path["a.md"])]


def test_every_fact_of_a_change_can_be_asked_of_every_change() -> None:
    world = compare(
        'home (root) -> a "x", b "y"; a -> home; c -> a',
        'home (root) -> a "z"; b; d -> b missing; c -> b',
        {"a.md": "a.md"},
        changed="home.md c.md d.md",
        clusters={"c": "home -> a, b"},
        pages_before={"b": {"headings": ["One"], "front_matter": {"keyword": "k"}}},
        pages_after={"b": {"headings": ["Two"], "front_matter": {"keyword": "l"}}},
        entries_after=(redirect("/x"),),
    )
    found = subjects(world, "change")
    assert {each.what for each in found} == {"page", "link", "heading", "anchor", "cluster", "redirect", "setting"}
    for change in found:
        for name in catalogue()["change"]:
            get(world, change, name)
