"""Paths as texts."""

import pytest

from linklint.site.paths import LONGEST, ancestors


@pytest.mark.parametrize(
    ("path", "folders"),
    [("a/b/c.md", ["a/b", "a", ""]), ("c.md", [""]), ("", []), ("a" * 400 + "/b/c", ["a" * 400 + "/b", "a" * 400, ""])],
)
def test_the_folders_above_a_path(path: str, folders: list[str]) -> None:
    assert ancestors(path) == folders


def test_a_destination_longer_than_any_path_has_the_folders_that_there_may_be() -> None:
    folders = ancestors("a/" * 60_000 + "b")
    assert len(folders[0]) == LONGEST - 1
    assert folders[-2:] == ["a", ""]
    assert sum(map(len, folders)) < 5_000_000
