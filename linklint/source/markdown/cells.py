"""The cells of a table row, cut as markdown-it cuts them, with the place of every character."""

from __future__ import annotations

import re
from typing import NamedTuple

from markdown_it.common.utils import MD_TRIM_CHARS

from linklint.source.markdown.offsets import Piece

_PIPE = re.compile(r"\\?\|")


class Cell(NamedTuple):
    """A cell's text, the pieces of all that stands between its pipes (of a single one, where it begins in the body),
    and how much is trimmed at its start."""

    text: str
    pieces: list[Piece] | int
    trimmed: int


def split_cells(row: str, start: int) -> list[Cell]:
    """The cells of a row that stands at body offset ``start``. A backslash before a pipe escapes it and is dropped from
    the content (also in code spans)."""
    start += len(row) - len(row.lstrip(MD_TRIM_CHARS))
    row = row.strip(MD_TRIM_CHARS)
    if "\\" not in row:
        return _split_plain(row, start)
    cells: list[tuple[str, list[Piece]]] = []
    parts: list[str] = []
    pieces: list[Piece] = []
    length = last = 0
    for match in _PIPE.finditer(row):
        part = row[last : match.start()]
        parts.append(part)
        pieces.append(Piece(length, start + last))
        length += len(part)
        if len(match[0]) == 2:
            last = match.end() - 1
            continue
        cells.append(("".join(parts), pieces))
        parts, pieces, length, last = [], [], 0, match.end()
    parts.append(row[last:])
    pieces.append(Piece(length, start + last))
    cells.append(("".join(parts), pieces))
    if cells and not cells[0][0]:
        cells.pop(0)
    if cells and not cells[-1][0]:
        cells.pop()
    return [
        Cell(text.strip(MD_TRIM_CHARS), pieces, len(text) - len(text.lstrip(MD_TRIM_CHARS))) for text, pieces in cells
    ]


def _split_plain(row: str, start: int) -> list[Cell]:
    """The same of a row without backslashes. The cell of an outer pipe is none."""
    texts = row.split("|")
    cells: list[Cell] = []
    for text in texts:
        content = text.strip(MD_TRIM_CHARS)
        trimmed = 0 if text[:1] == content[:1] else len(text) - len(text.lstrip(MD_TRIM_CHARS))
        cells.append(Cell(content, start, trimmed))
        start += len(text) + 1
    return cells[not texts[0] : len(cells) - (len(cells) > (not texts[0]) and not texts[-1])]
