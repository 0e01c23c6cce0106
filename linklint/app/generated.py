"""Findings in files that a program writes: told with what says so, or left out.

They are true, and readers meet what they tell. So by default they are told, and lead to where the file is made: what
is changed in the file itself is gone with the next run of the program. Who cannot change what makes it writes
``generated: hide``.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from linklint.engine import Outcome
from linklint.model.files import Repository
from linklint.model.finding import Finding, Related, RunNotice, Suppressed, place_in_report
from linklint.model.place import Location
from linklint.report.wording import count, name_place
from linklint.site import GeneratedFiles

WRITTEN = frozenset({"link", "file"})
"""Kinds of subjects that are what they are by what the program wrote. That nobody links to a page, or that a change
broke a link there, is mended elsewhere."""
REMEDY = "this marks the file as generated: mend what it is made from"


def hide_generated(outcome: Outcome, repository: Repository) -> Outcome:
    """The outcome without what is wrong in generated files, which is kept among what is suppressed."""
    marked = find_marked(outcome.findings, repository)
    hidden = [Suppressed(finding, "generated", name_place(mark), by="generated") for finding, mark in marked if mark]
    suppressed = sorted((*outcome.suppressed, *hidden), key=lambda entry: place_in_report(entry.finding))
    findings = tuple(finding for finding, mark in marked if mark is None)
    return msgspec.structs.replace(outcome, findings=findings, suppressed=tuple(suppressed))


def show_generated(findings: Sequence[Finding], repository: Repository) -> tuple[list[Finding], list[RunNotice]]:
    """The findings, with the mark of each generated file, and how many they are."""
    marked = find_marked(findings, repository)
    shown = [
        msgspec.structs.replace(finding, related=(*finding.related, Related(mark, REMEDY))) if mark else finding
        for finding, mark in marked
    ]
    marks = [mark for _, mark in marked if mark]
    if not marks:
        return shown, []
    files = len({finding.location.path for finding, mark in marked if mark})
    stand = "finding stands" if len(marks) == 1 else "findings stand"
    told = (
        f"{len(marks)} {stand} in {count(files, 'generated file')}, as {name_place(min(marks))} says; mend what makes "
        f"{'it' if files == 1 else 'them'}, or leave such findings out with `generated: hide`"
    )
    return shown, [RunNotice("notice", told)]


def find_marked(findings: Sequence[Finding], repository: Repository) -> list[tuple[Finding, Location | None]]:
    """Each finding with the mark of its file, where that counts."""
    files = GeneratedFiles(repository)
    return [
        (finding, files.find_mark(finding.location.path) if finding.subject.kind in WRITTEN else None)
        for finding in findings
    ]
