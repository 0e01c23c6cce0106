"""``github``: workflow commands that the runner of GitHub Actions turns into annotations.

GitHub shows ten annotations of a level for a whole action, first come, first shown. So the findings that matter most
come first, findings of one rule in one file are merged when there are more than ten, and the last one says how many
are not shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from linklint.model.finding import Finding, Report
from linklint.model.place import Location
from linklint.model.rule import LEVELS
from linklint.report.rendering import Rendering
from linklint.report.wording import ask_suggestions, count, flatten, name_place
from linklint.report.writing import inert, inert_address

CAP = 10
# The runner cuts a message at 4,096 UTF-16 code units without a word (actions/runner, ExecutionContext.cs).
LONGEST = 4000


def write_github(report: Report, rendering: Rendering) -> str:
    """One command a line, errors first. Never wrapped by stop-commands: these are meant to be obeyed."""
    return "".join(f"{line}\n" for level in LEVELS for line in _annotate_level(report.findings, level))


def escape_data(text: str) -> str:
    """A command's message, as actions/toolkit (``command.ts``, ``escapeData``) writes it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escape_property(text: str) -> str:
    """The value of a command's property (``escapeProperty`` there)."""
    return escape_data(text).replace(":", "%3A").replace(",", "%2C")


def _annotate_level(findings: Iterable[Finding], level: str) -> Iterator[str]:
    chosen = sorted((finding for finding in findings if finding.level == level), key=_rank)
    if len(chosen) <= CAP:
        yield from (_annotate([finding]) for finding in chosen)
        return
    groups: dict[tuple[str, str], list[Finding]] = {}
    for finding in chosen:
        groups.setdefault((finding.location.path, finding.rule), []).append(finding)
    merged = list(groups.values())
    if len(merged) <= CAP:
        yield from map(_annotate, merged)
        return
    yield from map(_annotate, merged[: CAP - 1])
    yield _annotate_rest(merged[CAP - 1 :], level)


def _rank(finding: Finding) -> tuple[object, ...]:
    return (not (finding.new or finding.worsened), finding.location, finding.rule, finding.message)


def _annotate(findings: Sequence[Finding]) -> str:
    """One annotation for the findings of one rule in one file, at the place of the first."""
    first, *others = findings
    properties = [*_list_position(first.location), f"title={escape_property('linklint: ' + inert(first.rule))}"]
    head = [f"{inert(name_place(first.location))}: [{inert(first.rule)}] {inert(first.message)}"]
    also = [f"also {inert(name_place(other.location))}: {inert(other.message)}" for other in others]
    return f"::{first.level} {','.join(properties)}::{escape_data(_fit(head, also, _list_remarks(first)))}"


def _list_position(place: Location) -> list[str]:
    """The runner drops the columns of an annotation that spans lines, so such a one gets none. No file, no position."""
    if not place.path:
        return []
    line = max(place.line, 1)
    position = [f"file={escape_property(inert_address(place.path))}", f"line={line}"]
    if place.end_line > line:
        return [*position, f"endLine={place.end_line}"]
    column = max(place.column, 1)
    return [*position, f"col={column}", f"endLine={line}", f"endColumn={max(place.end_column, column)}"]


def _list_remarks(finding: Finding) -> list[str]:
    remarks = [f"did you mean: {inert(ask_suggestions(finding.suggestions))}"] if finding.suggestions else []
    remarks += [f"help: {inert(flatten(finding.help))}"] if finding.help else []
    return remarks + ([f"docs: {inert(finding.docs)}"] if finding.docs else [])


def _annotate_rest(groups: Sequence[Sequence[Finding]], level: str) -> str:
    files = len({group[0].location.path for group in groups})
    total = sum(map(len, groups))
    text = f"{total} more {level}s in {count(files, 'file')}: the job's log and linklint's other outputs list them"
    return f"::{level} title={escape_property('linklint')}::{escape_data(text)}"


def _fit(head: Sequence[str], also: Sequence[str], remarks: Sequence[str]) -> str:
    """The lines as one message of at most ``LONGEST`` units. What does not fit is counted, and the first place and its
    remarks are the last to go."""
    kept = list(also)
    while True:
        hidden = len(also) - len(kept)
        more = [f"and {hidden} more"] if hidden else []
        text = "\n".join([*head, *kept, *more, *remarks])
        if _measure(text) <= LONGEST or not kept:
            return _cut(text)
        kept = kept[: len(kept) // 2] if _measure(text) > 2 * LONGEST else kept[:-1]


def _measure(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)


def _cut(text: str) -> str:
    if _measure(text) <= LONGEST:
        return text
    text = text[: LONGEST - 1]
    while _measure(text) > LONGEST - 1:
        text = text[:-1]
    return text + "…"
