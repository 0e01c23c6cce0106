"""``--statistics``: how many findings there are, and where, in place of the findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from linklint.model.finding import Finding, Report
from linklint.model.rule import LEVELS
from linklint.report.explain import layout_table
from linklint.report.footer import lay_out_footer
from linklint.report.rendering import Rendering
from linklint.report.writing import Piece, write_lines

NOWHERE = "(the whole site)"
TOP = "(top)"
NO_CLUSTER = "(in no cluster)"


def write_statistics(report: Report, rendering: Rendering) -> str:
    """A table by rule, by folder and by cluster, most findings first, then the footer. A page of two clusters counts
    in both."""
    return write_lines(_lay_out(report, rendering), rendering)


def _lay_out(report: Report, rendering: Rendering) -> Iterator[tuple[Piece, ...]]:
    tables: list[tuple[str, Callable[[Finding], Iterable[str]]]] = [
        ("rule", lambda finding: (finding.rule,)),
        ("folder", lambda finding: (name_folder(finding.location.path),)),
    ]
    if report.clusters:
        tables.append(("cluster", lambda finding: name_clusters(finding, report.clusters)))
    for title, name in tables:
        if report.findings:
            yield from ((Piece(line),) for line in lay_out_counts(report.findings, title, name))
            yield ()
    yield from lay_out_footer(report, rendering)


def lay_out_counts(findings: Iterable[Finding], title: str, name: Callable[[Finding], Iterable[str]]) -> Iterator[str]:
    """The lines of one table: the name, all findings, and those of each level that occurs."""
    counts: dict[str, Counter[str]] = {}
    for finding in findings:
        for key in name(finding):
            counts.setdefault(key, Counter())[finding.level] += 1
    levels = [level for level in LEVELS if any(counted[level] for counted in counts.values())]
    rows = [
        [key, str(counted.total()), *(str(counted[level]) for level in levels)]
        for key, counted in sorted(counts.items(), key=lambda entry: (-entry[1].total(), entry[0]))
    ]
    yield from layout_table(rows, [title, "findings", *(f"{level}s" for level in levels)]).splitlines()


def name_folder(path: str) -> str:
    return NOWHERE if not path else path.rpartition("/")[0] or TOP


def name_clusters(finding: Finding, clusters: Mapping[str, tuple[str, ...]]) -> Iterable[str]:
    return clusters.get(finding.subject.path or finding.location.path, (NO_CLUSTER,))
