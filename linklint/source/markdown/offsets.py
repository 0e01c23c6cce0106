"""The one place where offsets into what the parser sees become offsets into the file.

markdown-it gives inline tokens no position and hands them content from which block prefixes (``> ``, list indents),
the backslashes of ``\\|`` and outer white space are gone. Three texts are in play:

- the *file*: the decoded text, line ends as they are;
- the *body*: the file from its front matter on, with every line end as ``\\n`` (what markdown-it reads);
- a *content*: the text of one inline or HTML block token.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import NamedTuple

LINE_END = re.compile(r"\r\n?")


class Body:
    """The part of a file that is Markdown, as the parser reads it, and the way back to the file."""

    def __init__(self, file: str, start: int) -> None:
        raw = file[start:] if start else file
        returns = "\r" in raw
        self.text = LINE_END.sub("\n", raw).replace("\0", "\ufffd") if returns or "\0" in raw else raw
        self.start = start
        # From the character after each \r\n on, the file is one more character ahead of the body.
        self._shrunk = [
            match.end() - 1 - count for count, match in enumerate(re.finditer("\r\n", raw) if returns else ())
        ]
        # The body is a part of the file as it stands, so that what is side by side here is so there.
        self.is_whole = not self._shrunk

    def offset(self, position: int) -> int:
        """The file offset of a body offset; the offset of a ``\\r\\n`` is that of its ``\\r``."""
        return self.start + position + (bisect_right(self._shrunk, position) if self._shrunk else 0)


class Piece(NamedTuple):
    """A stretch of content that stands in the body without a gap, from ``content`` and ``body`` on."""

    content: int
    body: int


class Origin:
    """Where the content of one token comes from: its pieces, in order, and how much was trimmed at its start.

    ``row``: the content is a table cell's; then every piece but the first begins with a pipe whose backslash is not
    part of the content, and what starts there starts at the backslash.
    ``base``: what offsets in the file have more than those in the content, where that is the same for all of it.
    """

    __slots__ = ("_bodies", "_body", "_contents", "_row", "_trimmed", "base")

    def __init__(self, body: Body, pieces: list[Piece] | int, trimmed: int = 0, *, row: bool = False) -> None:
        """``pieces``: of a single one that is all of the content, where it begins in the body."""
        self.base: int | None = None
        if isinstance(pieces, int):
            if body.is_whole:
                self.base = body.start + pieces + trimmed
                return
            pieces = [Piece(0, pieces)]
        elif len(pieces) == 1 and body.is_whole:
            content, start = pieces[0]
            self.base = body.start + start - content + trimmed
            return
        self._body = body
        self._contents = [piece.content for piece in pieces]
        self._bodies = [piece.body for piece in pieces]
        self._trimmed = trimmed
        self._row = row

    def start(self, position: int) -> int:
        """The file offset of the character at ``position`` of the content."""
        if self.base is not None:
            return self.base + position
        index = self._piece(position)
        backslash = self._row and index > 0 and self._contents[index] == position + self._trimmed
        return self._body.offset(self._body_offset(position) - backslash)

    def end(self, position: int) -> int:
        """The file offset just after the character before ``position``: where a stretch that ends there ends."""
        if self.base is not None:
            return self.base + position
        if position == 0:
            return self.start(0)
        return self._body.offset(self._body_offset(position - 1) + 1)

    def runs(self, start: int, end: int) -> list[tuple[int, int, int]]:
        """The content from ``start`` to ``end`` in pieces: (content start, content end, file offset) each."""
        if self.base is not None:
            return [(start, end, self.base + start)] if start < end else []
        first = bisect_right(self._contents, start + self._trimmed)
        cuts = [start, *(at - self._trimmed for at in self._contents[first:] if at - self._trimmed < end), end]
        return [(a, b, self._body.offset(self._body_offset(a))) for a, b in pairwise(cuts) if a < b]

    def _piece(self, position: int) -> int:
        return max(bisect_right(self._contents, position + self._trimmed) - 1, 0)

    def _body_offset(self, position: int) -> int:
        index = self._piece(position)
        return self._bodies[index] + position + self._trimmed - self._contents[index]
