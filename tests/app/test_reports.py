"""What the reports find, on small sites."""

import pytest

from linklint.app.graph_tables import make_tables
from linklint.app.reports.anchors import list_anchors
from linklint.app.reports.clusters import judge_clusters
from linklint.app.reports.equity import weigh_equity
from linklint.app.reports.hub import make_hub_sheet
from linklint.model.sheets import Membership
from linklint.model.site import Framework
from tests.building import build_site, build_world

GARDEN = """
    home (root) -> roses "roses"
    roses -> pruning "pruning", soil nav
    pruning -> roses "roses", roses "our roses"
    soil -> compost, pruning related
    compost -> roses "here"
    hidden (noindex) -> roses "roses"
"""
PAGES = {
    "roses": {"title": "Growing roses"},
    "soil": {"title": "Soil for all roses", "headings": ["Before you dig", "Growing in clay"]},
    "pruning": {"title": "Pruning"},
}
CLUSTERS = {
    "garden": {
        "members": "roses -> pruning, soil, gone",
        "pairs": "pruning soil",
        "keyword": "roses",
        "planned": ("x.md",),
    }
}


def world():
    return build_world(build_site(GARDEN, PAGES, CLUSTERS), generic_phrases={"*": ["here"]})


def test_the_matrix_tells_links_in_the_text_from_others_and_what_is_missing():
    (cluster,) = judge_clusters(world(), None).clusters
    assert [(row.path, row.state, row.up, row.down, row.siblings) for row in cluster.members] == [
        ("roses.md", "published", None, None, 1),
        ("pruning.md", "published", "body", "body", 0),
        ("soil.md", "published", None, "nav", 0),
        ("gone.md", "missing", None, None, 0),
    ]
    assert [(link.why, link.source, link.target, link.elsewhere, link.elsewhere_line) for link in cluster.missing] == [
        ("hub", "soil.md", "roses.md", None, 0),
        ("spoke", "roses.md", "soil.md", "nav", 3),
        ("related", "pruning.md", "soil.md", None, 0),
    ]
    assert (cluster.up, cluster.down, cluster.related, cluster.hub_rank) == (0.5, 0.5, 0.0, 1)
    assert cluster.planned == ("x.md",)
    assert judge_clusters(world(), None).unassigned == 2


def test_a_missing_link_names_the_section_that_fits_the_target():
    (cluster,) = judge_clusters(world(), "garden").clusters
    up, down, _ = cluster.missing
    assert (up.section, up.line) == ("Growing in clay", 1)
    assert (down.section, down.line) == ("", 1)


def test_a_complete_cluster_has_nothing_to_do():
    site = build_site("hub -> a, b; a -> hub, b; b -> hub", clusters={"c": {"members": "hub -> a, b", "pairs": "a b"}})
    (cluster,) = judge_clusters(build_world(site), None).clusters
    assert (cluster.up, cluster.down, cluster.related, cluster.missing, cluster.suggested) == (1, 1, 1, (), ())


@pytest.mark.parametrize(
    ("words", "links", "missing"),
    [
        (50, "a generated listing, b generated listing", []),
        (51, "a generated listing, b generated listing", ["a.md", "b.md"]),
        (50, "a generated listing, b nav", ["b.md"]),
        (50, "", ["a.md", "b.md"]),
    ],
)
def test_a_hub_that_is_a_list_of_the_theme_owes_its_spokes_no_links(words, links, missing):
    arrow = f" -> {links}" if links else ""
    clusters = {"c": {"members": "hub -> a, b"}}
    site = build_site(f"hub{arrow}; a -> hub; b -> hub", {"hub": {"words": words}}, clusters)
    (cluster,) = judge_clusters(build_world(site), None).clusters
    assert [link.target for link in cluster.missing] == missing


def hub_rows(pages, links="a; b; x", clusters=None):
    """Path → the targets that the sheet names for it."""
    fields = {name: {"title": "Pruning old roses"} | pages.get(name, {}) for name in "abx"}
    sheet = make_hub_sheet(build_world(build_site(links, fields, clusters)), None)
    return {row.path: {link.target for link in row.targets} for row in sheet.pages}


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "error"},
        {"published": False},
        {"noindex": True},
        {"canonical": "a.md"},
    ],
)
def test_what_is_not_worth_a_link_is_neither_in_the_hub_sheet_nor_suggested(fields):
    assert hub_rows({"x": fields}) == {"a.md": {"b.md"}, "b.md": {"a.md"}}
    clusters = {"c": {"members": "a -> b, x", "pairs": "b x"}}
    assert hub_rows({"x": fields}, clusters=clusters) == {"a.md": {"b.md"}, "b.md": {"a.md"}}


@pytest.mark.parametrize("fields", [{}, {"url": "/404.html"}, {"orphan": "intended"}])
def test_pages_outside_menus_are_suggested_as_all_others(fields):
    assert hub_rows({"x": fields}) == {"a.md": {"b.md", "x.md"}, "b.md": {"a.md", "x.md"}, "x.md": {"a.md", "b.md"}}


