"""Plants faults in repositories and counts how many of them linklint finds at their line, and what else is new.

    python benchmarks/ecosystem/recall.py REPOSITORY... [--kind markdown|html] [--count 20] [--seeds 1 2 3]
    python benchmarks/ecosystem/recall.py FOLDER/OWNER+NAME... --kind site [--seeds 1 2 3] [--table FILE]

Prints a line for each repository and seed, and every fault that was missed and every new finding that nobody planted.
``--kind site`` plants what ``plant_sites.py`` can in a site that its table knows. ``--table`` writes the numbers there
(docs/ecosystem/recall.csv); rows of other repositories and seeds stay. Exit code 1 when a fault was missed or something
else was new.
"""

from __future__ import annotations

import argparse
import csv
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

USED = "the reference is used here"
# What a fault is called in a linter's words. An orphan has no line of its own: its title's line is the tool's choice.
SPEAKS = {
    "broken-link": {"no-broken-links", "no-broken-fragments"},
    "broken-fragment": {"no-broken-fragments"},
    "wrong-case": {"no-case-mismatch"},
    "orphan": {"no-orphans"},
    "undefined-reference": {"no-undefined-references"},
}
COLUMNS = ["repository", "commit", "seed", "planted", "found", "unexpected"]
Key = tuple[str, str, int]
Finding = dict[str, Any]


def lint(folder: Path) -> list[Finding]:
    """The findings of ``linklint check --output json`` without any config."""
    done = subprocess.run(
        [sys.executable, "-m", "linklint", "check", str(folder), "--output", "json"],
        capture_output=True,
        check=False,
        cwd=Path(__file__).resolve().parents[2],
    )
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr.decode())
    findings: list[Finding] = json.loads(done.stdout)["findings"]
    return findings


def count(findings: Iterable[Finding], renamed: Mapping[str, str]) -> Counter[Key]:
    """``renamed``: old path → new path; what was wrong with a page before is not new after it was renamed. What is said
    at a definition counts at each link that uses it, which is where it was planted."""
    return Counter(
        (finding["rule"], renamed.get(finding["path"], finding["path"]), line)
        for finding in findings
        for line in [place["line"] for place in finding["related"] if place["message"] == USED] or [finding["line"]]
    )


def find_renames(repository: Path, copy: Path) -> dict[str, str]:
    """Old path → new path of the files that the edits renamed."""
    command = ["git", "-C", copy, "diff", "--cached", "--name-only", "--no-renames", "-z", "--diff-filter=AD"]
    output = subprocess.run(command, check=True, capture_output=True).stdout.decode("utf-8", "surrogateescape")
    names = {name for name in output.split("\0") if name}
    pairs = {name: f"{Path(name).with_suffix('')}-renamed{Path(name).suffix}" for name in names}
    return {old: new for old, new in pairs.items() if new in names and (repository / old).exists()}


def plant(repository: Path, kind: str, number: int, seed: int, copy: Path) -> list[Finding]:
    """Plants in a copy; what is expected of it."""
    script = Path(__file__).with_name("plant_sites.py" if kind == "site" else "plant.py")
    command = [sys.executable, script, repository, copy, "--count", str(number), "--seed", str(seed)]
    subprocess.run([*command, *([] if kind == "site" else ["--kind", kind])], check=True, stdout=subprocess.PIPE)
    expected: list[Finding] = json.loads(copy.with_suffix(".json").read_text())
    return expected


def split_missed(expected: list[Finding], new: Counter[Key]) -> tuple[list[Finding], Counter[Key]]:
    """The faults that no new finding tells, and the new findings that tell no fault."""
    missed, rest = [], new.copy()
    for fault in expected:
        keys = [
            key
            for key in rest
            if key[0] in SPEAKS[fault["fault"]] and key[1] == fault["path"] and fault["line"] in (0, key[2])
        ]
        if keys:
            rest[keys[0]] -= 1
            rest += Counter()
        else:
            missed.append(fault)
    return missed, rest


def measure(repository: Path, before: list[Finding], kind: str, number: int, seed: int) -> tuple[int, int, int]:
    """How many were planted, were found, and were new without being planted."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        expected = plant(repository, kind, number, seed, copy)
        new = count(lint(copy), {}) - count(before, find_renames(repository, copy))
    missed, rest = split_missed(expected, new)
    found = len(expected) - len(missed)
    print(
        f"{repository.name}, seed {seed}: {found} of {len(expected)} planted faults found, "
        f"{rest.total()} other new findings",
        flush=True,
    )
    for fault in missed:
        print(f"  missed: {fault['path']}:{fault['line']} {fault['fault']} ({fault['edit']})")
    for rule, path, line in sorted(rest):
        print(f"  not planted: {path}:{line} {rule}")
    return len(expected), found, rest.total()


def write_table(path: Path, rows: list[list[str]]) -> None:
    """Puts the rows in the place of those of the same repository and seed."""
    known: dict[tuple[str, str], list[str]] = {}
    if path.exists():
        with path.open(newline="") as file:
            known = {(row[0], row[2]): row for row in list(csv.reader(file))[1:]}
    known |= {(row[0], row[2]): row for row in rows}
    with path.open("w", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([COLUMNS, *(known[key] for key in sorted(known))])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("repositories", type=Path, nargs="+", metavar="REPOSITORY")
    parser.add_argument("--kind", choices=["markdown", "html", "site"], default="markdown")
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--seeds", type=int, nargs="+", default=[1])
    parser.add_argument("--table", type=Path)
    options = parser.parse_args()
    rows = []
    for path in options.repositories:
        head = subprocess.run(["git", "-C", path, "rev-parse", "HEAD"], capture_output=True, text=True, check=True)
        before = lint(path.resolve())
        for seed in options.seeds:
            numbers = measure(path.absolute(), before, options.kind, options.count, seed)
            rows.append([path.name.replace("+", "/"), head.stdout.strip(), str(seed), *map(str, numbers)])
    if options.table:
        write_table(options.table, rows)
    return int(any(row[3] != row[4] or row[5] != "0" for row in rows))


if __name__ == "__main__":
    sys.exit(main())
