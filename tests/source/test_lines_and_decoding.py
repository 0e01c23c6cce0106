"""Bytes to text, offsets to lines and columns, texts to word counts."""

from __future__ import annotations

import pytest

from linklint.source.decode import decode
from linklint.source.lines import Lines
from linklint.source.words import count_words


def test_lines_end_where_commonmark_ends_them() -> None:
    lines = Lines("a\r\nb\rc\nd\x0ce\u2028f\x85")
    assert lines.count == 4
    assert [lines.text(line) for line in range(1, 6)] == ["a", "b", "c", "d\x0ce\u2028f\x85", ""]
    assert [lines.start(line) for line in range(1, 6)] == [0, 3, 5, 7, 13]
    assert [lines.position(offset) for offset in (0, 1, 3, 4, 5, 13)] == [
        (1, 1),
        (1, 2),
        (2, 1),
        (2, 2),
        (3, 1),
        (4, 7),
    ]


@pytest.mark.parametrize(("text", "count"), [("", 1), ("a", 1), ("a\n", 1), ("a\n\n", 2), ("a\nb", 2), ("\r\n", 1)])
def test_nothing_after_the_last_line_end_is_no_line(text: str, count: int) -> None:
    assert Lines(text).count == count


def test_a_span_has_both_ends_as_lines_and_columns() -> None:
    span = Lines("é🎉\nab").span(1, 4)
    assert (span.line, span.column, span.end_line, span.end_column) == (1, 2, 2, 2)


@pytest.mark.parametrize(
    ("data", "text", "encoding", "kinds"),
    [
        ("é".encode(), "é", "utf-8", []),
        (b"\xef\xbb\xbfa", "a", "utf-8", []),
        ("aé🎉".encode("utf-16"), "aé🎉", "utf-16", ["encoding"]),
        (b"\xfe\xff\x00a", "a", "utf-16", ["encoding"]),
        (b"\xff\xfe\x00\xd8", "\ufffd", "utf-16", ["encoding"]),
        ("a".encode("utf-32"), "a", "utf-32", ["encoding"]),
        (b"a\n\xe9b", "a\n\ufffdb", "unknown", ["encoding"]),
        (b"a\0b", "a\0b", "utf-8", ["nul"]),
        (b"a\rb", "a\rb", "utf-8", ["lone-cr"]),
        (b"a\r\nb", "a\r\nb", "utf-8", []),
    ],
)
def test_any_bytes_are_text_and_what_was_guessed_is_told(
    data: bytes, text: str, encoding: str, kinds: list[str]
) -> None:
    found, name, notes = decode(data)
    assert (found, name, [note.kind for note in notes]) == (text, encoding, kinds)


def test_notes_stand_where_the_trouble_is() -> None:
    _, _, notes = decode(b"ok\n\xc3\xa9x\xe9 \0\n\r")
    assert [(note.kind, note.line, note.column) for note in notes] == [
        ("encoding", 2, 3),
        ("nul", 2, 5),
        ("lone-cr", 3, 1),
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), ("one two", 2), ("don't — 3.11 state-of-the-art!", 3), ("→ 🎉", 0), ("日本語とPython", 5), ("über", 1)],
)
def test_words_are_counted_in_every_script(text: str, count: int) -> None:
    assert count_words(text) == count
