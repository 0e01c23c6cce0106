"""Runs ``linklint check --since PARENT --scope new`` at each of the last commits of repositories with their history.

    python -m benchmarks.ecosystem.history FOLDER [OWNER/NAME...] [--commits 100] [--page]

FOLDER holds clones named OWNER+NAME, with full history; their work trees are left alone, for each one a second clone in
a temporary folder is checked out. Commits are those that touch content, along the first parents: each as a pull request
was merged. Every run is a process of its own, without a cache.

Prints each new finding that ``docs/ecosystem/history-OWNER-NAME.csv`` does not judge, ready to be judged there, and how
long a commit took; with ``--page`` the numbers are written to the table of ``docs/ecosystem.md``, too. Exit code 1 when
a run crashed, a finding was not judged, or a judged one is false or was not seen again; 2 when nothing could be run.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.ecosystem.records import ROOT, TABLES, read_rows

PAGE = ROOT / "docs" / "ecosystem.md"
BEGIN, END = "<!-- begin of the table of histories -->\n", "<!-- end of the table of histories -->\n"
HEADER = ("commit", "path", "line", "rule", "cause", "verdict", "evidence")
FOUND_OR_CLEAN = (0, 1)  # exit codes; 2 is the user's mistake and 3 our own, and neither may happen here

# Repository → the paths whose commits count as content.
HISTORIES = {
    "zizmorcore/zizmor": ("docs", "mkdocs.yml", "zensical.toml"),
    "open-telemetry/opentelemetry-specification": ("*.md",),
}


class Seen(NamedTuple):
    """One new finding, as the table names it."""

    commit: str
    path: str
    line: str
    rule: str
    cause: str


class Ran(NamedTuple):
    """What a run at one commit came to. ``seconds`` are of processor time, which other programs do not lengthen."""

    commit: str
    code: int
    seconds: float
    findings: tuple[Seen, ...]
    messages: tuple[str, ...]
    trouble: str


class History(NamedTuple):
    """The runs of a repository, and what was judged of it."""

    name: str
    runs: Sequence[Ran]
    judged: Counter[Seen]
    false: int

    def crashes(self) -> list[Ran]:
        return [run for run in self.runs if run.code not in FOUND_OR_CLEAN]

    def seen(self) -> Counter[Seen]:
        return Counter(finding for run in self.runs for finding in run.findings)


def table_of(name: str) -> Path:
    return TABLES / f"history-{name.replace('/', '-')}.csv"


def git(folder: Path, *arguments: str) -> str:
    return subprocess.run(["git", "-C", folder, *arguments], check=True, capture_output=True, text=True).stdout


def list_commits(clone: Path, paths: Sequence[str], number: int) -> list[str]:
    """The last commits that touch the paths, newest first. The very first commit has no parent and is left out."""
    names = git(clone, "log", "--first-parent", "--format=%H %P", f"-{number}", "--", *paths).splitlines()
    return [line.split()[0] for line in names if " " in line.strip()]


def run_at(clone: Path, commit: str) -> Ran:
    """Checks the commit out and compares it with its first parent."""
    git(clone, "checkout", "--quiet", "--force", "--detach", commit)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    options = ("--since", f"{commit}^1", "--scope", "new", "--output", "json", "--no-cache")
    variables = {name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "PRE_COMMIT"))}
    ran = subprocess.run(
        [sys.executable, "-m", "linklint", "check", *options],
        cwd=clone, env=variables | {"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    found = json.loads(ran.stdout)["findings"] if ran.returncode in FOUND_OR_CLEAN else []
    seen = tuple(see(commit, finding) for finding in found)
    return Ran(commit, ran.returncode, seconds, seen, tuple(each["message"] for each in found), ran.stderr.strip())


def see(commit: str, finding: dict[str, object]) -> Seen:
    cause = finding["cause"]
    place = f"{cause['path']}:{cause['line']}" if isinstance(cause, dict) else ""
    return Seen(commit, str(finding["path"]), str(finding["line"]), str(finding["rule"]), place)


def read_judged(name: str) -> tuple[Counter[Seen], int]:
    rows = read_rows(table_of(name))
    seen = Counter(Seen(*(row[key] for key in Seen._fields)) for row in rows)
    return seen, sum(row["verdict"] != "true" for row in rows)


def walk(name: str, source: Path, number: int) -> History:
    """Runs at every commit, in a clone of its own that shares the objects."""
    with tempfile.TemporaryDirectory() as folder:
        clone = Path(folder) / name.rpartition("/")[2]
        subprocess.run(["git", "clone", "--quiet", "--shared", "--no-checkout", source, clone], check=True)
        runs = []
        for commit in list_commits(clone, HISTORIES[name], number):
            runs.append(run_at(clone, commit))
            print(f"{commit[:10]} {runs[-1].seconds:.2f} s, {len(runs[-1].findings)} new", file=sys.stderr)
    return History(name, runs, *read_judged(name))


def tell(history: History) -> Iterator[str]:
    """What somebody has to look at."""
    for run in history.crashes():
        yield f"crashed with {run.code} at {run.commit}: {run.trouble}"
    if history.false:
        yield f"{history.false} of the judged findings are false"
    for seen in (history.judged - history.seen()).elements():
        yield f"vanished: {','.join(seen)}"
    new = history.seen() - history.judged
    rows = [(seen, message) for run in history.runs for seen, message in zip(run.findings, run.messages, strict=True)]
    for seen, message in rows:
        if new[seen]:
            new[seen] -= 1
            yield f"not judged: {','.join(seen)}: {message}"


def describe(history: History) -> str:
    """The row of the table."""
    times = [run.seconds for run in history.runs]
    with_findings = sum(bool(run.findings) for run in history.runs)
    return (
        f"| [{history.name}](ecosystem/{table_of(history.name).name}) | {len(times)} | "
        f"{history.runs[-1].commit[:10]} to {history.runs[0].commit[:10]} | {len(history.crashes())} | "
        f"{history.seen().total()} at {with_findings} commits | {history.false} | "
        f"{statistics.median(times):.1f} s | {max(times):.1f} s |"
    )


def write_page(histories: Sequence[History]) -> None:
    """Replaces the rows between the markers."""
    text = PAGE.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    _, mark, after = rest.partition(END)
    if not mark:
        sys.exit(f"{PAGE.name} lacks the markers of the table of histories")
    head = (
        "| repository | commits | first and last | crashes | new findings | false | median | worst |",
        "|---|---|---|---|---|---|---|---|",
    )
    table = "\n".join((*head, *map(describe, histories)))
    PAGE.write_text(f"{before}{BEGIN}\n{table}\n\n{END}{after}", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*", metavar="OWNER/NAME")
    parser.add_argument("--commits", type=int, default=100)
    parser.add_argument("--page", action="store_true", help="write the numbers to docs/ecosystem.md")
    wanted = parser.parse_args()
    histories = []
    for name in wanted.names or HISTORIES:
        source = wanted.folder / name.replace("/", "+")
        if not source.exists():
            sys.exit(f"{source} is absent; get it with: git clone https://github.com/{name} {source}")
        histories.append(walk(name, source, wanted.commits))
    if wanted.page:
        write_page(histories)
    troubles = [line for history in histories for line in tell(history)]
    print("\n".join([*map(describe, histories), *troubles]))
    sys.exit(bool(troubles))


if __name__ == "__main__":
    main()
