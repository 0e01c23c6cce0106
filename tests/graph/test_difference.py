"""Two graphs compared: what became of pages, links, headings, anchor texts, clusters and redirects."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from linklint.graph import Difference, LinkGraph, stand
from linklint.model.place import Location
from linklint.model.site import Entry, Link
from tests.building import build_site


def compare(before: str, after: str, renames: Mapping[str, str] | None = None, **more: Any) -> Difference:
    """``more``: arguments of both sites (``clusters``), or of one (``pages_before``)."""
    sides: dict[str, dict[str, Any]] = {"before": {}, "after": {}}
    for name, value in more.items():
        word, _, side = name.rpartition("_")
        for each in [side] if side in sides else sides:
            sides[each][word if side in sides else name] = value
    return Difference(
        LinkGraph(build_site(before, **sides["before"])), LinkGraph(build_site(after, **sides["after"])), renames
    )


def say(link: Link | None) -> str:
    return "" if link is None else f"{link.source.path} {link.written.text if link.written else '-'} {link.target_path}"


def kinds(difference: Difference) -> list[tuple[str, str]]:
    return [(change.kind, change.path) for change in difference.pages]


def links(difference: Difference) -> list[tuple[str, str, str]]:
    return [(change.kind, say(change.before), say(change.after)) for change in difference.links]


def test_pages_are_kept_added_and_removed() -> None:
    found = compare("home -> a; b", "home -> a; c")
    assert kinds(found) == [("kept", "a.md"), ("removed", "b.md"), ("added", "c.md"), ("kept", "home.md")]


def test_a_renamed_page_is_one_page() -> None:
    found = compare('home -> a "x"', 'home -> b "x"', {"a.md": "b.md"})
    assert kinds(found) == [("renamed", "b.md"), ("kept", "home.md")]
    assert links(found) == []


def test_a_page_that_keeps_its_address_is_the_same_page() -> None:
    at = {"url": "/a/"}
    found = compare("a", "b", pages_before={"a": at}, pages_after={"b": at})
    assert kinds(found) == [("renamed", "b.md")]


def test_a_page_that_exists_on_both_sides_is_no_other_page_renamed() -> None:
    assert kinds(compare("a; b", "b", {"a.md": "b.md"})) == [("removed", "a.md"), ("kept", "b.md")]


def test_a_page_that_is_published_no_more_is_removed() -> None:
    assert kinds(compare("a", "a (draft)")) == [("removed", "a.md")]
    assert kinds(compare("a (draft)", "a")) == [("added", "a.md")]


def test_links_are_added_removed_and_edited() -> None:
    found = compare('home -> a "one", b "two", c "three"', 'home -> a "uno", c "two", d "four"')
    assert links(found) == [
        ("edited", "home.md one a.md", "home.md uno a.md"),
        ("edited", "home.md three c.md", "home.md two c.md"),
        ("added", "", "home.md four d.md"),
        ("removed", "home.md two b.md", ""),
    ]


def test_a_link_that_is_followed_no_more_is_edited() -> None:
    assert links(compare("home -> a", "home -> a nofollow")) == [("edited", "home.md a a.md", "home.md a a.md")]


def test_of_equal_links_only_the_surplus_is_new() -> None:
    assert links(compare("home -> a, a", "home -> a, a, a")) == [("added", "", "home.md a a.md")]


def test_links_of_a_renamed_page_are_kept() -> None:
    assert links(compare('a -> b "x"', 'c -> d "x"', {"a.md": "c.md", "b.md": "d.md"})) == []


def test_a_link_to_a_deleted_page_is_kept_and_no_inlink_any_more() -> None:
    found = compare("home -> a", "home -> a missing")
    assert links(found) == []
    page = found.before.site.by_path["a.md"]
    assert [say(link) for link in found.lost_inlinks(page)] == ["home.md a a.md"]


def test_an_inlink_is_lost_when_it_goes_and_when_it_leads_elsewhere() -> None:
    found = compare('home -> a "x", a "y", a "z"', 'home -> a "x", b "y"; a')
    page = found.before.site.by_path["a.md"]
    assert [say(link) for link in found.lost_inlinks(page)] == ["home.md y a.md", "home.md z a.md"]


def test_a_generated_inlink_is_lost_when_the_page_lists_no_more() -> None:
    found = compare("home -> a generated; b -> a generated", "home -> a generated; b; a")
    page = found.before.site.by_path["a.md"]
    assert [link.source.path for link in found.lost_inlinks(page)] == ["b.md"]


def test_edges_are_lost_with_the_last_link() -> None:
    found = compare("home -> a, a, b", "home -> a; b")
    home, a, b = (found.before.site.by_path[path] for path in ("home.md", "a.md", "b.md"))
    assert not found.is_edge_lost(home, a)
    assert found.is_edge_lost(home, b)


def headings(before: list[str], after: list[str]) -> list[tuple[str, str, str]]:
    found = compare("a", "a", pages_before={"a": {"headings": before}}, pages_after={"a": {"headings": after}})
    return [
        (change.kind, change.before.text if change.before else "", change.after.text if change.after else "")
        for change in found.headings
    ]


def test_headings_are_renamed_added_and_removed() -> None:
    assert headings(["One", "Two"], ["One", "Second"]) == [("renamed", "Two", "Second")]
    assert headings(["One"], ["One", "Two"]) == [("added", "", "Two")]
    assert headings(["One", "Two"], ["Two"]) == [("removed", "One", "")]


def test_a_heading_that_moves_is_the_same() -> None:
    assert headings(["One", "Two", "Three"], ["Three", "One", "Two"]) == []


def test_anchor_texts_are_counted_on_both_sides() -> None:
    found = compare('a -> c "Roses", b "soil"', 'a -> c "roses!"; b -> c "roses", a "soil"')
    assert [tuple(change) for change in found.anchors] == [(None, "roses", 1, 2)]


def test_clusters_are_matched_by_name() -> None:
    found = compare(
        "a -> b",
        "a -> b",
        clusters_before={"one": "a -> b", "two": "b -> a"},
        clusters_after={"two": "b -> a", "three": "a -> b"},
    )
    assert [change.kind for change in found.clusters] == ["removed", "added", "kept"]


def redirect(key: str, status: str = "ok") -> Entry:
    return Entry("_redirects", "redirect", key, Location("_redirects"), None, status)


def test_redirects_are_matched_by_their_old_address() -> None:
    found = compare(
        "a",
        "a",
        entries_before=(redirect("/a"), redirect("/b"), redirect("/c")),
        entries_after=(redirect("/b", "missing"), redirect("/c"), redirect("/d")),
    )
    assert [(change.kind, (change.after or change.before or redirect("")).key) for change in found.redirects] == [
        ("removed", "/a"),
        ("edited", "/b"),
        ("added", "/d"),
    ]


def test_the_standing_of_a_page() -> None:
    graph = LinkGraph(build_site("home (root) -> a, a; b -> a; c"))
    standing = stand(graph, graph.site.by_path["a.md"])
    assert (standing.inlinks, standing.linking_pages, standing.depth, standing.orphan) == (3, 2, 1, "no")
    assert stand(graph, graph.site.by_path["c.md"])[:5] == (0, 0, None, False, "yes")
