"""The rules in the box are the same however linklint came to be there. Needs a package index: run by make test-long."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.action.composite import lend_packages, run_action

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.long


def run(*command: str | Path, cwd: Path = ROOT, **variables: str) -> str:
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | variables
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def from_checkout(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What ``PYTHONPATH=. python -m linklint rules`` prints, started elsewhere."""
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    return run(sys.executable, "-m", "linklint", "rules", cwd=elsewhere, PYTHONPATH=str(ROOT))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, ROOT)
    return next(folder.glob("linklint-*.whl"))


def make_environment(folder: Path, *install: str | Path) -> Path:
    venv.create(folder, with_pip=True)
    run(folder / "bin" / "python", "-m", "pip", "install", "--quiet", *install)
    return folder / "bin" / "linklint"


def test_a_wheel_in_an_empty_environment(wheel: Path, tmp_path: Path, from_checkout: str) -> None:
    linklint = make_environment(tmp_path / "venv", wheel)
    assert run(linklint, "rules", cwd=tmp_path) == from_checkout
    assert "no-" in from_checkout


def test_an_editable_install(tmp_path: Path, from_checkout: str) -> None:
    copy = tmp_path / "copy"
    tracked = run("git", "ls-files", "-z").split("\0")
    for name in filter(None, tracked):
        if (ROOT / name).is_file():
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, copy / name)
    linklint = make_environment(tmp_path / "venv", "--editable", copy)
    assert run(linklint, "rules", cwd=tmp_path) == from_checkout


def test_inside_the_action_with_its_own_installation(tmp_path: Path, from_checkout: str) -> None:
    site, temporary = tmp_path / "site", tmp_path / "runner"
    site.mkdir()
    temporary.mkdir()
    (site / "README.md").write_text("# Home\n")
    outcome = run_action(ROOT, {"python": sys.executable}, site, temporary)
    assert outcome.code == 0, outcome.printed.decode()
    packages = temporary / "linklint" / "packages"
    script = f"import sys; sys.path[:0] = [{str(ROOT)!r}, {str(packages)!r}]; from linklint.cli.main import run; run()"
    assert run(sys.executable, "-I", "-c", script, "rules", cwd=tmp_path) == from_checkout


def test_lent_packages_and_installed_ones_behave_alike(tmp_path: Path) -> None:
    """The offline tests of the action stand in for the real installation; show that they may."""
    site = tmp_path / "site"
    site.mkdir()
    (site / "README.md").write_text("[gone](gone.md)\n")
    lend_packages(tmp_path / "lent")
    (tmp_path / "installed").mkdir()
    codes = [run_action(ROOT, {"python": sys.executable}, site, tmp_path / name).code for name in ("lent", "installed")]
    assert codes == [1, 1]
