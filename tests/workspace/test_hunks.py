"""Hunks, read back from git for files of every kind and name."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from linklint.workspace.git import run_diff
from linklint.workspace.hunks import Hunk, find_hunks
from tests.workspace.histories import clone, commit
from tests.workspace.test_repository import git, write

TEXT = "".join(f"line {number} of the text\n" for number in range(1, 11))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q")
    commit(tmp_path, "first", a_md=TEXT, b_md=TEXT.replace("text", "other text"), c_md="# C\n")
    return tmp_path


def find(folder: Path) -> dict[str, tuple[Hunk, ...]]:
    return dict(find_hunks(str(folder), "HEAD") or {})


def test_nothing_changed(folder: Path) -> None:
    assert find(folder) == {}


def test_edited_removed_and_written_lines(folder: Path) -> None:
    text = (
        TEXT.replace("line 2 ", "LINE 2 ").replace("line 5 of the text\nline 6 of the text\n", "") + "more\nand more\n"
    )
    write(folder, a_md=text)
    assert find(folder) == {"a.md": (Hunk(2, 1, 2, 1), Hunk(5, 2, 4, 0), Hunk(10, 0, 9, 2))}


def test_text_that_looks_like_a_patch(folder: Path) -> None:
    write(folder, a_md="++ b.md\n@@ -1 +1 @@\n-- c.md\n\\ No newline\ndiff --git a b\n" + TEXT, c_md="# D")
    assert find(folder) == {"a.md": (Hunk(0, 0, 1, 5),), "c.md": (Hunk(1, 1, 1, 1),)}
    commit(folder, "second")
    write(folder, a_md=TEXT)
    assert find(folder) == {"a.md": (Hunk(1, 5, 0, 0),)}


def test_a_rename_keeps_what_did_not_change(folder: Path) -> None:
    git(folder, "mv", "a.md", "z.md")
    assert find(folder) == {}
    write(folder, z_md=TEXT + "more\n")
    assert find(folder) == {"z.md": (Hunk(10, 0, 11, 1),)}


def test_deleted_and_added_files(folder: Path) -> None:
    (folder / "c.md").unlink()
    write(folder, new_md="# New\n\ntext\n", untracked_md="# U\n")
    git(folder, "add", "new.md")
    assert find(folder) == {"c.md": (Hunk(1, 1, 0, 0),), "new.md": (Hunk(0, 0, 1, 3),)}


@pytest.mark.parametrize(
    "name", ["a b.md", 'q"uote.md', "back\\slash.md", "tab\there.md", "line\nend.md", "日本.md", "\x1b.md", "\udce9.md"]
)
def test_odd_names(folder: Path, name: str) -> None:
    (folder / name).write_text("one\n")
    git(folder, "add", "--all")
    assert find(folder) == {name: (Hunk(0, 0, 1, 1),)}


def test_binary_files_and_configured_programs_are_left_alone(folder: Path) -> None:
    (folder / "x.md").write_bytes(b"\x00\x01")
    (folder / ".gitattributes").write_text("a.md diff=own\n")
    marker = folder / "PWNED"
    for key in ("diff.external", "diff.own.textconv", "diff.own.command", "core.pager"):
        git(folder, "config", key, f"touch {marker}; cat")
    git(folder, "config", "diff.noprefix", "false")
    git(folder, "config", "diff.mnemonicPrefix", "true")
    git(folder, "config", "color.ui", "always")
    write(folder, a_md="x\n" + TEXT)
    git(folder, "add", "x.md")
    assert find(folder) == {"a.md": (Hunk(0, 0, 1, 1),)}
    assert not os.path.exists(marker)


def make_partial_clone(folder: Path, target: Path, text: str) -> str:
    """A change of a picture, and of a page that has this text in the base; in the clone git lacks the base's blobs of
    more than 500 bytes. The commit of the base."""
    (folder / "rose.png").write_bytes(bytes(range(256)) * 4)
    before = commit(folder, "base", page_md=text)
    (folder / "rose.png").write_bytes(bytes(range(256)) * 5)
    commit(folder, "head", page_md=f"{text[:100]}\nmore\n")
    clone(folder, target, "refs/heads/main", "--filter=blob:limit=500")
    return before


def test_a_picture_that_a_partial_clone_lacks_does_not_matter(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "--initial-branch=main", "source")
    before = make_partial_clone(tmp_path / "source", tmp_path / "partial", "# Page\n")
    expected = {"page.md": (Hunk(1, 0, 2, 2),)}
    assert run_diff(str(tmp_path / "partial"), commit=before) is None
    assert find_hunks(str(tmp_path / "partial"), before) == expected
    assert find_hunks(str(tmp_path / "source"), before) == expected


def test_where_a_partial_clone_lacks_a_text_nothing_is_known(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "--initial-branch=main", "source")
    before = make_partial_clone(tmp_path / "source", tmp_path / "partial", "# Page\n" * 100)
    assert find_hunks(str(tmp_path / "partial"), before) is None
    assert "page.md" in (find_hunks(str(tmp_path / "source"), before) or {})
