"""Hubs and authorities against hand calculation, published examples and networkx."""

from math import sqrt

import networkx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from networkx.algorithms.link_analysis.hits_alg import _hits_python as hits  # the public one needs scipy

from linklint.graph import hubs_and_authorities


def test_a_page_that_links_two_is_the_hub_and_they_share_the_authority():
    hubs, authorities = hubs_and_authorities(3, [(0, 1), (0, 2)])
    assert hubs == [1, 0, 0]
    assert authorities == [0, 0.5, 0.5]


def test_two_hubs_by_hand():
    """A → C, A → D, B → D. Authorities: c = a, d = a + b; hubs: a = c + d, b = d. With t = b/a: t = (1 + t)/(2 + t),
    so t² + t = 1 and t is (√5 - 1)/2, the golden ratio; c : d = 1 : 1 + t."""
    t = (sqrt(5) - 1) / 2
    hubs, authorities = hubs_and_authorities(4, [(0, 2), (0, 3), (1, 3)])
    assert hubs == pytest.approx([1 / (1 + t), t / (1 + t), 0, 0])
    assert authorities == pytest.approx([0, 0, 1 / (2 + t), (1 + t) / (2 + t)])


def test_the_example_of_langville_and_meyer():
    """A Survey of Eigenvector Methods for Web Information Retrieval (2005), section 4.3: pages 1, 2, 3, 5, 6, 10."""
    pages = [1, 2, 3, 5, 6, 10]
    links = [(1, 3), (1, 6), (2, 1), (3, 6), (6, 3), (6, 5), (10, 6)]
    hubs, authorities = hubs_and_authorities(6, [(pages.index(a), pages.index(b)) for a, b in links])
    assert [round(share, 4) for share in hubs] == [0.3660, 0, 0.2113, 0, 0.2113, 0.2113]
    assert [round(share, 4) for share in authorities] == [0, 0, 0.3660, 0.1340, 0.5, 0]


def test_repeated_links_count_once_and_links_to_itself_not_at_all():
    once = hubs_and_authorities(3, [(0, 1), (2, 1), (1, 0)])
    assert hubs_and_authorities(3, [(0, 1), (0, 1), (2, 1), (1, 0), (1, 1)]) == once


def test_without_links_all_shares_are_zero():
    assert hubs_and_authorities(2, []) == ([0, 0], [0, 0])
    assert hubs_and_authorities(0, []) == ([], [])


nodes = st.integers(0, 6)


@given(st.sets(st.tuples(nodes, nodes).filter(lambda edge: edge[0] != edge[1]), min_size=1, max_size=20))
def test_equals_networkx(edges):
    graph = networkx.DiGraph()
    graph.add_nodes_from(range(7))
    graph.add_edges_from(sorted(edges))
    try:
        wanted_hubs, wanted_authorities = hits(graph, max_iter=20000, tol=1e-11)
    except networkx.PowerIterationFailedConvergence:
        return
    hubs, authorities = hubs_and_authorities(7, edges)
    assert hubs == pytest.approx([wanted_hubs[node] for node in range(7)], abs=1e-4)
    assert authorities == pytest.approx([wanted_authorities[node] for node in range(7)], abs=1e-4)
