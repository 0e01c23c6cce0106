"""One row of a joined data file that is about a published page, such as a page and a search query."""

from __future__ import annotations

from typing import Any

from linklint.facts.page_data import ROW, ROWS
from linklint.facts.registry import ANY, INTEGER, PAGE, SHARE, TEXT, fact
from linklint.facts.world import World, once_per_world
from linklint.model.site import Page, Row

QUERY, IMPRESSIONS = "query", "impressions"


@fact("row", "table", TEXT)
def table(world: World, row: Row) -> str:
    """What the config calls the file."""
    return row.table


@fact("row", "page", PAGE)
def page(world: World, row: Row) -> Page | None:
    """The page that the row is about."""
    return row.page


@fact("row", "place", TEXT)
def place(world: World, row: Row) -> str:
    """Where the row stands: path:line."""
    return f"{row.location.path}:{row.location.line}"


@fact("row", "values.*", ANY)
def values(world: World, row: Row, column: str) -> Any:
    """The row's value in a column; missing where the cell is empty."""
    return row.values.get(column)


@fact("row", "rivals", ROWS)
def rivals(world: World, row: Row) -> tuple[Row, ...]:
    """The rows of the same file with the same text in the column query and with another page, most impressions
    first."""
    return tuple(other for other in contest(world, row) if other.page is not row.page)


@fact("row", "rival", ROW)
def rival(world: World, row: Row) -> Row | None:
    """The first of the rivals, that with the most impressions; missing where there is none."""
    return next(iter(rivals(world, row)), None)


@fact("row", "rank", INTEGER)
def rank(world: World, row: Row) -> int | None:
    """1 for the row of its query with the most impressions, by path where they are equal; missing without a query."""
    found = contest(world, row)
    return found.index(row) + 1 if row in found else None


@fact("row", "share", SHARE)
def share(world: World, row: Row) -> float | None:
    """The row's part (0 to 1) of the impressions of its query over all its rows; missing without a query or any."""
    whole = sum(map(impressions, contest(world, row)))
    return impressions(row) / whole if whole else None


def impressions(row: Row) -> float:
    """How often the query of the row was shown; 0 where the table does not say."""
    value = row.values.get(IMPRESSIONS, 0)
    return 0 if isinstance(value, str) else value


def contest(world: World, row: Row) -> list[Row]:
    """All rows of the row's query, itself included."""
    return contests(world).get((row.table, query(row)), []) if query(row) else []


def query(row: Row) -> str:
    """The query of the row, case folded; empty where the table has none."""
    return str(row.values.get(QUERY, "")).casefold()


@once_per_world
def contests(world: World) -> dict[tuple[str, str], list[Row]]:
    """(table, query) → its rows, most impressions first."""
    found: dict[tuple[str, str], list[Row]] = {}
    for each in joined_rows(world):
        if query(each):
            found.setdefault((each.table, query(each)), []).append(each)
    for rows in found.values():
        rows.sort(key=lambda row: (-impressions(row), row.page.path if row.page else "", row.location))
    return found


@once_per_world
def joined_rows(world: World) -> tuple[Row, ...]:
    """The rows about published pages, in the order of the files."""
    return tuple(row for row in world.site.rows if row.page is not None and row.page.published)
