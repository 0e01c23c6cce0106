"""The base and the head of a world, compared once."""

from __future__ import annotations

from linklint.facts.change_lines import LineMap
from linklint.facts.world import World, once_per_world
from linklint.graph import Difference
from linklint.graph.difference import PageChange
from linklint.model.site import Page

NOBODY = PageChange("kept", None, None)
"""Where no page is concerned."""


def base_of(world: World) -> World:
    """The base; the world itself, where it has none: then nothing differs."""
    return world.base or world


@once_per_world
def difference(world: World) -> Difference:
    """The difference of the two graphs. Only for a world with a base."""
    return Difference(base_of(world).graph, world.graph, world.change.renames)


def is_empty(world: World) -> bool:
    """Whether nothing differs: no file, and (where only settings outside the repository differ) no page or link."""
    found = difference(world)
    return not world.change.changed and not found.links and all(change.kind == "kept" for change in found.pages)


def page_change(world: World, *pages: Page | None) -> PageChange:
    """What became of the first of the pages, of either side, that is one; ``NOBODY`` where none is published."""
    page = next((page for page in pages if page is not None), None)
    return NOBODY if page is None else page_changes(world).get(page, NOBODY)


@once_per_world
def page_changes(world: World) -> dict[Page, PageChange]:
    """Page of either side → what became of it."""
    return {page: change for change in difference(world).pages for page in (change.before, change.after) if page}


def new_path(world: World, path: str) -> str:
    """What the head calls a file of the base."""
    return world.change.renames.get(path, path)


def old_path(world: World, path: str) -> str:
    """What the base called a file of the head."""
    return next((old for old, new in world.change.renames.items() if new == path), path)


def moved_page(world: World, named: str) -> Page | None:
    """The page that was at a path of the base, or at an address of it, and is elsewhere now; None where the base had
    none there, or there is no base."""
    if world.base is None:
        return None
    before = world.base.site.by_url.get(named) if named.startswith("/") else world.base.site.by_path.get(named)
    return difference(world).moved.get(before) if before is not None else None


def line_map(world: World, path: str) -> LineMap | None:
    """The lines of a file of the base in the head; None where either side lacks the file."""
    known = line_maps(world)
    if path not in known:
        before, after = world.change.read_before(path), world.change.read_after(new_path(world, path))
        known[path] = None if before is None or after is None else LineMap(before, after)
    return known[path]


@once_per_world
def line_maps(world: World) -> dict[str, LineMap | None]:
    """Path → where its lines went, None where either side lacks the file; filled when a file is asked for."""
    return {}
