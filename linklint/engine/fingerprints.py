"""Fingerprints: what makes a finding the same finding when lines move (DESIGN section 4)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256

import msgspec

from linklint.model.finding import Finding


def fingerprint(rule: str, identity: Sequence[str], ordinal: int) -> str:
    """SHA-256, in hex, of the rule's id, the subject's identity and the ordinal (0-based). Every part is preceded by
    its length, so that no two different identities read the same."""
    digest = sha256()
    for part in (rule, *identity, str(ordinal)):
        data = part.encode("utf-8", "surrogatepass")
        digest.update(b"%d:%b" % (len(data), data))
    return digest.hexdigest()


def number_findings(findings: Iterable[Finding]) -> list[Finding]:
    """The findings with their fingerprints. They come in file order: the n-th of equal identity has ordinal n - 1."""
    seen: Counter[tuple[str, tuple[str, ...]]] = Counter()
    numbered = []
    for finding in findings:
        key = (finding.rule, finding.identity)
        numbered.append(
            msgspec.structs.replace(finding, fingerprint=fingerprint(finding.rule, finding.identity, seen[key]))
        )
        seen[key] += 1
    return numbered
