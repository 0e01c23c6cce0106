"""A report on its way to text: sections with lines and tables, in which our own words and page texts are told apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import msgspec

Line = tuple[str, ...]
"""Pieces of one line. Those that are ``Words`` are ours; all others are texts of the repository."""


class Words(str):
    """Linklint's own words: Markdown shows them as they are, where it puts a text of the repository in code."""

    __slots__ = ()


class Row(NamedTuple):
    """The cells of a row (None: there is none), and lines that stand below it."""

    cells: tuple[Any, ...]
    below: tuple[Line, ...] = ()


class Table(NamedTuple):
    """``below``: what the lines below rows are, as the header of a column."""

    headers: tuple[str, ...]
    rows: Sequence[Row]
    below: str = ""


class Step(NamedTuple):
    """Something to do, and the places where, if there are several."""

    line: Line
    below: tuple[Line, ...] = ()


class Section(NamedTuple):
    """A title, lines under it, a table, steps to take (numbered), and how much was left out."""

    title: Line
    lines: Sequence[Line] = ()
    table: Table | None = None
    steps: Sequence[Step] = ()
    rest: Line = ()


class Sheet(NamedTuple):
    """``columns`` and ``records`` are the same as one flat table, ``value`` as data."""

    sections: Sequence[Section]
    columns: tuple[str, ...]
    records: Sequence[tuple[Any, ...]]
    value: msgspec.Struct


def show(cell: Any) -> str:
    """A cell as text: ``-`` for nothing, three digits of a number that is not whole."""
    if cell is None or cell == "":
        return "-"
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    return f"{cell:.3g}" if isinstance(cell, float) else str(cell)


def percent(share: float | None) -> Words:
    """A share as a whole percentage."""
    return Words("-" if share is None else f"{share:.0%}")


def cut(rows: Sequence[Any], limit: int | None) -> tuple[Sequence[Any], Line]:
    """At most so many rows, and a line about the others."""
    more = 0 if limit is None else len(rows) - limit
    return (rows, ()) if more <= 0 else (rows[:limit], (Words(f"and {more} more"),))
