"""The numbers of a change's victim before and after: where it stood, and where it stands."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from typing import Any

from linklint.facts.change_subject import ChangeSubject, Wording
from linklint.facts.change_world import base_of, difference, page_changes
from linklint.facts.page import declared
from linklint.facts.registry import BOOLEAN, INTEGER, NUMBER, SHARE, FactType, fact
from linklint.facts.world import World, once_per_world
from linklint.model.site import Page

Measure = Callable[[World, Page], float | None]


def register(name: str, type_: FactType, doc: str, measure: Measure) -> None:
    """Facts ``name.before``, ``.after`` and ``.delta`` of a change, from a number of pages."""

    def before(world: World, change: ChangeSubject) -> float | None:
        page = change.page.before
        return measure(base_of(world), page) if page is not None else None

    def after(world: World, change: ChangeSubject) -> float | None:
        return measure(world, change.page.after) if change.page.after is not None else None

    register_pair(name, type_, doc, before, after)


def register_pair(
    name: str,
    type_: FactType,
    doc: str,
    before: Callable[[World, ChangeSubject], Any],
    after: Callable[[World, ChangeSubject], Any],
) -> None:
    def delta(world: World, change: ChangeSubject) -> float | None:
        old, new = before(world, change), after(world, change)
        return None if old is None or new is None else new - old

    before.__doc__ = f"{doc}, in the base."
    after.__doc__ = f"{doc}, in the head."
    delta.__doc__ = f"{doc}: how much more it is in the head; missing where either side has none."
    for word, compute in (("before", before), ("after", after), ("delta", delta)):
        fact("change", f"{name}.{word}", type_)(compute)


register("inlinks", INTEGER, "The number of inlinks of the victim", lambda world, page: len(world.graph.inlinks(page)))
register(
    "linking_pages",
    INTEGER,
    "The number of distinct pages that link the victim",
    lambda world, page: len(world.graph.linking_pages(page)),
)
register("depth", INTEGER, "The click depth of the victim", lambda world, page: world.graph.depth(page))
register(
    "relative_score",
    NUMBER,
    "The link score of the victim, 1 being average",
    lambda world, page: world.graph.relative_score(page),
)
register("score_rank", INTEGER, "The victim's rank by link score", lambda world, page: world.graph.score_rank(page))


@fact("change", "relative_score.ratio", NUMBER)
def relative_score_ratio(world: World, change: ChangeSubject) -> float | None:
    """The victim's relative score in the head as a part of that in the base: 0.7 when it fell by 30 percent."""
    before, after = change.page.before, change.page.after
    if before is None or after is None:
        return None
    old, new = base_of(world).graph.relative_score(before), world.graph.relative_score(after)
    return new / old if old and new is not None else None


@fact("change", "relative_score.drop", SHARE)
def relative_score_drop(world: World, change: ChangeSubject) -> float | None:
    """By how much the victim's relative score fell, as a part of what it was: 0.3 for 30 percent, negative when it
    rose."""
    ratio = relative_score_ratio(world, change)
    return None if ratio is None else 1 - ratio


@once_per_world
def priority_ranks(world: World) -> dict[Page, tuple[int, int]]:
    """Page of the head → its rank by link score, before and after, among the pages of both sides with the same
    priority in the front matter."""
    groups: dict[str, list[tuple[Page, float, float]]] = {}
    for before, after in difference(world).moved.items():
        value = declared(world, after, "priority")
        if value is None:
            continue  # most pages have none, and where no page has one, no score is worked out for this
        scores = base_of(world).graph.score(before), world.graph.score(after)
        if scores[0] is not None and scores[1] is not None:
            groups.setdefault(str(value).casefold(), []).append((after, round_score(scores[0]), round_score(scores[1])))
    ranks = {}
    for group in groups.values():
        old_scores, new_scores = sorted(-old for _, old, _ in group), sorted(-new for _, _, new in group)
        for page, old, new in group:
            ranks[page] = (1 + bisect_left(old_scores, -old), 1 + bisect_left(new_scores, -new))
    return ranks


def round_score(score: float) -> float:
    """By 9 significant digits: equal positions must not be told apart by rounding."""
    return float(f"{score:.9g}")


def rank_before(world: World, change: ChangeSubject) -> int | None:
    """The rank of the changed page by link score among those of its priority, before; None where it has none."""
    return priority_ranks(world)[change.page.after][0] if change.page.after in priority_ranks(world) else None


def rank_after(world: World, change: ChangeSubject) -> int | None:
    """The rank of the changed page by link score among those of its priority, now; None where it has none."""
    return priority_ranks(world)[change.page.after][1] if change.page.after in priority_ranks(world) else None


register_pair(
    "priority_rank",
    INTEGER,
    "The victim's rank by link score among the pages of both sides with the same priority",
    rank_before,
    rank_after,
)


def pages_before(world: World, change: ChangeSubject) -> int | None:
    return count_pages(change, change.before)


def pages_after(world: World, change: ChangeSubject) -> int | None:
    return count_pages(change, change.after)


def count_pages(change: ChangeSubject, wording: Wording | None) -> int | None:
    """The number of pages that link with the anchor text, 0 where none does; None for changes of other things."""
    if change.what != "anchor":
        return None
    return wording.pages if wording else 0


register_pair(
    "pages",
    INTEGER,
    "Of an anchor: the pages that link the victim with that text in their body",
    pages_before,
    pages_after,
)


# States


@fact("change", "orphaned", BOOLEAN)
def orphaned(world: World, change: ChangeSubject) -> bool:
    """Whether a page of both sides is an orphan now and was none before."""
    before, after = change.page.before, change.page.after
    if before is None or after is None:
        return False
    return world.graph.orphan(after) == "yes" and base_of(world).graph.orphan(before) == "no"


@fact("change", "stranded", BOOLEAN)
def stranded(world: World, change: ChangeSubject) -> bool:
    """Whether no root leads any more to a page of both sides that one led to before."""
    before, after = change.page.before, change.page.after
    if before is None or after is None:
        return False
    return base_of(world).graph.reachable(before) is True and world.graph.reachable(after) is False


@fact("change", "older_pages.count", INTEGER)
def older_pages_count(world: World, change: ChangeSubject) -> int:
    """The number of published pages of the base that are still there, but for the victim."""
    return sum(after is not change.page.after for after in difference(world).moved.values())


@fact("change", "older_pages.linked", INTEGER)
def older_pages_linked(world: World, change: ChangeSubject) -> int | None:
    """The number of those that the victim links; missing where it is gone."""
    if change.page.after is None:
        return None
    known = page_changes(world)
    return sum(known[page].before is not None for page in world.graph.linked_pages(change.page.after))
