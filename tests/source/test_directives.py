"""Suppression comments: text in, rules and covered lines out."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linklint.model.document import Directive
from linklint.source.directives import DirectiveComment, assemble, read_directive
from linklint.source.lines import Lines
from tests.timing import check_linear


def read(comment: str) -> DirectiveComment | None:
    return read_directive(comment, Lines(comment).span(0, len(comment)))


def directives(text: str) -> tuple[Directive, ...]:
    """The directives of a text, its comments found by a plain pattern."""
    lines = Lines(text)
    comments = (read_directive(m[1], lines.span(*m.span())) for m in re.finditer(r"<!--(.*?)-->", text, re.DOTALL))
    return assemble(filter(None, comments), lines)


def covered(text: str) -> list[tuple[str, tuple[str, ...], int, int]]:
    return [(found.kind, found.rules, found.first, found.last) for found in directives(text)]


@pytest.mark.parametrize(
    ("comment", "verb", "rules", "until", "reason"),
    [
        (" linklint-disable-next-line no-x -- quoted label ", "disable-next-line", ("no-x",), None, "quoted label"),
        ("linklint-disable-line no-x", "disable-line", ("no-x",), None, None),
        ("linklint-disable a, b,c  d", "disable", ("a", "b", "c", "d"), None, None),
        ("linklint-disable a a", "disable", ("a",), None, None),
        ("linklint-enable", "enable", (), None, None),
        (
            "linklint-disable-file house/no-x until 2027-03-01 -- ads",
            "disable-file",
            ("house/no-x",),
            "2027-03-01",
            "ads",
        ),
        ("linklint-disable-file until 2027-03-01", "disable-file", (), "2027-03-01", None),
        ("linklint-disable -- everything -- really", "disable", (), None, "everything -- really"),
        ("linklint-disable a --", "disable", ("a",), None, None),
        ("linklint-disable a --- three dashes", "disable", ("a",), None, "three dashes"),
        ("\n linklint-disable-line\n no-x\n -- two\n lines\n", "disable-line", ("no-x",), None, "two\n lines"),
    ],
)
def test_a_directive_is_read(
    comment: str, verb: str, rules: tuple[str, ...], until: str | None, reason: str | None
) -> None:
    found = read(comment)
    assert found is not None
    assert (found.verb, found.rules, found.until, found.reason) == (verb, rules, until, reason)
    assert found.problem is None


@pytest.mark.parametrize(
    "comment",
    [
        "",
        "a comment",
        "linklint is nice",
        "linklint disables it",
        "see linklint-disable",
        "eslint-disable-line",
        "linklinter-disable",
        "linklint",
    ],
)
def test_a_comment_for_somebody_else_is_none(comment: str) -> None:
    assert read(comment) is None


@pytest.mark.parametrize(
    ("comment", "problem"),
    [
        ("linklint-disabel no-x", 'did you mean "linklint-disable"?'),
        ("linklint-disable-nextline no-x", 'did you mean "linklint-disable-next-line"?'),
        ("linklint-disable-file: no-x", 'did you mean "linklint-disable-file"?'),
        ("linklint-xyz", "known are linklint-disable-next-line"),
        ("linklint disable-line no-x", 'write "linklint-disable-line" with a hyphen'),
        ("linklint-disable no-x until tomorrow", 'after "until" stands one date'),
        ("linklint-disable no-x until", 'after "until" stands one date'),
        ("linklint-disable no-x until 2027-02-30", 'after "until" stands one date'),
        ("linklint-disable until 2027-02-20 no-x", 'after "until" stands one date'),
        ("linklint-disable no-x — a reason", '"—" is no rule id; a reason stands after " -- "'),
        ("linklint-disable no-x because: ads", '"because:" is no rule id'),
    ],
)
def test_a_mistake_is_explained_and_suppresses_nothing(comment: str, problem: str) -> None:
    found = read(comment)
    assert found is not None
    assert found.problem is not None
    assert problem in found.problem
    assert [directive.problem for directive in directives(f"<!--{comment}-->")] == [found.problem]


def test_next_line_is_the_next_one_that_is_not_blank() -> None:
    text = "<!-- linklint-disable-next-line a -->\n\n  \nhere\nnot here\n"
    assert covered(text) == [("next-line", ("a",), 4, 4)]


def test_next_line_counts_from_the_end_of_the_comment() -> None:
    assert covered("<!-- linklint-disable-next-line a\n\n-- x\n-->\nhere") == [("next-line", ("a",), 5, 5)]


def test_stacked_next_line_comments_cover_the_same_line() -> None:
    text = "<!-- linklint-disable-next-line a -->\n <!-- linklint-disable-next-line b -->\nhere"
    assert covered(text) == [("next-line", ("a",), 3, 3), ("next-line", ("b",), 3, 3)]


def test_a_line_with_text_beside_a_comment_is_a_next_line() -> None:
    text = "<!-- linklint-disable-next-line a -->\nhere <!-- linklint-disable-next-line b -->\nthere"
    assert covered(text) == [("next-line", ("a",), 2, 2), ("next-line", ("b",), 3, 3)]


def test_a_next_line_comment_at_the_end_covers_no_line_of_the_file() -> None:
    assert covered("x\n<!-- linklint-disable-next-line a -->\n\n") == [("next-line", ("a",), 4, 4)]


def test_line_and_file_cover_their_own_line_and_every_line() -> None:
    text = "x\r\ny <!-- linklint-disable-line a -->\r\n<!-- linklint-disable-file b -->\r\nz"
    assert covered(text) == [("line", ("a",), 2, 2), ("file", ("b",), 1, 4)]


def test_a_range_runs_to_the_line_of_its_end() -> None:
    text = "1\n<!-- linklint-disable a -->\n3\n<!-- linklint-enable a -->\n5"
    assert covered(text) == [("range", ("a",), 2, 4)]


def test_an_open_range_runs_to_the_end_of_the_file() -> None:
    assert covered("1\n<!-- linklint-disable -->\n3\n4") == [("range", (), 2, 4)]


def test_enable_without_rules_ends_every_range() -> None:
    text = "<!-- linklint-disable a -->\n<!-- linklint-disable -->\n<!-- linklint-enable -->\n4"
    assert covered(text) == [("range", ("a",), 1, 3), ("range", (), 2, 3)]


def test_rules_that_end_at_different_places_become_different_directives() -> None:
    text = "<!-- linklint-disable a, b, c -->\n<!-- linklint-enable b -->\n<!-- linklint-enable c -->\n4"
    assert covered(text) == [("range", ("b",), 1, 2), ("range", ("c",), 1, 3), ("range", ("a",), 1, 4)]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("<!-- linklint-enable -->", "no linklint-disable is open here"),
        ("<!-- linklint-disable a --><!-- linklint-enable b -->", "no open linklint-disable names b"),
        ("<!-- linklint-disable --><!-- linklint-enable a -->", "no open linklint-disable names a"),
        ("<!-- linklint-enable a --><!-- linklint-disable a -->", "no open linklint-disable names a"),
    ],
)
def test_an_enable_that_ends_nothing_is_a_mistake(text: str, problem: str) -> None:
    assert [found.problem for found in directives(text) if found.problem] == [problem]


def test_directives_keep_their_spans_reasons_and_dates() -> None:
    (found,) = directives("ab <!-- linklint-disable a until 2030-01-31 -- why -->")
    assert (found.span.column, found.span.end_column, found.reason, found.until) == (4, 55, "why", "2030-01-31")


@pytest.mark.parametrize(
    "make",
    [
        lambda size: "<!-- linklint-disable-next-line a -->\n" * size,
        lambda size: "<!-- linklint-disable-next-line a -->" * size + "\n" * size,
        lambda size: "<!-- linklint-disable a -->\n" * size + "<!-- linklint-enable b -->\n" * size,
        lambda size: "<!-- linklint-disable " + ", ".join(f"a{number}" for number in range(size)) + " -->",
        lambda size: "<!-- linklint-disable " + " -" * size + " -->",
    ],
    ids=["stacked", "one line", "many ends", "many rules", "dashes"],
)
def test_very_many_directives_are_read_in_linear_time(make: Callable[[int], str]) -> None:
    def work(size: int) -> None:
        assert directives(make(size))

    check_linear(work, 5_000)


WORDS = [
    "linklint-",
    "linklint ",
    "disable",
    "enable",
    "-next-line",
    "-line",
    "-file",
    " ",
    "a",
    ",",
    "until",
    "2027-01-01",
    "--",
    "\n",
    "é",
]


@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=9).map("".join), max_size=6))
def test_any_comments_give_directives_within_the_file(comments: list[str]) -> None:
    text = "".join(f"<!--{comment}-->\n" for comment in comments)
    for found in directives(text):
        assert 1 <= found.first <= found.last <= Lines(text).count + 1
        assert found.kind in {"next-line", "line", "range", "file"}
