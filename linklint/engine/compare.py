"""Two runs compared: which findings are new, which got worse, which are gone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from linklint.model.finding import Finding


class Comparison(msgspec.Struct, frozen=True):
    """``findings`` are those of the later run with ``new`` and ``worsened`` set; ``fixed`` those of the earlier run
    that the later one lacks."""

    findings: tuple[Finding, ...]
    fixed: tuple[Finding, ...]


def compare(before: Iterable[Finding], after: Sequence[Finding], superseded: Iterable[Finding] = ()) -> Comparison:
    """Compare by fingerprint. A worse measure under a known fingerprint is ``worsened`` and counts as new.
    ``superseded`` are findings of the later run that are told in other words: they are not fixed."""
    known = {finding.fingerprint: finding for finding in before}
    marked = []
    for finding in after:
        old = known.get(finding.fingerprint)
        worsened = old is not None and is_worse(finding, old.measure)
        marked.append(msgspec.structs.replace(finding, new=old is None or worsened, worsened=worsened))
    still = {finding.fingerprint for finding in (*after, *superseded)}
    return Comparison(tuple(marked), tuple(old for fp, old in known.items() if fp not in still))


def is_worse(finding: Finding, measure: float | None) -> bool:
    """Whether the finding's measure is worse than ``measure``; never, where one of them is unknown. Numbers that
    differ only by rounding are the same."""
    if finding.measure is None or measure is None or abs(finding.measure - measure) <= 1e-9 * abs(measure):
        return False
    return finding.measure < measure if finding.lower_is_worse else finding.measure > measure
