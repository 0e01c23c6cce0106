"""Masks mean subjects, and a column is read once."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linklint.engine.columns import SPARSE, UNREAD, Columns, find_all, find_stretches

NUMBERS = st.sets(st.integers(0, 4 * SPARSE - 1))


def mean(columns: Columns, numbers: Any) -> int:
    return columns.keep(columns.all, lambda subject: subject in numbers)


def own(world: Any, subject: int) -> int:
    return subject


def test_no_subjects() -> None:
    columns = Columns(None, [])
    assert columns.keep(columns.all, bool) == 0
    assert columns.keep_by_code(columns.all, "own", (own,), bool) == 0
    assert list(columns.select(columns.all)) == []


@given(NUMBERS, NUMBERS)
def test_masks_are_sets(one: set[int], other: set[int]) -> None:
    columns = Columns(None, range(4 * SPARSE))
    first, second = mean(columns, one), mean(columns, other)
    assert list(columns.select(first & second)) == sorted(one & other)
    assert list(columns.select(first | second)) == sorted(one | other)
    assert list(columns.select(columns.all ^ first)) == sorted(set(range(4 * SPARSE)) - one)


@given(NUMBERS, NUMBERS)
def test_all_ways_keep_the_same(asked: set[int], good: set[int]) -> None:
    columns = Columns(None, range(4 * SPARSE))
    mask = mean(columns, asked)
    expected = mean(columns, asked & good)
    assert columns.keep(mask, good.__contains__) == expected
    assert columns.keep_by_value(mask, (own,), good.__contains__) == expected
    assert columns.keep_by_code(mask, "own", (own,), good.__contains__) == expected
    assert columns.keep_by_values(mask, (own,), (own,), lambda one, other: one == other and one in good) == expected


@given(NUMBERS, NUMBERS)
def test_all_ways_keep_the_same_where_few_are_left_out(left_out: set[int], good: set[int]) -> None:
    columns = Columns(None, range(4 * SPARSE))
    asked = set(range(4 * SPARSE)) - set(sorted(left_out)[:10])
    mask = mean(columns, asked)
    expected = mean(columns, asked & good)
    assert columns.keep(mask, good.__contains__) == expected
    assert columns.keep_listed(mask, Twice(), frozenset(map(str, good))) == expected
    assert columns.keep_by_code(mask, "own", (own,), good.__contains__) == expected
    assert columns.keep_by_code(columns.all, "own", (own,), good.__contains__) == mean(columns, good)


class Twice:
    """A fact of text, of many subjects in one go."""

    def of_many(self, world: Any, subjects: Any) -> list[str | None]:
        return [str(subject) for subject in subjects]

    def __call__(self, world: Any, subject: int) -> str:
        raise AssertionError("each was asked for itself")


class Rare:
    """A fact that is "rare" for one subject in forty; one in ten may be, as can be seen at a glance."""

    rare = frozenset({"rare"})

    def __init__(self) -> None:
        self.read: list[int] = []

    def __call__(self, world: Any, subject: int) -> str | None:
        self.read.append(subject)
        return "rare" if subject % 40 == 0 else "usual" if subject % 2 else None

    def look(self, world: Any, subject: int) -> bool:
        return subject % 10 == 0


def test_rare_values_are_looked_for_among_those_that_may_have_them() -> None:
    columns, fact, values = Columns(None, range(4 * SPARSE)), Rare(), ("rare", "usual")
    everyone = range(4 * SPARSE)
    assert columns.keep_by_code(columns.all, "f", (fact,), lambda value: value == "rare", values) == mean(
        columns, everyone[::40]
    )
    assert fact.read == list(everyone[::10])
    usual = columns.keep_by_code(columns.all, "f", (fact,), lambda value: value == "usual", values)
    assert usual == mean(columns, everyone[1::2])
    assert sorted(fact.read) == list(everyone)
    missing = columns.keep_by_code(columns.all, "f", (fact,), lambda value: value is None, values)
    assert missing == columns.all ^ usual ^ mean(columns, everyone[::40])


def test_a_missing_value_is_not_rare() -> None:
    columns, fact = Columns(None, range(4 * SPARSE)), Rare()
    found = columns.keep_by_code(columns.all, "f", (fact,), lambda value: value in ("rare", None), ("rare", "usual"))
    assert list(columns.select(found)) == list(range(0, 4 * SPARSE, 2))


def test_find_stretches() -> None:
    assert list(find_stretches(bytes([1, 0, 0, 1, 1]))) == [(0, 1), (3, 5)]
    assert list(find_stretches(b"\0\1\0")) == [(1, 2)]
    assert list(find_stretches(b"")) == []


def test_a_column_is_read_once_and_only_where_it_is_asked_for() -> None:
    read: list[int] = []

    def get(world: Any, subject: int) -> int:
        read.append(subject)
        return subject % 3

    columns = Columns(None, range(100))
    half = mean(columns, range(50))
    columns.keep_by_code(half, "rest", (get,), lambda value: value == 1)
    assert read == list(range(50))
    found = columns.keep_by_code(columns.all, "rest", (get,), lambda value: value == 2)
    assert read == list(range(100))
    assert list(columns.select(found)) == list(range(2, 100, 3))


def test_missing_values_are_compared_with_nothing() -> None:
    columns = Columns(None, range(100))

    def even(world: Any, subject: int) -> int | None:
        return subject if subject % 2 == 0 else None

    def third(world: Any, subject: int) -> int | None:
        return subject if subject % 3 == 0 else None

    found = columns.keep_by_values(columns.all, (even,), (third,), lambda one, other: True)
    assert list(columns.select(found)) == list(range(0, 100, 6))


def test_more_values_than_a_byte_can_tell_apart_are_refused() -> None:
    columns = Columns(None, range(UNREAD + 1))
    with pytest.raises(OverflowError):
        columns.keep_by_code(columns.all, "own", (own,), bool)
    fewer = Columns(None, range(UNREAD))
    assert fewer.keep_by_code(fewer.all, "own", (own,), lambda value: value != 7) == fewer.all ^ mean(fewer, {7})


def test_find_all() -> None:
    assert list(find_all(bytes([1, 0, 0, 1, 1]))) == [0, 3, 4]
    assert list(find_all(b"")) == []


@given(NUMBERS, st.integers(1, 7))
def test_facts_of_other_subjects_are_asked_once_of_each(asked: set[int], rest: int) -> None:
    columns, read = Columns(None, range(4 * SPARSE)), []

    def other(world: Any, subject: int) -> int | None:
        return subject % 8 or None

    def fact(world: Any, subject: int) -> bool:
        read.append(subject)
        return subject == rest

    mask, expected = mean(columns, asked), mean(columns, {number for number in asked if number % 8 == rest})
    assert columns.keep_by_value(mask, (other, fact), bool) == expected
    assert sorted(read) == sorted({number % 8 for number in asked} - {0})
    assert columns.keep_by_value(mask, (other, own, fact), bool) == expected
    assert columns.keep_by_code(mask, "fact", (other, fact), bool) == expected
    assert columns.keep_by_code(columns.all, "fact", (other, fact), bool) == mean(columns, range(rest, 4 * SPARSE, 8))
    assert columns.keep_by_values(mask, (own,), (other, fact), lambda one, found: found) == expected


def test_a_step_that_knows_many_subjects_is_asked_once() -> None:
    asked: list[int] = []

    class Doubled:
        def __call__(self, world: Any, subject: int) -> int:
            raise AssertionError("each was asked for itself")

        def of_many(self, world: Any, subjects: Any) -> list[int]:
            asked.append(len(subjects))
            return [2 * subject for subject in subjects]

    columns = Columns(None, range(100))
    assert columns.keep_by_value(columns.all, (Doubled(),), lambda value: value < 20) == mean(columns, range(10))
    assert columns.keep_by_value(mean(columns, {1, 2, 3}), (Doubled(),), lambda value: value > 4) == mean(columns, {3})
    assert asked == [100, 3]
