"""The tables of the ecosystem check: which repositories, what was judged, what the last run said, what was planted."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
PINNED = Path(__file__).resolve().parent / "repositories.csv"
TABLES = ROOT / "docs" / "ecosystem"
SUMMARY = TABLES / "summary.csv"
RECALL = TABLES / "recall.csv"

# The rules whose every finding is judged in docs/ecosystem/OWNER-NAME.csv, and their words in the table.
JUDGED = {
    "no-broken-links": "links",
    "no-broken-fragments": "fragments",
    "no-case-mismatch": "letter case",
    "no-fragment-case-mismatch": "fragments' letter case",
    "no-undefined-references": "undefined references",
    "no-orphans": "orphans",
    "no-unreachable-pages": "unreachable",
    "no-walled-gardens": "walled gardens",
}
LIMIT = 0.03  # a repository with a greater share of unverified internal links counts as failed

Place = tuple[str, str, str]  # path, line, rule


class Repository(NamedTuple):
    """A line of the pinned list. ``name`` is OWNER/NAME; ``failed`` says why more than the limit is unverified."""

    name: str
    commit: str
    licence: str
    framework: str
    what: str
    failed: str

    def folder(self) -> str:
        return self.name.replace("/", "+")

    def table(self) -> Path:
        return TABLES / f"{self.name.replace('/', '-')}.csv"


class Verdicts(NamedTuple):
    """What was judged in a repository: how often each finding, how many are false, and at which commits."""

    places: Counter[Place]
    false: int
    commits: frozenset[str]


class Result(NamedTuple):
    """What linklint said of a repository. ``framework`` is the expected one, if found; ``unverified`` counts links that
    are unresolvable, opaque, outside or fragment-unverifiable; ``findings`` are counts by rule, also those that are
    not judged."""

    framework: str
    pages: int
    links: int
    internal: int
    unverified: int
    findings: Mapping[str, int]

    def share(self) -> float:
        return self.unverified / self.internal if self.internal else 0.0


class Recall(NamedTuple):
    """Faults planted, those found at their line, and findings that nobody expected."""

    planted: int
    found: int
    unexpected: int


def read_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a table; none where there is no such file."""
    if not path.exists():
        return []
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def write_rows(path: Path, header: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def read_pinned() -> list[Repository]:
    return [Repository(**{key: row[key] for key in Repository._fields if key != "name"}, name=row["repository"])
            for row in read_rows(PINNED)]  # fmt: skip


def read_verdicts(repository: Repository) -> Verdicts:
    rows = read_rows(repository.table())
    return Verdicts(
        Counter((row["path"], row["line"], row["rule"]) for row in rows),
        sum(row["verdict"] != "true" for row in rows),
        frozenset(row["commit"] for row in rows),
    )


def read_summary() -> dict[str, Result]:
    """The last run's results by repository."""
    return {row["repository"]: _read_result(row) for row in read_rows(SUMMARY)}


def _read_result(row: Mapping[str, str]) -> Result:
    findings = dict(part.split("=") for part in row["findings"].split())
    numbers = (int(row[key]) for key in ("pages", "links", "internal", "unverified"))
    return Result(row["framework"], *numbers, {rule: int(number) for rule, number in findings.items()})


def write_summary(results: Mapping[str, Result]) -> None:
    header = ("repository", "framework", "pages", "links", "internal", "unverified", "findings")
    rows = (
        (name, *result[:5], " ".join(f"{rule}={number}" for rule, number in sorted(result.findings.items())))
        for name, result in sorted(results.items())
    )
    write_rows(SUMMARY, header, rows)


def read_recall() -> dict[str, Recall]:
    """What was planted and found by repository, all seeds together."""
    totals: dict[str, Recall] = {}
    for row in read_rows(RECALL):
        name = row["repository"].replace("+", "/")
        now = totals.get(name, Recall(0, 0, 0))
        more = (int(row[key]) for key in Recall._fields)
        totals[name] = Recall(*(a + b for a, b in zip(now, more, strict=True)))
    return totals
