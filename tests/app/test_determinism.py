"""The same repository gives the same bytes, whatever the process, the place and the order of its files."""

import itertools
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = (["check", "--output", "json"], ["graph", "--format", "json"])
WAYS: Mapping[str, list[str]] = {
    "cold": ["--no-cache", "--jobs", "1"],
    "cold, two processes": ["--no-cache", "--jobs", "2"],
    "first": [],
    "warm": [],
    "first that is remembered": ["--jobs", "1"],
    "remembered": ["--jobs", "2"],
}
PROGRAM = """
import random, sys
from linklint.app import parsing, remembering
from linklint.cli.main import call
from linklint.workspace import repository

parsing.WORTH_KEEPING, parsing.WORTH_A_PROCESS = 0, 1000  # so little is worth it here
remembering.WORTH_REMEMBERING = 0 if "--jobs" in sys.argv else sys.maxsize

def list_shuffled(*arguments, list_files=repository.list_files, **options):
    files = list(list_files(*arguments, **options))
    random.Random(sys.argv[1]).shuffle(files)
    return files

if sys.argv[1]:
    repository.list_files = list_shuffled
sys.exit(call(sys.argv[2:]))
"""
SURROUNDINGS: Mapping[str, Mapping[str, str]] = {
    "C": {"LC_ALL": "C", "TZ": "UTC"},
    "C.UTF-8": {"LC_ALL": "C.UTF-8", "TZ": "Asia/Kolkata"},
    "no such locale": {"LC_ALL": "xx_XX.ISO-8859-1", "LANG": "xx_XX", "TZ": "America/St_Johns"},
    "Turkish": {"LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "0"},
}

OTHERS = ("C.UTF-8", "no such locale")


def make_garden(top: Path, shuffle: int | None = None) -> Path:
    """The example as a repository of its own, its files written in any order."""
    source = ROOT / "examples" / "garden"
    files = sorted(path.relative_to(source) for path in source.rglob("*") if path.is_file())
    if shuffle is not None:
        random.Random(shuffle).shuffle(files)
    for file in files:
        (top / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / file, top / file)
    subprocess.run(["git", "init", "--quiet", str(top)], check=True)
    subprocess.run(["git", "-C", str(top), "add", "--", *map(str, files)], check=True)
    return top


def ask(arguments: list[str], cwd: Path, variables: Mapping[str, str], shuffle: str = "") -> bytes:
    """The output of a process of its own; nothing of this one's surroundings but what it needs to start. With
    ``shuffle`` git lists the files in another order."""
    needed = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT") if name in os.environ}
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, shuffle, *arguments],
        cwd=cwd, env={**needed, "PYTHONPATH": str(ROOT), **variables}, capture_output=True, check=False,
    )  # fmt: skip
    assert ran.returncode in (0, 1), ran.stderr
    assert ran.stderr == b""
    return ran.stdout


@pytest.fixture(scope="module")
def garden(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_garden(tmp_path_factory.mktemp("first") / "garden")


@pytest.fixture(scope="module")
def expected(garden: Path) -> list[bytes]:
    return [ask(arguments, garden, {"PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8"}) for arguments in COMMANDS]


def forget(garden: Path) -> None:
    shutil.rmtree(garden / ".linklint_cache", ignore_errors=True)


def test_the_output_is_worth_comparing(expected: list[bytes]) -> None:
    assert expected[0].count(b'"fingerprint"') >= 20
    assert expected[1].count(b'"path"') >= 30


def test_all_ways_to_read_in_other_surroundings(garden: Path, expected: list[bytes]) -> None:
    """Parsed anew, by several processes, kept for later, and taken from what was kept; with another hash seed and order
    of files each time, another locale and another time zone."""
    forget(garden)
    surroundings = itertools.cycle(SURROUNDINGS.items())
    for seed, (way, options) in enumerate(WAYS.items(), start=1):
        name, variables = next(surroundings)
        seeded = {**variables, "PYTHONHASHSEED": str(seed)}
        assert ask([*COMMANDS[0], *options], garden, seeded, shuffle=str(seed)) == expected[0], (name, seed, way)
        assert (garden / ".linklint_cache").exists() == ("--no-cache" not in options)


@pytest.mark.parametrize("name", ["C", "Turkish", *(pytest.param(name, marks=pytest.mark.long) for name in OTHERS)])
def test_graphs_in_other_surroundings(garden: Path, expected: list[bytes], name: str) -> None:
    assert ask(COMMANDS[1], garden, {**SURROUNDINGS[name], "PYTHONHASHSEED": "random"}, shuffle=name) == expected[1]


def test_other_working_directories_and_other_places(garden: Path, expected: list[bytes], tmp_path: Path) -> None:
    moved = make_garden(tmp_path / "Gärten und anderes", shuffle=7)
    from_below = ask(COMMANDS[0], garden / "compost", {"PYTHONHASHSEED": "5"})
    from_elsewhere = ask([*COMMANDS[0], str(moved)], tmp_path, {"PYTHONHASHSEED": "6"})
    assert from_below == from_elsewhere == expected[0]
    assert ask([*COMMANDS[1], str(moved)], Path("/"), {"PYTHONHASHSEED": "random"}) == expected[1]


@pytest.mark.long
def test_twenty_hash_seeds_in_all_surroundings(garden: Path, expected: list[bytes]) -> None:
    for variables in SURROUNDINGS.values():
        forget(garden)
        ways = itertools.cycle(WAYS.values())
        for seed in range(100, 120):
            seeded = {**variables, "PYTHONHASHSEED": str(seed)}
            assert ask([*COMMANDS[0], *next(ways)], garden, seeded) == expected[0], (variables, seed)
        assert ask(COMMANDS[1], garden, seeded) == expected[1]


@pytest.mark.long
def test_ten_orders_of_files(garden: Path, expected: list[bytes], tmp_path: Path) -> None:
    """As git lists them, and as they were written."""
    for order in range(10):
        copy = make_garden(tmp_path / str(order) / "x" / "garden", order)
        assert [ask(arguments, copy, {}, shuffle=str(order)) for arguments in COMMANDS] == expected
