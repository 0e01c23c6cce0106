"""Lines and columns of a text. Lines end at ``\\n``, ``\\r\\n`` and ``\\r`` and nowhere else: ``str.splitlines`` would
also cut at form feeds, U+0085 and U+2028, which neither CommonMark nor an editor does."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from struct import Struct

from linklint.model.place import Span, pack_spans

TWO_SPANS = Struct("<12I")
LINE_END = re.compile(r"\r\n?|\n")


class Lines:
    """The line starts of one text. Lines and columns are 1-based; offsets and columns count code points."""

    def __init__(self, text: str) -> None:
        self._text = text
        if "\r" in text:
            self._starts = [0, *(match.end() for match in LINE_END.finditer(text))]
        else:
            self._starts = [*accumulate(map((1).__add__, map(len, text.split("\n")[:-1])), initial=0)]

    @property
    def count(self) -> int:
        """The number of lines, at least 1; nothing after the last line end is not a line."""
        last_is_empty = len(self._starts) > 1 and self._starts[-1] == len(self._text)
        return len(self._starts) - last_is_empty

    def line(self, offset: int) -> int:
        """The line that holds the offset."""
        return bisect_right(self._starts, offset)

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset (also of the end of the text)."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def span(self, start: int, end: int) -> Span:
        """The stretch from ``start`` to ``end`` (exclusive)."""
        starts = self._starts
        line = end_line = bisect_right(starts, start)
        if end_line < len(starts) and starts[end_line] <= end:
            end_line = bisect_right(starts, end)
        return Span(start, end, line, start - starts[line - 1] + 1, end_line, end - starts[end_line - 1] + 1)

    def pack(self, start: int, end: int, *parts: tuple[int, int] | None) -> bytes:
        """The stretch from ``start`` to ``end`` and its parts, packed (``model.place.pack_spans``)."""
        if len(parts) == 1 and parts[0]:
            # What most links are: the destination stands inside, and all of it on one line, which is looked up once.
            first, last = parts[0]
            line = bisect_right(self._starts, start)
            if start <= first and last <= end and (line == len(self._starts) or end < self._starts[line]):
                ahead = 1 - self._starts[line - 1]
                return TWO_SPANS.pack(
                    start, end, line, start + ahead, line, end + ahead,
                    first, last, line, first + ahead, line, last + ahead,
                )  # fmt: skip
        return pack_spans(self.span(start, end), *(part and self.span(*part) for part in parts))

    def start(self, line: int) -> int:
        """The offset at which a line begins; the end of the text for a line after the last."""
        return self._starts[line - 1] if line <= len(self._starts) else len(self._text)

    def text(self, line: int) -> str:
        """A line without its line end; empty for a line after the last."""
        return self._text[self.start(line) : self.start(line + 1)].rstrip("\r\n")
