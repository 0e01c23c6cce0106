"""Runs one oracle: installs the framework, builds every small site with it, compares, tells."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from benchmarks.oracle.comparing import compare, read_site
from benchmarks.oracle.outcome import Outcome
from benchmarks.oracle.served import Build

SITES = Path(__file__).parent / "sites"
HOMES = Path("build/oracle")
BEFORE = "2026-11-01"
"""Packages that the pinned ones depend on are taken as they were on that day."""


def find_sites(framework: str) -> list[Path]:
    """The folders of the framework's sites."""
    return sorted(path for path in SITES.glob(f"{framework}-*") if path.is_dir())


def install_packages(framework: str, manifest: str, home: Path | None = None) -> Path:
    """The folder whose ``node_modules`` hold what the manifest names; installed by npm where it is not yet there."""
    home = home or HOMES / framework
    file = home / "package.json"
    if not file.exists() or file.read_text(encoding="utf-8") != manifest or not (home / "node_modules").is_dir():
        home.mkdir(parents=True, exist_ok=True)
        file.write_text(manifest, encoding="utf-8")
        command = ["npm", "install", "--silent", "--no-audit", "--no-fund", f"--before={BEFORE}"]
        subprocess.run(command, cwd=home, check=True)
    return home


def copy_site(folder: Path, home: Path) -> Path:
    """A fresh copy of the site below the folder of the packages, where Node finds them."""
    copy = home / folder.name
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(folder, copy)
    return copy


def run_quietly(command: list[str | Path], folder: Path, environment: dict[str, str] | None = None) -> None:
    """Runs a build; its words are shown only where it fails."""
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    if done.returncode:
        print(done.stdout, done.stderr, sep="\n")
        raise SystemExit(f"{command[0]} failed in {folder}")


def run_oracle(framework: str, build_site: Callable[[Path], Build]) -> int:
    """Builds and compares all sites of the framework, and prints what was compared, what differs and what was left
    out. Returns 1 where anything differs."""
    outcomes = []
    for folder in find_sites(framework):
        outcome = compare(folder, read_site(folder), build_site(folder))
        print(*outcome.lines(), sep="\n", flush=True)
        outcomes.append(outcome)
    print(_sum_up(framework, outcomes))
    return 1 if any(outcome.differences for outcome in outcomes) else 0


def _sum_up(framework: str, outcomes: list[Outcome]) -> str:
    return (
        f"{framework}: {len(outcomes)} sites, {sum(each.pages for each in outcomes)} addresses, "
        f"{sum(each.ids for each in outcomes)} ids, {sum(each.links for each in outcomes)} links, "
        f"{sum(each.images for each in outcomes)} images, {sum(each.linked for each in outcomes)} pages linked or not, "
        f"{sum(each.redirects for each in outcomes)} redirects, "
        f"{sum(len(each.differences) for each in outcomes)} differences"
    )
