"""What joined data (``data:`` in the config) says of a page."""

from __future__ import annotations

from typing import Any

from linklint.facts.joined import rows_by_page, values_of
from linklint.facts.page_links import percentile
from linklint.facts.registry import ANY, NUMBER, FactType, fact
from linklint.facts.world import World, once_per_world
from linklint.model.site import Page, Row

ROW, ROWS = FactType("row"), FactType("row", many=True)


@fact("page", "data.*", ANY)
def data(world: World, page: Page, name: str) -> Any:
    """A column of a joined file, as TABLE.COLUMN: what the page's rows come to. Missing when the config names no such
    table, and for a page without a value."""
    return values_of(world, name).get(page)


@fact("page", "percentile.data.*", NUMBER)
def percentile_data(world: World, page: Page, name: str) -> float | None:
    """Percentage of the other pages with a number in that column of a joined file whose number is less."""
    value = values_of(world, name).get(page)
    return percentile(sorted_values(world, name), value) if isinstance(value, int | float) else None


@fact("page", "rows", ROWS)
def rows(world: World, page: Page) -> tuple[Row, ...]:
    """The rows of joined files that are about the page."""
    tables = (table.name for table in world.settings.data)
    return tuple(row for table in tables for row in rows_by_page(world).get((table, page), ()))


def sorted_values(world: World, name: str) -> list[float]:
    """All numbers of the column ``TABLE.COLUMN`` of pages, sorted: of these percentiles are read."""
    known = sorted_columns(world)
    if name not in known:
        known[name] = sorted(value for value in values_of(world, name).values() if isinstance(value, int | float))
    return known[name]


@once_per_world
def sorted_columns(world: World) -> dict[str, list[float]]:
    """Column → its sorted numbers, filled when one is asked for."""
    return {}
