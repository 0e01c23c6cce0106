"""What ``--since`` costs: base and head in one run, against the head alone.

    python -m benchmarks.speed.since [--pages 1000] [--changed 10] [--rounds 5] [--limit 1.3]

Makes a site, commits it, and changes some of its pages: a word in each, and in every other one a link that goes. Both
runs are whole processes without a cache, in turn, so that both meet the same machine. Prints the medians of the wall
clock and of processor time; exit code 1 when the ratio of the latter, which other programs hardly change, is above the
limit.
"""

from __future__ import annotations

import argparse
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from benchmarks.speed.generate import generate

TOP = Path(__file__).resolve().parents[2]
CHECK = [sys.executable, "-m", "linklint", "check", "--output", "json=/dev/null", "--fail-on", "never", "--no-cache"]
WHO = ("-c", "user.name=Ann", "-c", "user.email=ann@example.com")
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\.md\)")


class Took(NamedTuple):
    wall: float
    processor: float


def commit_all(folder: Path) -> None:
    subprocess.run(["git", "-C", folder, "add", "--all"], check=True)
    subprocess.run(["git", "-C", folder, *WHO, "commit", "--quiet", "--message", "a site"], check=True)


def change(folder: Path, number: int) -> None:
    """Changes so many pages, far apart."""
    pages = sorted(folder.rglob("page-*.md"))
    for index, page in enumerate(pages[:: max(1, len(pages) // number)][:number]):
        text = page.read_text(encoding="utf-8")
        if index % 2:
            text = LINK.sub(r"\1", text, count=1)
        page.write_text(text + "\nOne more sentence.\n", encoding="utf-8")


def run(folder: Path, *options: str) -> Took:
    """One run, as a user starts it."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    variables = os.environ | {"PYTHONPATH": str(TOP)}
    subprocess.run([*CHECK, *options], cwd=folder, env=variables, check=True, capture_output=True)
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Took(wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    for name, default in (("pages", 1000), ("changed", 10), ("rounds", 5)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--limit", type=float, default=1.3)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "site"
        generate(folder, wanted.pages, links=20, words=300, clusters=0, languages=1)
        commit_all(folder)
        change(folder, wanted.changed)
        rounds = [(run(folder), run(folder, "--since", "HEAD")) for _ in range(wanted.rounds)]
    alone, both = (
        Took(*(statistics.median(values) for values in zip(*runs, strict=True))) for runs in zip(*rounds, strict=True)
    )
    for name, took in (("head alone", alone), ("base and head", both)):
        print(f"{name}: {took.wall:.2f} s, {took.processor:.2f} s of processor time")
    ratio = both.processor / alone.processor
    print(f"ratio: {both.wall / alone.wall:.2f}, of processor time {ratio:.2f} (limit {wanted.limit})")
    sys.exit(ratio > wanted.limit)


if __name__ == "__main__":
    main()
