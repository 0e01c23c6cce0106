"""Facts of clusters, members and pairs."""

import pytest

from linklint.facts import subjects
from linklint.model.place import Location
from linklint.model.settings import Settings
from linklint.model.site import Cluster, Member
from tests.building import build_site, build_world
from tests.facts.asking import get

TEXT = """
    hub (root) -> a, a, b nav, out
    a          -> hub, b, b
    b          -> hub related, out, a nofollow
    c tool
    d (draft)  -> hub
"""
CLUSTERS = {"salt": {"members": "hub -> a, b, c tool, d, gone", "pairs": "a b, b c, a d", "require": {"tool": 2}}}


@pytest.fixture
def world():
    return build_world(build_site(TEXT.replace("c tool", "c"), clusters=CLUSTERS))


def ask(world, name):
    return get(world, world.site.clusters[0], name)


def member(world, path):
    return next(found for found in subjects(world, "member") if found.path == path)


def test_links_inside_a_cluster_are_body_links_between_published_pages(world):
    """up: a; down: a; sibling: a → b; inside: hub → a, a → hub, a → b; leaving: hub → out, b → out."""
    names = ("spokes.count", "links.up", "links.down", "links.sibling")
    assert [ask(world, name) for name in names] == [3, 1, 1, 1]
    assert ask(world, "coverage.up") == ask(world, "coverage.down") == pytest.approx(1 / 3)
    assert ask(world, "leak") == pytest.approx(2 / 5)
    assert ask(world, "density") == pytest.approx(3 / 12)


def test_coverage_of_pairs_counts_published_pairs_linked_either_way(world):
    assert ask(world, "coverage.related") == pytest.approx(1 / 2)


def test_roles_of_a_cluster(world):
    names = ("tool", "spoke", "hub", "nobody")
    assert [ask(world, f"roles.{name}.count") for name in names] == [1, 2, 1, 0]
    assert ask(world, "missing_roles") == ("tool",)


def test_what_a_cluster_is(world):
    assert (ask(world, "id"), ask(world, "hub.path"), ask(world, "declared_at")) == ("salt", "hub.md", "clusters.yml:1")
    paths = [found.path for found in ask(world, "members")]
    assert paths == ["hub.md", "a.md", "b.md", "c.md", "d.md", "gone.md"]
    assert len(ask(world, "pairs")) == 3


def test_hub_rank_is_its_place_by_link_score():
    linked = build_world(build_site("hub -> a; a -> hub; b -> hub", clusters={"c": "hub -> a, b"}))
    starved = build_world(build_site("hub -> a; a -> b; b -> a", clusters={"c": "hub -> a, b"}))
    assert (ask(linked, "hub_rank"), ask(starved, "hub_rank")) == (1, 3)


def test_cluster_without_hub_or_spokes_has_no_shares():
    world = build_world(build_site("a", clusters={"c": "gone -> a", "d": "a"}))
    for cluster in world.site.clusters:
        for name in ("coverage.up", "coverage.down", "coverage.related", "leak", "density"):
            assert get(world, cluster, name) is None
    assert [get(world, cluster, "hub_rank") for cluster in world.site.clusters] == [None, 1]


def test_member_of_a_page_that_exists_and_of_one_that_does_not(world):
    facts = ("page.exists", "path", "role", "page.url", "cluster.id", "declared_at")
    here, gone = member(world, "c.md"), member(world, "gone.md")
    assert [get(world, here, name) for name in facts] == [True, "c.md", "tool", "/c.md", "salt", "clusters.yml:1"]
    assert [get(world, gone, name) for name in facts] == [False, "gone.md", "spoke", None, "salt", "clusters.yml:1"]


@pytest.mark.parametrize(
    ("declared", "written", "meant"),
    [
        ("blog/clusters.yml", "soil/lime.md", ("blog/soil/lime.md",)),
        ("blog/conf/clusters.yml", "soil/lime.md", ("blog/soil/lime.md",)),
        ("blog/clusters.yml", "soil/*.md", ("blog/soil/*.md",)),
        ("blog/clusters.yml", "soil/[.md", None),
        ("blog/clusters.yml", "sand/*.md", None),
        ("clusters.yml", "soil/*.md", None),
        ("clusters.yml", "soil/quicklmie.md", ("blog/soil/quicklime.md",)),
        ("clusters.yml", "sand/lime.md", ("blog/soil/lime.md",)),
        ("blog/clusters.yml", "chalk.md", None),
        ("blog/clusters.yml", "/soil/lime/", ("/blog/soil/lime.md",)),
        ("blog/clusters.yml", "/soil/chalk/", None),
        ("blog/clusters.yml", "/sand/*/", None),
        ("blog/clusters.yml", "blog/soil/lime.md", None),
    ],
)
def test_what_a_path_may_have_meant_that_names_no_page(declared, written, meant):
    world = build_world(build_site("blog/soil/lime; blog/soil/quicklime; blog/hub"))
    page, place = world.site.by_path.get(written), Location(declared, 1, 1, 1, 1)
    cluster = Cluster("c", None, "", place)
    assert get(world, Member(cluster, page, written, "spoke", place), "candidates") == meant


ROLES = {"guide": {"tool": "required", "guide": "forbidden", "case": "required"}}


@pytest.mark.parametrize(
    ("text", "missing", "forbidden"),
    [
        ("g -> t", (), 0),
        ("g -> t related", (), 0),
        ("g -> t nav", ("tool",), 0),
        ("g -> other", ("tool",), 0),
        ("g -> t, h, h", (), 2),
        ("g -> t, h nav, h generated", (), 0),
    ],
)
def test_roles_that_must_and_must_not_be_linked(text, missing, forbidden):
    site = build_site(f"{text}; hub; h; t", clusters={"c": "hub -> g guide, h guide, t tool"})
    world = build_world(site, Settings(roles=ROLES))
    guide = member(world, "g.md")
    assert get(world, guide, "missing_roles") == missing
    assert len(get(world, guide, "forbidden_links")) == forbidden


def test_pair_is_linked_in_one_direction():
    world = build_world(build_site("a -> b nav; hub", clusters={"c": {"members": "hub -> a, b", "pairs": "a b"}}))
    (pair,) = subjects(world, "pair")
    facts = ("a.path", "b.path", "cluster.id", "declared", "linked.ab", "linked.ba")
    assert [get(world, pair, name) for name in facts] == ["a.md", "b.md", "c", True, True, False]


def test_missing_roles_are_counted(world):
    assert (ask(world, "missing_roles"), ask(world, "missing_roles.count")) == (("tool",), 1)
    assert get(world, member(world, "a.md"), "missing_roles.count") == 0


@pytest.mark.parametrize(
    ("name", "hub", "meant"), [("slat", "", ("salt",)), ("pepper", "", None), ("slat", "gone.md", None)]
)
def test_which_cluster_a_page_may_have_meant_by_a_name_without_a_hub(world, name, hub, meant):
    assert get(world, Cluster(name, None, hub, Location("a.md", 2, 1, 2, 1)), "candidates") == meant
