"""Compares the judged findings in docs/ecosystem with what linklint says now.

    python benchmarks/ecosystem/verify.py FOLDER [NAME...]

FOLDER holds checkouts of the repositories, named OWNER-NAME or OWNER+NAME, at the commits that the tables name. Prints
new and vanished findings of the judged rules for each table (all tables, or those of NAMEs), and exits with 1 when
there is a new one: nobody has read it yet.
"""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TABLES = ROOT / "docs" / "ecosystem"
JUDGED = {
    "no-broken-links",
    "no-broken-fragments",
    "no-case-mismatch",
    "no-fragment-case-mismatch",
    "no-undefined-references",
    "no-orphans",
    "no-unreachable-pages",
}
Key = tuple[str, str, str]


def find_checkout(folder: Path, name: str) -> Path | None:
    """The checkout of OWNER-NAME; an owner may hold a hyphen, so every place for the plus is tried."""
    candidates = [name, *(f"{name[:i]}+{name[i + 1 :]}" for i, letter in enumerate(name) if letter == "-")]
    return next((folder / candidate for candidate in candidates if (folder / candidate).is_dir()), None)


def read_table(path: Path) -> tuple[set[str], Counter[Key]]:
    """The commits that a table names, and its findings."""
    with path.open(newline="") as file:
        rows = list(csv.DictReader(file))
    return {row["commit"] for row in rows}, Counter((row["path"], row["line"], row["rule"]) for row in rows)


def lint(checkout: Path) -> Counter[Key]:
    command = [sys.executable, "-m", "linklint", "check", str(checkout), "--output", "json"]
    done = subprocess.run(command, capture_output=True, check=False, cwd=ROOT)
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr.decode())
    findings = json.loads(done.stdout)["findings"]
    return Counter((found["path"], str(found["line"]), found["rule"]) for found in findings if found["rule"] in JUDGED)


def verify(table: Path, folder: Path) -> int:
    """The number of findings that the table does not have."""
    checkout = find_checkout(folder, table.stem)
    if checkout is None:
        print(f"{table.stem}: no checkout in {folder}")
        return 0
    commits, known = read_table(table)
    head = subprocess.run(["git", "-C", checkout, "rev-parse", "HEAD"], capture_output=True, text=True, check=True)
    if commits and not any(head.stdout.startswith(commit) for commit in commits):
        print(f"{table.stem}: the checkout is at {head.stdout[:10]}, the table at {', '.join(sorted(commits))[:60]}")
    now = lint(checkout)
    new, vanished = now - known, known - now
    print(f"{table.stem}: {now.total()} findings, {new.total()} new, {vanished.total()} vanished")
    for word, keys in (("new", new), ("vanished", vanished)):
        for path, line, rule in sorted(keys):
            print(f"  {word}: {path}:{line} {rule}")
    return new.total()


def main() -> int:
    if len(sys.argv) < 2:
        print(__doc__)
        return 2
    folder, names = Path(sys.argv[1]), sys.argv[2:]
    tables = sorted(table for table in TABLES.glob("*.csv") if not names or table.stem in names)
    return int(sum(verify(table, folder) for table in tables) > 0)


if __name__ == "__main__":
    sys.exit(main())
