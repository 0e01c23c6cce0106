"""Other tools' verdicts on the action and the hook. Needs a package index: run by make test-long."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

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


def test_zizmor_finds_nothing_in_the_workflows_of_the_readme(tools: Path, tmp_path: Path) -> None:
    """COMMIT stands for a full hash in the text, so one is put there."""
    blocks = re.findall(r"```yaml\n(name: .*?)```", (ROOT / "README.md").read_text(), re.S)
    assert blocks
    folder = tmp_path / ".github" / "workflows"
    folder.mkdir(parents=True)
    for number, block in enumerate(blocks):
        (folder / f"{number}.yml").write_text(block.replace("@COMMIT", "@" + "0123456789" * 4))
    done = subprocess.run(
        [tools / "zizmor", "--offline", "--persona", "auditor", "--no-progress", tmp_path],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_action_is_valid_by_its_schema(tools: Path) -> None:
    run(tools / "check-jsonschema", "--builtin-schema", "vendor.github-actions", ROOT / "action.yml")


def test_the_hook_is_valid_by_pre_commit(tools: Path) -> None:
    run(tools / "pre-commit", "validate-manifest", ROOT / ".pre-commit-hooks.yaml")
