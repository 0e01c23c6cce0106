"""The workflows, hooks and commands that the README offers are ones that this linklint takes."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from typing import Any

import click
import pytest
import yaml

from linklint.cli.check import check_command
from tests.action.workflows import COMMIT, ROOT, read_blocks, read_gitlab_job, read_workflows

ACTION = yaml.safe_load((ROOT / "action.yml").read_text())
LINKLINT = f"OWNER/linklint@{COMMIT}"


def read_steps(text: str) -> Iterator[dict[str, Any]]:
    for job in yaml.safe_load(text)["jobs"].values():
        yield from job["steps"]


def parse(arguments: list[str]) -> click.Context:
    # As below the main command; click remembers the names of the help option, for other tests, too.
    return check_command.make_context("check", arguments, help_option_names=["-h", "--help"])


def test_there_is_a_workflow_for_every_purpose() -> None:
    text = "\n".join(read_workflows())
    for purpose in ("pull_request:", "push:", "schedule:", "upload-sarif", "reviewdog"):
        assert purpose in text
    assert "gl-code-quality-report.json" in read_gitlab_job()


@pytest.mark.parametrize("number", range(len(read_workflows())))
def test_a_workflow_uses_the_action_as_it_is(number: int) -> None:
    (step,) = [step for step in read_steps(read_workflows()[number]) if step.get("uses") == LINKLINT]
    given = step.get("with", {})
    assert set(given) <= set(ACTION["inputs"])
    arguments = [f"--{name}={given[name]}" for name in ("scope", "fail-on", "annotations") if name in given]
    parse([*arguments, *str(given.get("args", "")).splitlines()])


@pytest.mark.parametrize("number", range(len(read_workflows())))
def test_a_workflow_asks_for_little_and_pins_everything(number: int) -> None:
    text = read_workflows()[number]
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {}
    assert "pull_request_target" not in text
    for step in read_steps(text):
        if "uses" in step:
            assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", step["uses"])
        if str(step.get("uses")).startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False
            assert step["with"]["fetch-depth"] in (0, 2)
        assert "${{" not in step.get("run", "")


def test_the_table_of_inputs_is_that_of_the_action() -> None:
    rows = re.findall(r"^\| `([a-z-]+)` \| (?:`([^`]*)`)? ?\|", (ROOT / "README.md").read_text(), re.M)
    assert dict(rows) == {name: str(entry.get("default", "")) for name, entry in ACTION["inputs"].items()}


def test_the_outputs_named_are_those_of_the_action() -> None:
    (sentence,) = re.findall(r"^Outputs: (.*)\.$", (ROOT / "README.md").read_text(), re.M)
    assert re.findall(r"`([a-z-]+)`", sentence) == list(ACTION["outputs"])


def test_the_job_of_gitlab_calls_linklint_rightly() -> None:
    (line,) = [line for line in yaml.safe_load(read_gitlab_job())["linklint"]["script"] if line.startswith("linklint ")]
    parse(shlex.split(line)[1:])
    assert line.endswith(yaml.safe_load(read_gitlab_job())["linklint"]["artifacts"]["reports"]["codequality"])


def test_the_hooks_named_are_those_that_there_are() -> None:
    hooks = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}
    named = [entry["id"] for block in read_blocks() if block.startswith("repos:")
             for repo in yaml.safe_load(block)["repos"] for entry in repo["hooks"]]  # fmt: skip
    assert named == ["linklint"]
    assert set(hooks) == {"linklint", "linklint-all", "linklint-rules"}
    for name in hooks:
        assert f"`{name}`" in (ROOT / "README.md").read_text() or name in named
    for name in ("linklint", "linklint-all"):
        parse(hooks[name]["entry"].split()[2:])
        assert hooks[name]["always_run"] is True


def test_the_pattern_of_the_rule_tests_is_that_of_configs_and_rules() -> None:
    hooks = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}
    pattern = re.compile(hooks["linklint-rules"]["files"])
    for path in (".linklint.yml", "docs/.linklint.yaml", "linklint.yml", "rules/house.yml", "docs/rules/a.yaml"):
        assert pattern.search(path), path
    for path in ("README.md", "mkdocs.yml", "rules/a.md", "rules.yml", "my-rules/a.yml", "clusters.yml"):
        assert not pattern.search(path), path
