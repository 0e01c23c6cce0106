"""The link score against published examples, hand calculation and networkx."""

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from networkx.algorithms.link_analysis.pagerank_alg import _pagerank_python as pagerank  # the public one needs scipy

from linklint.graph import link_score
from tests.examples import some

A, B, C = range(3)
TRIANGLE = [(A, B), (A, C), (B, C), (C, A)]
NOFOLLOW = ([(A, B), (B, A), (C, A)], [(A, C)])

edges_of_graphs = st.integers(1, 12).flatmap(
    lambda count: st.tuples(
        st.just(count),
        st.lists(st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)), max_size=40),
        st.lists(st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)), max_size=10),
    )
)


def oracle(count, edges, damping, teleport=None):
    graph = networkx.DiGraph()
    graph.add_nodes_from(range(count))
    graph.add_edges_from((source, target) for source, target in edges if source != target)
    weights = dict(enumerate(teleport)) if teleport else None
    scores = pagerank(graph, alpha=damping, personalization=weights, tol=1e-13, max_iter=5000)
    return [scores[node] for node in range(count)]


def test_three_pages_at_one_half_have_the_classical_values():
    """A → B, C; B → C; C → A at 0.5: 14/13, 10/13, 15/13, when shares sum to the number of pages (eFactory, "A Survey
    of Google's PageRank", 2002)."""
    shares = link_score(3, TRIANGLE, damping=0.5)
    assert [3 * share for share in shares] == pytest.approx([14 / 13, 10 / 13, 15 / 13], abs=1e-11)


def test_three_pages_at_the_usual_damping():
    """The same pages at 0.85, solved by hand. Every page starts from 0.15/3 = 0.05, so B = 0.05 + 0.425 A,
    C = 0.05 + 0.425 A + 0.85 B = 0.0925 + 0.78625 A and A = 0.05 + 0.85 C = 0.128625 + 0.6683125 A."""
    a = 0.128625 / 0.3316875
    expected = [a, 0.05 + 0.425 * a, 0.0925 + 0.78625 * a]
    assert link_score(3, TRIANGLE) == pytest.approx(expected, abs=1e-11)
    assert expected == pytest.approx([0.38779, 0.21481, 0.39740], abs=5e-6)


def test_six_pages_of_langville_and_meyer_with_a_dangling_one():
    """Langville and Meyer, "A Survey of Eigenvector Methods", 2005, figure 1 at 0.9; page 2 links to nothing."""
    edges = [(1, 2), (1, 3), (3, 1), (3, 2), (3, 5), (4, 5), (4, 6), (5, 4), (5, 6), (6, 4)]
    shares = link_score(6, [(source - 1, target - 1) for source, target in edges], damping=0.9)
    assert shares == pytest.approx([0.03721, 0.05396, 0.04151, 0.3751, 0.206, 0.2862], abs=5e-5)


@pytest.mark.parametrize(
    ("policy", "expected"),
    [
        ("spread", [16 / 34, 11 / 34, 7 / 34]),
        ("evaporate", [16 / 42, 11 / 42, 7 / 42]),
        ("drop", [8 / 18, 7 / 18, 3 / 18]),
    ],
)
def test_nofollow_link_as_worked_out_by_hand(policy, expected):
    followed, unfollowed = NOFOLLOW
    assert link_score(3, followed, 0.5, unfollowed, policy) == pytest.approx(expected, abs=1e-11)


def test_nofollow_kept_is_as_if_followed():
    followed, unfollowed = NOFOLLOW
    assert link_score(3, followed, 0.5, unfollowed, "keep") == link_score(3, followed + unfollowed, 0.5)


def test_page_with_nofollow_links_only_spreads_all_or_loses_all():
    assert link_score(2, [(1, 0)], 0.5, [(0, 1)], "spread") == pytest.approx(link_score(2, [(1, 0)], 0.5))
    assert sum(link_score(2, [(1, 0)], 0.5, [(0, 1)], "evaporate")) < 0.9


def test_repeated_links_and_links_to_itself_change_nothing():
    assert link_score(3, [*TRIANGLE, (A, B), (A, A), (B, B)], 0.85, [(A, B)]) == link_score(3, TRIANGLE, 0.85)


def test_no_page_no_share_and_one_page_all_of_it():
    assert link_score(0, []) == []
    assert link_score(1, [(0, 0)]) == pytest.approx([1.0])


def test_unknown_policy_is_refused():
    with pytest.raises(ValueError, match="lose"):
        link_score(1, [], policy="lose")


@settings(deadline=None, max_examples=some(150))
@given(edges_of_graphs, st.sampled_from([0.5, 0.85, 0.9]))
def test_equals_networkx(graph, damping):
    count, edges, unfollowed = graph
    assert link_score(count, edges, damping) == pytest.approx(oracle(count, edges, damping), abs=1e-9)
    kept = link_score(count, edges, damping, unfollowed, "keep")
    assert kept == pytest.approx(oracle(count, edges + unfollowed, damping), abs=1e-9)


@settings(deadline=None, max_examples=some(60))
@given(edges_of_graphs, st.data())
def test_equals_networkx_with_a_teleport_vector(graph, data):
    count, edges, _ = graph
    teleport = data.draw(st.lists(st.integers(1, 9), min_size=count, max_size=count))
    expected = oracle(count, edges, 0.85, teleport)
    assert link_score(count, edges, 0.85, teleport=teleport) == pytest.approx(expected, abs=1e-9)


@settings(deadline=None, max_examples=some(60))
@given(edges_of_graphs)
def test_shares_sum_to_one_unless_a_nofollow_link_evaporates(graph):
    count, edges, unfollowed = graph
    for policy in ("spread", "drop", "keep"):
        assert sum(link_score(count, edges, 0.85, unfollowed, policy)) == pytest.approx(1.0)
    lost = set(unfollowed) - set(edges) - {(node, node) for node in range(count)}
    evaporated = sum(link_score(count, edges, 0.85, unfollowed, "evaporate"))
    assert evaporated < 1 - 1e-6 if lost else evaporated == pytest.approx(1.0)
