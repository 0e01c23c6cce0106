"""The composite action, run offline by our own runner."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.action.composite import PYTHON, lend_packages, run_action
from tests.report.oracle import read_commands
from tests.workspace.histories import clone, make_pull_request, surround_pull_request

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
    absent = {"new-findings", "fixed", "sarif-file"}  # nothing was committed yet, and no file was asked for
    numbers = {name: value for name, value in outcome.outputs.items() if name not in {"report-json", *absent}}
    assert all(value.isdigit() for value in numbers.values())
    assert {outcome.outputs[name] for name in absent} == {""}
    assert all(
        not contents[name] for contents in outcome.files for name in ("GITHUB_ENV", "GITHUB_PATH", "GITHUB_STATE")
    )


TEXTS = ("path", "config", "base", "sarif-file", "args", "python")
INPUTS = (*TEXTS, "all others")
OPTION = ("path", "--output=json=PWNED")
PAIRS = [
    pytest.param(
        name, value, marks=[] if place % len(INPUTS) == number or (name, value) == OPTION else [pytest.mark.long]
    )
    for number, name in enumerate(INPUTS)
    for place, value in enumerate(HOSTILE)
]
"""Each input with each text: each text with one input always, every input among these, and a path like an option."""


@pytest.mark.parametrize(("name", "value"), PAIRS)
def test_hostile_inputs_execute_nothing(site: Path, temporary: Path, name: str, value: str) -> None:
    inputs = yaml.safe_load((ROOT / "action.yml").read_text())["inputs"]
    names = [name] if name in TEXTS else [other for other in inputs if other not in TEXTS]
    outcome = run_action(ROOT, {"python": PYTHON} | dict.fromkeys(names, value), site, temporary)
    # Whoever writes the workflow may name a file.
    asked_for = name == "sarif-file" or (name == "args" and value.startswith("--output"))
    assert not [
        line for contents in outcome.files for line in contents["GITHUB_OUTPUT"].split("\n") if "touch" in line[:9]
    ]
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


def test_a_python_in_the_work_tree_may_be_named_from_there(site: Path, temporary: Path) -> None:
    """The virtual environment that a step before has made: the install step changes folders."""
    bin_folder = site / ".venv" / "bin"
    bin_folder.mkdir(parents=True)
    (bin_folder / "python").write_text(f'#!/bin/sh\nexec "{PYTHON}" "$@"\n')
    (bin_folder / "python").chmod(0o755)
    outcome = run_action(ROOT, {"python": ".venv/bin/python"}, site, temporary)
    assert outcome.code == 1
    assert f"python={bin_folder}/python\n" in outcome.files[0]["GITHUB_OUTPUT"]


def test_an_old_python_is_told_in_one_sentence(site: Path, temporary: Path) -> None:
    outcome = run_action(ROOT, {"python": "/nonexistent/python"}, site, temporary)
    assert outcome.code == 2
    assert b"does not name a Python from 3.11 to 3.14" in outcome.printed


def test_a_python_that_is_too_new_for_the_pinned_packages_is_passed_over(site: Path, temporary: Path) -> None:
    """Wheels of a new Python come late: the runner's next best one is taken, and none is told in a sentence."""
    bin_folder = temporary / "bin"
    bin_folder.mkdir()
    newer = "code=$3; exec \"%s\" -I -c \"import sys; sys.version_info = (3, 15, 0); exec('''$code''')\""
    for name in ("python", "python3", "python3.14", "python3.13", "python3.12", "python3.11"):
        (bin_folder / name).write_text(f"#!/bin/sh\n{newer % PYTHON}\n")
        (bin_folder / name).chmod(0o755)
    path = f"{bin_folder}:/usr/bin:/bin"
    outcome = run_action(ROOT, {}, site, temporary, PATH=path)
    assert outcome.code == 2
    assert b"needs a Python from 3.11 to 3.14" in outcome.printed
    (bin_folder / "python3.12").write_text(f'#!/bin/sh\nexec "{PYTHON}" "$@"\n')
    outcome = run_action(ROOT, {}, site, temporary, PATH=path)
    assert outcome.code == 1
    assert f"python={bin_folder}/python3.12\n" in outcome.files[0]["GITHUB_OUTPUT"]


def test_a_mistake_in_the_config_is_annotated_on_its_line(site: Path, temporary: Path) -> None:
    (site / ".linklint.yml").write_text("rules:\n  no-orphan: off\n  no-dead-end: off\n")
    outcome = run_action(ROOT, {"python": PYTHON}, site, temporary)
    assert outcome.code == 2
    annotations = [command for command in read_commands(outcome.printed) if command.name == "error"]
    places = [(command.properties["file"], command.properties["line"]) for command in annotations]
    assert places == [(".linklint.yml", "2"), (".linklint.yml", "3")]
    assert 'did you mean "no-orphans"?' in annotations[0].data


