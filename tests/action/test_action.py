"""The composite action, run offline by our own runner."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.action.composite import PYTHON, lend_packages, run_action
from tests.report.oracle import read_commands

ROOT = Path(__file__).resolve().parents[2]

HOSTILE = [
    "; touch PWNED",
    "$(touch PWNED)",
    "`touch PWNED`",
    "a\ntouch PWNED",
    "' && touch PWNED && '",
    '" && touch PWNED && "',
    "--output=json=PWNED",
    "--config=../../../etc/passwd",
    "${IFS}&&touch${IFS}PWNED",
    "%0A::add-mask::x",
    "::stop-commands::x",
    "##[add-matcher]x",
]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "README.md").write_text("# Home\n\n[one](one.md) and [gone](gone.md)\n")
    (folder / "one.md").write_text("# One\n\n[home](README.md)\n")
    subprocess.run(["git", "init", "-q", folder], check=True)
    subprocess.run(["git", "-C", folder, "add", "."], check=True)
    return folder


@pytest.fixture
def temporary(tmp_path: Path) -> Path:
    folder = tmp_path / "runner"
    lend_packages(folder)
    return folder


def test_a_broken_link_fails_the_step_and_is_annotated(site: Path, temporary: Path) -> None:
    outcome = run_action(ROOT, {"python": PYTHON}, site, temporary)
    assert outcome.code == 1
    annotations = [command for command in read_commands(outcome.printed) if command.name == "error"]
    assert [(command.properties["file"], command.properties["line"]) for command in annotations] == [("README.md", "3")]
    assert outcome.outputs["exit-code"] == "1"
    assert outcome.outputs["errors"] == "1"
    report = json.loads(Path(outcome.outputs["report-json"]).read_text())
    assert report["summary"]["pages"] == 2


def test_fail_on_never_keeps_the_step_green(site: Path, temporary: Path) -> None:
    outcome = run_action(ROOT, {"python": PYTHON, "fail-on": "never"}, site, temporary)
    assert (outcome.code, outcome.outputs["exit-code"], outcome.outputs["errors"]) == (0, "0", "1")


def test_outputs_are_numbers_and_a_path_and_no_other_command_file_is_written(site: Path, temporary: Path) -> None:
    outcome = run_action(ROOT, {"python": PYTHON}, site, temporary)
    numbers = {name: value for name, value in outcome.outputs.items() if name != "report-json"}
    assert all(value.isdigit() for value in numbers.values())
    assert all(
        not contents[name] for contents in outcome.files for name in ("GITHUB_ENV", "GITHUB_PATH", "GITHUB_STATE")
    )


@pytest.mark.parametrize("name", ["path", "config", "fail-on", "args", "python"])
@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_inputs_execute_nothing(site: Path, temporary: Path, name: str, value: str) -> None:
    outcome = run_action(ROOT, {"python": PYTHON} | {name: value}, site, temporary)
    asked_for = name == "args" and value.startswith("--output")  # whoever writes the workflow may name a file
    assert asked_for or not list(site.parent.rglob("*PWNED*"))
    assert outcome.code in (0, 1, 2)
    assert b"Traceback" not in outcome.printed
    intended = {"error", "warning", "notice", "stop-commands"}
    names = {command.name for command in read_commands(outcome.printed)}
    # The wrapping itself ends by a command named like its token.
    assert {command for command in names if len(command) != 32} <= intended


def test_modules_in_the_work_tree_are_not_imported(site: Path, temporary: Path) -> None:
    for module in ("yaml", "json", "click", "linklint"):
        (site / f"{module}.py").write_text("raise SystemExit('imported from the work tree')\n")
    outcome = run_action(ROOT, {"python": PYTHON}, site, temporary, PYTHONPATH=str(site), PYTHONSTARTUP="yaml.py")
    assert b"imported from the work tree" not in outcome.printed
    assert outcome.code == 1


def test_an_old_python_is_told_in_one_sentence(site: Path, temporary: Path) -> None:
    outcome = run_action(ROOT, {"python": "/nonexistent/python"}, site, temporary)
    assert outcome.code == 2
    assert b"does not name a Python 3.11 or newer" in outcome.printed


def test_a_mistake_in_the_config_is_annotated_on_its_line(site: Path, temporary: Path) -> None:
    (site / ".linklint.yml").write_text("rules:\n  no-orphan: off\n  no-dead-end: off\n")
    outcome = run_action(ROOT, {"python": PYTHON}, site, temporary)
    assert outcome.code == 2
    annotations = [command for command in read_commands(outcome.printed) if command.name == "error"]
    places = [(command.properties["file"], command.properties["line"]) for command in annotations]
    assert places == [(".linklint.yml", "2"), (".linklint.yml", "3")]
    assert 'did you mean "no-orphans"?' in annotations[0].data
