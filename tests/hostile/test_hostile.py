"""Every output format on a repository of hostile names and texts, read as the runner of GitHub Actions reads it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from linklint.report.writing import inert_address
from tests.cli.running import linklint
from tests.hostile.broken_configs import BROKEN_CONFIGS
from tests.hostile.build import SECRET, build
from tests.report.oracle import (
    ANNOTATIONS,
    CAP,
    find_control_characters,
    find_hidden_characters,
    read_commands,
)

TOP = Path(__file__).parents[2]
FORMATS = ("full", "concise", "json", "github")
TIME_LIMIT = 120
WRAP = re.compile(rb"::stop-commands::(\S+)\n(.*?)^::\1::\n", re.S | re.M)


class Run(NamedTuple):
    code: int
    out: bytes
    error: bytes


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("hostile") / "repository"
    assert len(build(folder)) >= 120
    TREES[folder] = list_tree(folder)
    return folder


@pytest.fixture(scope="module")
def small_repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Without the kinds that take long to read."""
    folder = tmp_path_factory.mktemp("hostile") / "repository"
    build(folder, kinds=[])
    return folder


@pytest.fixture(scope="module")
def report(repository: Path) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(lint(repository, "json").out)
    return value


RUNS: dict[tuple[Path, str, bool], Run] = {}
TREES: dict[Path, list[tuple[str, int, int]]] = {}


def lint(folder: Path, format_name: str, *, in_actions: bool = False) -> Run:
    """One run each: the tests below look at the same bytes from several sides. Those of one format are processes."""
    key = (folder, format_name, in_actions)
    if key not in RUNS:
        run = start if format_name == "github" else call
        RUNS[key] = run(folder, ["check", "--output", format_name], in_actions=in_actions)
    return RUNS[key]


def call(folder: Path, arguments: list[str], *, in_actions: bool) -> Run:
    """Runs linklint in this process."""
    variables = {"HOME": str(folder.parent)} | ({"GITHUB_ACTIONS": "true"} if in_actions else {})
    ran = linklint(folder, *arguments, **variables)
    return Run(ran.code, ran.out.encode(), ran.err.encode())


def start(folder: Path, arguments: list[str], *, in_actions: bool) -> Run:
    """Runs linklint as a process of its own, in a locale that has ASCII alone."""
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(TOP), "HOME": str(folder.parent), "LC_ALL": "C"}
    environment |= {"GITHUB_ACTIONS": "true"} if in_actions else {}
    command = [sys.executable, "-m", "linklint", *arguments]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, timeout=TIME_LIMIT, check=False)
    return Run(done.returncode, done.stdout, done.stderr)


def check_harmless(run: Run) -> None:
    output = run.out + run.error
    assert run.code in (0, 1, 2), run.error.decode("utf-8", "replace")
    assert b"Traceback" not in output
    assert find_control_characters(output) == []
    assert find_hidden_characters(output) == []
    assert SECRET.encode() not in output
    assert b"root:x:0" not in output
    output.decode("utf-8")


@pytest.mark.parametrize("in_actions", [False, True])
@pytest.mark.parametrize("format_name", FORMATS)
def test_output_is_nothing_but_text(repository: Path, format_name: str, in_actions: bool) -> None:
    run = lint(repository, format_name, in_actions=in_actions)
    check_harmless(run)
    assert run.code == 1, run.error.decode("utf-8", "replace")


@pytest.mark.parametrize("in_actions", [False, True])
@pytest.mark.parametrize("format_name", ["full", "concise", "json"])
def test_no_command_is_in_it(repository: Path, format_name: str, in_actions: bool) -> None:
    run = lint(repository, format_name, in_actions=in_actions)
    assert bool(WRAP.search(run.out)) == (in_actions and format_name != "json")
    commands = read_commands(run.out + run.error)
    assert {command.name for command in commands} <= ({"stop-commands"} if in_actions else set())
    # The breaking of commands has to hold by itself, without the token around the text.
    assert read_commands(WRAP.sub(rb"\2", run.out) + WRAP.sub(rb"\2", run.error)) == []


@pytest.mark.parametrize("in_actions", [False, True])
def test_annotations_are_the_findings(repository: Path, report: dict[str, Any], in_actions: bool) -> None:
    run = lint(repository, "github", in_actions=in_actions)
    commands = [command for command in read_commands(run.out + run.error) if command.name != "stop-commands"]
    assert len(commands) == run.out.count(b"\n")
    assert {command.name for command in commands} <= set(ANNOTATIONS)
    about_the_run = [command for command in commands if is_about_the_run(command)]
    assert len(about_the_run) == 2  # pointers of Git LFS, and links into a submodule
    for level in ANNOTATIONS:
        room = CAP - sum(command.name == level for command in about_the_run)
        found = [finding for finding in report["findings"] if finding["level"] == level]
        groups = Counter((finding["path"], finding["rule"]) for finding in found)
        shown = [command for command in commands if command.name == level and command not in about_the_run]
        expected = len(found) if len(found) <= room else min(room, len(groups))
        assert len(shown) == expected
        places = {
            (inert_address(finding["path"]) or None, f"linklint: {finding['rule']}", str(finding["line"]))
            for finding in found
        }
        rest = shown.pop() if len(found) > room and len(groups) > room else None
        for command in shown:
            properties = command.properties
            place = (properties.get("file"), properties["title"], properties.get("line", "1"))
            assert place in places
        if rest:
            merged = sum(
                groups[path, rule]
                for path, rule in groups
                if any((inert_address(path) or None, f"linklint: {rule}") == key(command) for command in shown)
            )
            assert rest.data.startswith(f"{len(found) - merged} more {level}s in ")


