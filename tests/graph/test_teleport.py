"""Visits that begin more often on some pages: a personalised link score, with networkx as the oracle."""

import pytest
from networkx import DiGraph
from networkx.algorithms.link_analysis.pagerank_alg import _pagerank_python

from linklint.graph import LinkGraph
from tests.building import build_site

TEXT = "a -> b, c; b -> a; c -> a; d -> a"


def test_each_page_begins_one_visit_and_so_many_more():
    site = build_site(TEXT)
    pages = {page.path: page for page in site.pages}
    scores = LinkGraph(site, teleport={pages["d.md"]: 9}).scores
    weights = {"a.md": 1, "b.md": 1, "c.md": 1, "d.md": 10}
    graph = DiGraph([("a.md", "b.md"), ("a.md", "c.md"), ("b.md", "a.md"), ("c.md", "a.md"), ("d.md", "a.md")])
    wanted = _pagerank_python(graph, personalization=weights, dangling=weights, tol=1e-12, max_iter=1000)
    assert {site.pages[index].path: share for index, share in scores.items()} == pytest.approx(wanted, abs=1e-9)
    assert scores[pages["d.md"].index] > LinkGraph(site).scores[pages["d.md"].index]


def test_visits_of_a_copy_begin_at_its_canonical_page_and_those_of_a_draft_nowhere():
    site = build_site(f"{TEXT}; copy; draft (draft)", pages={"copy": {"canonical": "a.md"}})
    a, copy, draft = (site.by_path[f"{name}.md"] for name in ("a", "copy", "draft"))
    assert LinkGraph(site, teleport={copy: 3}).scores == LinkGraph(site, teleport={a: 3}).scores
    assert LinkGraph(site, teleport={draft: 3}).scores == LinkGraph(site).scores
