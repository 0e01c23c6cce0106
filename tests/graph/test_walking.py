"""Walks over adjacency against networkx."""

from itertools import pairwise

import networkx
from hypothesis import given
from hypothesis import strategies as st

from linklint.graph.walking import UNREACHED, adjacency, click_depths, shortest_path, weak_components

graphs = st.integers(1, 12).flatmap(
    lambda count: st.tuples(
        st.just(count),
        st.lists(st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)), max_size=30),
        st.lists(st.integers(0, count - 1), max_size=4),
    )
)


def oracle(count, edges):
    graph = networkx.DiGraph(edges)
    graph.add_nodes_from(range(count))
    return graph


def test_neighbours_are_distinct_and_in_the_order_of_the_edges():
    assert [list(found) for found in adjacency(3, [(0, 2), (0, 1), (0, 2), (1, 0)])] == [[2, 1], [0], []]


def test_depth_counts_from_the_nearest_of_several_roots():
    neighbours = adjacency(5, [(0, 1), (1, 2), (3, 2)])
    assert click_depths(5, neighbours, [0, 3]) == [0, 1, 1, 0, UNREACHED]


def test_without_a_root_nothing_is_reached():
    assert click_depths(2, adjacency(2, [(0, 1)]), []) == [UNREACHED, UNREACHED]


def test_of_two_shortest_paths_the_first_written_is_taken():
    assert shortest_path(adjacency(4, [(0, 2), (0, 1), (1, 3), (2, 3)]), 0, 3) == [0, 2, 3]


@given(graphs)
def test_depth_and_reachability_equal_networkx(graph):
    count, edges, roots = graph
    lengths = [networkx.single_source_shortest_path_length(oracle(count, edges), root) for root in roots]
    expected = [min((found[node] for found in lengths if node in found), default=UNREACHED) for node in range(count)]
    assert click_depths(count, adjacency(count, edges), roots) == expected


@given(graphs)
def test_shortest_path_has_the_length_of_networkx_and_follows_links(graph):
    count, edges, _ = graph
    reached = networkx.single_source_shortest_path_length(oracle(count, edges), 0)
    for end in range(count):
        path = shortest_path(adjacency(count, edges), 0, end)
        if end not in reached:
            assert path is None
        else:
            assert len(path) == reached[end] + 1
            assert (path[0], path[-1]) == (0, end)
            assert set(pairwise(path)) <= set(edges)


@given(graphs)
def test_weak_components_equal_networkx(graph):
    count, edges, _ = graph
    found = weak_components(range(count), edges)
    assert {frozenset(component) for component in found} == {
        frozenset(component) for component in networkx.weakly_connected_components(oracle(count, edges))
    }
    assert [len(component) for component in found] == sorted((len(component) for component in found), reverse=True)
