"""Where linklint's time goes: the stages of one run in one process, cold and warm.

python -m benchmarks.speed.stages FOLDER
"""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import time
from pathlib import Path

STAGES = ("imports", "list", "config", "detect", "read", "parse", "resolve", "rules", "report")


def print_stages(tree: Path) -> None:
    """The table of both runs, each in a fresh process; the first of two warm ones fills the cache."""
    runs = {name: run_stages(tree, name) for name in ("cold", "warm", "warm")}
    print("\n| stage | cold, CPU s | warm, CPU s |\n|---|--:|--:|")
    for stage in STAGES:
        print(f"| {stage} | {runs['cold'][stage]:.3f} | {runs['warm'][stage]:.3f} |")
    print(f"| all | {sum(runs['cold'].values()):.3f} | {sum(runs['warm'].values()):.3f} |")


def run_stages(tree: Path, name: str) -> dict[str, float]:
    """CPU seconds of each stage. ``cold`` parses in this one process and keeps nothing; ``warm`` takes all documents
    from the cache, as a run does when other files have changed."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.speed.stages", str(tree), name],
        cwd=Path(__file__).resolve().parents[2], capture_output=True, text=True, check=True,
    )  # fmt: skip
    found: dict[str, float] = json.loads(done.stdout)
    return found


def measure(tree: str, *, warm: bool) -> dict[str, float]:
    """The journey of ``app``, step by step. Imported here, so that imports are a stage."""
    gc.disable()  # as the command does
    times: dict[str, float] = {}
    last = 0.0

    def mark(stage: str) -> None:
        nonlocal last
        now = time.process_time()
        times[stage] = now - last
        last = now

    from linklint import engine, site
    from linklint.app.check import describe_rules, prepare
    from linklint.app.journey import Journey, read_documents
    from linklint.app.parsing import choose_parsing
    from linklint.app.reporting import make_report
    from linklint.app.request import Request
    from linklint.facts import World
    from linklint.graph import LinkGraph
    from linklint.report import FORMATS, Rendering
    from linklint.workspace import open_repository

    mark("imports")
    request = Request(cache=warm, jobs=1)
    open_repository((), tree)
    mark("list")
    repository, configuration = prepare(request, tree)
    mark("config")
    times["config"] -= times["list"]  # prepare lists the files, too
    settings = configuration.settings
    mounts = site.detect(repository, settings.site)
    sources = site.sources(mounts, repository.names)
    mark("detect")
    for path, _ in sources:
        repository.read(path)
    mark("read")
    documents = read_documents(repository, sources, choose_parsing(request, repository).parse_all)
    mark("parse")
    times["parse"] -= times["read"]  # it reads again
    whole = site.build(repository, mounts, documents, settings)
    mark("resolve")
    graph = LinkGraph(whole, damping=settings.score.damping, nofollow=settings.score.nofollow)
    world = World(whole, graph, settings, "2030-01-01")
    outcome = engine.run(configuration.rules, world, known_rules=configuration.known_rules)
    mark("rules")
    report = make_report(
        Journey(world, outcome), repository, paths=(), baseline=None, baseline_path="",
        warnings=configuration.warnings, rules=describe_rules(configuration),
    )  # fmt: skip
    FORMATS["json"](report, Rendering())
    mark("report")
    return times


if __name__ == "__main__":
    if len(sys.argv) == 2:
        print_stages(Path(sys.argv[1]))
    else:
        print(json.dumps(measure(sys.argv[1], warm=sys.argv[2] == "warm")))
