"""``gitlab``: a Code Quality report for GitLab's merge requests.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import Any

from linklint.model.finding import Finding, Report
from linklint.report.json import dump_json
from linklint.report.rendering import Rendering
from linklint.report.wording import say_with_suggestions

SEVERITIES = {"error": "major", "warning": "minor", "notice": "info"}


def write_gitlab(report: Report, rendering: Rendering) -> str:
    """An array of issues. GitLab merges issues of equal fingerprints, so each gets one of its own, stable when lines
    move. A finding about the whole site, which stands in no file, is put at the config's usual place."""
    seen: Counter[str] = Counter()
    issues = []
    for finding in report.findings:
        key = finding.fingerprint or "\0".join((finding.rule, finding.location.path, finding.message))
        issues.append(_describe(finding, hashlib.sha256(f"{key}\0{seen[key]}".encode(errors="replace")).hexdigest()))
        seen[key] += 1
    return dump_json(issues) + "\n"


def _describe(finding: Finding, fingerprint: str) -> dict[str, Any]:
    return {
        "description": say_with_suggestions(finding),
        "check_name": finding.rule,
        "fingerprint": fingerprint,
        "severity": SEVERITIES[finding.level],
        "location": {
            "path": finding.location.path or ".linklint.yml",
            "lines": {"begin": max(finding.location.line, 1)},
        },
    }
