"""Which pages share the link score, and how links between them count."""

import pytest

from linklint.graph import LinkGraph
from linklint.model.site import Framework
from tests.building import build_site


def scores(text, pages=None, frameworks=(), **options):
    site = build_site(text, pages, frameworks=frameworks)
    graph = LinkGraph(site, **options)
    return {page.path.removesuffix(".md"): graph.score(page) for page in site.pages}


def test_score_of_a_site_is_the_published_example():
    found = scores("a -> b, c; b -> c; c -> a", damping=0.5)
    assert found == pytest.approx({"a": 14 / 39, "b": 10 / 39, "c": 15 / 39}, abs=1e-11)


def test_unpublished_and_noindex_pages_have_no_share_and_give_none():
    plain = scores("a -> b; b -> a; c -> a")
    found = scores("a -> b, n, d; b -> a; c -> a; n (noindex) -> c, b; d (draft) -> c")
    assert found == {**plain, "n": None, "d": None}


def test_links_to_and_from_a_page_count_for_the_one_it_names_as_canonical():
    found = scores("a -> copy; copy -> b; b -> a; original", {"copy": {"canonical": "original.md"}})
    assert found == {**scores("a -> original; original -> b; b -> a"), "copy": None}


def test_page_whose_canonical_is_elsewhere_takes_no_part():
    found = scores("a -> copy, b; b -> a", {"copy": {"canonical": "https://example.org/"}})
    assert found == {**scores("a -> b; b -> a"), "copy": None}


def test_pages_that_name_each_other_as_canonical_stand_for_themselves():
    found = scores("a -> b", {"a": {"canonical": "b.md"}, "b": {"canonical": "a.md"}})
    assert None not in found.values()


@pytest.mark.parametrize(("policy", "b"), [("spread", 11 / 34), ("drop", 7 / 18), ("evaporate", 11 / 42)])
def test_nofollow_policy_of_the_graph(policy, b):
    assert scores("a -> b, c nofollow; b -> a; c -> a", damping=0.5, nofollow=policy)["b"] == pytest.approx(b)


def test_pages_in_equal_positions_have_equal_ranks():
    site = build_site("home (root) -> a, b, c; a -> home; b -> home; c -> home, b; n (noindex)")
    graph = LinkGraph(site)
    ranks = {page.path: graph.score_rank(page) for page in site.pages}
    assert ranks == {"home.md": 1, "b.md": 2, "a.md": 3, "c.md": 3, "n.md": None}


def test_relative_score_is_one_on_average():
    site = build_site("a -> b; b -> c; n (noindex)")
    graph = LinkGraph(site)
    relative = [graph.relative_score(page) for page in site.pages if not page.noindex]
    assert sum(relative) / len(relative) == pytest.approx(1.0)


HUGO = (Framework("hugo", "", "hugo.toml"), Framework("plain", "", "the rest"))


def test_what_stands_beside_a_site_that_a_generator_builds_takes_no_part():
    text = "a -> b; b -> a; README -> a, tools; tools -> README; copy -> a"
    pages = {name: {"framework": "hugo"} for name in "ab"} | {"copy": {"framework": "hugo", "canonical": "tools.md"}}
    assert scores(text, pages, frameworks=HUGO) == {
        **scores("a -> b; b -> a"), "README": None, "tools": None, "copy": None,
    }  # fmt: skip
    assert None not in scores(text, {}, frameworks=HUGO[1:]).values()


def test_files_for_agents_and_in_folders_with_a_dot_take_no_part():
    assert scores("a -> b; b -> a; AGENTS -> a; .github/c -> b") == {
        **scores("a -> b; b -> a"), "AGENTS": None, ".github/c": None,
    }  # fmt: skip
