"""``checkstyle``: the XML of Checkstyle, which many services read."""

from __future__ import annotations

from itertools import groupby
from xml.etree.ElementTree import Element, SubElement

from linklint.model.finding import Report
from linklint.report.rendering import Rendering
from linklint.report.wording import say_with_suggestions
from linklint.report.xml import show_text, write_xml

SEVERITIES = {"error": "error", "warning": "warning", "notice": "info"}


def write_checkstyle(report: Report, rendering: Rendering) -> str:
    """A ``file`` element for each file, an ``error`` element for each finding."""
    root = Element("checkstyle", version="4.3")
    for path, findings in groupby(report.findings, key=lambda finding: finding.location.path):
        file = SubElement(root, "file", name=show_text(path or "."))
        for finding in findings:
            SubElement(
                file,
                "error",
                line=str(max(finding.location.line, 1)),
                column=str(max(finding.location.column, 1)),
                severity=SEVERITIES[finding.level],
                message=show_text(say_with_suggestions(finding)),
                source=show_text(f"linklint.{finding.rule}"),
            )
    return write_xml(root)
