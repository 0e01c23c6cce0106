"""What is to be told of joined data: rows that are about no page."""

from __future__ import annotations

from collections.abc import Iterator

from linklint.facts import World
from linklint.model.finding import RunNotice


def find_unmatched(world: World) -> Iterator[RunNotice]:
    """One notice for each table with rows whose address no published page has; a warning where no row has one."""
    for table in world.settings.data:
        rows = [row for row in world.site.rows if row.table == table.name]
        lost = [row for row in rows if row.page is None or not row.page.published]
        if not lost:
            continue
        first = f'"{lost[0].key}" in line {lost[0].location.line}'
        if len(lost) == len(rows):
            told = f"none of the {len(rows)} rows of {table.path} is about a page of this site, such as {first}"
            hint = "" if world.settings.site.url else "; say where the site is with `site: {url: …}`"
            yield RunNotice("warning", f"data.{table.name}: {told}{hint}")
        else:
            told = f"{len(lost)} of {len(rows)} rows of {table.path} are about no page of this site, such as {first}"
            yield RunNotice("notice", f"data.{table.name}: {told}")
