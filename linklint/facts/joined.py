"""What several rows of one page come to, and where visits begin: the tables behind the facts of joined data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from linklint.facts.world import World, once_per_world
from linklint.model.settings import Settings
from linklint.model.site import Page, Row

Value = float | str
WEIGHT = "impressions"
"""A mean is weighted by this column, where the table has it: an average position counts as often as it was seen."""


def combine_rows(rows: Sequence[Row], column: str, way: str) -> Value | None:
    """The one value of the rows' column (``way``: one of ``model.settings.COMBINATIONS``); None where none has one."""
    values = [(row.values[column], row.values.get(WEIGHT)) for row in rows if column in row.values]
    numbers = [value for value, _ in values if not isinstance(value, str)]
    if not numbers or way == "first":
        return values[0][0] if values else None
    if way == "mean":
        return average([(value, weight) for value, weight in values if not isinstance(value, str)])
    if way == "least":
        return min(numbers)
    return max(numbers) if way == "greatest" else sum(numbers)


def average(values: Sequence[tuple[float, Value | None]]) -> float:
    """The mean by weight; the plain one where a weight is missing or all are 0."""
    weights = [weight for _, weight in values if isinstance(weight, int | float) and weight >= 0]
    if len(weights) < len(values) or not sum(weights):
        weights = [1] * len(values)
    whole = sum(value * weight for (value, _), weight in zip(values, weights, strict=True))
    return float(f"{whole / sum(weights):.12g}")


def group_rows(rows: Iterable[Row]) -> dict[tuple[str, Page], list[Row]]:
    """(table, published page) → its rows, in the order of the file."""
    found: dict[tuple[str, Page], list[Row]] = {}
    for row in rows:
        if row.page is not None and row.page.published:
            found.setdefault((row.table, row.page), []).append(row)
    return found


def weigh_visits(rows: Iterable[Row], settings: Settings) -> dict[Page, float]:
    """Page → how many more visits begin there, by the column that the config names; empty where it names none."""
    if settings.score.teleport is None:
        return {}
    name, column = settings.score.teleport
    way = next((table.columns[column] for table in settings.data if table.name == name), "sum")
    weights: dict[Page, float] = {}
    for (table, page), own in group_rows(rows).items():
        value = combine_rows(own, column, way) if table == name else None
        if isinstance(value, int | float) and value > 0:
            weights[page] = value
    return weights


@once_per_world
def rows_by_page(world: World) -> dict[tuple[str, Page], list[Row]]:
    """Table and page → the rows of the joined CSV about that page."""
    return group_rows(world.site.rows)


@once_per_world
def values_by_column(world: World) -> dict[tuple[str, str], Mapping[Page, Value]]:
    """(table, column) → page → value."""
    found: dict[tuple[str, str], dict[Page, Value]] = {}
    ways = {table.name: table.columns for table in world.settings.data}
    for (table, page), rows in rows_by_page(world).items():
        for column, way in ways.get(table, {}).items():
            value = combine_rows(rows, column, way)
            if value is not None:
                found.setdefault((table, column), {})[page] = value
    return dict(found)


def values_of(world: World, name: str) -> Mapping[Page, Value]:
    """Page → value of the column that ``TABLE.COLUMN`` names; empty where there is none."""
    table, _, column = name.partition(".")
    return values_by_column(world).get((table, column), {})
