"""``github``: workflow commands that the runner of GitHub Actions turns into annotations.

GitHub shows ten annotations of a level for a whole action, first come, first shown. So what the change made new comes
first, then what is graver, then what stands on lines or in files that the change touched; findings of one rule in one
file are merged when there are too many, and the last annotation says how many are not shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from linklint.model.finding import Compared, Finding, Report
from linklint.model.place import Location
from linklint.model.rule import LEVELS
from linklint.report.rendering import Rendering
from linklint.report.wording import ask_suggestions, count, flatten, join_words, name_place
from linklint.report.writing import inert, inert_address

CAP = 10
# The runner cuts a message at 4,096 UTF-16 code units without a word (actions/runner, ExecutionContext.cs).
LONGEST = 4000

Group = Sequence[Finding]


def write_github(report: Report, rendering: Rendering) -> str:
    """One command a line, errors first. Never wrapped by stop-commands: these are meant to be obeyed.

    A finding in a file that is gone has no line to stand on, and is left to the other formats.
    """
    gone = report.compared.gone if report.compared else frozenset()
    notices = [notice for notice in report.notices if notice.annotated][: rendering.annotations]
    lines = [f"::{each.level} title=linklint::{escape_data(_cut(inert(each.message)))}" for each in notices]
    room = {level: CAP - sum(notice.level == level for notice in notices) for level in LEVELS}
    findings = [finding for finding in report.findings if finding.location.path not in gone]
    lines += _annotate_all(findings, report.compared, room, rendering.annotations - len(notices))
    return "".join(f"{line}\n" for line in lines)


def escape_data(text: str) -> str:
    """A command's message, as actions/toolkit (``command.ts``, ``escapeData``) writes it."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escape_property(text: str) -> str:
    """The value of a command's property (``escapeProperty`` there)."""
    return escape_data(text).replace(":", "%3A").replace(",", "%2C")


def _annotate_all(
    findings: Sequence[Finding], compared: Compared | None, room: dict[str, int], total: int
) -> Iterator[str]:
    """At most ``total`` commands, and of each level at most as many as it has ``room``."""
    levels = Counter(finding.level for finding in findings)
    fits = len(findings) <= total
    groups = _merge(
        sorted(findings, key=lambda finding: _rank(finding, compared)),
        {level for level, number in levels.items() if not fits or number > room[level]},
    )
    shares = _share(groups, room, total)
    homeless = [group for group in groups if not shares[group[0].level]]
    last = max(filter(shares.__getitem__, LEVELS), key=LEVELS.index, default=None)
    for level in LEVELS:
        chosen = [group for group in groups if group[0].level == level]
        share = shares[level]
        more = homeless if level == last else []
        if share and (more or len(chosen) > share):
            yield from map(_annotate, chosen[: share - 1])
            yield _annotate_rest([*chosen[share - 1 :], *more], level)
        elif share:
            yield from map(_annotate, chosen)


def _merge(findings: Sequence[Finding], levels: set[str]) -> list[Group]:
    """The findings of one rule in one file together, in these levels; each by itself in the others."""
    groups: dict[tuple[object, ...], list[Finding]] = {}
    for number, finding in enumerate(findings):
        alone = () if finding.level in levels else (number,)
        groups.setdefault((finding.level, finding.location.path, finding.rule, *alone), []).append(finding)
    return list(groups.values())


def _share(groups: Sequence[Group], room: dict[str, int], total: int) -> Counter[str]:
    """How many annotations each level may have: those of the groups that come first."""
    shares: Counter[str] = Counter()
    for group in groups:
        level = group[0].level
        if shares.total() < total and shares[level] < room[level]:
            shares[level] += 1
    return shares


def _rank(finding: Finding, compared: Compared | None) -> tuple[object, ...]:
    place = finding.location
    written = compared.lines.get(place.path, ()) if compared else ()
    on_changed_line = any(first <= place.end_line and place.line <= last for first, last in written)
    return (
        not (finding.new or finding.worsened),
        LEVELS.index(finding.level),
        not on_changed_line,
        compared is None or place.path not in compared.paths,
        place,
        finding.rule,
        finding.message,
    )


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


def _annotate_rest(groups: Sequence[Group], level: str) -> str:
    files = len({group[0].location.path for group in groups})
    hidden = Counter(finding.level for group in groups for finding in group)
    numbers = [count(hidden[each], f"more {each}") for each in LEVELS if hidden[each]]
    text = f"{join_words(numbers)} in {count(files, 'file')}: the job's log and linklint's other outputs list them"
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
