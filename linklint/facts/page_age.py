"""How old a page is: by its own date, else by git."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections.abc import Mapping

from linklint.facts.page import look_up
from linklint.facts.registry import BOOLEAN, DATE, INTEGER, fact
from linklint.facts.text import primary_language
from linklint.facts.world import World, once_per_world
from linklint.model.site import Page

DATE_KEYS = ("date", "published", "publishdate", "publishDate", "pubDate", "pubdate", "datePublished", "created")
ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@fact("page", "created", DATE)
def created(world: World, page: Page) -> str | None:
    """The day on which the page was published: the date in its front matter (date, published, publishDate, pubDate,
    created), else the one that the name of its file or folder begins with, else the day of its first commit, else, for
    a file that is not committed yet, today; missing where git does not know, as in a shallow clone."""
    day = own_day(page)
    if day:
        return day
    known = first_commits(world)
    return known.get(page.path, world.today) if known else None


@fact("page", "dated", BOOLEAN)
def dated(world: World, page: Page) -> bool:
    """Whether the page says on which day it was published, in its front matter or by the name of its file or folder, as
    posts do."""
    return own_day(page) is not None


@fact("page", "age", INTEGER)
def age(world: World, page: Page) -> int | None:
    """The number of days since the page was published; negative for a day to come; missing where that is not known."""
    then, now = read_day(created(world, page)), read_day(world.today)
    return (now - then).days if then and now else None


@fact("page", "older_pages", INTEGER)
def older_pages(world: World, page: Page) -> int | None:
    """The number of published pages of the same language that are older than this one; missing where its day is not
    known."""
    day = created(world, page)
    return bisect_left(days(world).get(primary_language(page.lang), []), day) if day else None


def own_day(page: Page) -> str | None:
    """What the page itself says of its day."""
    matter = page.document.front_matter or {}
    said = (look_up(matter, key) for key in DATE_KEYS)
    named = reversed(page.path.split("/")[-2:])
    return next((day.isoformat() for value in (*said, *named) if (day := read_day(value))), None)


def read_day(value: object) -> datetime.date | None:
    """The day that a text begins with; None for anything else."""
    match = ISO_DATE.match(value) if isinstance(value, str) else None
    try:
        return datetime.date.fromisoformat(match[0]) if match else None
    except ValueError:
        return None


@once_per_world
def first_commits(world: World) -> Mapping[str, str]:
    """Path → the day (``2025-06-01``) on which its author first committed the file."""
    return world.history.first_commits()


@once_per_world
def days(world: World) -> dict[str | None, list[str]]:
    """Primary language → the days of its published pages, sorted."""
    found: dict[str | None, list[str]] = {}
    for page in world.site.pages:
        if page.published and (day := created(world, page)):
            found.setdefault(primary_language(page.lang), []).append(day)
    for each in found.values():
        each.sort()
    return found
