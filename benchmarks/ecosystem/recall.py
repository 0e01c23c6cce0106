"""Plants faults in repositories and counts how many of them linklint finds at their line, and what else is new.

    python benchmarks/ecosystem/recall.py REPOSITORY... [--kind markdown|html] [--count 20] [--seed 1]

Prints a line for each repository, and every fault that was missed and every new finding that nobody planted. Exit code
1 when there is one.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

# What a fault is called in a linter's words. An orphan has no line of its own: its title's line is the tool's choice.
SPEAKS = {
    "broken-link": {"no-broken-links", "no-broken-fragments"},
    "broken-fragment": {"no-broken-fragments"},
    "wrong-case": {"no-case-mismatch"},
    "orphan": {"no-orphans"},
    "undefined-reference": {"no-undefined-references"},
}
Key = tuple[str, str, int]


def lint(folder: Path) -> list[dict[str, Any]]:
    """The findings of ``linklint check --output json`` without any config."""
    done = subprocess.run(
        [sys.executable, "-m", "linklint", "check", str(folder), "--output", "json"],
        capture_output=True,
        check=False,
        cwd=Path(__file__).resolve().parents[2],
    )
    if done.returncode not in (0, 1):
        raise SystemExit(done.stderr.decode())
    findings: list[dict[str, Any]] = json.loads(done.stdout)["findings"]
    return findings


def count(findings: Iterable[dict[str, Any]], renamed: Mapping[str, str]) -> Counter[Key]:
    """``renamed``: old path → new path; what was wrong with a page before is not new after it was renamed."""
    return Counter(
        (finding["rule"], renamed.get(finding["path"], finding["path"]), finding["line"]) for finding in findings
    )


def is_rename(fault: dict[str, Any]) -> bool:
    """Whether the fault is the renamed page itself."""
    return fault["fault"] == "orphan" and str(fault["edit"]).endswith(" renamed")


def measure(repository: Path, kind: str, number: int, seed: int) -> bool:
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "copy"
        plant = Path(__file__).with_name("plant.py")
        command = [sys.executable, plant, repository, copy, "--kind", kind, "--count", str(number), "--seed", str(seed)]
        subprocess.run(command, check=True, capture_output=True)
        expected: list[dict[str, Any]] = json.loads(copy.with_suffix(".json").read_text())
        renamed = {fault["edit"].removesuffix(" renamed"): fault["path"] for fault in expected if is_rename(fault)}
        new = count(lint(copy), {}) - count(lint(repository), renamed)
    missed = []
    for fault in expected:
        keys = [
            key
            for key in new
            if key[0] in SPEAKS[fault["fault"]] and key[1] == fault["path"] and fault["line"] in (0, key[2])
        ]
        if keys:
            new[keys[0]] -= 1
            new += Counter()
        else:
            missed.append(fault)
    print(
        f"{repository.name}: {len(expected) - len(missed)} of {len(expected)} planted faults found, "
        f"{new.total()} other new findings"
    )
    for fault in missed:
        print(f"  missed: {fault['path']}:{fault['line']} {fault['fault']} ({fault['edit']})")
    for rule, path, line in sorted(new):
        print(f"  not planted: {path}:{line} {rule}")
    return not missed and not new


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("repositories", type=Path, nargs="+", metavar="REPOSITORY")
    parser.add_argument("--kind", choices=["markdown", "html"], default="markdown")
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    good = [measure(path.resolve(), options.kind, options.count, options.seed) for path in options.repositories]
    return int(not all(good))


if __name__ == "__main__":
    sys.exit(main())
