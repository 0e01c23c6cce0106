"""What a change did to the site, worked out from the two link graphs."""

from __future__ import annotations

from collections.abc import Iterator

from linklint.app.comparing import Comparison
from linklint.app.pictures import draw
from linklint.app.whole_folders import group_pages
from linklint.facts import World, lookup
from linklint.graph.difference import KEPT, Difference
from linklint.model.effect import ClusterEffect, Effect, LinkEffect, NumberEffect, PageEffect
from linklint.model.place import locate
from linklint.model.site import Cluster, Link, Page

TOP_PAGES = 25
"""Pages whose relative score is looked at: the first so many of either side."""
LEAST_MOVE = 0.05
"""A relative score that moved by less than this share is no news: on a connected site all scores move a little."""


def describe_effect(after: World, comparison: Comparison) -> Effect:
    """The whole of it, with ``after`` for the head."""
    before = comparison.before
    difference = Difference(before.graph, after.graph, comparison.renames)
    orphans = [{page.path for page in world.graph.orphans} for world in (before, after)]
    then = {_now(difference, page) for page in before.graph.orphans}
    links = tuple(_describe_links(difference))
    pages = tuple(_describe_pages(difference))
    orphaned, adopted = tuple(sorted(orphans[1] - then)), tuple(sorted(then - orphans[1]))
    return Effect(
        pages=pages,
        links=links,
        orphans_before=len(orphans[0]),
        orphans_after=len(orphans[1]),
        orphaned=orphaned,
        adopted=adopted,
        depths=tuple(_find_depths(difference)),
        scores=tuple(_find_scores(difference)),
        clusters=tuple(_find_coverage(before, after, difference)),
        picture=draw(pages, links, orphaned, adopted),
        groups=group_pages(difference.pages),
    )


def _now(difference: Difference, page: Page) -> str:
    """What a page of the base is called in the head; its old name where it is gone."""
    return difference.moved.get(page, page).path


def _describe_pages(difference: Difference) -> Iterator[PageEffect]:
    for change in difference.pages:
        if change.kind != KEPT:
            renamed = change.before is not None and change.after is not None
            yield PageEffect(change.kind, change.path, change.before.path if renamed and change.before else None)


def _describe_links(difference: Difference) -> Iterator[LinkEffect]:
    """The links that lead, or led, to a page of the site."""
    for change in difference.links:
        link = change.after or change.before
        ends = [_end(change.before), _end(change.after)]
        if link is None or link.written is None or ends == [None, None]:
            continue
        target, before = (ends[1], None) if change.before is None else (ends[0], None)
        if change.before is not None and change.after is not None:
            moved = difference.moved.get(change.before.target) if change.before.target else None
            target, before = ends[1], moved.path if moved else ends[0]
            if target == before:
                continue  # only its words or its place changed
        yield LinkEffect(
            change.kind, locate(link.file, link.written.span), link.written.text, link.source.path, target, before
        )


def _end(link: Link | None) -> str | None:
    leads = link is not None and link.target is not None and link.target is not link.source
    return link.target.path if leads and link and link.target else None


def _find_depths(difference: Difference) -> Iterator[NumberEffect]:
    """Pages that came nearer to a root or went farther, the largest moves first; of equal ones the better linked."""
    found = []
    for before, after in difference.moved.items():
        depths = difference.before.depth(before), difference.after.depth(after)
        if depths[0] != depths[1]:
            move = abs(depths[0] - depths[1]) if None not in depths else 10**9  # type: ignore[operator]  # both are numbers
            found.append((-move, difference.after.score_rank(after) or 10**9, after.path, depths))
    return (NumberEffect(path, *depths) for _, _, path, depths in sorted(found))


def _find_scores(difference: Difference) -> Iterator[NumberEffect]:
    found = []
    for before, after in difference.moved.items():
        ranks = difference.before.score_rank(before), difference.after.score_rank(after)
        scores = difference.before.relative_score(before), difference.after.relative_score(after)
        if min(rank or 10**9 for rank in ranks) > TOP_PAGES or scores[0] is None or scores[1] is None:
            continue
        move = abs(scores[1] / scores[0] - 1) if scores[0] else 1.0
        if move >= LEAST_MOVE:
            found.append((-move, after.path, scores))
    return (NumberEffect(path, *scores) for _, path, scores in sorted(found))


def _find_coverage(before: World, after: World, difference: Difference) -> Iterator[ClusterEffect]:
    """The clusters whose coverage moved."""
    for change in difference.clusters:
        numbers = [
            NumberEffect(name, _coverage(before, change.before, name), _coverage(after, change.after, name))
            for name in ("up", "down")
        ]
        cluster = change.after or change.before
        if cluster and any(number.before != number.after for number in numbers):
            yield ClusterEffect(cluster.id, *numbers)


def _coverage(world: World, cluster: Cluster | None, name: str) -> float | None:
    fact = lookup("cluster", f"coverage.{name}")
    return fact.get(world, cluster) if fact and cluster else None
