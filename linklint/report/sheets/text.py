"""A sheet for terminals: tables that fit the width, page text inert."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from linklint.report.cells import text_width
from linklint.report.rendering import Rendering
from linklint.report.sheets.sheet import Line, Row, Section, Sheet, Table, show
from linklint.report.writing import Piece, inert, write_lines

GAP = "  "
ROOMS = ((40, 16), (28, 12), (8, 8))
"""Cells that the first column and the others keep: if they can, if they must, in any case."""


def write_text(sheet: Sheet, rendering: Rendering) -> str:
    """Each section with a blank line before it."""
    return write_lines(lay_out(sheet, rendering.width), rendering)


def lay_out(sheet: Sheet, width: int) -> Iterator[Sequence[Piece]]:
    for number, section in enumerate(sheet.sections):
        if number:
            yield ()
        yield from lay_out_section(section, width)


def lay_out_section(section: Section, width: int) -> Iterator[Sequence[Piece]]:
    yield (Piece(join(section.title), "bold"),)
    yield from (wrapped for line in section.lines for wrapped in wrap(line, width, ""))
    if section.table is not None and section.table.rows:
        yield ()
        yield from lay_out_table(section.table, width)
    if section.rest:
        yield (Piece(join(section.rest)),)
    if section.steps:
        yield ()
        for number, step in enumerate(section.steps, start=1):
            yield from wrap(step.line, width, f"{number:>3}. ")
            yield from (wrapped for line in step.below for wrapped in wrap(line, width, "     - "))


def join(line: Line) -> str:
    return "".join(map(inert, line))


def wrap(line: Line, width: int, start: str) -> Iterator[Sequence[Piece]]:
    """The line in as many as it takes, cut between words; a word that is too long sticks out."""
    indent, current = " " * len(start), start
    fresh = True
    for word in join(line).split(" "):
        if not fresh and text_width(current) + 1 + text_width(word) > width:
            yield (Piece(current),)
            current, fresh = indent, True
        current += word if fresh else f" {word}"
        fresh = False
    yield (Piece(current),)


def lay_out_table(table: Table, width: int) -> Iterator[Sequence[Piece]]:
    """Columns in which no row has anything are left out."""
    columns = list(zip(*(row.cells for row in table.rows), strict=True))
    kept = [number for number, cells in enumerate(columns) if any(show(cell) != "-" for cell in cells)]
    headers = [table.headers[number] for number in kept]
    rows = [[inert(show(row.cells[number])) for number in kept] for row in table.rows]
    widths = [min(width, max(map(text_width, column))) for column in zip(headers, *rows, strict=True)]
    shrink(widths, width - len(GAP) * (len(widths) - 1))
    right = [all(map(is_number, columns[number])) for number in kept]
    yield (Piece(lay_out_row(headers, widths, right), "bold"),)
    yield (Piece(GAP.join("-" * each for each in widths)),)
    for row, cells in zip(table.rows, rows, strict=True):
        yield (Piece(lay_out_row(cells, widths, right)),)
        yield from lay_out_below(row, width)


def lay_out_row(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    return GAP.join(fit(cell, width, side) for cell, width, side in zip(cells, widths, right, strict=True))


def lay_out_below(row: Row, width: int) -> Iterator[Sequence[Piece]]:
    for line in row.below:
        yield from wrap(line, width, "    ")


def is_number(cell: Any) -> bool:
    return cell is None or isinstance(cell, int | float) or (isinstance(cell, str) and cell.endswith("%"))


def shrink(widths: list[int], room: int) -> None:
    """Takes what is too much from the widest columns; from the first, which names the row, only when the others are
    narrow."""
    for first, rest in ROOMS:
        while sum(widths) > room:
            spare = [each - (rest if number else first) for number, each in enumerate(widths)]
            widest = max(range(len(widths)), key=lambda number: (spare[number] > 0, number > 0, spare[number]))
            if spare[widest] <= 0:
                break
            widths[widest] -= 1


def fit(text: str, width: int, right: bool = False) -> str:
    """The text in exactly so many cells. A path loses its beginning, all else its end."""
    over = text_width(text) - width
    if over > 0:
        keep_end = "/" in text and " " not in text
        room = 4 * width  # a text of a megabyte is not shortened sign by sign
        text = text[-room:] if keep_end else text[:room]
        while text_width(text) > width - 1:
            text = text[1:] if keep_end else text[:-1]
        text = f"…{text}" if keep_end else f"{text}…"
    padding = " " * (width - text_width(text))
    return padding + text if right else text + padding
