"""Where a page stands on the reader's journey; the config's ``stages`` give the order."""

from __future__ import annotations

from collections import deque

from linklint.facts.memberships import stage_of
from linklint.facts.registry import BOOLEAN, INTEGER, fact
from linklint.facts.world import World, once_per_world
from linklint.model.site import Page


@fact("page", "stage.number", INTEGER)
def stage_number(world: World, page: Page) -> int | None:
    """The number of the page's stage among the config's stages, 1 for the first; missing for other words and for pages
    without a stage."""
    stages, stage = world.settings.stages, stage_of(world, page)
    return stages.index(stage) + 1 if stage in stages else None


@fact("page", "stage.is_last", BOOLEAN)
def stage_is_last(world: World, page: Page) -> bool | None:
    """Whether no published page has a later stage; missing for pages without a stage of the config."""
    number = stage_number(world, page)
    return None if number is None else number == last_stage(world)


@fact("page", "stage.leads_on", BOOLEAN)
def stage_leads_on(world: World, page: Page) -> bool | None:
    """Whether a path of followed links leads from the page to one of the last stage that any published page has;
    missing where no page has a stage."""
    return page.index in on_the_way(world) if last_stage(world) else None


@once_per_world
def last_stage(world: World) -> int:
    """The greatest number of a stage of a published page; 0 where none has one."""
    numbers = (stage_number(world, page) for page in world.site.pages if page.published)
    return max((number for number in numbers if number), default=0)


@once_per_world
def on_the_way(world: World) -> frozenset[int]:
    """The indices of the pages of the last stage and of all from which links lead to one."""
    goals = [page.index for page in world.site.pages if page.published and stage_is_last(world, page)]
    found, waiting = set(goals), deque(goals)
    while waiting:
        for source in world.graph.backward[waiting.popleft()]:
            if source not in found:
                found.add(source)
                waiting.append(source)
    return frozenset(found)
