"""Clusters that folders, front matter and links suggest, and groups that are none."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from linklint.graph import LinkGraph
from linklint.graph.communities import find_communities
from linklint.graph.proposals import MOST, Proposal, propose_clusters
from tests.site.sites import make_site

REST = {f"rest{number}.md": f"# Rest {number}\n" for number in range(12)}
"""Pages that belong to nothing, so that no group is most of the site."""
ROSES = ("roses/pruning.md", "roses/soil.md", "roses/feeding.md", "roses/planting.md")


def propose(files: Mapping[str, str], rest: Mapping[str, str] = REST) -> tuple[Proposal, ...]:
    return propose_clusters(LinkGraph(make_site({"README.md": "# Home\n", **rest, **files})))


def told(files: Mapping[str, str], rest: Mapping[str, str] = REST) -> list[tuple[str, str, str, int, int, int]]:
    """Source, name, hub, number of spokes, links down and up of each proposal."""
    return [
        (found.group.source, found.group.name, found.hub.path, len(found.spokes), found.down, found.up)
        for found in propose(files, rest)
    ]


def links(*paths: str) -> str:
    return "# Page\n\n" + " ".join(f"[x](/{path})" for path in paths) + "\n"


def folder(index: str, down: int, up: int) -> dict[str, str]:
    """A folder of four roses and an index page, with that many links from it and to it."""
    pages = {path: links(index) if number < up else "# Rose\n" for number, path in enumerate(ROSES)}
    return {**pages, index: links(*ROSES[:down])}


@pytest.mark.parametrize("index", ["roses/README.md", "roses/index.md", "roses.md"])
def test_a_folder_whose_index_page_links_most_of_it(index: str) -> None:
    assert told(folder(index, down=3, up=0)) == [("folder", "roses", index, 4, 3, 0)]


def test_a_folder_whose_pages_link_their_index_page() -> None:
    assert told(folder("roses/README.md", down=0, up=2)) == [("folder", "roses", "roses/README.md", 4, 0, 2)]


def test_an_index_page_with_few_links_makes_no_cluster() -> None:
    assert told(folder("roses/README.md", down=1, up=1)) == []


def test_of_a_folder_without_an_index_page_the_hub_is_the_page_that_most_link() -> None:
    assert told(folder("roses/overview.md", down=1, up=4)) == [("folder", "roses", "roses/overview.md", 4, 1, 4)]
    assert told(folder("roses/overview.md", down=0, up=4)) == [], "a page of reference"
    assert told(folder("roses/overview.md", down=4, up=1)) == [], "a list"


def test_index_pages_of_folders_belong_to_the_folder_above() -> None:
    spokes = [f"roses/{name}/README.md" for name in ("a", "b", "c")]
    files = {"roses/README.md": links(*spokes), **dict.fromkeys(spokes, "# Rose\n")}
    assert told(files) == [("folder", "roses", "roses/README.md", 3, 3, 0)]


@pytest.mark.parametrize(
    ("matter", "source", "name"),
    [
        ("tags: [Roses]", "tag", "Roses"),
        ("tags: all, Roses", "tag", "Roses"),
        ("tags: [{label: Roses, permalink: /roses}]", "tag", "Roses"),
        ("series: Roses", "series", "Roses"),
        ("category: Roses", "category", "Roses"),
        ("categories: [Roses]", "category", "Roses"),
    ],
)
def test_pages_with_one_value_in_the_front_matter(matter: str, source: str, name: str) -> None:
    hub, *spokes = (f"{place}/{place}.md" for place in ("a", "b", "c", "d"))
    files = {hub: f"---\n{matter}\n---\n{links(*spokes)}"}
    files |= {spoke: f"---\n{matter.lower()}\n---\n{links(hub)}" for spoke in spokes}
    assert told(files) == [(source, name, hub, 3, 3, 3)]
    assert told({path: text.replace("Roses", "posts").replace("roses", "posts") for path, text in files.items()}) == []


def test_pages_that_link_each_other() -> None:
    hub, *spokes = (f"{place}/{place}.md" for place in "abcdef")
    files = {hub: links(*spokes), **{spoke: links(hub) for spoke in spokes}}
    assert told(files) == [("links", "", hub, 5, 5, 5)]
    assert told({path: text for path, text in files.items() if path != spokes[0]}) == [], "four spokes may be chance"


def test_what_only_the_community_knows_is_no_spoke() -> None:
    hub, *spokes = (f"{place}/{place}.md" for place in "abcdef")
    files = {path: links(hub, *spokes) for path in (hub, *spokes)} | {"g/g.md": "# G\n"}
    files["c/c.md"] = links(hub, "b/b.md", "d/d.md", "e/e.md", "g/g.md")
    assert find_communities(LinkGraph(make_site(files)).edges) == [[0, 1, 2, 3, 4, 5, 6]], "one community"
    (found,) = propose(files)
    assert "g/g.md" not in [page.path for page in found.spokes]
    assert (len(found.spokes), found.down, found.up) == (5, 5, 5)


@pytest.mark.parametrize("number", [2, 3])
def test_fewer_than_four_pages_are_none(number: int) -> None:
    spokes = ROSES[:number]
    files = {"roses/README.md": links(*spokes), **dict.fromkeys(spokes, links("roses/README.md"))}
    assert len(told(files)) == (number >= 3)


def test_more_than_two_fifths_of_the_site_are_none() -> None:
    files = folder("roses/README.md", down=4, up=4)
    assert told(files, dict(list(REST.items())[:7])), "5 of 13"
    assert told(files, dict(list(REST.items())[:6])) == [], "5 of 12"


def test_links_of_a_menu_do_not_count() -> None:
    files = folder("roses/README.md", down=0, up=0)
    files["roses/README.md"] = "<nav>" + "".join(f'<a href="/{path}">x</a>' for path in ROSES) + "</nav>\n"
    assert told(files) == []


def test_home_pages_drafts_older_editions_and_strange_paths_are_left_out() -> None:
    files = folder("roses/README.md", down=4, up=4)
    assert [len(found.spokes) for found in propose({**files, "roses/[id].md": links("roses/README.md")})] == [4]
    older = {
        path.replace("roses/", "v1.2/roses/"): text.replace("roses/", "v1.2/roses/") for path, text in files.items()
    }
    assert told(older) == []
    noindex = {path: f"---\nnoindex: true\n---\n{text}" for path, text in files.items()}
    assert told(noindex) == []


def test_a_page_is_proposed_once_and_folders_come_before_communities() -> None:
    tagged = {path: f"---\ntags: [roses]\n---\n{text}" for path, text in folder("roses/README.md", 4, 4).items()}
    assert [found[0] for found in told(tagged)] == ["folder"]


def test_best_first_and_twelve_at_most() -> None:
    files: dict[str, str] = {}
    for number in range(MOST + 2):
        up = number % 5
        texts = {
            path.replace("roses", f"f{number:02}"): text for path, text in folder("roses/README.md", 4, up).items()
        }
        files |= {path: text.replace("roses/", f"f{number:02}/") for path, text in texts.items()}
    found = told(files)
    assert len(found) == MOST
    assert [up for *_, up in found] == sorted((up for *_, up in found), reverse=True)


def test_communities_are_the_same_whatever_the_order_of_the_edges() -> None:
    one = [(a, b) for a in range(5) for b in range(5) if a != b]
    other = [(a + 5, b + 5) for a, b in one]
    edges = [*one, *other, (0, 5), (7, 7)]
    assert find_communities(edges) == find_communities(reversed(edges)) == [list(range(5)), list(range(5, 10))]
    assert find_communities([]) == find_communities([(1, 1)]) == []
