"""Which lines a change took away and which it wrote, as ``git diff`` says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from linklint.workspace.git import GitError, decode_name, run_diff, stream_diff_of_texts

HEADER = re.compile(rb"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
ESCAPE = re.compile(rb"\\([0-7]{3}|.)")
ESCAPES = {b"a": b"\a", b"b": b"\b", b"t": b"\t", b"n": b"\n", b"v": b"\v", b"f": b"\f", b"r": b"\r"}


class Hunk(NamedTuple):
    """``removed`` lines of the base from ``before`` on became ``written`` lines of the head from ``after`` on. Where
    nothing was removed or written, the number is that of the line in front of the gap (0: the file's beginning)."""

    before: int
    removed: int
    after: int
    written: int


def find_hunks(top: str, commit: str) -> Mapping[str, tuple[Hunk, ...]] | None:
    """Path in the head (in the base, for what is gone) → its hunks in order, between the commit and the work tree. A
    renamed file has hunks where its text changed. Files that git does not track have none, nor have binary files. None
    where git lacks the bytes of a text (a partial clone); those of pictures and the like are not needed."""
    options = (
        "--unified=0", "--find-renames", "--no-color", "--no-prefix", "--submodule=short", "--src-prefix=",
        "--dst-prefix=",
    )  # fmt: skip
    output = run_diff(top, *options, commit=commit)
    if output is None:
        try:
            output = b"".join(stream_diff_of_texts(top, *options, commit=commit))
        except GitError:
            return None
    return {path: tuple(hunks) for path, hunks in _read_files(output) if hunks}


def _read_files(output: bytes) -> Iterator[tuple[str, list[Hunk]]]:
    """The patch, file by file. Lines of a hunk are counted, so that no text in them is taken for a header."""
    lines = iter(output.split(b"\n"))
    before = path = ""
    hunks: list[Hunk] = []
    for line in lines:
        if line.startswith(b"--- "):
            if path:
                yield path, hunks
            before, path, hunks = read_name(line[4:]), "", []
        elif line.startswith(b"+++ "):
            path = read_name(line[4:]) or before
        elif match := HEADER.match(line):
            numbers = [1 if number is None else int(number) for number in match.groups()]
            hunks.append(Hunk(*numbers))
            left = numbers[1] + numbers[3]
            while left > 0:
                left -= not next(lines).startswith(b"\\")
    if path:
        yield path, hunks


def read_name(written: bytes) -> str:
    """A name of a patch's header; empty for ``/dev/null``. Odd ones stand in quotes; ones with spaces end in a tab."""
    if written.startswith(b'"'):
        written = ESCAPE.sub(_unescape, written.rstrip(b"\t")[1:-1])
    else:
        written = written.removesuffix(b"\t")
    return "" if written == b"/dev/null" else decode_name(written)


def _unescape(match: re.Match[bytes]) -> bytes:
    code = match[1]
    return bytes([int(code, 8) & 0xFF]) if len(code) == 3 else ESCAPES.get(code, code)
