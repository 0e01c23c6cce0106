"""What of a cluster is planned, and what of it hangs apart."""

import pytest

from tests.building import build_site, build_world
from tests.facts.asking import get

TEXT = """
    hub -> a, gone planned, other planned
    a
    b   -> c, hub nav
    c
    d (draft) -> gone planned, hub, b
    new
    gone (draft)
    other (draft)
    x   -> hub, b
"""
CLUSTERS = {
    "salt": {"members": "hub -> a, b, c, d", "planned": ("gone.md", "/new.md", "d.md", "nothing.md")},
    "soil": {"members": "missing.md -> c, b, x, a"},
}


@pytest.fixture(scope="module")
def world():
    return build_world(build_site(TEXT, clusters=CLUSTERS))


def paths(found):
    return [page.path for page in found]


def test_planned_pages_that_are_published_are_written(world):
    assert paths(get(world, world.site.clusters[0], "planned.written")) == ["new.md"]
    assert get(world, world.site.clusters[0], "planned.written.count") == 1
    assert get(world, world.site.clusters[1], "planned.written.count") == 0


def test_links_to_planned_pages_are_those_of_published_pages_to_this_clusters_own(world):
    links = get(world, world.site.clusters[0], "planned.links")
    assert [(link.source.path, link.target_path) for link in links] == [("hub.md", "gone.md")]
    assert get(world, world.site.clusters[0], "planned.links.count") == 1


def test_apart_is_what_no_body_link_inside_the_cluster_joins_with_the_hub(world):
    """A link from a menu, from a draft or by way of another page joins nothing."""
    assert paths(get(world, world.site.clusters[0], "apart")) == ["b.md", "c.md"]
    assert get(world, world.site.clusters[0], "apart.count") == 2


def test_without_a_hub_the_first_spoke_stands_for_it(world):
    assert paths(get(world, world.site.clusters[1], "apart")) == ["a.md"]
