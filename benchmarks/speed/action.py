"""How long the action's steps take, as GitHub's runner would run them.

    python -m benchmarks.speed.action [--pages 1000] [--changed 10] [--rounds 3]

Makes a site, commits it, and changes some of its pages. Each round begins with an empty folder for temporary files and
without a package cache, as a new runner does: the dependencies are downloaded. Then two runs of linklint: a push with
no cache of an earlier run, and a pull request with the cache that the push has kept (base and head are compared).
Prints the median seconds of each step. uv is used where the machine has it.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import tempfile
from pathlib import Path

from benchmarks.speed.generate import generate
from benchmarks.speed.since import TOP, change, commit_all
from tests.action.composite import run_action

STEPS = ("install", "push, nothing kept", "pull request")


def take_round(site: Path, base: str) -> list[float]:
    """The seconds of each of ``STEPS``."""
    os.environ |= {"PIP_NO_CACHE_DIR": "1", "UV_NO_CACHE": "1"}
    shutil.rmtree(site / ".linklint_cache", ignore_errors=True)
    with tempfile.TemporaryDirectory() as name:
        runner = Path(name)
        event = runner / "event.json"
        event.write_text(json.dumps({"pull_request": {"base": {"sha": base}, "head": {"sha": "HEAD"}}}))
        pull = {"GITHUB_EVENT_NAME": "pull_request", "GITHUB_EVENT_PATH": str(event)}
        first = run_action(TOP, {"fail-on": "never"}, site, runner, GITHUB_EVENT_NAME="push")
        second = run_action(TOP, {"base": base, "fail-on": "never"}, site, runner, **pull)
    for outcome in (first, second):
        if outcome.code:
            raise SystemExit(outcome.printed.decode())
    return [first.seconds[0], first.seconds[1], second.seconds[1]]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    for name, default in (("pages", 1000), ("changed", 10), ("rounds", 3)):
        parser.add_argument(f"--{name}", type=int, default=default)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        site = Path(name) / "site"
        generate(site, wanted.pages, links=20, words=300, clusters=0, languages=1)
        commit_all(site)
        base = subprocess.check_output(["git", "-C", site, "rev-parse", "HEAD"], text=True).strip()
        change(site, wanted.changed)
        commit_all(site)
        rounds = [take_round(site, base) for _ in range(wanted.rounds)]
    for step, seconds in zip(STEPS, zip(*rounds, strict=True), strict=True):
        print(f"{step}: {statistics.median(seconds):.1f} s")


if __name__ == "__main__":
    main()