@pytest.mark.parametrize(
    ("inputs", "told"),
    [
        ({"config": "nowhere.yml"}, 'the config "nowhere.yml" cannot be read; there is no such file'),
        ({"path": "nowhere"}, "there is no file or folder named nowhere"),
        ({"scope": "fresh"}, "Invalid value for '--scope': 'fresh' is not one of 'auto', 'all', 'new', 'touched'."),
        ({"args": "--otuput=json"}, "No such option '--otuput'. Did you mean '--output'?"),
    ],
)
def test_a_mistake_in_the_inputs_is_annotated_without_a_line(
    site: Path, temporary: Path, inputs: dict[str, str], told: str
) -> None:
    outcome = run_action(ROOT, {"python": PYTHON, **inputs}, site, temporary)
    assert outcome.code == 2
    (annotation,) = [command for command in read_commands(outcome.printed) if command.name == "error"]
    assert (annotation.properties, annotation.data) == ({"title": "linklint"}, told)


def set_out(folder: Path) -> dict[str, str]:
    """The surroundings of a pull request whose merge commit is checked out in ``folder``."""
    hashes = make_pull_request(folder)
    return surround_pull_request(folder, hashes)


def test_a_pull_request_shows_what_it_made_new(tmp_path: Path, temporary: Path) -> None:
    folder = tmp_path / "pull"
    outcome = run_action(ROOT, {"python": PYTHON}, folder, temporary, **set_out(folder))
    assert outcome.code == 1
    annotations = [command for command in read_commands(outcome.printed) if command.name in ("error", "warning")]
    assert {command.properties["file"] for command in annotations} == {"three.md"}
    assert (outcome.outputs["new-findings"], outcome.outputs["fixed"]) == ("2", "0")
    assert b", the base of the pull request; " in outcome.printed


def test_scope_all_shows_everything_and_still_compares(tmp_path: Path, temporary: Path) -> None:
    folder = tmp_path / "pull"
    variables = set_out(folder)
    outcome = run_action(ROOT, {"python": PYTHON, "scope": "all"}, folder, temporary, **variables)
    annotations = [command for command in read_commands(outcome.printed) if command.name in ("error", "warning")]
    assert {command.properties["file"] for command in annotations} == {"two.md", "three.md", "four.md"}
    assert outcome.outputs["new-findings"] == "2"


def test_a_base_is_taken_as_given(tmp_path: Path, temporary: Path) -> None:
    folder = tmp_path / "pull"
    variables = set_out(folder)
    outcome = run_action(ROOT, {"python": PYTHON, "base": "main~2"}, folder, temporary, **variables)
    assert int(outcome.outputs["new-findings"]) > 2
    assert b", main~2" in outcome.printed


def test_a_shallow_clone_gets_one_notice_and_all_findings(tmp_path: Path, temporary: Path) -> None:
    variables = set_out(tmp_path / "pull")
    shallow = clone(tmp_path / "pull", tmp_path / "shallow", "refs/pull/7/merge", "--depth=1")
    outcome = run_action(ROOT, {"python": PYTHON}, shallow, temporary, **variables)
    notices = [command for command in read_commands(outcome.printed) if command.name == "notice"]
    assert len(notices) == 1
    assert "fetch-depth: 2" in notices[0].data
    assert outcome.outputs["new-findings"] == ""
    assert int(outcome.outputs["findings"]) > 2
    assert "fetch-depth: 2" in outcome.files[1]["GITHUB_STEP_SUMMARY"]


def test_annotations_of_a_repository_in_a_subfolder_name_its_own_paths(tmp_path: Path, temporary: Path) -> None:
    """actions/checkout with ``path:``. GitHub wants names from the repository's top."""
    workspace = tmp_path / "workspace"
    variables = set_out(workspace / "site")
    outcome = run_action(ROOT, {"python": PYTHON, "path": "site"}, workspace, temporary, **variables)
    annotations = [command for command in read_commands(outcome.printed) if command.name in ("error", "warning")]
    assert {command.properties["file"] for command in annotations} == {"three.md"}


def test_a_folder_of_the_repository_limits_what_is_shown(site: Path, temporary: Path) -> None:
    (site / "docs").mkdir()
    (site / "docs" / "x.md").write_text("# X\n\n[gone](gone.md)\n")
    outcome = run_action(ROOT, {"python": PYTHON, "path": "docs", "config": ""}, site, temporary)
    annotations = [command for command in read_commands(outcome.printed) if command.name == "error"]
    assert [command.properties["file"] for command in annotations] == ["docs/x.md"]


