"""What a page gives and takes."""

import pytest

from tests.building import build_site, build_world
from tests.facts.asking import ask_pages, get


def test_hubs_link_authorities():
    """As in the paper: who links both is the better hub, who is linked by both the better authority."""
    ask = ask_pages(build_site("a -> c, d; b -> d, x nofollow; c; d; x (noindex) -> c"))
    hubs = [ask(page, "hub_score") for page in "abcdx"]
    authorities = [ask(page, "authority_score") for page in "abcdx"]
    assert hubs[0] > hubs[1] > hubs[2] == hubs[3] == 0
    assert authorities[3] > authorities[2] > authorities[0] == 0
    assert hubs[4] is authorities[4] is None
    assert sum(hubs[:4]) == pytest.approx(1) == sum(authorities[:4])


def test_a_sink_takes_much_and_gives_little():
    text = "; ".join(f"p{number} -> sink, good" for number in range(9))
    ask = ask_pages(build_site(f"{text}; sink -> p0; good -> p0, p1, p2"))
    assert ask("sink", "link_sink") is True
    assert ask("good", "link_sink") is False
    assert ask("p0", "link_sink") is False


def test_a_source_has_much_and_gives_to_many():
    text = "; ".join(f"p{number} -> home, top" for number in range(9))
    links = ", ".join(f"p{number}" for number in range(9))
    ask = ask_pages(build_site(f"{text}; home -> {links}; top -> home"))
    assert ask("home", "link_source") is True
    assert ask("top", "link_source") is False
    assert ask("p3", "link_source") is False


def test_nothing_is_said_of_unpublished_and_lone_pages():
    ask = ask_pages(build_site("a (draft) -> b; b"))
    assert ask("a", "link_sink") is ask("a", "link_source") is ask("b", "link_sink") is None


def test_texts_reach_a_share_of_the_pages_that_visitors_come_to():
    pages = [*"abcdefghij"]
    links = ", ".join([*"abc", "d nav", "e generated", "f nofollow", "g related", "h table"])
    fields = {"404": {"kind": "error"}}
    world = build_world(build_site("; ".join([f"home (root) -> {links}", "draft (draft)", "404", *pages]), fields))
    assert get(world, world.site, "texts.reach") == 4 / 10
    small = build_world(build_site("; ".join(["home (root) -> a, b", *pages[:9]])))
    assert get(small, small.site, "texts.reach") is None
