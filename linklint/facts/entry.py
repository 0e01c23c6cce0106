"""One line of a sitemap, navigation or redirects file."""

from __future__ import annotations

from linklint.facts.registry import INTEGER, PAGE, TEXT, fact
from linklint.facts.world import World
from linklint.model.site import Entry, Page


@fact("entry", "file", TEXT)
def file(world: World, entry: Entry) -> str:
    """The path of the file."""
    return entry.file


@fact("entry", "kind", TEXT)
def kind(world: World, entry: Entry) -> str:
    """sitemap, nav or redirect."""
    return entry.kind


@fact("entry", "key", TEXT)
def key(world: World, entry: Entry) -> str:
    """What names the page there."""
    return entry.key


@fact("entry", "target", PAGE)
def target(world: World, entry: Entry) -> Page | None:
    """The page that is named; missing when nothing is there."""
    return entry.target


@fact("entry", "status", TEXT)
def status(world: World, entry: Entry) -> str:
    """What became of it, in the words of a link's status."""
    return entry.status


@fact("entry", "line", INTEGER)
def line(world: World, entry: Entry) -> int:
    """The line on which it stands."""
    return entry.location.line
