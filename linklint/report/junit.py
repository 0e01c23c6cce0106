"""``junit``: JUnit's XML, for dashboards of test results. A rule is a test suite, so that rules that found nothing show
up as passed."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement

from linklint.model.finding import Finding, Report
from linklint.report.rendering import Rendering
from linklint.report.wording import name_place, say_with_suggestions
from linklint.report.xml import show_text, write_xml


def write_junit(report: Report, rendering: Rendering) -> str:
    """Suites by rule id. A finding is a failed test case; a rule without any has one case, which passed."""
    rules = sorted({*(rule.id for rule in report.rules), *(finding.rule for finding in report.findings)})
    failures = str(len(report.findings))
    tests = sum(max(1, sum(finding.rule == rule for finding in report.findings)) for rule in rules)
    root = Element("testsuites", name="linklint", tests=str(tests), failures=failures, errors="0")
    for rule in rules:
        _add_suite(root, rule, [finding for finding in report.findings if finding.rule == rule])
    return write_xml(root)


def _add_suite(root: Element, rule: str, findings: Sequence[Finding]) -> None:
    name = show_text(rule)
    suite = SubElement(
        root,
        "testsuite",
        name=name,
        tests=str(max(1, len(findings))),
        failures=str(len(findings)),
        errors="0",
        skipped="0",
    )
    if not findings:
        SubElement(suite, "testcase", name=name, classname="linklint")
    for finding in findings:
        place = show_text(name_place(finding.location))
        case = SubElement(suite, "testcase", name=place, classname=f"linklint.{name}")
        message = show_text(say_with_suggestions(finding))
        failure = SubElement(case, "failure", message=message, type=finding.level)
        failure.text = f"{place}: {message}"
