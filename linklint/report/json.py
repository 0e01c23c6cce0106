"""``json``: everything, for programs. Version 1; described by ``linklint schema json``."""

from __future__ import annotations

import json
import re
from typing import Any

from linklint.model.finding import Finding, Report, Suppressed
from linklint.model.place import Location
from linklint.report.rendering import Rendering
from linklint.report.writing import SELECTORS, UNSEEN

VERSION = 1
# Texts keep their value: JSON can write every character as an escape. The control characters below space are escaped
# by ``json`` itself; the only ones left are the line ends between the values.
SUSPECT = re.compile(f"(?![\\x00-\\x1f])[{UNSEEN}]|(?<=#)[{SELECTORS}]|#(?=#\\[)")


def write_json(report: Report, rendering: Rendering) -> str:
    """The report as one JSON object, keys in the order of the format, ended by a newline."""
    summary = report.summary
    value = {
        "version": VERSION,
        "tool": {"name": "linklint", "version": rendering.version},
        "summary": {
            "pages": summary.pages,
            "links": summary.links,
            "internal": summary.internal,
            "external": summary.external,
            "unresolvable": summary.unresolvable,
            "opaque": summary.opaque,
            "outside": summary.outside,
            "errors": summary.errors,
            "warnings": summary.warnings,
            "notices": summary.notices,
            "new": summary.new,
            "fixed": summary.fixed,
            "suppressed": len(report.suppressed),
            "framework": list(summary.framework),
            "roots": list(summary.roots),
        },
        "findings": [describe_finding(finding) for finding in report.findings],
        "suppressed": [_describe_suppressed(entry) for entry in report.suppressed],
    }
    return dump_json(value) + "\n"


def dump_json(value: Any, *, indent: int | None = 2, sort_keys: bool = False) -> str:
    """JSON that shows wide text as it is, hides no character and holds no command for the
    runner of GitHub Actions. Every text has its exact value."""
    return SUSPECT.sub(
        _escape, json.dumps(value, ensure_ascii=False, indent=indent, sort_keys=sort_keys, allow_nan=False)
    )


def _escape(match: re.Match[str]) -> str:
    return json.dumps(match.group())[1:-1] if match.group() != "#" else "\\u0023"


def describe_finding(finding: Finding) -> dict[str, Any]:
    """A finding as the format's object, keys in order."""
    location, subject = finding.location, finding.subject
    return {
        "rule": finding.rule,
        "level": finding.level,
        **_describe_place(location),
        "message": finding.message,
        "help": finding.help,
        "docs": finding.docs,
        "subject": {"kind": subject.kind, "id": subject.id, "path": subject.path, "url": subject.url},
        "cause": None if finding.cause is None else _describe_place(finding.cause),
        "related": [
            {
                "path": related.location.path,
                "line": max(related.location.line, 1),
                "column": max(related.location.column, 1),
                "message": related.message,
            }
            for related in finding.related
        ],
        "suggestions": list(finding.suggestions),
        "new": finding.new,
        "worsened": finding.worsened,
        "fingerprint": finding.fingerprint,
    }


def _describe_place(location: Location) -> dict[str, Any]:
    """A file that is gone has no lines; the format's begin at 1."""
    return {
        "path": location.path,
        "line": max(location.line, 1),
        "column": max(location.column, 1),
        "end_line": max(location.end_line, 1),
        "end_column": max(location.end_column, 1),
    }


def _describe_suppressed(entry: Suppressed) -> dict[str, Any]:
    return {
        "rule": entry.finding.rule,
        "path": entry.finding.location.path,
        "line": entry.finding.location.line,
        "reason": entry.reason,
        "where": entry.where,
    }
