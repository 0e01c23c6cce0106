"""Why a page is further away than it was: the links that the shortest ways went over, and that are gone."""

from __future__ import annotations

from collections.abc import Iterator

from linklint.facts.change_world import base_of, difference
from linklint.facts.world import World
from linklint.model.site import Link, Page


def lost_on_the_way(world: World, page: Page) -> tuple[Link, ...]:
    """The links of the base that are gone and for want of which a page of the base is deeper now, or unreachable.

    Walks back from the page. For a page that is deeper, only links of shortest ways count: had one of them and the way
    to it stayed, the depth had stayed. For a page that is unreachable, every way counts.
    """
    return () if _is_as_near(world, page, False) else tuple(dict.fromkeys(_walk_back(world, page)))


def _walk_back(world: World, page: Page) -> Iterator[Link]:
    found = difference(world)
    before = base_of(world).graph
    seen = {page}
    waiting = [page]
    while waiting:
        target = waiting.pop(0)
        depth = before.depth(target)
        if depth is None:
            continue
        cut_off = _depth_now(world, target) is None
        for source in before.linking_pages(target):
            way = before.depth(source)
            if way is None or not (cut_off or way + 1 == depth):
                continue
            if _is_as_near(world, source, cut_off):
                yield from (link for link in before.inlinks(target) if link.source is source)
            elif source not in seen:
                if source not in found.moved or found.is_edge_lost(source, target):
                    yield from (link for link in before.inlinks(target) if link.source is source)
                if source in found.moved:
                    seen.add(source)
                    waiting.append(source)


def _depth_now(world: World, page: Page) -> int | None:
    """The depth in the head of a page of the base; None where it is gone or cannot be reached."""
    now = difference(world).moved.get(page)
    return None if now is None else world.graph.depth(now)


def _is_as_near(world: World, page: Page, cut_off: bool) -> bool:
    """Whether a page of the base is no further away in the head; where what lies behind is cut off, whether it can be
    reached at all. Then the link from it is what is gone."""
    now, before = _depth_now(world, page), base_of(world).graph.depth(page)
    return now is not None and (cut_off or (before is not None and now <= before))
