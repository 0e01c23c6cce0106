"""pre-commit itself runs the hooks. Needs a package index: run by make test-long."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.packaging.test_installs import ROOT, run

pytestmark = pytest.mark.long

IDENTITY = ("-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false")


class Hooked:
    """A repository with the hook installed from this checkout."""

    def __init__(self, folder: Path, pre_commit: Path, home: Path) -> None:
        self.folder = folder
        self.environment = os.environ | {"PRE_COMMIT_HOME": str(home)}
        self.pre_commit = pre_commit

    def git(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["git", *IDENTITY, *arguments],
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def commit(self, *options: str) -> tuple[int, str]:
        """Exit code and output of a commit with the hook."""
        done = self.git("commit", "-m", "change", *options)
        return done.returncode, done.stdout + done.stderr

    def run(self, *arguments: str, **variables: str) -> tuple[int, str]:
        """Exit code and output of ``pre-commit run``."""
        done = subprocess.run(
            [self.pre_commit, "run", *arguments],
            cwd=self.folder,
            env=self.environment | variables,
            capture_output=True,
            text=True,
            check=False,
        )
        return done.returncode, done.stdout + done.stderr

    def use(self, *hooks: str) -> None:
        """Other hooks of the same repository, from now on."""
        path = self.folder / ".pre-commit-config.yaml"
        head = path.read_text().partition("    hooks:\n")[0]
        path.write_text(head + "    hooks:\n" + "".join(f"      - id: {hook}\n" for hook in hooks))
        self.git("add", "-A")
        self.commit("--no-verify")


@pytest.fixture(scope="module")
def tools(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """pre-commit in an environment of its own, and a git copy of this checkout as the hook's repository."""
    folder = tmp_path_factory.mktemp("tools")
    run(sys.executable, "-m", "venv", folder / "venv")
    run(folder / "venv" / "bin" / "python", "-m", "pip", "install", "--quiet", "pre-commit")
    source = folder / "linklint"
    run("git", "clone", "--quiet", "--no-hardlinks", ROOT, source)
    # The work tree, not the last commit, is what is tested.
    for name in filter(None, run("git", "ls-files", "-z", "--modified", "--others", "--exclude-standard").split("\0")):
        if (ROOT / name).is_file():
            (source / name).parent.mkdir(parents=True, exist_ok=True)
            (source / name).write_bytes((ROOT / name).read_bytes())
    run("git", "-C", source, "add", "-A")
    run("git", *IDENTITY, "-C", source, "commit", "--quiet", "--allow-empty", "-m", "work tree")
    return folder


@pytest.fixture
def hooked(tmp_path: Path, tools: Path) -> Hooked:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "README.md").write_text("# Home\n\n[one](one.md) and [two](two.md)\n")
    (folder / "one.md").write_text("# One\n\n[two](two.md)\n")
    (folder / "two.md").write_text("# Two\n\n[one](one.md)\n")
    revision = run("git", "-C", tools / "linklint", "rev-parse", "HEAD").strip()
    (folder / ".pre-commit-config.yaml").write_text(
        f"repos:\n  - repo: {tools / 'linklint'}\n    rev: {revision}\n    hooks:\n      - id: linklint\n"
    )
    run("git", "init", "-q", folder)
    hooked = Hooked(folder, tools / "venv" / "bin" / "pre-commit", tools / "home")
    run(hooked.pre_commit, "install", cwd=folder, PRE_COMMIT_HOME=str(tools / "home"))
    hooked.git("add", "-A")
    code, output = hooked.commit()
    assert code == 0, output
    return hooked


def test_an_edit_that_breaks_a_link_is_stopped(hooked: Hooked) -> None:
    (hooked.folder / "one.md").write_text("# One\n\n[two](tow.md)\n")
    hooked.git("add", "-A")
    code, output = hooked.commit()
    assert code == 1
    assert "one.md:3" in output


def test_an_edit_that_breaks_nothing_passes(hooked: Hooked) -> None:
    (hooked.folder / "one.md").write_text("# One\n\nSee [two](two.md).\n")
    hooked.git("add", "-A")
    assert hooked.commit()[0] == 0


def test_a_rename_is_stopped_at_the_links_to_the_old_name(hooked: Hooked) -> None:
    hooked.git("mv", "two.md", "second.md")
    code, output = hooked.commit()
    assert code == 1
    assert "README.md:3" in output
    assert "one.md:3" in output


