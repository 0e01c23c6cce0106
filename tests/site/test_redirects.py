import pytest
from hypothesis import given
from hypothesis import strategies as st

from linklint.site.redirects import follow_redirects

TABLE = {
    "/a": "/b",
    "/b": "/c",
    "/x/": "/y/",
    "/l1": "/l2",
    "/l2": "/l1",
    "/old/*": "/new/:splat",
    "/self": "/self",
    "/s": "/s/",
}


@pytest.mark.parametrize(
    ("old", "hops"),
    [
        ("/a", ("/b", "/c")),
        ("/a/", ("/b", "/c")),
        ("/x", ("/y/",)),
        ("/old/deep/er", ("/new/deep/er",)),
        ("/old/", ("/new/",)),
    ],
)
def test_chains_are_followed_to_their_end(old: str, hops: tuple[str, ...]) -> None:
    journey = follow_redirects(old, TABLE)
    assert journey is not None
    assert (journey.hops, journey.loop) == (hops, False)


@pytest.mark.parametrize("old", ["/c", "/older/x", "/", "a", "/self", "/s/"])
def test_what_is_not_redirected_stays(old: str) -> None:
    assert follow_redirects(old, TABLE) is None


def test_a_redirect_that_only_adds_the_slash_is_no_loop() -> None:
    journey = follow_redirects("/s", TABLE)
    assert journey is not None
    assert (journey.hops, journey.loop) == (("/s/",), False)


def test_loops_end() -> None:
    journey = follow_redirects("/l1", TABLE)
    assert journey is not None
    assert journey.loop


@given(
    st.dictionaries(st.text("/ab*", min_size=1, max_size=4), st.text("/ab:splat", max_size=8)),
    st.text("/ab", max_size=5),
)
def test_every_table_is_followed_in_finite_steps(table: dict[str, str], old: str) -> None:
    journey = follow_redirects(old, table)
    assert journey is None or 1 <= len(journey.hops) <= 50
