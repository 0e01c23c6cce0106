"""Who links whom: the definitions of inlink, orphan, depth and the rest, on sites of a few pages."""

import pytest

from linklint.graph import LinkGraph
from tests.building import build_site


def build(text, pages=None):
    site = build_site(text, pages)
    return LinkGraph(site), {page.path.removesuffix(".md"): page for page in site.pages}


def names(pages):
    return [page.path.removesuffix(".md") for page in pages]


@pytest.mark.parametrize("words", ["", "nav", "listing", "generated", "redirect", "fragment-missing", "case-mismatch"])
def test_link_between_two_published_pages_is_an_inlink(words):
    graph, page = build(f"a -> b {words}")
    assert len(graph.inlinks(page["b"])) == len(graph.outlinks(page["a"])) == 1


@pytest.mark.parametrize("text", ["a -> b nofollow", "a -> b image", "a -> b uncrawlable", "a (draft) -> b", "b -> b"])
def test_what_is_no_inlink(text):
    graph, page = build(text)
    assert graph.inlinks(page["b"]) == ()
    assert all(not graph.outlinks(other) for other in page.values())


def test_link_to_a_draft_is_no_outlink():
    graph, page = build("a -> b; b (draft)")
    assert graph.outlinks(page["a"]) == graph.inlinks(page["b"]) == ()


def test_noindex_pages_link_and_are_linked():
    graph, page = build("a -> b; b (noindex) -> a")
    assert len(graph.inlinks(page["a"])) == len(graph.inlinks(page["b"])) == 1


def test_every_occurrence_is_an_inlink_but_linking_pages_are_distinct():
    graph, page = build("a -> b, b, c; c -> b")
    assert len(graph.inlinks(page["b"])) == 3
    assert names(graph.linking_pages(page["b"])) == ["a", "c"]
    assert names(graph.linked_pages(page["a"])) == ["b", "c"]


def test_written_are_all_links_of_any_status():
    graph, page = build("a -> nowhere missing, b nofollow, b generated")
    assert [link.status for link in graph.written(page["a"])] == ["missing", "ok", "ok"]


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("a", "yes"),
        ("a -> a", "yes"),
        ("b (draft) -> a", "yes"),
        ("b -> a nofollow", "yes"),
        ("a (unknown)", "unknown"),
        ("a (unknown); b -> a", "no"),
        ("a (root)", "no"),
        ("a (intended)", "no"),
        ("a (draft)", "no"),
        ("b -> a generated", "no"),
    ],
)
def test_orphan_states(text, state):
    graph, page = build(text)
    assert graph.orphan(page["a"]) == state


def test_depth_is_that_from_the_nearest_root_over_generated_links_too():
    graph, page = build("de (root) -> a generated; en (root) -> b; b -> c; a -> c; c -> d; d -> e nofollow")
    assert [graph.depth(page[name]) for name in ("en", "a", "c", "d", "e")] == [0, 1, 2, 3, None]
    assert graph.reachable(page["d"]) is True
    assert graph.reachable(page["e"]) is False


def test_without_a_root_depth_and_reachability_are_missing():
    graph, page = build("a -> b; home (root, draft) -> a")
    assert graph.depth(page["a"]) is None
    assert graph.reachable(page["a"]) is None
    assert graph.walled_gardens == ()


def test_what_only_doubtful_orphans_lead_to_is_not_known_to_be_unreachable():
    graph, page = build("home (root) -> a; doubted (unknown) -> b; b -> c, a; lost -> d; d -> e; e -> d")
    assert [graph.reachable(page[name]) for name in ("a", "doubted", "b", "c")] == [True, None, None, None]
    assert [graph.reachable(page[name]) for name in ("lost", "d", "e")] == [False, False, False]
    assert [graph.depth(page[name]) for name in ("doubted", "c")] == [None, None]
    assert gardens(graph) == [(["d", "e"], ["d", "e"])]


def test_visitors_may_start_at_a_page_that_means_to_need_no_link():
    graph, page = build("home (root); template (intended) -> a; lost -> template; a -> b; lost -> c")
    assert [graph.reachable(page[name]) for name in ("template", "a", "b", "c")] == [None, None, None, False]


def test_a_draft_in_doubt_leads_nowhere():
    graph, page = build("home (root); draft (unknown, draft) -> a; a -> b; b -> a")
    assert graph.reachable(page["a"]) is False


def test_shortest_path_is_made_of_links():
    graph, page = build("a -> x, b; b -> c; x -> y; y -> c; c -> d")
    assert [link.target.path for link in graph.path(page["a"], page["d"])] == ["b.md", "c.md", "d.md"]
    assert graph.path(page["d"], page["a"]) is None
    assert graph.path(page["a"], page["a"]) == ()


def test_walled_garden_links_itself_and_no_root_reaches_it():
    graph, _ = build("home (root) -> a; a -> home; x -> y, a; y -> x; alone -> a")
    assert gardens(graph) == [(["x", "y"], ["x", "y"])]


def test_what_only_a_garden_leads_to_is_part_of_it_and_so_is_a_garden_behind_it():
    graph, _ = build("home (root); a -> b; b -> a, c; c -> d, e; d -> c; lost -> a, f; x -> y; y -> x; f -> g")
    assert gardens(graph) == [(["a", "b"], ["a", "b", "c", "d", "e"]), (["x", "y"], ["x", "y"])]


def test_pages_that_lead_to_each_other_over_a_page_that_can_be_reached_are_no_garden():
    graph, _ = build("home (root) -> a; a -> b; b -> a; x -> a; y -> x")
    assert gardens(graph) == []


def gardens(graph):
    return [tuple(names(graph.pages_of(nodes)) for nodes in garden) for garden in graph.walled_gardens]


def test_components_ignore_the_direction_of_links():
    graph, _ = build("a -> b; c -> b; d -> e; f; g (draft) -> f, a")
    assert [names(component) for component in graph.components] == [["a", "b", "c"], ["d", "e"], ["f"]]


def test_anchor_texts_are_grouped_by_language_and_normalised_text():
    graph, _ = build(
        'a -> b "Read more", c "read more »", c ""; d -> b "Read more"; e -> b "Read more" nofollow, e "Read more"',
        {"a": {"lang": "en-GB"}, "d": {"lang": "de"}, "e": {"lang": "en"}},
    )
    found = [(anchor.lang, anchor.text, len(anchor.links)) for anchor in graph.anchors]
    assert found == [("de", "read more", 1), ("en", "read more", 2)]
