from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linklint.model.place import Location
from linklint.report.cells import text_width
from linklint.report.excerpt import CUT, cut_excerpt
from linklint.report.writing import inert


def mark(line: str, column: int, end_column: int, room: int = 60, end_line: int = 1) -> tuple[str, str]:
    shown = cut_excerpt(line, Location("a.md", 1, column, end_line, end_column), room)
    return shown.text, " " * shown.indent + "^" * shown.carets


@pytest.mark.parametrize(
    ("line", "span", "expected"),
    [
        ("see [a](b.md) now", (5, 14), ("see [a](b.md) now", "    ^^^^^^^^^")),
        ("\tsee\tit", (6, 8), ("    see it", "        ^^")),
        ("日本 [庭](b.md)", (4, 13), ("日本 [庭](b.md)", "     ^^^^^^^^^^")),
        ("e\u0301 [a]", (4, 7), ("e\u0301 [a]", "  ^^^")),
        ("\x1b[1m [a]", (6, 9), ("\\x1b[1m [a]", "        ^^^")),
        ("ab", (3, 3), ("ab", "  ^")),
        ("ab", (9, 12), ("ab", "  ^")),
        ("", (1, 1), ("", "^")),
    ],
)
def test_carets_stand_under_the_span(line: str, span: tuple[int, int], expected: tuple[str, str]) -> None:
    assert mark(line, *span) == expected


def test_a_span_of_lines_is_marked_to_the_end_of_the_first() -> None:
    assert mark("see [a", 5, 3, end_line=4) == ("see [a", "    ^^")


def test_a_long_line_is_cut_around_the_span() -> None:
    text, carets = mark("a" * 500 + "[link](b.md)" + "z" * 500, 501, 513)
    assert text.startswith(CUT + "aaa")
    assert text.endswith("zzz" + CUT)
    assert text_width(text) <= 60
    assert text[carets.index("^") : len(carets)] == "[link](b.md)"


def test_a_long_span_is_cut_at_the_end() -> None:
    text, carets = mark("see [" + "x" * 500 + "](b.md)", 5, 517)
    assert text.startswith("see [xxx")
    assert text.endswith(CUT)
    assert len(carets) == len(text) - 1


def test_a_line_that_fits_is_not_cut() -> None:
    assert CUT not in mark("x" * 60, 1, 2)[0]


@given(st.text(), st.integers(0, 50), st.integers(0, 50), st.integers(40, 90))
def test_any_line_fits_the_room(line: str, column: int, end_column: int, room: int) -> None:
    text, carets = mark(line, column, end_column, room)
    assert text_width(text) <= room
    assert len(carets) <= room + 1
    assert inert(text) == text or text.lstrip().startswith((":", "#"))


def test_a_line_of_a_megabyte_costs_no_more_than_a_short_one() -> None:
    line = "x[a](b) " * 131072
    start = time.process_time()
    for number in range(500):
        mark(line, 1000 * number + 2, 1000 * number + 8)
    assert time.process_time() - start < 2
