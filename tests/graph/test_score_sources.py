"""Where a page's link score comes from."""

from __future__ import annotations

import pytest

from linklint.graph import LinkGraph
from tests.building import build_site


@pytest.mark.parametrize("policy", ["spread", "evaporate", "drop", "keep"])
def test_the_parts_and_the_jump_make_up_the_whole_score(policy: str) -> None:
    """Every page is linked by all others here, so nothing reaches it but the parts and an even jump."""
    site = build_site("a (root) -> b, b, c; b -> a, c; c -> a, b, c")
    graph = LinkGraph(site, nofollow=policy)
    for page in site.pages:
        passed = sum(part for _, part in graph.score_sources(page))
        assert graph.score(page) == pytest.approx(0.15 / 3 + passed, abs=1e-9)


def test_a_nofollow_link_passes_nothing_but_takes_its_part() -> None:
    site = build_site("a (root) -> b, c nofollow; b -> a; c -> a")
    graph = LinkGraph(site)
    a, b, c = site.pages
    assert graph.score_sources(c) == ()
    assert graph.score_sources(b) == ((a, pytest.approx(0.85 * (graph.score(a) or 0) / 2)),)
    dropped = LinkGraph(site, nofollow="drop")
    assert dropped.score_sources(b) == ((a, pytest.approx(0.85 * (dropped.score(a) or 0))),)