def test_two_sites_with_configs_of_their_own_take_a_step_each(site: Path, temporary: Path) -> None:
    for folder in ("docs", "website"):
        (site / folder).mkdir()
        (site / folder / ".linklint.yml").write_text("extends: [linklint:recommended]\n")
        (site / folder / "README.md").write_text("# X\n\n[gone](gone.md)\n")
    names = []
    for folder in ("docs", "website"):
        inputs = {"python": PYTHON, "path": folder, "sarif-file": f"{folder}.sarif"}
        outcome = run_action(ROOT, inputs, site, temporary)
        annotations = [command for command in read_commands(outcome.printed) if command.name == "error"]
        assert [command.properties["file"] for command in annotations] == [f"{folder}/README.md"]
        run = json.loads((site / f"{folder}.sarif").read_text())["runs"][0]
        place = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]
        assert place["uri"] == f"{folder}/README.md"
        names.append(run["automationDetails"]["id"])
    assert names == ["linklint/docs/", "linklint/website/"]


def test_a_path_in_which_nothing_is_checked_is_annotated(site: Path, temporary: Path) -> None:
    (site / "docs").mkdir()
    (site / "docs" / ".linklint.yml").write_text("extends: [linklint:recommended]\n")
    (site / "docs" / "README.md").write_text("# X\n")
    (site / "docs" / "notes.txt").write_text("x\n")
    outcome = run_action(ROOT, {"python": PYTHON, "path": "docs\ndocs/notes.txt"}, site, temporary)
    warnings = [command.data for command in read_commands(outcome.printed) if command.name == "warning"]
    assert outcome.code == 0
    assert [warning.partition(":")[0] for warning in warnings] == ["nothing was checked in docs/notes.txt"]
    outcome = run_action(ROOT, {"python": PYTHON, "path": "docs\none.md"}, site, temporary)
    assert outcome.code == 2
    assert b"one.md lies outside of docs, which docs/.linklint.yml makes the site" in outcome.printed


def test_pull_request_target_from_a_fork_is_warned_about(tmp_path: Path, temporary: Path) -> None:
    folder = tmp_path / "pull"
    variables = set_out(folder) | {"GITHUB_EVENT_NAME": "pull_request_target"}
    outcome = run_action(ROOT, {"python": PYTHON}, folder, temporary, **variables)
    warnings = [command.data for command in read_commands(outcome.printed) if command.name == "warning"]
    assert "pull_request_target" in warnings[0]
    assert "pull_request_target" in outcome.files[1]["GITHUB_STEP_SUMMARY"]


@pytest.mark.parametrize(("summary", "written"), [("true", True), ("false", False), ("", True)])
def test_the_summary_is_appended_when_it_is_wanted(site: Path, temporary: Path, summary: str, written: bool) -> None:
    outcome = run_action(ROOT, {"python": PYTHON, "summary": summary}, site, temporary)
    assert outcome.files[1]["GITHUB_STEP_SUMMARY"].startswith("## linklint\n") == written


def test_a_run_that_failed_says_so_in_the_summary(site: Path, temporary: Path) -> None:
    outcome = run_action(ROOT, {"python": PYTHON, "config": "nowhere.yml"}, site, temporary)
    assert outcome.code == 2
    assert "did not run to its end" in outcome.files[1]["GITHUB_STEP_SUMMARY"]


def test_sarif_is_written_where_it_is_wanted(site: Path, temporary: Path) -> None:
    outcome = run_action(ROOT, {"python": PYTHON, "sarif-file": "out/linklint.sarif"}, site, temporary)
    assert outcome.outputs["sarif-file"] == "out/linklint.sarif"
    sarif = json.loads((site / "out" / "linklint.sarif").read_text())
    assert [result["ruleId"] for result in sarif["runs"][0]["results"]] == ["no-broken-links"]


def test_the_number_of_annotations_is_an_input(site: Path, temporary: Path) -> None:
    (site / "one.md").write_text("# One\n\n[home](README.md)\n" + "[gone](gone.md) [lost](lost.md)\n" * 4)
    outcome = run_action(ROOT, {"python": PYTHON, "annotations": "1"}, site, temporary)
    assert len([command for command in read_commands(outcome.printed) if command.name == "error"]) == 1


def test_two_runs_in_a_job_keep_their_reports_apart(site: Path, temporary: Path) -> None:
    first = run_action(ROOT, {"python": PYTHON}, site, temporary).outputs["report-json"]
    (site / "one.md").write_text("# One\n\n[home](README.md) [lost](lost.md)\n")
    second = run_action(ROOT, {"python": PYTHON}, site, temporary).outputs["report-json"]
    assert [len(json.loads(Path(path).read_text())["findings"]) for path in (first, second)] == [1, 2]
