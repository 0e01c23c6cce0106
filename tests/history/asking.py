"""A pull request checked out and linted, as the action does it."""

from __future__ import annotations

from linklint.app.check import check
from linklint.app.request import Request
from linklint.model.finding import Finding, Report
from linklint.model.place import Location
from tests.history.building import History
from tests.history.requests import PullRequest, Told


def lint(history: History, number: int, way: str) -> Report:
    """What a run on the pull request reports. Also makes sure that it was compared with what it should be."""
    shape = history.shape(number, way)
    history.check_out(shape.head, history.requests[number].untracked)
    report = check(Request(since="auto", scope="auto", variables=history.surround(shape)), str(history.top))
    assert report.compared is not None
    assert report.compared.commit == shape.base
    return report


def expect(request: PullRequest, way: str) -> dict[str, list[Told]]:
    """What the author is to be told."""
    new = request.elsewhere.get(way, request.new)
    return {"new": sorted(new), "worsened": sorted(request.worsened), "fixed": sorted(request.fixed)}


def tell(report: Report) -> dict[str, list[Told]]:
    """What the author is told."""
    assert report.compared is not None
    return {
        "new": sorted(put(finding) for finding in report.findings if finding.new and not finding.worsened),
        "worsened": sorted(put(finding) for finding in report.findings if finding.worsened),
        "fixed": sorted(put(finding) for finding in report.compared.fixed),
    }


def put(finding: Finding) -> Told:
    """A finding in the words of these tests."""
    cause = finding.cause
    if cause is None:
        why = ""
    elif cause == finding.location:
        why = "here"
    else:
        why = f"{cause.path}:{cause.line}"
    return Told(name(finding.location), finding.rule, finding.subject.path or finding.subject.id, why)


def name(place: Location) -> str:
    return f"{place.path}:{place.line}:{place.column}" if place.line else place.path
