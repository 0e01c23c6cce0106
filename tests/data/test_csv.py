"""CSV in, cells with positions out; all mistakes at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linklint.data.csv import read_csv
from linklint.errors import UserError


def read(text: str | bytes) -> list[list[str]]:
    sheet = read_csv(text if isinstance(text, bytes) else text.encode(), "x.csv")
    return [[cell.text for cell in row] for row in (sheet.header, *sheet.rows)]


def problems(text: str | bytes) -> list[tuple[str, int, int]]:
    with pytest.raises(UserError) as caught:
        read(text)
    return [(problem.message, problem.line, problem.column) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("a,b\r\n1,2", [["a", "b"], ["1", "2"]]),
        ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
        ('a,b\n"1,200","say ""hi"""\n', [["a", "b"], ["1,200", 'say "hi"']]),
        ('a,b\n"two\nlines",2\n', [["a", "b"], ["two\nlines", "2"]]),
        ("a;b\n1,5;2\n", [["a", "b"], ["1,5", "2"]]),
        ("a\tb\n1, 2\t3\n", [["a", "b"], ["1, 2", "3"]]),
        ('"a;b",c\n1,2\n', [["a;b", "c"], ["1", "2"]]),
        ("a,b\n1,\n", [["a", "b"], ["1", ""]]),
        ("a,b\n1,", [["a", "b"], ["1", ""]]),
        ("a,b\n,2", [["a", "b"], ["", "2"]]),
        ("# made on Monday\n#\n\na,b\n1,2\n\n", [["a", "b"], ["1", "2"]]),
        ("a\n#1\n", [["a"], ["#1"]]),
        ("a,b,\n1,2,\n", [["a", "b", ""], ["1", "2", ""]]),
        ('a\n5" pipe\n', [["a"], ['5" pipe']]),
        (" a , b \n 1 ,2\n", [["a", "b"], ["1", "2"]]),
        ("\ufeffa\n1\n", [["a"], ["1"]]),
        ("a\té\n1\t2\n".encode("utf-16"), [["a", "é"], ["1", "2"]]),
    ],
)
def test_cells(text: str | bytes, cells: list[list[str]]) -> None:
    assert read(text) == cells


def test_a_cell_knows_where_it_stands() -> None:
    sheet = read_csv(b'a,b\n"x\ny", "z"\n', "x.csv")
    places = [sheet.location(cell) for cell in sheet.rows[0]]
    assert [(place.line, place.column, place.end_line, place.end_column) for place in places] == [
        (2, 1, 3, 3),
        (3, 4, 3, 8),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", [("there is no line with the names of columns", 1, 1)]),
        ("# only a comment\n\n", [("there is no line with the names of columns", 1, 1)]),
        (
            "a,b\n1,2,3\n4\n",
            [("this row has 3 cells, and the header has 2", 2, 1), ("this row has 1 cell, and the header has 2", 3, 1)],
        ),
        ('a,b\n1,"2\n3,4\n', [("this quotation mark is not closed", 2, 3)]),
        ('a,b\n"1"x,2\n', [("text follows the closing quotation mark", 2, 4)]),
        ("a,b,a\n", [('there are two columns "a"', 1, 5)]),
        (b"a\n\xff\n", [("the byte 0xFF is not UTF-8 text", 2, 1)]),
        (b"\xff\xfea", [("the file is not sound UTF-16", 1, 1)]),
    ],
)
def test_mistakes_stand_at_their_place(text: str | bytes, told: list[tuple[str, int, int]]) -> None:
    assert problems(text) == told


def test_no_more_than_fifty_mistakes_are_told() -> None:
    assert len(problems("a,b\n" + "1\n" * 1000)) == 50


@given(st.one_of(st.binary(max_size=60), st.text('a,;"\n\r\t# \ufeff\x00', max_size=40).map(str.encode)))
def test_any_bytes_give_rows_as_long_as_the_header_or_a_mistake_of_the_user(data: bytes) -> None:
    try:
        sheet = read_csv(data, "x.csv")
    except UserError:
        return
    assert {len(row) for row in sheet.rows} <= {len(sheet.header)}


@given(st.lists(st.lists(st.text(max_size=8), min_size=2, max_size=2), min_size=1, max_size=5))
def test_what_the_standard_library_writes_is_read_back(rows: list[list[str]]) -> None:
    import csv
    import io

    stream = io.StringIO()
    writer = csv.writer(stream, quoting=csv.QUOTE_ALL)
    writer.writerows([["a", "b"], *rows])
    try:
        text = stream.getvalue().encode()
    except UnicodeEncodeError:
        return
    assert read(text)[1:] == [[cell.strip() for cell in row] for row in rows]
