"""What is said of a page outside its text: keys of the front matter, and what the clusters file says of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from linklint.facts.change_world import base_of
from linklint.facts.memberships import keyword_of, memberships_of
from linklint.facts.world import World
from linklint.graph.difference import PageChange
from linklint.model.place import Location
from linklint.model.site import Page


class Setting(NamedTuple):
    """``key`` is a key of the front matter, or ``keyword``, which the clusters file may give, too."""

    key: str
    value: Any
    location: Location


def find_settings(world: World, change: PageChange) -> Iterator[tuple[str, Setting | None, Setting | None]]:
    """(added, removed or edited; the setting before; the setting after), by key. Of a page that is new or gone, only
    the keyword is told: all else is news like the page itself."""
    same = change.before is not None and change.after is not None and change.before.document is change.after.document
    before = read_settings(base_of(world), change.before, same) if change.before else {}
    after = read_settings(world, change.after, same) if change.after else {}
    whole = change.before is None or change.after is None
    for key in sorted(before.keys() | after.keys()):
        old, new = before.get(key), after.get(key)
        if (whole and key != "keyword") or (old and new and old.value == new.value):
            continue
        yield "added" if old is None else "removed" if new is None else "edited", old, new


def read_settings(world: World, page: Page, only_keyword: bool = False) -> dict[str, Setting]:
    """The settings of a page by key. The keyword is found by the name of the word, whatever its key."""
    lines = page.document.front_matter_lines
    own_key = world.site.front_matter_keys.get("keyword", "keyword")
    found = {
        str(key): Setting(str(key), value, locate_line(page.path, lines.get(key, 1)))
        for key, value in ({} if only_keyword else page.document.front_matter or {}).items()
        if key != own_key
    }
    keyword = keyword_of(world, page)
    if keyword is not None:
        found["keyword"] = Setting("keyword", keyword, locate_keyword(world, page, keyword))
    return found


def locate_keyword(world: World, page: Page, keyword: str) -> Location:
    """The line of the cluster or of the front matter that gives the keyword."""
    for member in memberships_of(world).get(page, ()):
        own = member.keyword or (member.cluster.keyword if member.role == "hub" else None)
        if own == keyword:
            return member.declared
    key = world.site.front_matter_keys.get("keyword", "keyword").partition(".")[0]
    return locate_line(page.path, page.document.front_matter_lines.get(key, 1))


def locate_line(path: str, line: int) -> Location:
    """A whole line: its beginning."""
    return Location(path, line, 1, line, 1)
