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
    """The findings, and the links that they speak of, with their fingerprints. They come in file order: the n-th of
    equal identity has ordinal n - 1."""
    seen: Counter[tuple[str, tuple[str, ...]]] = Counter()

    def number(rule: str, identity: tuple[str, ...]) -> str:
        seen[rule, identity] += 1
        return fingerprint(rule, identity, seen[rule, identity] - 1)

    replace = msgspec.structs.replace
    return [
        replace(
            finding,
            fingerprint=number(finding.rule, finding.identity),
            uses=tuple(replace(use, fingerprint=number(finding.rule, use.identity)) for use in finding.uses),
        )
        for finding in findings
    ]
