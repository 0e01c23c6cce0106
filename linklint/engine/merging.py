"""Rules about destinations: what links share by the definition of a reference is told once, where that stands.

Each link is judged, numbered, superseded and kept quiet by itself; what is then left of them is one finding. So a
directive at one link leaves the others to be told, and a baseline knows each by the fingerprint that it always had.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from linklint.engine.fingerprints import number_findings
from linklint.engine.speaking import Draft, Shared
from linklint.model.finding import Finding, Related, Use


def number_drafts(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of one rule, which come in file order, with fingerprints: of each, and of the definition that it
    shares with others."""
    shared = {draft.shared: draft.finding for draft in drafts if draft.shared is not None}
    places = sorted(shared)
    named = number_findings(msgspec.structs.replace(shared[place], identity=place.identity) for place in places)
    known = {place: place._replace(fingerprint=one.fingerprint) for place, one in zip(places, named, strict=True)}
    numbered = zip(drafts, number_findings(draft.finding for draft in drafts), strict=True)
    return [draft._replace(finding=finding, shared=draft.shared and known[draft.shared]) for draft, finding in numbered]


def merge(drafts: Iterable[Draft]) -> list[Finding]:
    """The findings of numbered drafts: one for all that one rule says about one definition."""
    groups: dict[object, list[Draft]] = {}
    for draft in drafts:
        groups.setdefault((draft.finding.rule, draft.shared) if draft.shared else id(draft), []).append(draft)
    return [_tell_once(group[0].shared, group) for group in groups.values()]


def _tell_once(shared: Shared | None, drafts: Sequence[Draft]) -> Finding:
    finding = drafts[0].finding
    if shared is None:
        return finding
    uses = tuple(Use(draft.finding.identity, draft.finding.fingerprint, draft.own) for draft in drafts)
    return msgspec.structs.replace(
        finding,
        message=finding.message + (f" ({len(uses)} links use this definition)" if len(uses) > 1 else ""),
        related=(*(Related(use.location, "the reference is used here") for use in uses), *finding.related),
        identity=shared.identity,
        fingerprint=shared.fingerprint,
        uses=uses,
    )
