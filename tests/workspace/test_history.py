"""When files were first committed."""

import subprocess
from pathlib import Path

import pytest

from linklint.workspace import first_commits
from linklint.workspace.history import follow_names, read_date


def git(folder: Path, *arguments: str, day: str = "2020-01-01") -> None:
    environment = {
        "GIT_AUTHOR_DATE": f"{day}T12:00:00Z",
        "GIT_COMMITTER_DATE": "2029-01-01T12:00:00Z",
        "GIT_CONFIG_GLOBAL": "/dev/null",
        "PATH": "/usr/bin:/bin:/usr/local/bin",
    }
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.com")
    subprocess.run(["git", "-C", folder, *identity, *arguments], check=True, env=environment, capture_output=True)


def commit(folder: Path, day: str, **files: str | None) -> None:
    for name, text in files.items():
        path = folder / f"{name}.md"
        path.unlink() if text is None else path.write_text(text)
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "-m", "x", day=day)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    git(tmp_path, "init", "--quiet")
    return tmp_path


def test_the_first_commit_of_each_file_counts_and_renames_keep_it(folder: Path) -> None:
    commit(folder, "2020-01-01", a="one", b="two")
    commit(folder, "2021-01-01", a="changed", ä="three")
    commit(folder, "2022-01-01", b=None, moved="two")
    commit(folder, "2023-01-01", b="another")
    assert first_commits(str(folder)) == {
        "a.md": "2020-01-01",
        "ä.md": "2021-01-01",
        "moved.md": "2020-01-01",
        "b.md": "2023-01-01",
    }
    assert first_commits(str(folder), "HEAD~2") == {"a.md": "2020-01-01", "b.md": "2020-01-01", "ä.md": "2021-01-01"}


def test_a_file_that_came_back_is_as_old_as_its_return(folder: Path) -> None:
    commit(folder, "2020-01-01", a="one", b="stays")
    commit(folder, "2021-01-01", a=None)
    commit(folder, "2022-01-01", a="one")
    assert first_commits(str(folder))["a.md"] == "2022-01-01"


def test_nothing_is_known_outside_git_and_in_a_shallow_clone(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    assert first_commits(str(tmp_path_factory.mktemp("plain"))) == {}
    commit(folder, "2020-01-01", a="one")
    commit(folder, "2021-01-01", b="two")
    shallow = tmp_path_factory.mktemp("shallow")
    git(shallow, "clone", "--quiet", "--depth=1", f"file://{folder}", str(shallow / "clone"))
    assert first_commits(str(shallow / "clone")) == {}


def test_a_repository_without_a_commit_has_no_history(folder: Path) -> None:
    assert first_commits(str(folder)) == {}


def test_names_like_commands_and_dates_out_of_any_calendar_do_no_harm() -> None:
    log = b"\x01100\0\nA\0A\0A\0\x01x\0\x0199999999999999999\0\nA\0late\0"
    assert dict(follow_names(log)) == {"A": "1970-01-01", "\x01x": "1970-01-01"}
    assert read_date(b"no number") == ""
