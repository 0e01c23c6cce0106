"""How old a link is, by git."""

from __future__ import annotations

from collections.abc import Mapping

from linklint.facts.page_age import read_day
from linklint.facts.registry import DATE, INTEGER, fact
from linklint.facts.world import World, once_per_world
from linklint.model.site import Link

COUNTED_OTHERWISE = frozenset({"lone-cr", "nul"})
"""Notes on files whose lines git may count in another way."""
WIDE = frozenset({"utf-16", "utf-32"})


@fact("link", "added", DATE)
def added(world: World, link: Link) -> str | None:
    """The day on which the line that the link stands on was written as it is, as git tells: an edit of the line counts
    as new, a renamed file keeps its lines, and what a merge brought has the day of the merge. Today for a line that is
    not committed yet. Missing for generated links, outside git, and for lines older than what git has here, as in a
    shallow clone."""
    return line_days(world).get(link.file, {}).get(link.written.span.line) if link.written else None


@fact("link", "age", INTEGER)
def age(world: World, link: Link) -> int | None:
    """The number of days since the link was added; missing where that is not known."""
    then, now = read_day(added(world, link)), read_day(world.today)
    return (now - then).days if then and now else None


@once_per_world
def line_days(world: World) -> Mapping[str, Mapping[int, str]]:
    """The days of all lines with links: git walks through its history for one as for all."""
    odd = {
        file.path
        for file in world.site.files
        if file.encoding in WIDE or any(note.kind in COUNTED_OTHERWISE for note in file.notes)
    }
    lines: dict[str, set[int]] = {}
    for link in world.site.links:
        if link.written and link.file not in odd:
            lines.setdefault(link.file, set()).add(link.written.span.line)
    return world.history.line_days(lines)
