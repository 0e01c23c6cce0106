"""``linklint cache`` and the options that go with it."""

import subprocess
from pathlib import Path

import pytest

from tests.cli.running import linklint, make_repository, write_files

FOLDER = ".linklint_cache"


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A repository that is worth a cache."""
    pages = {f"p{number}.md": f"# P{number}\n\n[next](p{number + 1}.md) " + "words " * 200 for number in range(80)}
    return make_repository(tmp_path / "large", {"README.md": "# Home\n\n[first](p0.md)\n", **pages})


def test_a_second_run_says_the_same(large: Path) -> None:
    first = linklint(large, "check", "--output", "json")
    assert (large / FOLDER / "documents.sqlite").exists()
    assert linklint(large, "check", "--output", "json") == first
    assert linklint(large, "check", "--output", "json", "--no-cache", "--jobs", "1") == first
    assert "p80.md" in first.out


def test_git_does_not_see_it(large: Path) -> None:
    linklint(large, "check")
    status = subprocess.run(["git", "-C", str(large), "status", "--short"], capture_output=True, text=True, check=True)
    assert FOLDER not in status.stdout


def test_no_cache_keeps_nothing(large: Path) -> None:
    linklint(large, "check", "--no-cache")
    assert not (large / FOLDER).exists()


def test_tells_what_it_holds_and_deletes_it(large: Path) -> None:
    assert ": 0 entries, 0.0 MB" in linklint(large, "cache").out
    linklint(large, "check")
    assert f"{FOLDER}/documents.sqlite: 83 entries" in linklint(large, "cache").out
    assert linklint(large, "cache", "--clear").out.startswith("deleted ")
    assert not (large / FOLDER).exists()


def test_a_cache_that_came_with_the_repository_is_not_used(large: Path) -> None:
    linklint(large, "check")
    subprocess.run(["git", "-C", str(large), "add", "--force", FOLDER], check=True)
    assert "is not used: git tracks" in linklint(large, "cache").out
    refused = linklint(large, "cache", "--clear")
    assert (refused.code, "was not deleted" in refused.err) == (2, True)


def test_outside_git_there_is_none(tmp_path: Path) -> None:
    write_files(tmp_path, {"README.md": "# x" + " word" * 40_000})
    linklint(tmp_path, "check")
    assert not (tmp_path / FOLDER).exists()
    assert linklint(tmp_path, "cache").code == 2
