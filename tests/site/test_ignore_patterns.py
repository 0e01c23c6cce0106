"""Lists in the manner of ``.gitignore``: what they take in."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linklint.site.ignore_patterns import compile_patterns
from tests.examples import some

NAMES = ["a", "b.md", "{c}", "d e"]
LINES = st.lists(
    st.sampled_from([sign + name + end for sign in ("", "!") for name in NAMES for end in ("", "/", "//")])
)
WAYS = st.lists(st.sampled_from([*NAMES, "x"]), min_size=1, max_size=4).map("/".join)


@pytest.mark.parametrize(
    ("text", "path", "taken"),
    [
        ("drafts", "drafts", True), ("drafts", "a/drafts/b.md", True), ("drafts", "my-drafts/b.md", False),
        ("drafts/", "a/drafts/b.md", True), ("drafts/", "a/drafts", False),
        ("/drafts", "drafts/a.md", True), ("/drafts", "b/drafts/a.md", False),
        ("a/b", "a/b/c.md", True), ("a/b", "c/a/b", False), ("*.tmp.md", "x/y.tmp.md", True),
        ("drafts\n!keep.md", "drafts/keep.md", False), ("!keep.md\ndrafts", "drafts/keep.md", True),
        ("# drafts", "drafts", False), ("", "drafts", False), ("/", "drafts", False),
    ],
)  # fmt: skip
def test_takes(text: str, path: str, taken: bool) -> None:
    assert compile_patterns(text)(path) is taken


@settings(max_examples=some(300))
@given(LINES, WAYS)
def test_names_are_patterns_like_all_others(lines: list[str], path: str) -> None:
    wild = [line.replace("a", "[a]").replace("b", "[b]").replace("c", "[c]").replace("d", "[d]") for line in lines]
    assert compile_patterns("\n".join(lines))(path) == compile_patterns("\n".join(wild))(path)
