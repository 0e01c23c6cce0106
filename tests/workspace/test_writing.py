"""Files are written whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from linklint.errors import IncompleteError, UserError
from linklint.workspace import write_atomically


def test_writes_a_new_file_in_a_new_folder(tmp_path: Path) -> None:
    write_atomically(str(tmp_path / "a" / "b.json"), b"{}")
    assert (tmp_path / "a" / "b.json").read_bytes() == b"{}"


def test_keeps_the_mode_of_a_file_that_was_there(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"old")
    path.chmod(0o600)
    write_atomically(str(path), b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_path_that_cannot_be_one_is_the_users_mistake_and_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where a folder is needed")
    with pytest.raises(UserError, match="a file stands where a folder is meant"):
        write_atomically(str(tmp_path / "taken" / "x"), b"new")
    with pytest.raises(UserError, match="is a folder"):
        write_atomically(str(tmp_path), b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["taken"]


def test_a_full_disk_is_an_incomplete_run() -> None:
    with pytest.raises(IncompleteError, match="could not be written"):
        write_atomically("/dev/full", b"new")


def test_writes_pieces_and_leaves_the_old_file_when_there_is_none_left(tmp_path: Path) -> None:
    path = tmp_path / "x"
    write_atomically(str(path), iter([b"one ", b"two"]))
    assert path.read_bytes() == b"one two"

    def fail() -> Iterator[bytes]:
        yield b"half"
        raise ValueError("no more")

    with pytest.raises(ValueError, match="no more"):
        write_atomically(str(path), fail())
    assert path.read_bytes() == b"one two"
    assert list(tmp_path.iterdir()) == [path]
