"""A sheet as GitHub Markdown. Page text stands in code spans, so it can make no link, image, mention or tag."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from linklint.report.markdown import write_code, write_table
from linklint.report.rendering import Rendering
from linklint.report.sheets.sheet import Line, Row, Section, Sheet, Table, Words, show


def write_markdown(sheet: Sheet, rendering: Rendering) -> str:
    """A heading for each section."""
    return "\n".join("".join(lay_out(section)) for section in sheet.sections)


def lay_out(section: Section) -> Iterator[str]:
    yield f"## {write_line(section.title)}\n"
    if section.lines:
        yield "\n" + "".join(f"- {write_line(line)}\n" for line in section.lines)
    if section.table is not None and section.table.rows:
        yield "\n" + lay_out_table(section.table)
    if section.rest:
        yield f"\n{write_line(section.rest)}\n"
    if section.steps:
        yield "\n"
        for number, step in enumerate(section.steps, start=1):
            yield f"{number}. {write_line(step.line)}\n"
            yield from (f"   {'' if number < 10 else ' '}- {write_line(line)}\n" for line in step.below)


def lay_out_table(table: Table) -> str:
    headers = [*table.headers, *([table.below] if table.below else [])]
    return write_table(headers, (lay_out_row(row, bool(table.below)) for row in table.rows))


def lay_out_row(row: Row, below: bool) -> list[str]:
    cells = [write_cell(cell) for cell in row.cells]
    return [*cells, *(["<br>".join(map(write_line, row.below))] if below else [])]


def write_cell(cell: Any) -> str:
    own = isinstance(cell, Words) or not isinstance(cell, str) or not cell
    return show(cell) if own else write_code(cell)


def write_line(line: Line) -> str:
    return "".join(piece if isinstance(piece, Words) else write_code(piece) for piece in line)
