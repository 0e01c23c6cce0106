"""Runs linklint, rumdl and lychee in turn on the same files, and prints medians, spreads, ratios and peak memory.

    python -m benchmarks.speed.compare [--tree FOLDER]... [--generated PAGES:LINKS]... [--rounds 5] [--json FILE]

Each tool is a whole process, as a user starts it; the order within a round is fixed, so that all meet the same
machine. ``linklint`` runs in five ways: cold (no cache), first (cold, and the cache is written), warm (nothing
changed), with another sentence in ten pages since the last run, and with another link in ten pages. What a tool finds
is not compared here.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.speed.generate import generate
from benchmarks.speed.stages import print_stages

TOP = Path(__file__).resolve().parents[2]
CACHE = ".linklint_cache"
LINKLINT = [sys.executable, "-m", "linklint", "check", "--output", "json=/dev/null", "--fail-on", "never", "--quiet"]
RUMDL = ["check", "--no-cache", "--quiet", "--enable", "MD042,MD051,MD052,MD057,MD059", "."]
LYCHEE = ["--offline", "--include-fragments", "--no-progress", "--quiet"]
CHANGED_FILES = 10


class Measured(NamedTuple):
    """Seconds of each round, and the peak memory of the last one in MB."""

    seconds: list[float]
    peak: float

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)


class Contestant(NamedTuple):
    """``prepare`` puts the tree into the state that the run is about."""

    name: str
    command: Sequence[str]
    prepare: Callable[[Path, int], None]


def leave(tree: Path, number: int) -> None:
    """Nothing to prepare."""


def forget(tree: Path, number: int) -> None:
    shutil.rmtree(tree / CACHE, ignore_errors=True)


def change_words(tree: Path, number: int) -> None:
    """Ten pages get another sentence."""
    change_pages(tree, "In words: ", f"this is what was written in round {number}.")


def change_links(tree: Path, number: int) -> None:
    """Ten pages get another sentence with links."""
    change_pages(
        tree, "In links: ", f"this is what [round {number}](https://example.org/{number}) and [it](#top) wrote."
    )


def change_pages(tree: Path, mark: str, sentence: str) -> None:
    """Ten pages, from all over the tree, get another paragraph in place of the one with this mark."""
    pages = sorted(path for path in tree.rglob("*.md*") if path.suffix in (".md", ".mdx") and "/." not in str(path))
    for path in pages[:: len(pages) // CHANGED_FILES][:CHANGED_FILES]:
        text = re.sub(rf"\n\n{mark}.*\n", "", path.read_text())
        path.write_text(f"{text}\n\n{mark}{sentence}\n")


def find_contestants(tree: Path) -> Iterator[Contestant]:
    """linklint, and of the others those that are installed."""
    yield Contestant("linklint cold", [*LINKLINT, "--no-cache"], forget)
    yield Contestant("linklint first", LINKLINT, forget)
    yield Contestant("linklint warm", LINKLINT, leave)
    yield Contestant("linklint 10 changed", LINKLINT, change_words)
    yield Contestant("linklint 10 with links", LINKLINT, change_links)
    beside = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    if rumdl := shutil.which("rumdl", path=beside):
        yield Contestant("rumdl", [rumdl, *RUMDL], leave)
    if lychee := shutil.which("lychee", path=beside):
        pattern = sorted({f"**/*{path.suffix}" for path in tree.rglob("*.md*")})
        yield Contestant("lychee", [lychee, *LYCHEE, "--root-dir", str(tree), *pattern], leave)


def measure(contestants: Sequence[Contestant], tree: Path, rounds: int) -> dict[str, Measured]:
    """All contestants in turn, ``rounds`` times, after one round that is not counted."""
    seconds: dict[str, list[float]] = {each.name: [] for each in contestants}
    peaks: dict[str, float] = {}
    environment = {**os.environ, "PYTHONPATH": str(TOP)}
    for number in range(rounds + 1):
        for each in contestants:
            each.prepare(tree, number)
            begun = time.perf_counter()
            process = subprocess.Popen(
                each.command, cwd=tree, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            if number:
                seconds[each.name].append(time.perf_counter() - begun)
            peaks[each.name] = usage.ru_maxrss / 1024
            if each.name.startswith("linklint") and process.returncode != 0:
                raise SystemExit(f"{each.name} ended with {process.returncode} in {tree}")
    return {name: Measured(values, peaks[name]) for name, values in seconds.items()}


def print_table(title: str, found: dict[str, Measured]) -> None:
    print(f"\n{title}\n")
    others = [name for name in ("rumdl", "lychee") if name in found]
    print("| run | median s | min – max | peak MB |" + "".join(f" ÷ {name} |" for name in others))
    print("|---|--:|--:|--:|" + "--:|" * len(others))
    for name, each in found.items():
        ratios = "".join(f" {each.median / found[other].median:.2f} |" for other in others)
        spread = f"{min(each.seconds):.2f} – {max(each.seconds):.2f}"
        print(f"| {name} | {each.median:.2f} | {spread} | {each.peak:.0f} |{ratios}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tree", type=Path, action="append", default=[], help="a checkout; it is copied")
    parser.add_argument("--generated", action="append", default=[], metavar="PAGES:LINKS")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--json", type=Path)
    wanted = parser.parse_args()
    results: dict[str, dict[str, object]] = {}
    with tempfile.TemporaryDirectory() as folder:
        trees = [(path.name, Path(folder) / path.name, path) for path in wanted.tree]
        for sizes in wanted.generated or ([] if wanted.tree else ["3000:20"]):
            pages, links = map(int, sizes.split(":"))
            name = f"{pages} generated pages with {links} links each"
            generate(Path(folder) / str(pages), pages, links, 15 * links, 0, 1)
            trees.append((name, Path(folder) / str(pages), Path(folder) / str(pages)))
        for name, tree, origin in trees:
            if tree != origin:
                shutil.copytree(origin, tree, symlinks=True, ignore=shutil.ignore_patterns(CACHE))
            found = measure(list(find_contestants(tree)), tree, wanted.rounds)
            print_table(name, found)
            print_stages(tree)
            results[name] = {run: each._asdict() for run, each in found.items()}
    if wanted.json:
        wanted.json.write_text(json.dumps(results, indent=1))


if __name__ == "__main__":
    main()
