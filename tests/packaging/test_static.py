"""Other tools' verdicts on the action and the hook. Needs a package index: run by make test-long."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.action.workflows import read_gitlab_job, read_workflows
from tests.packaging.test_installs import ROOT, run

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def tools(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tools")
    run(sys.executable, "-m", "venv", folder)
    run(folder / "bin" / "python", "-m", "pip", "install", "--quiet", "zizmor", "check-jsonschema", "pre-commit")
    return folder / "bin"


def test_zizmor_finds_nothing_in_the_action(tools: Path) -> None:
    done = subprocess.run(
        [tools / "zizmor", "--offline", "--persona", "auditor", "--no-progress", ROOT / "action.yml"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No findings to report" in done.stdout


@pytest.fixture(scope="module")
def workflows(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with all workflows of the README."""
    folder = tmp_path_factory.mktemp("repository")
    (folder / ".github" / "workflows").mkdir(parents=True)
    for number, text in enumerate(read_workflows()):
        (folder / ".github" / "workflows" / f"{number}.yml").write_text(text)
    (folder / ".gitlab-ci.yml").write_text(read_gitlab_job())
    return folder


def test_zizmor_finds_nothing_in_the_workflows_of_the_readme(tools: Path, workflows: Path) -> None:
    done = subprocess.run(
        [tools / "zizmor", "--offline", "--persona", "auditor", "--no-progress", workflows],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No findings to report" in done.stdout


def test_the_workflows_of_the_readme_are_valid_by_their_schemas(tools: Path, workflows: Path) -> None:
    """check-jsonschema brings SchemaStore's schema of workflows and GitLab's own of jobs."""
    files = sorted((workflows / ".github" / "workflows").glob("*.yml"))
    run(tools / "check-jsonschema", "--builtin-schema", "vendor.github-workflows", *files)
    run(tools / "check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", workflows / ".gitlab-ci.yml")


def test_the_action_is_valid_by_its_schema(tools: Path) -> None:
    run(tools / "check-jsonschema", "--builtin-schema", "vendor.github-actions", ROOT / "action.yml")


def test_the_hook_is_valid_by_pre_commit(tools: Path) -> None:
    run(tools / "pre-commit", "validate-manifest", ROOT / ".pre-commit-hooks.yaml")