def test_a_commit_that_only_deletes_is_checked(hooked: Hooked) -> None:
    hooked.git("rm", "-q", "two.md")
    code, output = hooked.commit()
    assert code == 1
    assert "README.md:3" in output


def test_a_link_to_a_page_that_was_not_added_is_told_as_such(hooked: Hooked) -> None:
    (hooked.folder / "three.md").write_text("# Three\n\n[one](one.md)\n")
    (hooked.folder / "one.md").write_text("# One\n\n[two](two.md), [three](three.md)\n")
    hooked.git("add", "one.md")
    code, output = hooked.commit()
    assert code == 1
    assert "one.md:3" in output
    assert "three.md" in output
    assert "git" in output


@pytest.fixture
def old_fault(hooked: Hooked) -> Hooked:
    """A broken link that was committed before there was a hook."""
    (hooked.folder / "old.md").write_text("# Old\n\n[one](one.md) [gone](gone.md)\n")
    (hooked.folder / "README.md").write_text("# Home\n\n[one](one.md), [two](two.md) and [old](old.md)\n")
    hooked.git("add", "-A")
    assert hooked.commit("--no-verify")[0] == 0
    return hooked


def test_what_was_wrong_before_stops_nobody_who_does_not_touch_it(old_fault: Hooked) -> None:
    (old_fault.folder / "one.md").write_text("# One\n\nSee [two](two.md).\n")
    old_fault.git("add", "-A")
    code, output = old_fault.commit()
    assert code == 0, output


def test_whoever_touches_a_file_is_told_what_is_wrong_in_it(old_fault: Hooked) -> None:
    (old_fault.folder / "old.md").write_text("# Old\n\nSee [one](one.md) [gone](gone.md)\n")
    old_fault.git("add", "-A")
    code, output = old_fault.commit()
    assert code == 1
    assert "old.md:3" in output


def test_all_files_in_ci_are_all_judged(old_fault: Hooked) -> None:
    """Nothing is staged there, so there is nothing to compare, and nothing is green for that."""
    code, output = old_fault.run("--all-files", CI="true")
    assert code == 1
    assert "old.md:3" in output
    assert "everything is reported" in output


def test_refs_in_ci_are_compared(old_fault: Hooked) -> None:
    (old_fault.folder / "one.md").write_text("# One\n\n[two](tow.md)\n")
    old_fault.git("add", "-A")
    assert old_fault.commit("--no-verify")[0] == 0
    code, output = old_fault.run("--from-ref", "HEAD~1", "--to-ref", "HEAD", CI="true")
    assert code == 1
    assert "one.md:3" in output
    assert "old.md:3" not in output


def test_the_hook_for_the_whole_site_tells_everything(old_fault: Hooked) -> None:
    old_fault.use("linklint-all")
    (old_fault.folder / "one.md").write_text("# One\n\nSee [two](two.md).\n")
    old_fault.git("add", "-A")
    code, output = old_fault.commit()
    assert code == 1
    assert "old.md:3" in output


RULE = """\
rules:
  house/short-titles:
    for: page
    require: {{title: {{matches: "^.{{1,9}}$"}}}}
    message: "{{title}} is long"
    examples:
      - {{name: short, files: {{a.md: "# Roses"}}}}
      - {{name: long, files: {{a.md: "# Roses and all their friends"}}, expect: [{expect}]}}
"""


def test_the_hook_for_rules_runs_their_examples(hooked: Hooked) -> None:
    hooked.use("linklint-rules")
    (hooked.folder / "one.md").write_text("# One\n\n[two](tow.md)\n")
    hooked.git("add", "-A")
    code, output = hooked.commit()
    assert (code, "Skipped" in output) == (0, True), output
    for expect, right in (('"a.md:7"', False), ('"a.md:1"', True)):
        (hooked.folder / ".linklint.yml").write_text(RULE.format(expect=expect))
        hooked.git("add", "-A")
        code, output = hooked.commit()
        assert (code == 0) == right, output
        assert ("expected a finding at a.md:7" in output) != right


def test_a_file_that_is_not_added_is_no_page(hooked: Hooked) -> None:
    (hooked.folder / "scratch.md").write_text("# Scratch\n\n[gone](gone.md)\n")
    (hooked.folder / "one.md").write_text("# One\n\nSee [two](two.md).\n")
    hooked.git("add", "one.md")
    code, output = hooked.commit()
    assert code == 0, output
