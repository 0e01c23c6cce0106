"""Sets of nodes that lead to each other, held against another implementation."""

import networkx
from hypothesis import given
from hypothesis import strategies as st

from linklint.graph.gardens import find_gardens, strong_components
from linklint.graph.walking import adjacency

NODES = 12
edges = st.lists(st.tuples(st.integers(0, NODES - 1), st.integers(0, NODES - 1)), max_size=40)


@given(edges, st.sets(st.integers(0, NODES - 1)))
def test_strong_components_are_those_of_networkx_sinks_first(found, inside):
    components = strong_components(sorted(inside), adjacency(NODES, found))
    graph = networkx.DiGraph(found)
    graph.add_nodes_from(range(NODES))
    graph = graph.subgraph(inside)
    assert {frozenset(each) for each in components} == {*map(frozenset, networkx.strongly_connected_components(graph))}
    place = {node: number for number, each in enumerate(components) for node in each}
    assert all(place[source] >= place[target] for source, target in graph.edges)


@given(edges, st.sets(st.integers(0, NODES - 1)))
def test_gardens_share_no_page_and_hold_all_that_lead_to_each_other(found, inside):
    neighbours = adjacency(NODES, [(source, target) for source, target in found if source != target])
    gardens = list(find_gardens(sorted(inside), neighbours))
    held = [node for garden in gardens for node in garden.nodes]
    assert len(held) == len(set(held))
    joined = [each for each in strong_components(sorted(inside), neighbours) if len(each) > 1]
    assert {node for each in joined for node in each} <= set(held)
    assert all(garden.nodes == tuple(sorted({*garden.core, *garden.nodes})) for garden in gardens)


def test_a_long_chain_is_walked_without_recursion():
    count = 50_000
    ring = adjacency(count, [(node, (node + 1) % count) for node in range(count)])
    assert [len(garden.nodes) for garden in find_gardens(range(count), ring)] == [count]
