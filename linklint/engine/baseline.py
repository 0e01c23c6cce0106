"""The baseline: findings that were there before, by fingerprint, kept quiet until they get worse or go away."""

from __future__ import annotations

from collections.abc import Collection, Iterable

import msgspec

from linklint.engine.compare import is_worse
from linklint.model.finding import Finding, Suppressed


class BaselineEntry(msgspec.Struct, frozen=True, order=True):
    """One known finding. ``path`` is that of its file, for people who read the baseline; only ``fp`` counts."""

    fp: str
    rule: str
    path: str
    measure: float | None = None


def baseline_entries(findings: Iterable[Finding]) -> list[BaselineEntry]:
    """The entries that keep exactly these findings quiet, sorted by path, rule and fingerprint. Of a finding about a
    definition, one for each link that uses it, so that one more of them is told."""
    entries = {
        BaselineEntry(fp, each.rule, each.location.path, each.measure) for each in findings for fp in each.prints
    }
    return sorted(entries, key=lambda entry: (entry.path, entry.rule, entry.fp))


def apply_baseline(
    findings: Iterable[Finding],
    entries: Iterable[BaselineEntry],
    path: str,
    ran: Collection[str] | None = None,
) -> tuple[list[Finding], list[Suppressed], list[BaselineEntry]]:
    """Split findings by the baseline file at ``path``: (kept, suppressed, stale entries).

    A known finding whose measure is worse than the baseline's is kept, with ``worsened`` True. Stale are entries that
    no finding has any more, of the rules in ``ran`` (None: of all), since a rule that did not run proves nothing.
    """
    known = _merge(entries)
    kept: list[Finding] = []
    suppressed: list[Suppressed] = []
    met: set[str] = set()
    for finding in findings:
        old = [known[fp] for fp in finding.prints if fp in known]
        met.update(entry.fp for entry in old)
        if not old:
            kept.append(finding)
        elif len(old) < len(finding.prints) or any(is_worse(finding, entry.measure) for entry in old):
            kept.append(msgspec.structs.replace(finding, worsened=True))
        else:
            suppressed.append(Suppressed(finding, "known before", path, by="baseline"))
    stale = [entry for fp, entry in known.items() if fp not in met and (ran is None or entry.rule in ran)]
    return kept, suppressed, stale


def _merge(entries: Iterable[BaselineEntry]) -> dict[str, BaselineEntry]:
    """By fingerprint. A file that git merged line by line may name one finding twice: the last line counts."""
    return {entry.fp: entry for entry in entries}
