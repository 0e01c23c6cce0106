"""Front matter of keys with one text each is read as the YAML reader reads it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linklint.data.yaml import read_yaml
from linklint.errors import UserError
from linklint.source.plain_front_matter import read_plain_front_matter
from tests.examples import some

PIECES = [
    "title", "key-2", "true", "null", "y", ":", ": ", ":  ", " ", "  ", "\n", "\n", "\n\n", '"', "'", '"a b"', "'c, d'",
    "word", "Ü", "中文", "2024-01-02", "1.10", "0x1F", ".5", "~", "[", "]", '["a", "b"]', '["a"]', ", ", "#", " # c",
    "- ", "{", "}", "&a", "*a", "!", "%", "@", "`", "|", ">", "?", "\\", "\t", "/", "..", "---", "\u2028", "\x85", "é",
    "title: word\n", 'key: "a b"\n', "a: 1\n", "linklint", "\u00a0", "<<", "’", "，", "\u3000", "\ufeff", "\ue000",
    "😀", "\ufdd0", "[ ", " ]", "[ 'a', \"b\" ]", "\x7f", "\U000f0000", "\u2003",
]  # fmt: skip


def read_both(text: str) -> None:
    """Whatever the short way reads, the reader reads alike."""
    short = read_plain_front_matter(text, 2)
    if short is None:
        return
    long = read_yaml(text, "", first_line=2)
    assert short.value == long.value
    assert [type(value) for value in short.value.values()] == [type(value) for value in long.value.values()]
    for key in short.value:
        assert short.location((key,), key=True) == long.location((key,), key=True)


@settings(max_examples=some(600))
@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_both_ways_read_the_same(text: str) -> None:
    try:
        read_both(text)
    except UserError:
        pytest.fail(f"the YAML reader refuses {text!r}")


@pytest.mark.parametrize(
    "text",
    [
        "title: A page, with 2 (two) names\n",
        'title: "A page: its name"\n\ndescription: \'it is "so"\'\nweight: 10\ndraft: true\ndate: 2024-01-02\n',
        'tags: ["a b", "c"]\nempty:\nurl: /a/b.md\nlang: 中文\n',
        "tags: [ 'a', \"b's\" ]\nabout: \"it’s — “so”\"\nplain: l’un，二\nlast: ''\n",
    ],
)
def test_takes_the_short_way_for(text: str) -> None:
    assert read_plain_front_matter(text, 2) is not None
    read_both(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "a: b: c\n", "a: b # c\n", "a:\n  b: c\n", "a:\n- b\n", 'a: "\\n"\n', "a: *b\n", "a: &b c\n", "a: !t b\n",
        "a: |\n", "a: [b, c]\n", "a: b\n  c\n", "a: b\na: c\n", "linklint: x\n", "true: x\n", "a: 'b''c'\n", "- a\n",
        "a b: c\n", "a: b",
    ],
)  # fmt: skip
def test_leaves_to_the_reader(text: str) -> None:
    assert read_plain_front_matter(text, 2) is None
