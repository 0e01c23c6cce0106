"""Configs of sites: what cannot be read says nothing, whichever format it has."""

from __future__ import annotations

import pytest

from linklint.model.files import MemoryRepository
from linklint.site.profiles.trees import read_table, read_tree


def table(name: str, text: str, *, lax: bool = False) -> object:
    return dict(read_table(name, MemoryRepository({name: text}).read, lax=lax))


@pytest.mark.parametrize(
    ("name", "text"), [("a.yml", "x: [1]"), ("a.json", '{"x": [1]}'), ("a.toml", "x = [1]"), ("a.toml.in", "x = [1]")]
)
def test_the_ending_tells_the_format(name: str, text: str) -> None:
    assert table(name, text) == {"x": [1]}


@pytest.mark.parametrize(
    ("name", "text"), [("a.yml", "x: ["), ("a.yml", "- x"), ("a.yml", ""), ("a.json", "{"), ("a.toml", "x = = 1")]
)
def test_what_is_broken_or_no_mapping_says_nothing(name: str, text: str) -> None:
    assert table(name, text) == {}
    assert read_tree("b.yml", MemoryRepository({name: text}).read) is None


@pytest.mark.parametrize(("text", "value"), [("x: 1\nx: 2\n", 2), ("x: !made 2\n", "2")])
def test_only_some_frameworks_take_keys_twice_and_tags_of_their_own(text: str, value: object) -> None:
    assert table("a.yml", text) == {}
    assert table("a.yml", text, lax=True) == {"x": value}
