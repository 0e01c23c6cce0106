"""What all rules of all packs cost, against the pack ``recommended``, once everything is parsed.

    python -m benchmarks.speed.packs FOLDER [--rounds 5] [--limit 2]

Both resolve the same documents, build the graph and ask their rules, each time in a fresh process, in turn, so that
both meet the same machine; the folder's own config holds but for its packs. Prints the medians of processor time and
the share of the rules in them; exit code 1 when the ratio is above the limit.
"""

from __future__ import annotations

import argparse
import gc
import json
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

PACKS = ("recommended", "docs", "growth", "seo", "strict")


class Took(NamedTuple):
    """CPU seconds, and how many rules were asked and how many findings they had."""

    resolve: float
    rules: float
    asked: int
    findings: int

    @property
    def both(self) -> float:
        return self.resolve + self.rules


def measure(tree: str, packs: str) -> Took:
    """The journey of ``app`` after parsing, as the command runs it: without the collector of circles. Imported here, so
    that all that is imported before the rules need it is not counted."""
    from linklint import engine, site
    from linklint.app.check import prepare
    from linklint.app.journey import read_documents
    from linklint.app.parsing import choose_parsing
    from linklint.app.request import Request
    from linklint.facts import World, weigh_visits
    from linklint.graph import LinkGraph

    gc.disable()
    request = Request(assignments=(("extends", packs),))
    repository, configuration = prepare(request, tree)
    settings, score = configuration.settings, configuration.settings.score
    mounts = site.detect(repository, settings.site)
    documents = read_documents(
        repository, site.sources(mounts, repository.names), choose_parsing(request, repository).parse_all
    )
    begun = time.process_time()
    whole = site.build(repository, mounts, documents, settings)
    resolved = time.process_time()
    visits = weigh_visits(whole.rows, settings)
    graph = LinkGraph(whole, damping=score.damping, nofollow=score.nofollow, teleport=visits)
    world = World(whole, graph, settings, "2030-01-01")
    outcome = engine.run(configuration.rules, world, known_rules=configuration.known_rules)
    done = time.process_time()
    return Took(resolved - begun, done - resolved, len(configuration.rules), len(outcome.findings))


def measure_apart(tree: Path, packs: tuple[str, ...]) -> Took:
    """The same in a process of its own."""
    listed = f"[{', '.join(f'linklint:{pack}' for pack in packs)}]"
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.speed.packs", str(tree.resolve()), "--measure", listed],
        cwd=Path(__file__).resolve().parents[2], capture_output=True, text=True, check=True,
    )  # fmt: skip
    return Took(*json.loads(done.stdout))


def print_packs(tree: Path, rounds: int, limit: float) -> bool:
    """Whether the ratio is within the limit."""
    for packs in (PACKS[:1], PACKS):  # the first run may fill the cache
        measure_apart(tree, packs)
    runs = [(measure_apart(tree, PACKS[:1]), measure_apart(tree, PACKS)) for _ in range(rounds)]
    print("| packs | rules | findings | resolve, CPU s | rules, CPU s | both, CPU s | min – max |")
    print("|---|--:|--:|--:|--:|--:|--:|")
    for name, took in zip(("recommended", "all"), zip(*runs, strict=True), strict=True):
        resolve, rules, asked, findings = (statistics.median(values) for values in zip(*took, strict=True))
        each = sorted(one.both for one in took)
        print(
            f"| {name} | {asked:.0f} | {findings:.0f} | {resolve:.2f} | {rules:.2f} | {statistics.median(each):.2f} "
            f"| {each[0]:.2f} – {each[-1]:.2f} |"
        )
    recommended, everything = (statistics.median(took.both for took in each) for each in zip(*runs, strict=True))
    ratio = everything / recommended
    print(f"\nall packs ÷ recommended: {ratio:.2f} (limit {limit:g})")
    return bool(ratio <= limit)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--limit", type=float, default=2.0)
    parser.add_argument("--measure", help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.measure is not None:
        print(json.dumps(measure(str(wanted.folder), wanted.measure)))
        return
    sys.exit(not print_packs(wanted.folder, wanted.rounds, wanted.limit))


if __name__ == "__main__":
    main()
