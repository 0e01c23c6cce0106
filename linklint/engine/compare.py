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
    """Compare by fingerprint. A worse measure under a known fingerprint is ``worsened`` and counts as new, and so does
    one more link that uses a definition. ``superseded`` are findings of the later run that are told in other words:
    they are not fixed."""
    earlier = {finding.fingerprint: finding for finding in before}
    known = {fp: finding for finding in earlier.values() for fp in finding.prints}
    marked = []
    for finding in after:
        old = [known[fp] for fp in finding.prints if fp in known]
        more = 0 < len(old) < len(finding.prints) and all(len(one.prints) < len(finding.prints) for one in old)
        worsened = more or any(is_worse(finding, one.measure) for one in old)
        new = worsened or len(old) < len(finding.prints)
        marked.append(msgspec.structs.replace(finding, new=new, worsened=worsened))
    still = {fp for finding in (*after, *superseded) for fp in finding.prints}
    return Comparison(tuple(marked), tuple(old for old in earlier.values() if still.isdisjoint(old.prints)))


def is_worse(finding: Finding, measure: float | None) -> bool:
    """Whether the finding's measure is worse than ``measure``; never, where one of them is unknown. Numbers that
    differ only by rounding are the same."""
    if finding.measure is None or measure is None or abs(finding.measure - measure) <= 1e-9 * abs(measure):
        return False
    return finding.measure < measure if finding.lower_is_worse else finding.measure > measure
