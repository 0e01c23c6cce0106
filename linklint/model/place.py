"""Where something stands in a file."""

from __future__ import annotations

import msgspec


class Span(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A stretch of one file's text.

    ``start`` and ``end`` are offsets in code points into the decoded text (a byte order mark is not part of it; line
    ends are kept as in the file). Lines and columns are 1-based, columns count code points, ends are exclusive.
    Lines end at ``\\n``, ``\\r\\n`` and ``\\r`` and nowhere else.
    """

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int


class Location(msgspec.Struct, frozen=True, array_like=True, gc=False, order=True):
    """A stretch of a named file, as findings show it. ``path`` is relative to the repository's top, POSIX."""

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


def locate(path: str, span: Span) -> Location:
    """The span as a location of ``path``."""
    return Location(path, span.line, span.column, span.end_line, span.end_column)
