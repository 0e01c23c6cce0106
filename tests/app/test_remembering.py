"""A run that is remembered: only while all that it depends on is the same."""

import os
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest

from linklint.app import check as checking
from linklint.app import remembering
from linklint.app.remembering import check
from linklint.app.request import Request
from linklint.errors import UserError
from linklint.model.finding import Report
from linklint.workspace import Cache
from tests.app.remembered import Runs
from tests.cli.running import make_repository

PAGES = {
    "README.md": "# Home\n\n[a](a.md) [b](b.md#there)\n",
    "a.md": "# A\n\n[gone](gone.md)\n",
    "b.md": "# B\n\n## There\n\n[picture](picture.png)\n",
    "picture.png": "",
    ".linklint.yml": "extends: [linklint:recommended]\n",
}


@pytest.fixture
def runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Runs:
    return Runs(make_repository(tmp_path / "top", PAGES), monkeypatch)


def test_nothing_changed(runs: Runs) -> None:
    first, made = runs.ask()
    assert made == 1
    assert [finding.rule for finding in first.findings] == ["no-broken-links"]
    runs.made = 0
    assert runs.ask() == (first, 0)


@pytest.mark.parametrize("path", ["a.md", ".linklint.yml", "b.md"])
def test_a_changed_file(runs: Runs, path: str) -> None:
    runs.ask()
    with open(runs.top / path, "a", encoding="utf-8") as file:
        file.write("\n")
    assert runs.ask()[1] == 1
    assert runs.ask()[1] == 0


def test_a_name_that_is_no_unicode(runs: Runs) -> None:
    (runs.top / os.fsdecode(b"\xff.md")).write_text("# Named so\n\n[gone](gone.md)\n")
    report, made = runs.ask()
    assert made == 1
    assert [finding.location.path for finding in report.findings if finding.rule == "no-broken-links"] == [
        "a.md", os.fsdecode(b"\xff.md"),
    ]  # fmt: skip
    assert runs.ask() == (report, 1)


def test_a_changed_file_of_the_same_size_and_time(runs: Runs) -> None:
    before, _ = runs.ask()
    path = runs.top / "a.md"
    status = path.stat()
    path.write_text(path.read_text().replace("gone.md", "lost.md"))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    after, made = runs.ask()
    assert made == 1
    assert after != before


@pytest.mark.parametrize("change", ["deleted", "added", "renamed", "unreadable"])
def test_other_names(runs: Runs, change: str) -> None:
    """Also of files that no run reads."""
    runs.ask()
    picture = runs.top / "picture.png"
    if change == "deleted":
        picture.unlink()
    elif change == "added":
        (runs.top / "gone.md").write_text("# Found again\n")
    elif change == "renamed":
        picture.rename(runs.top / "Picture.png")
    else:
        (runs.top / "a.md").unlink()
        (runs.top / "a.md").symlink_to("/etc/hostname")
    assert runs.ask()[1] == 1
    assert runs.ask()[1] == 0


def test_a_file_that_git_tracks_now(runs: Runs) -> None:
    (runs.top / "gone.md").write_text("# New\n")
    untracked, _ = runs.ask()
    subprocess.run(["git", "-C", str(runs.top), "add", "gone.md"], check=True)
    tracked, made = runs.ask()
    assert made == 1
    assert tracked != untracked


@pytest.mark.parametrize(
    "request_",
    [
        Request(paths=("a.md",)),
        Request(rules=("no-orphans",)),
        Request(skip=("no-broken-links",)),
        Request(suppress=False),
        Request(framework="plain"),
        Request(assignments=(("baseline", "x"),)),
        Request(config=".linklint.yml"),
    ],
    ids=["paths", "rules", "skip", "suppress", "framework", "set", "config"],
)
def test_another_question(runs: Runs, request_: Request) -> None:
    runs.ask()
    before = runs.made
    with suppress(UserError):
        check(request_, str(runs.top))
    assert runs.made == before + 1


def test_what_cannot_change_a_report_is_no_other_question(runs: Runs) -> None:
    runs.ask()
    assert runs.ask(Request(jobs=3, variables={"CI": "true"}))[1] == 0


def test_another_day(runs: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    runs.ask()
    monkeypatch.setattr(remembering, "today", lambda: "2031-01-01")
    assert runs.ask()[1] == 1


def test_another_program(runs: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    runs.ask()
    monkeypatch.setattr(remembering, "program_version", lambda: b"another")
    assert runs.ask()[1] == 1


@pytest.mark.parametrize(
    "request_",
    [Request(cache=False), Request(since="HEAD"), Request(scope="auto"), Request(overlay=b"", paths=("a.md",))],
)
def test_runs_that_are_not_kept(runs: Runs, request_: Request) -> None:
    subprocess.run(
        ["git", "-C", str(runs.top), "-c", "user.name=x", "-c", "user.email=x@y", "commit", "-qm", "x"], check=True
    )
    assert runs.ask(request_)[1] >= 1
    assert Cache(str(runs.top)).state().entries == 0
    assert runs.ask(request_)[1] >= 1


@pytest.mark.parametrize("subject", ["page", "link"])
def test_a_run_that_asked_git_is_not_kept(runs: Runs, subject: str) -> None:
    """How old a file or a line is, no file tells."""
    (runs.top / "own.yml").write_text(f"own/fresh:\n  for: {subject}\n  require: {{age: {{gte: 1}}}}\n  message: new\n")
    (runs.top / ".linklint.yml").write_text("extends: [own.yml]\n")
    runs.ask()
    assert runs.ask()[1] == 1


def test_little_is_not_worth_it(runs: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "WORTH_REMEMBERING", 64 * 1024)
    runs.ask()
    assert runs.ask()[1] == 1


def test_too_much_is_not_kept(runs: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remembering, "LARGEST", 100)
    runs.ask()
    assert runs.ask()[1] == 1


def test_a_file_that_changes_while_it_is_read(runs: Runs, monkeypatch: pytest.MonkeyPatch) -> None:
    """A report made of two states of a file is that of neither."""
    make = checking.check_repository

    def change_and_check(*arguments: object) -> Report:
        arguments[2].read("a.md")  # type: ignore[attr-defined] # the repository
        with open(runs.top / "a.md", "a", encoding="utf-8") as file:
            file.write("[x](y.md)\n")
        return make(*arguments)  # type: ignore[arg-type] # passed on as they are

    with monkeypatch.context() as patch:
        patch.setattr(checking, "check_repository", change_and_check)
        check(Request(), str(runs.top))
    assert runs.ask()[1] == 1