def test_the_hub_sheet_has_each_page_once_clusters_first():
    sheet = make_hub_sheet(world(), None)
    assert [row.path for row in sheet.pages] == ["roses.md", "pruning.md", "soil.md", "compost.md", "home.md"]
    roses = sheet.pages[0]
    assert (roses.keyword, roses.clusters, roses.inlinks, roses.depth) == (
        "roses",
        (Membership("garden", "hub"),),
        4,
        1,
    )
    assert [(anchor.text, anchor.pages) for anchor in roses.anchors] == [("roses", 3), ("here", 1), ("our roses", 1)]
    assert [(link.why, link.target) for link in roses.targets] == [("spoke", "soil.md")]
    assert [row.path for row in make_hub_sheet(world(), "garden").pages] == ["roses.md", "pruning.md", "soil.md"]


def test_a_page_much_like_another_is_a_suggestion_and_a_linked_one_is_none():
    pages = {name: {"title": f"Pruning {name} roses"} for name in ("old", "young")}
    rest = "; x; y; z; w"
    alike = make_hub_sheet(build_world(build_site("old; young" + rest, pages)), None)
    linked = make_hub_sheet(build_world(build_site("old -> young; young -> old nav" + rest, pages)), None)
    found = {row.path: [(link.why, link.target) for link in row.targets] for row in alike.pages}
    assert found["old.md"] == [("similar", "young.md")]
    assert found["x.md"] == []
    assert not any(row.targets for row in linked.pages)


def test_the_ledger_counts_texts_by_target_with_their_sources():
    ledger = list_anchors(world(), None)
    first = ledger.targets[0]
    assert (first.path, first.links, first.texts, first.exact, first.generic) == ("roses.md", 5, 3, 0.6, 0.2)
    assert [(row.text, row.kind, row.links, row.pages) for row in first.anchors] == [
        ("roses", "exact", 3, 3),
        ("here", "generic", 1, 1),
        ("our roses", "partial", 1, 1),
    ]
    assert first.anchors[0].sources == ("hidden.md:2", "home.md:2", "pruning.md:2")
    assert {entry.path for entry in list_anchors(world(), "garden").targets} == {"roses.md", "pruning.md", "soil.md"}


def test_equity_is_told_from_both_ends_and_flows_sum_to_what_links_hand_on():
    report = weigh_equity(world(), None)
    assert report.pages == 5
    assert report.most[0].path == "roses.md"
    assert {row.path for row in report.least} == {"roses.md", "pruning.md", "soil.md"}
    assert [row.score for row in report.least] == sorted(row.score for row in report.least)
    assert {(flow.source, flow.target, flow.links) for flow in report.flows} == {
        ("garden", "garden", 4), ("garden", "(no cluster)", 1), ("(no cluster)", "garden", 2),
    }  # fmt: skip
    assert abs(sum(flow.share for flow in report.flows) - 0.85) < 1e-9
    assert report.grouped_by == "cluster"


def test_without_clusters_equity_flows_between_folders():
    report = weigh_equity(build_world(build_site("a/x.md -> b/y.md; b/y.md -> home.md; home.md")), None)
    assert report.grouped_by == "folder"
    assert {(flow.source, flow.target) for flow in report.flows} == {("a", "b"), ("b", "(top)")}


BESIDE = [Framework("hugo", "", "hugo.toml"), Framework("plain", "", "the rest")]


def beside(clusters=None):
    """Two pages of a site, and two files that only GitHub shows; all of them are much alike."""
    text = 'a -> b "roses"; b; x -> y "tools", a "site"; y -> x "more tools"'
    fields = {name: {"title": "Pruning old roses", "framework": "hugo" if name in "ab" else "plain"} for name in "abxy"}
    return build_world(build_site(text, fields, clusters, frameworks=BESIDE))


def test_no_report_tells_of_files_beside_the_site():
    world = beside()
    assert {row.path: {link.target for link in row.targets} for row in make_hub_sheet(world, None).pages} == {
        "a.md": set(), "b.md": {"a.md"},
    }  # fmt: skip
    assert judge_clusters(world, None).unassigned == 2
    assert [entry.path for entry in list_anchors(world, None).targets] == ["a.md", "b.md"]
    equity = weigh_equity(world, None)
    assert (equity.pages, [row.path for row in equity.most]) == (2, ["b.md", "a.md"])
    assert [(flow.source, flow.target, flow.links) for flow in equity.flows] == [("(top)", "(top)", 1)]
    assert {row.path: row.on_site for row in make_tables(world).pages} == {
        "a.md": True, "b.md": True, "x.md": False, "y.md": False,
    }  # fmt: skip


def test_a_file_beside_the_site_that_a_cluster_names_is_told():
    world = beside({"c": {"members": "x -> y"}})
    assert [row.path for row in make_hub_sheet(world, None).pages] == ["x.md", "y.md", "a.md", "b.md"]
    assert judge_clusters(world, None).unassigned == 2
    assert {entry.path for entry in list_anchors(world, "c").targets} == {"x.md", "y.md"}