def is_about_the_run(command: Any) -> bool:
    return (
        set(command.properties) == {"title"}
        and command.properties["title"] == "linklint"
        and " more " not in command.data
    )


def key(command: Any) -> tuple[str | None, str]:
    return command.properties.get("file"), command.properties["title"]


def test_every_finding_is_one_block_and_one_line(repository: Path, report: dict[str, Any]) -> None:
    heads = re.findall(r"^(error|warning|notice)\[([a-z/-]+)\]: ", lint(repository, "full").out.decode(), re.M)
    assert heads == [(finding["level"], finding["rule"]) for finding in report["findings"]]
    lines = lint(repository, "concise").out.decode().splitlines()
    assert [re.findall(r"\[([a-z/-]+)\]$", line) for line in lines] == [[found["rule"]] for found in report["findings"]]


def test_findings_speak_about_the_hostile_names(report: dict[str, Any]) -> None:
    """A run that sees nothing is harmless, too; so the attacks must have reached the report."""
    text = json.dumps(report, ensure_ascii=False)
    for attack in ("::error::forged", "##[add-mask]", "$(touch PWN)", "日本語のページ"):
        assert attack in text
    assert any("\x1b" in finding["path"] for finding in report["findings"])
    assert any("\u202e" in finding["message"] for finding in report["findings"])
    assert {"house/hostile", "no-broken-links", "unreadable-file"} <= {
        finding["rule"] for finding in report["findings"]
    }


def test_nothing_is_executed_or_written(repository: Path) -> None:
    check_harmless(lint(repository, "concise"))
    assert list_tree(repository) == TREES[repository]
    assert not list(repository.parent.rglob("PWN"))
    assert not list(TOP.glob("PWN"))


def list_tree(folder: Path) -> list[tuple[str, int, int]]:
    """Everything in the folder but the cache, which linklint may write."""
    entries = []
    for directory, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name != ".linklint_cache"]
        for name in sorted([*folders, *files]):
            status = os.lstat(os.path.join(directory, name))
            entries.append((os.path.join(directory, name), status.st_size, status.st_mtime_ns))
    return entries


@pytest.mark.parametrize(
    "arguments",
    [
        ["graph", "--format", "json"],
        ["graph", "--format", "csv", "--table", "links"],
        ["graph", "--format", "dot"],
        ["graph", "--format", "graphml"],
        ["graph", "--format", "mermaid"],
        ["explain", "names/::.md"],
        ["explain", "names/a\r::add-matcher::forged.json\rb.md", "README.md"],
        ["explain", "house/hostile"],
    ],
)
def test_other_commands_are_harmless(small_repository: Path, arguments: list[str]) -> None:
    run = call(small_repository, arguments, in_actions=True)
    check_harmless(run)
    assert run.code == 0, run.error.decode("utf-8", "replace")
    assert read_commands(WRAP.sub(rb"\2", run.out) + WRAP.sub(rb"\2", run.error)) == []


@pytest.mark.parametrize("name", sorted(BROKEN_CONFIGS))
def test_a_hostile_config_is_the_users_mistake(tmp_path: Path, name: str) -> None:
    (tmp_path / "README.md").write_text("# A\n")
    for path, text in BROKEN_CONFIGS[name].items():
        (tmp_path / path).write_bytes(text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass"))
    run = call(tmp_path, ["check"], in_actions=True)
    check_harmless(run)
    assert (run.code, run.out) == (2, b"")
    assert run.error.strip()
    assert read_commands(WRAP.sub(rb"\2", run.error)) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "##[add-mask]\x1b[31m\n::error::x"],
        ["check", "--rule", "::error::\n##[add-mask]x"],
        ["check", "--output", "\x1b[2J::error::x"],
        ["check", "--set", "\r::error::x"],
        ["check", "--config", "\u202e\n::error::x.yml"],
        ["explain", "\n::error::x\x9b"],
        ["\n##[add-mask]"],
    ],
)
def test_hostile_arguments_are_the_users_mistake(tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "README.md").write_text("# A\n")
    run = call(tmp_path, arguments, in_actions=True)
    check_harmless(run)
    assert run.code == 2
    assert read_commands(WRAP.sub(rb"\2", run.out + run.error)) == []
