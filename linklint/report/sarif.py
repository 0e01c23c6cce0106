"""``sarif``: SARIF 2.1.0, for GitHub's code scanning and every viewer of that format.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/; what GitHub reads of it:
https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

import msgspec

from linklint.model.finding import Finding, Report, RuleText, Suppressed
from linklint.model.place import Location
from linklint.model.rule import LEVELS
from linklint.report.json import dump_json
from linklint.report.rendering import Rendering
from linklint.report.wording import flatten, say_with_suggestions

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
# GitHub takes 25,000 results and shows 5,000; the first of a run are the ones that matter most.
MOST_RESULTS = 25_000
LONGEST_DESCRIPTION = 1000
LONGEST_AREA = 100
GRADES = {"error": "error", "warning": "warning", "notice": "note", "off": "none"}


def write_sarif(report: Report, rendering: Rendering) -> str:
    """One run. Results by level, then place; suppressed ones last, with their justification. On GitHub they are left
    out: it opens an alert for each all the same (github/codeql-action#1230), so a baseline would be lost there."""
    report = msgspec.structs.replace(report, suppressed=()) if rendering.on_github else report
    rules = collect_rules(report)
    index = {rule.id: number for number, rule in enumerate(rules)}
    findings = sorted(report.findings, key=lambda finding: LEVELS.index(finding.level))
    results = [_describe(finding, index) for finding in findings]
    results += [_describe_suppressed(entry, index) for entry in report.suppressed]
    run = {
        "tool": {
            "driver": {
                "name": "linklint",
                "semanticVersion": rendering.version,
                "rules": [_describe_rule(rule) for rule in rules],
            }
        },
        "automationDetails": {"id": name_run(report)},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"SRCROOT": {"description": {"text": "The top of the repository."}}},
        "results": results[:MOST_RESULTS],
    }
    return dump_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def name_run(report: Report) -> str:
    """The category, up to the last slash. What GitHub gets under the name of an earlier file takes its place, so a run
    that shows only some folders has another name than one that shows all. A name that is given to the upload does not
    count where the file has one (``populateRunAutomationDetails`` of github/codeql-action)."""
    area = ",".join(report.area)
    if len(area) > LONGEST_AREA:
        area = hashlib.sha256(area.encode()).hexdigest()[:16]
    return "/".join(filter(None, ("linklint", flatten(area)))) + "/"


def collect_rules(report: Report) -> Sequence[RuleText]:
    """The rules that ran, and those that findings name all the same (suppressed by a rule that is off now), by id."""
    rules = {rule.id: rule for rule in report.rules}
    for finding in (*report.findings, *(entry.finding for entry in report.suppressed)):
        rules.setdefault(finding.rule, RuleText(finding.rule, finding.level, finding.message, help=finding.help))
    return [rules[rule] for rule in sorted(rules)]


def _describe_rule(rule: RuleText) -> dict[str, Any]:
    """``shortDescription`` stands at the top of an alert: the rule's name, since its message is a template."""
    title = flatten(rule.id)[:LONGEST_DESCRIPTION]
    description: dict[str, Any] = {
        "id": rule.id,
        "shortDescription": {"text": title},
        "fullDescription": {"text": flatten(rule.why)[:LONGEST_DESCRIPTION] or title},
        "help": {"text": flatten(rule.help) or title},
        "defaultConfiguration": {"level": GRADES[rule.level]},
    }
    return {**description, "helpUri": rule.docs} if rule.docs else description


def _describe(finding: Finding, index: Mapping[str, int]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "level": GRADES[finding.level],
        "message": {"text": say_with_suggestions(finding)},
        "locations": [_describe_location(finding.location)],
        "partialFingerprints": {"primaryLocationLineHash": f"{finding.fingerprint}:1"},
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, **_describe_location(related.location), "message": {"text": related.message}}
            for number, related in enumerate(finding.related, start=1)
        ]
    if finding.new is not None:
        states = {(True, True): "updated", (True, False): "new"}
        result["baselineState"] = states.get((finding.new, bool(finding.worsened)), "unchanged")
    return result


def _describe_suppressed(entry: Suppressed, index: Mapping[str, int]) -> dict[str, Any]:
    kind = "inSource" if entry.by == "directive" else "external"
    justification = entry.reason or "no reason given"
    return {
        **_describe(entry.finding, index),
        "suppressions": [{"kind": kind, "status": "accepted", "justification": f"{justification} ({entry.where})"}],
    }


def _describe_location(place: Location) -> dict[str, Any]:
    """A finding about the whole site stands in no file, and GitHub shows none without one: it is put at the config."""
    line = max(place.line, 1)
    column = max(place.column, 1)
    end_line = max(place.end_line, line)
    end_column = max(place.end_column, 1) if end_line > line else max(place.end_column, column)
    path = (place.path or ".linklint.yml").encode("utf-8", "surrogateescape")
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(path), "uriBaseId": "SRCROOT"},
            "region": {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column},
        }
    }
