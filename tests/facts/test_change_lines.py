"""Which line of a new text an old line is, or what now follows it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linklint.facts.change_lines import LineMap, split_lines

LETTERS = "a\nb\nc\nd\ne\n"
texts = st.lists(st.sampled_from(["a", "b", "", "c d"]), max_size=12).map("\n".join)


def follow(before: str, after: str) -> list[int]:
    lines = LineMap(before, after)
    return [lines.follow(number) for number in range(1, len(split_lines(before)) + 1)]


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        (LETTERS, [1, 2, 3, 4, 5]),
        ("x\ny\n" + LETTERS, [3, 4, 5, 6, 7]),
        ("a\nb\nd\ne\n", [1, 2, 3, 3, 4]),
        ("a\nb\nc\nd\n", [1, 2, 3, 4, 4]),
        ("a\nX\nY\nd\ne\n", [1, 2, 3, 4, 5]),
        ("a\nX\ne\n", [1, 2, 2, 2, 3]),
        ("a\nX\nY\nZ\nc\nd\ne\n", [1, 2, 5, 6, 7]),
        ("", [1, 1, 1, 1, 1]),
    ],
)
def test_lines_are_followed(after: str, expected: list[int]) -> None:
    assert follow(LETTERS, after) == expected


def test_only_lines_that_went_or_changed_are_gone() -> None:
    lines = LineMap(LETTERS, "a\nB\nd\ne\n")
    assert [number for number in range(1, 6) if lines.is_gone(number)] == [2, 3]


def test_of_equal_lines_the_last_is_meant_as_in_git() -> None:
    assert LineMap("a\n\nlink\n\nb\n", "a\n\nb\n").follow(3) == 3
    assert LineMap("a\n\nlink\n\nb\n", "a\n\nb\n").after[2] == "b"


def test_line_ends_make_no_difference() -> None:
    assert follow("a\r\nb\rc\n", "a\nb\nc") == [1, 2, 3]


@given(texts, texts)
def test_every_line_has_a_place_in_the_new_text(before: str, after: str) -> None:
    lines = LineMap(before, after)
    for number, text in enumerate(lines.before, start=1):
        now = lines.follow(number)
        assert 1 <= now <= max(1, len(lines.after))
        assert lines.is_gone(number) or lines.after[now - 1] == text


@given(texts)
def test_a_text_is_its_own_next_version(text: str) -> None:
    assert follow(text, text) == list(range(1, len(split_lines(text)) + 1))
