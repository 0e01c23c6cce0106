"""One line of a sitemap, navigation or redirects file."""

from __future__ import annotations

from linklint.facts.registry import BOOLEAN, INTEGER, PAGE, TEXT, fact
from linklint.facts.world import World, once_per_world
from linklint.model.site import STATUSES, Entry, Page


@fact("entry", "file", TEXT)
def file(world: World, entry: Entry) -> str:
    """The path of the file."""
    return entry.file


@fact("entry", "kind", TEXT, values=("sitemap", "nav", "redirect"))
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


@fact("entry", "status", TEXT, values=STATUSES)
def status(world: World, entry: Entry) -> str:
    """What became of it, as of a link."""
    return entry.status


@fact("entry", "to", TEXT)
def to(world: World, entry: Entry) -> str | None:
    """The destination as the line gives it; missing where a template makes it."""
    return entry.to or None


@fact("entry", "shown", BOOLEAN)
def shown(world: World, entry: Entry) -> bool:
    """Whether a published page shows the entry as a link, so that the rules on links judge it."""
    return (entry.location.path, entry.location.line, entry.location.column) in places_of_links(world)


@fact("entry", "line", INTEGER)
def line(world: World, entry: Entry) -> int:
    """The line on which it stands."""
    world.worded.add(entry.location.path)
    return entry.location.line


@once_per_world
def places_of_links(world: World) -> frozenset[tuple[str, int, int]]:
    """Where links of published pages are written that do not stand in those pages."""
    return frozenset(
        (link.file, link.written.span.line, link.written.span.column)
        for link in world.site.links
        if link.written and link.file != link.source.path and link.source.published
    )
