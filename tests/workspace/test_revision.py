"""A repository at one commit, read through git alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from linklint.errors import UserError
from linklint.workspace import RevisionRepository, find_renames, open_repository, resolve_commit, revision
from linklint.workspace.history import first_commits
from linklint.workspace.hunks import find_hunks
from linklint.workspace.revision import find_changes
from tests.workspace.histories import commit
from tests.workspace.test_repository import git, write


@pytest.fixture
def history(tmp_path: Path) -> Path:
    """Two commits: one.md is renamed and two.md deleted in the second."""
    write(tmp_path, one_md="# One\n" * 5, two_md="# Two\n", folder__three_md="# Three\n")
    (tmp_path / "link.md").symlink_to("two.md")
    (tmp_path / "empty.md").touch()
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")
    git(tmp_path, "mv", "one.md", "first.md")
    git(tmp_path, "rm", "-q", "two.md")
    git(tmp_path, "commit", "-qm", "second")
    return tmp_path


def test_names_and_bytes_are_those_of_the_commit(history: Path) -> None:
    base = RevisionRepository(str(history), resolve_commit(str(history), "HEAD~1"))
    assert list(base.names.files) == ["empty.md", "folder/three.md", "link.md", "one.md", "two.md"]
    assert base.read("one.md") == b"# One\n" * 5
    assert base.read("empty.md") == b""
    assert base.names.files["link.md"].kind == "symlink"
    assert base.read("link.md") is None
    assert base.read("first.md") is None


def test_many_blobs_in_one_go(history: Path) -> None:
    base = RevisionRepository(str(history), resolve_commit(str(history), "HEAD~1"))
    base.fetch(["one.md", "two.md", "folder/three.md", "empty.md", "nowhere.md"])
    assert [base.read(path) for path in ("two.md", "folder/three.md")] == [b"# Two\n", b"# Three\n"]


def test_renames_up_to_the_work_tree(history: Path) -> None:
    commit = resolve_commit(str(history), "HEAD~1")
    assert find_renames(str(history), commit) == {"one.md": "first.md"}
    git(history, "mv", "folder/three.md", "third.md")
    assert find_renames(str(history), commit) == {"one.md": "first.md", "folder/three.md": "third.md"}


@pytest.mark.parametrize("revision", ["nowhere", "--output=PWNED", "-O", "", "HEAD~99", ":/no such", "@{u}"])
def test_a_revision_that_git_does_not_know(history: Path, revision: str) -> None:
    with pytest.raises(UserError, match=r"git knows no commit|the commit to compare with is empty"):
        resolve_commit(str(history), revision)
    assert not list(history.glob("*PWNED*"))


def test_a_shallow_clone_names_its_remedy(history: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    clone = tmp_path_factory.mktemp("shallow")
    git(clone, "clone", "-q", "--depth", "1", f"file://{history}", str(clone / "copy"))
    with pytest.raises(UserError, match="fetch-depth: 0"):
        resolve_commit(str(clone / "copy"), "HEAD~1")


def test_names_that_are_not_utf8(history: Path) -> None:
    name = os.fsdecode(b"caf\xe9.md")
    (history / name).write_text("x")
    git(history, "add", ".")
    git(history, "commit", "-qm", "third")
    assert RevisionRepository(str(history), resolve_commit(str(history), "HEAD")).read(name) == b"x"


def test_what_changed_is_read_by_one_process(history: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit = resolve_commit(str(history), "HEAD^")
    base = RevisionRepository(str(history), commit, open_repository([], str(history)))
    asked: list[int] = []
    read_blobs = revision.read_blobs
    monkeypatch.setattr(revision, "read_blobs", lambda top, ids: asked.append(len(ids)) or read_blobs(top, ids))
    assert base.read("one.md") == b"# One\n" * 5
    assert base.read("two.md") == b"# Two\n"
    assert base.read("folder/three.md") == b"# Three\n"
    assert asked == [2]


@pytest.mark.parametrize("kind", ["clean", "process"])
def test_filters_that_the_repository_names_do_not_run(tmp_path: Path, kind: str) -> None:
    git(tmp_path, "init", "-q")
    first = commit(tmp_path, "first", a_md="a\n", b_md="b\n")
    (tmp_path / ".gitattributes").write_text("*.md filter=own=2\n")
    marker = tmp_path / ".git" / "ran"
    git(tmp_path, "config", f"filter.own=2.{kind}", f"touch {marker}; cat")
    git(tmp_path, "config", "filter.own=2.required", "true")
    write(tmp_path, a_md="changed\n")
    assert find_changes(str(tmp_path), first) == {"a.md", ".gitattributes"}
    assert find_renames(str(tmp_path), first) == {}
    assert [*find_hunks(str(tmp_path), first)] == ["a.md"]
    assert not marker.exists()


def test_a_file_that_is_named_like_the_commit_is_no_trouble(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    first = commit(tmp_path, "first", a_md="a\n")
    for name in (first, "HEAD"):
        (tmp_path / name).write_text("x\n")
    commit(tmp_path, "second", a_md="b\n")
    assert find_changes(str(tmp_path), first) == {"a.md", first, "HEAD"}
    assert "a.md" in find_hunks(str(tmp_path), first)
    assert set(first_commits(str(tmp_path))) == {"a.md", first, "HEAD"}
