"""A report told again, of files in which things moved."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from linklint.app.excerpts import collect_lines, cut_excerpts
from linklint.app.rewording import Moves
from linklint.model.files import Repository
from linklint.model.finding import Finding, Report, place_in_report
from linklint.model.place import Location


class LostError(Exception):
    """Where something stands now is not known."""


def retell(report: Report, moves: Iterable[Moves], repository: Repository) -> Report | None:
    """The report with the places of now; None where one of them is not known."""
    moved = {each.path: each for each in moves}
    try:
        findings = sorted((move_finding(each, moved) for each in report.findings), key=place_in_report)
        suppressed = [replace(each, finding=move_finding(each.finding, moved)) for each in report.suppressed]
        unverified = [replace(each, location=follow(each.location, moved)) for each in report.unverified]
    except LostError:
        return None
    lines = {path: wanted for path, wanted in collect_lines(findings).items() if path in moved}
    kept = {place: text for place, text in report.excerpts.items() if place[0] not in moved}
    return replace(
        report,
        findings=tuple(findings),
        suppressed=tuple(sorted(suppressed, key=lambda each: place_in_report(each.finding))),
        unverified=tuple(sorted(unverified, key=lambda each: (each.location, each.href))),
        excerpts=dict(sorted((kept | cut_excerpts(repository, lines)).items())),
    )


def move_finding(finding: Finding, moved: Mapping[str, Moves]) -> Finding:
    return replace(
        finding,
        location=follow(finding.location, moved),
        related=tuple(replace(each, location=follow(each.location, moved)) for each in finding.related),
        cause=finding.cause and follow(finding.cause, moved),
        uses=tuple(replace(each, location=follow(each.location, moved)) for each in finding.uses),
    )


def follow(location: Location, moved: Mapping[str, Moves]) -> Location:
    """Where it is now. Raises LostError."""
    if location.path not in moved:
        return location
    found = moved[location.path].follow(location)
    if found is None:
        raise LostError
    return found
