"""JSON is read in a way of its own, and says the same as the YAML reader, place by place."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linklint.data import yaml
from linklint.data.json import JsonReader, UnsoundError
from linklint.data.text import TextLines
from linklint.data.tree import Tree
from linklint.data.yaml import read_yaml
from linklint.errors import UserError
from linklint.model.place import Location

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)
UNSOUND = (
    "[1", "[", "{", "[1,]", '{"a": 1,}', '{"a": 1, "a": 2}', "{a: b}", "[1] x", '["\\x41"]', '["\\ud800"]', '["a\nb"]',
    "[01]", "[1_000]", "[1 2]", '["a" "b"]', "[, 1]", "[nul]", '["a]', "{1: 2}", "[1] # so", "[\u0663]", "[-]",
    "[" * 60 + "]" * 60, '{"a" 1}', '{"a"}', "[truest]", "[1.2.3]", "[]]",
)  # fmt: skip


def read_as_json(text: str) -> tuple[Any, dict[Any, Location]]:
    reader = JsonReader(text, "x", TextLines(text))
    return reader.read(), reader.positions


def read_as_yaml(text: str) -> Tree:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml.JsonReader, "read", refuse)
        return read_yaml(text, "x")


def refuse(reader: JsonReader) -> None:
    raise UnsoundError


@given(VALUES.map(lambda value: [value]), st.sampled_from([None, 1, 4]), st.booleans())
def test_says_the_same_as_the_yaml_reader(value: list[Any], indent: int | None, ascii_only: bool) -> None:
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    try:
        expected = read_as_yaml(text)
    except UserError:
        return  # what YAML refuses and JSON allows: a key of more than 1,024 characters and the like
    found, positions = read_as_json(text)
    assert repr(found) == repr(expected.value)
    assert positions == expected.positions


def test_gives_places_in_code_points() -> None:
    value, positions = read_as_json('{"ä": [1,\r\n "\\u00e4x"]}')
    assert value == {"ä": [1, "äx"]}
    assert positions[()] == Location("x", 1, 1, 2, 13)
    assert positions["ä", "#key"] == Location("x", 1, 2, 1, 5)
    assert positions["ä", 1] == Location("x", 2, 2, 2, 11)


@pytest.mark.parametrize("text", UNSOUND)
def test_leaves_all_that_is_not_sound_to_the_yaml_reader(text: str) -> None:
    with pytest.raises(UnsoundError):
        read_as_json(text)
    assert outcome(lambda: read_yaml(text, "x")) == outcome(lambda: read_as_yaml(text))


def outcome(read: Callable[[], Tree]) -> object:
    try:
        return read().value
    except UserError as error:
        return error.problems


def test_too_many_values_are_too_many_in_json_too() -> None:
    with pytest.raises(UserError, match="values in this file"):
        read_yaml(json.dumps([0] * 200_001), "x")
