"""The clusters that a page belongs to, and the words declared for it."""

import pytest

from tests.building import build_site
from tests.facts.asking import ask_pages

ONE = {"salt": "hub -> a, b tool"}
TWO = {"salt": "hub -> a, b", "sea": "b -> a, c"}


def test_hub_and_spoke_have_one_membership_each():
    ask = ask_pages(build_site("hub; a; b; other", clusters=ONE))
    assert [ask(page, "role") for page in ("hub", "a", "b", "other")] == ["hub", "spoke", "tool", None]
    assert [ask(page, "cluster.id") for page in ("hub", "a", "other")] == ["salt", "salt", None]
    assert ask("a", "cluster.hub.path") == "hub.md"


def test_two_memberships_are_no_single_cluster():
    ask = ask_pages(build_site("hub; a; b; c", clusters=TWO))
    assert (ask("a", "cluster"), ask("a", "role"), ask("a", "cluster.hub.path")) == (None, None, None)
    assert [member.cluster.id for member in ask("a", "memberships")] == ["salt", "sea"]
    assert [cluster.id for cluster in ask("b", "clusters")] == ["sea", "salt"]


def test_siblings_are_the_other_spokes_of_the_same_clusters():
    ask = ask_pages(build_site("hub; a; b; c", clusters=TWO))
    assert [page.path for page in ask("a", "siblings")] == ["b.md", "c.md"]
    assert ask("hub", "siblings") == ()


@pytest.mark.parametrize(
    ("page", "keyword"), [("hub", "sea salt"), ("a", "from front matter"), ("b", "7"), ("c", None), ("other", None)]
)
def test_keyword_of_the_clusters_file_wins(page, keyword):
    matter = {name: {"front_matter": {"keyword": value}} for name, value in
              [("hub", "hidden"), ("a", "from front matter"), ("b", 7), ("c", ["x"]), ("other", True)]}  # fmt: skip
    clusters = {"salt": {"members": "hub -> a, b, c", "keyword": "sea salt"}}
    ask = ask_pages(build_site("hub; a; b; c; other", matter, clusters))
    assert ask(page, "keyword") == keyword


def test_stage_comes_from_the_front_matter():
    ask = ask_pages(build_site("hub; a", {"a": {"front_matter": {"stage": "decision"}}}, {"salt": "hub -> a"}))
    assert (ask("a", "stage"), ask("hub", "stage")) == ("decision", None)


def test_pages_of_one_keyword_share_language_and_audience():
    def page(keyword, **more):
        return {"front_matter": {"keyword": keyword, "audience": more.pop("audience", None)}, **more}

    pages = {
        "a": page("Sea Salt"), "b": page("sea  salt"), "c": page("sea salt", lang="de"), "d": page("sea salt"),
        "e": page("sea salt", noindex=True), "f": page("sea salt", canonical="/a.md"),
        "g": page("sea salt", audience="cooks"), "h": page(None),
    }  # fmt: skip
    ask = ask_pages(build_site("a; b; c; d (draft); e; f; g; h; i", pages))
    assert ask("a", "keyword.normalized") == "sea salt"
    assert ask("h", "keyword.normalized") is None
    assert [other.path for other in ask("a", "keyword.pages")] == ["b.md"]
    assert [ask(name, "keyword.pages") for name in ("c", "g", "h", "i")] == [()] * 4
