"""Lines of a text, as linklint counts them: they end at ``\\n``, ``\\r\\n``, ``\\r`` and nowhere else."""

from __future__ import annotations

import re
from bisect import bisect_right

from linklint.errors import Problem, UserError

_LINE_END = re.compile(r"\r\n|\n|\r")


class TextLines:
    """A text cut into lines. Offsets count code points from 0, lines and columns from 1."""

    def __init__(self, text: str, first_line: int = 1) -> None:
        self.first_line = first_line
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
        self.lines: tuple[str, ...] = tuple(_LINE_END.split(text))

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset."""
        index = bisect_right(self._starts, offset) - 1
        return index + self.first_line, offset - self._starts[index] + 1


def decode_utf8(data: bytes | str, path: str) -> str:
    """The text without its byte order mark. Raises ``UserError`` at the first byte that is not UTF-8."""
    if isinstance(data, str):
        return data.removeprefix("\ufeff")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UserError(Problem("the file is UTF-16", path, 1, 1, hint="save it as UTF-8"))
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # utf-8-sig counts its offset after the mark that it has removed.
        data = data.removeprefix(b"\xef\xbb\xbf")
        lines = TextLines(data.decode("utf-8", "replace"))
        line, column = lines.position(len(data[: error.start].decode("utf-8")))
        text = lines.lines[line - 1]
        message = f"the byte 0x{data[error.start]:02X} is not UTF-8 text"
        raise UserError(Problem(message, path, line, column, column + 1, text, "save the file as UTF-8")) from None
