"""How old a page is: by its own date, else by git."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections.abc import Mapping

from linklint.facts.page import look_up
from linklint.facts.registry import DATE, INTEGER, fact
from linklint.facts.world import World, once_per_world
from linklint.model.site import Page

DATE_KEYS = ("date", "published", "publishdate", "publishDate", "pubDate", "pubdate", "datePublished", "created")
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@fact("page", "created", DATE)
def created(world: World, page: Page) -> str | None:
    """The day on which the page was published: the date in its front matter (date, published, publishDate, pubDate,
    created), else the day of its first commit, else, for a file that is not committed yet, today; missing where git
    does not know, as in a shallow clone."""
    matter = page.document.front_matter or {}
    for key in DATE_KEYS:
        day = read_day(look_up(matter, key))
        if day:
            return day.isoformat()
    known = first_commits(world)
    return known.get(page.path, world.today) if known else None


@fact("page", "age", INTEGER)
def age(world: World, page: Page) -> int | None:
    """The number of days since the page was published; negative for a day to come; missing where that is not known."""
    then, now = read_day(created(world, page)), read_day(world.today)
    return (now - then).days if then and now else None


@fact("page", "older_pages", INTEGER)
def older_pages(world: World, page: Page) -> int | None:
    """The number of published pages that are older than this one; missing where its day is not known."""
    day = created(world, page)
    return bisect_left(days(world), day) if day else None


def read_day(value: object) -> datetime.date | None:
    """The day that a text begins with; None for anything else."""
    match = ISO_DATE.match(value) if isinstance(value, str) else None
    try:
        return datetime.date.fromisoformat(match[0]) if match else None
    except ValueError:
        return None


@once_per_world
def first_commits(world: World) -> Mapping[str, str]:
    return world.history.first_commits()


@once_per_world
def days(world: World) -> list[str]:
    return sorted(day for page in world.site.pages if page.published and (day := created(world, page)))
