"""``data:``: CSV files of search consoles, analytics and backlink tools, with their own names of columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from linklint.config.layers import Read
from linklint.config.paths import resolve_file, suggest_file
from linklint.data.csv import Cell, Sheet, read_csv
from linklint.data.limits import MAXIMUM_PROBLEMS
from linklint.data.numbers import read_number
from linklint.data.suggest import closest_hint
from linklint.data.tree import KeyPath, Tree
from linklint.errors import Problem, UserError
from linklint.model.settings import DataRow, DataTable

AVERAGES = frozenset({"position", "ctr", "rate", "share"})
"""Columns that make no sense in sum."""
NOTHING = frozenset({"", "-", "–", "—", "n/a", "N/A", "null", "(not set)"})
"""What exports write where there is no value."""
EXTENSIONS = (".csv", ".tsv", ".txt")


class Wanted(NamedTuple):
    """A column as facts call it, its number in the file, and how rows are combined (None: not said)."""

    fact: str
    number: int
    combine: str | None


def read_tables(
    tree: Tree, folder: str, names: frozenset[str], read: Read, problems: list[Problem]
) -> tuple[DataTable, ...]:
    """The tables of a tree whose shape is right, in the order of the file. ``folder``: what paths are relative to."""
    found = []
    for table, entry in tree.value.get("data", {}).items():
        place = ("data", table)
        problems += _refuse_name(table, tree, place)
        path = resolve_file(entry["file"], folder, tree, (*place, "file"), problems) if "file" in entry else None
        data = None if path is None else read(path)
        if path is not None and data is None:
            message = f'the data file "{path}" cannot be read'
            problems.append(tree.problem((*place, "file"), message, suggest_file(path, names, EXTENSIONS)))
        if path is None or data is None:
            continue
        try:
            sheet = read_csv(data, path)
        except UserError as error:
            problems.extend(error.problems)
            continue
        found.append(_read_table(table, entry, sheet, tree, place, problems))
    return tuple(found)


def find_teleport(tree: Tree, tables: Sequence[DataTable], problems: list[Problem]) -> tuple[str, str] | None:
    """The table and column that ``score.teleport`` names."""
    written = tree.value.get("score", {}).get("teleport")
    if written is None or len(tables) < len(tree.value.get("data", {})):
        return None  # of a table that could not be read, that has been told
    known = {f"data.{table.name}.{column}": (table, column) for table in tables for column in table.columns}
    place = ("score", "teleport")
    if written not in known:
        near = closest_hint(written, known)
        hint = near or (f"there are: {', '.join(known)}" if known else 'name the file under "data"')
        problems.append(tree.problem(place, f'there is no data "{written}"', hint))
        return None
    table, column = known[written]
    if any(isinstance(row.values.get(column), str) for row in table.rows):
        problems.append(tree.problem(place, f'"{written}" is text, and visits are counted'))
    return table.name, column


def _read_table(
    table: str, entry: Mapping[str, Any], sheet: Sheet, tree: Tree, place: KeyPath, problems: list[Problem]
) -> DataTable:
    columns = {cell.text: number for number, cell in enumerate(sheet.header) if cell.text}
    key = (
        _find_column(entry.get("key", ""), columns, sheet, tree, (*place, "key"), problems) if "key" in entry else None
    )
    wanted = list(_find_wanted(entry, key, columns, sheet, tree, place, problems))
    decimal = entry.get("decimal", ".")
    values: list[dict[str, float | str]] = [{} for _ in sheet.rows]
    combinations: dict[str, str] = {}
    for fact, number, combine in wanted:
        cells = [row[number] for row in sheet.rows]
        numeric = _are_numbers(cells, decimal)
        if numeric:
            problems += _refuse_texts(cells, decimal, sheet, number)
        for value, cell in zip(values, cells, strict=True):
            if cell.text not in NOTHING:
                read = read_number(cell.text, decimal) if numeric else cell.text
                if read is not None:
                    value[fact] = read
        average = fact in AVERAGES or any(cell.text.endswith("%") for cell in cells)
        own = ("mean" if average else "sum") if numeric else "first"
        combinations[fact] = own if combine is None else combine
        if combine not in (None, "first") and not numeric and any(cell.text not in NOTHING for cell in cells):
            message = f'"{sheet.header[number].text}" is text, which has no {combine}'
            problems.append(tree.problem((*place, "columns", fact, "combine"), message, "use first"))
    if key is None:
        return DataTable(table, sheet.path, combinations)
    rows = (
        DataRow(row[key].text, sheet.location(row[key]), value) for row, value in zip(sheet.rows, values, strict=True)
    )
    return DataTable(table, sheet.path, combinations, tuple(row for row in rows if row.key))


def _find_wanted(
    entry: Mapping[str, Any],
    key: int | None,
    columns: Mapping[str, int],
    sheet: Sheet,
    tree: Tree,
    place: KeyPath,
    problems: list[Problem],
) -> Iterator[Wanted]:
    if "columns" not in entry:
        names = {"_".join(text.lower().replace(".", " ").split()): number for text, number in columns.items()}
        yield from (Wanted(fact, number, None) for fact, number in names.items() if number != key)
        return
    for fact, said in entry["columns"].items():
        spot = (*place, "columns", fact)
        problems += _refuse_name(fact, tree, spot)
        column, combine = (said, None) if isinstance(said, str) else (said.get("column"), said.get("combine"))
        if column is not None:
            where = spot if isinstance(said, str) else (*spot, "column")
            number = _find_column(column, columns, sheet, tree, where, problems)
            if number is not None:
                yield Wanted(fact, number, combine)


def _find_column(
    written: str, columns: Mapping[str, int], sheet: Sheet, tree: Tree, place: KeyPath, problems: list[Problem]
) -> int | None:
    number = columns.get(written.strip())
    if number is None:
        hint = closest_hint(written, columns) or f"columns: {', '.join(columns)}"
        problems.append(tree.problem(place, f'{sheet.path} has no column "{written}"', hint))
    return number


def _refuse_name(written: str, tree: Tree, place: KeyPath) -> Iterator[Problem]:
    if not written.replace("-", "_").isidentifier():
        message = f'"{written}" cannot be the name of a fact'
        yield tree.problem(place, message, "use letters, digits and _, such as clicks", key=True)


def _are_numbers(cells: Sequence[Cell], decimal: str) -> bool:
    """Whether more of the values are numbers than are not."""
    said = [cell.text for cell in cells if cell.text not in NOTHING]
    return 2 * sum(read_number(text, decimal) is not None for text in said) > len(said)


def _refuse_texts(cells: Sequence[Cell], decimal: str, sheet: Sheet, number: int) -> list[Problem]:
    """What is no number in a column of numbers would be missing without a word."""
    column = sheet.header[number].text
    other = {".": ",", ",": "."}[decimal]
    bad = [cell for cell in cells if cell.text not in NOTHING and read_number(cell.text, decimal) is None]
    return [
        sheet.problem(
            cell,
            f'"{cell.text}" is not a number, as the other values of "{column}" are',
            f'write `decimal: "{other}"` in the config' if read_number(cell.text, other) is not None else "",
        )
        for cell in bad[:MAXIMUM_PROBLEMS]
    ]
