"""Which subjects of a world and its base are alike: the same in all that is their own, whatever lies around them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from linklint.facts.memberships import names_of
from linklint.facts.registry import lookup
from linklint.facts.subjects import written_links
from linklint.facts.world import World, once_per_world
from linklint.model.site import Page, Run

ABSENT = -1


def is_own(kind: str, name: str) -> bool:
    """Whether the fact of a subject follows from what is its own: then it is the same for subjects that are alike."""
    accessor = lookup(kind, name)
    return accessor is not None and accessor.own


def find_runs(world: World, kind: str) -> Sequence[Run]:
    """The subjects of the kind that are alike in the base and here, by their places among all of it."""
    return alike_links(world) if kind == "link" else ()


@once_per_world
def alike_links(world: World) -> tuple[Run, ...]:
    """The links that were resolved once for both, between pages that are alike."""
    base = world.base
    if base is None or base.settings != world.settings:
        return ()
    changed = find_changed(base, world)
    before, after = find_places(base), find_places(world)
    links = world.site.links
    found: list[Run] = []
    for first, second, length in world.site.kept:
        old, new = before[first], after[second]
        if (
            old != ABSENT
            and new != ABSENT
            and before[first + length - 1] == old + length - 1
            and after[second + length - 1] == new + length - 1
            and not any(
                link.source.path in changed or (link.target is not None and link.target.path in changed)
                for link in (links[second : second + length] if changed else ())
            )
        ):
            found.append(Run(old, new, length))
    return tuple(join_runs(found))


def find_changed(base: World, world: World) -> frozenset[str]:
    """The paths of the pages that are not alike: their text and their links do not count."""
    before = base.site.by_path
    return frozenset(
        path
        for path, page in world.site.by_path.items()
        if path not in before or describe(base, before[path]) != describe(world, page)
    )


def describe(world: World, page: Page) -> tuple[object, ...]:
    """What links own of the pages at their ends."""
    standing = page.url, page.kind, page.published, page.noindex, page.framework
    return *standing, page.title, page.lang, *names_of(world, page)


def find_places(world: World) -> list[int]:
    """For each link of the site its place among the subjects; ``ABSENT`` where it is none."""
    subjects = written_links(world)
    places, number = [], 0
    for link in world.site.links:
        if number < len(subjects) and subjects[number] is link:
            places.append(number)
            number += 1
        else:
            places.append(ABSENT)
    return places


def join_runs(runs: Sequence[Run]) -> Iterator[Run]:
    """The same with as few runs as can be. They stand in the order of both sides."""
    joined = Run(0, 0, 0)
    for run in runs:
        if (joined.before + joined.length, joined.after + joined.length) == (run.before, run.after):
            joined = joined._replace(length=joined.length + run.length)
            continue
        if joined.length:
            yield joined
        joined = run
    if joined.length:
        yield joined
