"""The source lines that findings point at."""

from __future__ import annotations

from collections.abc import Iterable

from linklint.model.files import Repository
from linklint.model.finding import Finding
from linklint.source.decode import decode
from linklint.source.lines import Lines


def find_excerpts(repository: Repository, findings: Iterable[Finding]) -> dict[tuple[str, int], str]:
    """File and line → text of the line; each file is read once."""
    return cut_excerpts(repository, collect_lines(findings))


def collect_lines(findings: Iterable[Finding]) -> dict[str, set[int]]:
    """Path → the lines at which findings and what is related to them stand."""
    wanted: dict[str, set[int]] = {}
    for finding in findings:
        for location in (finding.location, *(related.location for related in finding.related)):
            wanted.setdefault(location.path, set()).add(location.line)
    return wanted


def cut_excerpts(repository: Repository, wanted: dict[str, set[int]]) -> dict[tuple[str, int], str]:
    """The wanted lines, of the files that can be read."""
    excerpts: dict[tuple[str, int], str] = {}
    for path in sorted(wanted):
        data = repository.read(path)
        if data is None:
            continue
        lines = Lines(decode(data)[0])
        excerpts |= {(path, line): lines.text(line) for line in sorted(wanted[path]) if 1 <= line <= lines.count}
    return excerpts
