"""How time and memory grow with a site: every rule of every pack on generated pages, in one process.

    python -m benchmarks.speed.scale [--links 30] [--folder FOLDER] PAGES...

Each site has a cluster for every fifty of its first 30,000 pages: a file of clusters may have a megabyte. Two runs of
each: the first, which parses everything and keeps it, and one after a page has changed, which takes all other
documents from the cache. Prints processor seconds, the peak memory of the process, and the exponents by which they
(first, changed, memory) grow from one size to the next. 100,000 pages take some ten minutes and a few GB on the disk.
"""

from __future__ import annotations

import argparse
import math
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from benchmarks.speed.generate import generate
from benchmarks.speed.since import TOP

PACKS = "[linklint:recommended, linklint:seo, linklint:docs, linklint:strict, linklint:growth]"
CHECK = [
    sys.executable, "-m", "linklint", "check", "--output", "json=/dev/null", "--fail-on", "never", "--jobs", "1",
    "--set", f"extends={PACKS}",
]  # fmt: skip
PAGES_PER_CLUSTER = 50
CLUSTERED = 30_000


class Took(NamedTuple):
    """Processor seconds, and MB of memory at the peak."""

    seconds: float
    peak: float


def run(folder: Path) -> Took:
    process = subprocess.Popen(CHECK, cwd=folder, env={**os.environ, "PYTHONPATH": str(TOP)}, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"linklint ended with {process.returncode} in {folder}")
    return Took(usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def measure(folder: Path, pages: int, links: int) -> tuple[Took, Took]:
    """The first run, and the one after a change."""
    clusters = min(pages, CLUSTERED) // PAGES_PER_CLUSTER
    generate(folder, pages, links, words=15 * links, clusters=clusters, languages=1, in_cluster=PAGES_PER_CLUSTER)
    first = run(folder)
    page = min(folder.rglob("page-*.md"))
    page.write_text(page.read_text(encoding="utf-8") + "\nOne more sentence.\n", encoding="utf-8")
    return first, run(folder)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("pages", type=int, nargs="+")
    parser.add_argument("--links", type=int, default=30)
    parser.add_argument(
        "--folder", type=Path, help="where the sites are written; a temporary folder when it is left out"
    )
    wanted = parser.parse_args()
    print(
        "| pages | links | first, CPU s | one changed, CPU s | peak MB | exponents: first, changed, memory |",
        flush=True,
    )
    print("|--:|--:|--:|--:|--:|--:|", flush=True)
    before: tuple[int, Took, Took] | None = None
    with tempfile.TemporaryDirectory(dir=wanted.folder) as name:
        for pages in sorted(wanted.pages):
            first, changed = measure(Path(name) / str(pages), pages, wanted.links)
            grown = ""
            if before:
                more = math.log(pages / before[0])
                pairs = (
                    (before[1].seconds, first.seconds), (before[2].seconds, changed.seconds),
                    (before[1].peak, first.peak),
                )  # fmt: skip
                grown = ", ".join(f"{math.log(new / old) / more:.2f}" for old, new in pairs)
            numbers = f"{first.seconds:.1f} | {changed.seconds:.1f} | {max(first.peak, changed.peak):,.0f}"
            print(f"| {pages:,} | {pages * wanted.links:,} | {numbers} | {grown} |", flush=True)
            before = pages, first, changed


if __name__ == "__main__":
    main()
