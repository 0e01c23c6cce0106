"""What a repository on disk lists and reads, and what it refuses."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from linklint.errors import UserError
from linklint.workspace import open_repository


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, "-C", folder, *arguments], check=True, capture_output=True)


def write(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_md", ".md")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    write(tmp_path, a_md="a", docs__b_md="b", docs__c_md="c")
    (tmp_path / ".gitignore").write_text("ignored.md\n")
    git(tmp_path, "init", "-q")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")
    return tmp_path


def test_lists_tracked_and_untracked_but_not_ignored(repository: Path) -> None:
    write(repository, new_md="n", ignored_md="i")
    names = open_repository([], str(repository)).names
    assert list(names.files) == [".gitignore", "a.md", "docs/b.md", "docs/c.md", "new.md"]
    assert names.files["a.md"].tracked
    assert not names.files["new.md"].tracked


def test_a_file_deleted_from_the_work_tree_is_gone(repository: Path) -> None:
    (repository / "a.md").unlink()
    assert "a.md" not in open_repository([], str(repository)).names


def test_a_sparse_checkout_still_knows_its_files(repository: Path) -> None:
    git(repository, "sparse-checkout", "set", "--no-cone", "/a.md")
    names = open_repository([], str(repository)).names
    assert not (repository / "docs").exists()
    assert "docs/b.md" in names
    assert not names.files["docs/b.md"].present
    assert names.files["a.md"].present


def test_paths_are_relative_to_the_top_of_the_work_tree(repository: Path) -> None:
    opened = open_repository(["b.md"], str(repository / "docs"))
    assert (opened.top, opened.paths) == (str(repository), ("docs/b.md",))


def test_a_path_of_another_repository_is_refused(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    other = write(tmp_path_factory.mktemp("other"), x_md="x")
    with pytest.raises(UserError, match="lies outside"):
        open_repository([str(repository), str(other)], str(repository))


def test_a_path_that_does_not_exist_is_named(repository: Path) -> None:
    with pytest.raises(UserError, match="no file or folder named nowhere"):
        open_repository(["nowhere.md"], str(repository))


def test_outside_git_the_folder_itself_without_dependencies(tmp_path: Path) -> None:
    write(tmp_path, a_md="a", node_modules__x__README_md="x", sub__b_md="b")
    opened = open_repository([], str(tmp_path))
    assert not opened.in_git
    assert list(opened.names.files) == ["a.md", "sub/b.md"]


def test_symlinks_are_listed_as_such_and_not_followed_outside(
    repository: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    secret = write(tmp_path_factory.mktemp("secret"), key_md="secret")
    (repository / "out.md").symlink_to(secret / "key.md")
    (repository / "loop.md").symlink_to("loop.md")
    opened = open_repository([], str(repository))
    assert opened.names.files["out.md"].kind == "symlink"
    assert opened.read("out.md") is None
    assert opened.trouble("out.md") == "it leads out of the repository"
    assert opened.read("loop.md") is None


def test_dots_do_not_lead_out(repository: Path) -> None:
    opened = open_repository([], str(repository))
    assert opened.read("../../../../etc/passwd") is None
    assert opened.read("docs/../a.md") == b"a"


def test_a_pipe_does_not_hang(repository: Path) -> None:
    os.mkfifo(repository / "pipe.md")
    opened = open_repository([], str(repository))
    assert opened.read("pipe.md") is None
    assert opened.trouble("pipe.md") == "it is not a regular file"


def test_a_submodule_is_a_name_of_its_own(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    inner = write(tmp_path_factory.mktemp("inner"), i_md="i")
    git(inner, "init", "-q")
    git(inner, "add", ".")
    git(inner, "commit", "-qm", "inner")
    git(repository, "-c", "protocol.file.allow=always", "submodule", "add", "-q", str(inner), "module")
    assert open_repository([], str(repository)).names.files["module"].kind == "submodule"


def test_names_that_are_not_utf8_are_kept(repository: Path) -> None:
    (repository / os.fsdecode(b"caf\xe9.md")).write_text("x")
    opened = open_repository([], str(repository))
    name = os.fsdecode(b"caf\xe9.md")
    assert opened.read(name) == b"x"


def test_hooks_and_monitors_of_the_repository_do_not_run(repository: Path) -> None:
    marker = repository / "ran"
    hook = repository / "monitor.sh"
    hook.write_text(f"#!/bin/sh\ntouch {marker}\n")
    hook.chmod(0o755)
    git(repository, "config", "core.fsmonitor", str(hook))
    open_repository([], str(repository))
    assert not marker.exists()


def test_a_folder_of_pages_that_poses_as_a_bare_repository_is_refused(repository: Path) -> None:
    docs = repository / "docs"
    for name in ("objects", "refs"):
        (docs / name).mkdir()
    (docs / "HEAD").write_text("ref: refs/heads/main\n")
    (docs / "config").write_text("[core]\nrepositoryformatversion = 0\nbare = false\nworktree = ..\n")
    with pytest.raises(UserError, match="without a work tree"):
        open_repository(["docs"], str(repository))
    assert "docs/b.md" in open_repository([], str(repository)).names  # as a folder it does no harm
