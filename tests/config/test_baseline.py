"""The baseline file."""

import pytest

from linklint.config import read_baseline, write_baseline
from linklint.engine import BaselineEntry
from linklint.errors import UserError

ENTRIES = [
    BaselineEntry("bb", "no-orphans", "ä\n.md"),
    BaselineEntry("aa", "no-orphans", "b.md"),
    BaselineEntry("cc", "max-links", "z.md", 120),
    BaselineEntry("dd", "max-links", "z.md", 2.5),
]


def test_what_is_written_is_read_sorted() -> None:
    text = write_baseline(ENTRIES)
    assert text == write_baseline(ENTRIES[::-1])
    assert text.splitlines()[0] == '{"fp": "cc", "rule": "max-links", "path": "z.md", "measure": 120}'
    assert text.isascii()
    assert sorted(read_baseline(text.encode(), "b.jsonl"), key=lambda entry: entry.fp) == [
        ENTRIES[1],
        ENTRIES[0],
        ENTRIES[2],
        ENTRIES[3],
    ]


def test_empty() -> None:
    assert write_baseline([]) == ""
    assert read_baseline(b"\n\n", "b.jsonl") == []


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("<<<<<<< HEAD", "this is the marker of a merge conflict"),
        ("=======", "this is the marker of a merge conflict"),
        ("{", "this line is not JSON"),
        ("[" * 100_000, "this line is not JSON"),
        ("[]", 'expected an object with "fp", "rule" and "path"'),
        ('{"fp": "a", "rule": "b"}', 'this entry has no text "path"'),
        ('{"fp": 1, "rule": "b", "path": "c"}', 'this entry has no text "fp"'),
        ('{"fp": "a", "rule": "b", "path": "c", "measure": true}', '"measure" must be a number'),
    ],
)
def test_bad_lines(line: str, message: str) -> None:
    with pytest.raises(UserError) as raised:
        read_baseline(f'{{"fp": "a", "rule": "b", "path": "c"}}\n{line}\n'.encode(), "b.jsonl")
    (problem,) = raised.value.problems
    assert (problem.message, problem.path, problem.line) == (message, "b.jsonl", 2)
    assert "linklint baseline" in problem.hint
