"""A finding that says what other rules say of the same subjects takes their place: of a change, or of many pages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from linklint.engine.speaking import Draft
from linklint.engine.suppression import Placed
from linklint.engine.vocabulary import Context
from linklint.model.finding import Finding, Related
from linklint.model.rule import LEVELS

Key = tuple[str, str, tuple[str, ...]]
"""Rule, kind of subject, identity."""


class Settled(NamedTuple):
    """``drafts`` are those that are left. ``superseded`` are dropped. ``quiet`` maps the id of a draft to the directive
    that keeps it quiet: that of the findings in whose place it is."""

    drafts: list[Draft]
    superseded: list[Draft]
    quiet: Mapping[int, Placed]


def supersede(
    drafts: Sequence[Draft],
    supersedes: Mapping[str, Sequence[str]],
    context: Context,
    covering: Callable[[Draft], Sequence[Placed]],
) -> Settled:
    """Drops what another finding says too, and counts it among the ``related`` of that. ``supersedes``: rule → the
    rules whose findings about the same victims it replaces. The finding is as grave as the gravest that it replaces,
    so that nothing passes for being told better. Where directives keep all of those quiet, they keep it quiet, too. A
    finding that is dropped takes nobody's place."""
    wanted = {other for others in supersedes.values() for other in others}
    if not wanted:
        return Settled(list(drafts), [], {})
    known: dict[Key, list[Draft]] = {}
    for draft in drafts:
        if draft.finding.rule in wanted:
            known.setdefault((draft.finding.rule, draft.finding.subject.kind, draft.finding.identity), []).append(draft)
    dropped: dict[int, Draft] = {}
    changed: dict[int, Draft] = {}
    quiet: dict[int, Placed] = {}
    ranks = _rank(supersedes)
    for draft in sorted(drafts, key=lambda draft: ranks.get(draft.finding.rule, 0)):
        others = supersedes.get(draft.finding.rule, ())
        if not others or id(draft) in dropped:
            continue
        same = [found for key in _keys(draft, others, context) for found in known.get(key, ()) if found is not draft]
        loud = [found for found in same if not covering(found)]
        dropped.update((id(found), found) for found in loud)
        changed[id(draft)] = draft._replace(finding=_absorb(draft.finding, [found.finding for found in loud]))
        if same and not loud:
            quiet[id(changed[id(draft)])] = covering(same[0])[0]
    left = [changed.get(id(draft), draft) for draft in drafts if id(draft) not in dropped]
    return Settled(left, list(dropped.values()), quiet)


def _rank(supersedes: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Rule → how many rules supersede it, directly or not: who is superseded has its say after those who do it."""
    ranks = dict.fromkeys(supersedes, 0)
    for first in supersedes:
        reached = dict.fromkeys(supersedes[first])
        pending = list(reached)
        for rule in pending:
            fresh = [other for other in supersedes.get(rule, ()) if other not in reached]
            reached.update(dict.fromkeys(fresh))
            pending += fresh
        for rule in reached:
            ranks[rule] = ranks.get(rule, 0) + (rule != first)
    return ranks


def _keys(draft: Draft, others: Iterable[str], context: Context) -> list[Key]:
    identified = dict.fromkeys(
        (kind, tuple(context.vocabulary.identity(context.world, kind, victim))) for kind, victim in draft.victims
    )
    return [(rule, kind, identity) for rule in others for kind, identity in identified]


def _absorb(finding: Finding, others: Sequence[Finding]) -> Finding:
    if not others:
        return finding
    told = dict.fromkeys(Related(other.location, f"{other.message} ({other.rule})") for other in others)
    places = {related.location for related in told}
    kept = [related for related in finding.related if related.location not in places]
    level = min((finding.level, *(other.level for other in others)), key=LEVELS.index)
    return msgspec.structs.replace(finding, level=level, related=(*kept, *told))
