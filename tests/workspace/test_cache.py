"""The cache may lose anything at any time, and never tell anything else than what was put into it."""

import os
import random
import sqlite3
from pathlib import Path

import pytest

from linklint.workspace import cache as module
from linklint.workspace.cache import FOLDER, Cache

ENTRIES = {bytes([number]) * 32: b"value %d" % number * 50 for number in range(40)}


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    filled = Cache(str(tmp_path))
    filled.put(ENTRIES)
    return filled


def test_gives_back_what_was_put(cache: Cache) -> None:
    assert cache.get(ENTRIES) == ENTRIES
    assert cache.get([b"x" * 32]) == {}
    state = cache.state()
    assert (state.entries, state.size, state.problem) == (40, sum(map(len, ENTRIES.values())), None)


def test_nothing_is_made_before_there_is_something_to_keep(tmp_path: Path) -> None:
    empty = Cache(str(tmp_path))
    assert empty.get(ENTRIES) == {}
    empty.put({})
    assert list(tmp_path.iterdir()) == []


def test_git_ignores_it_without_being_told(cache: Cache) -> None:
    assert "*" in Path(cache.folder, ".gitignore").read_text().splitlines()


def test_clear_leaves_nothing_of_its_own_and_keeps_the_rest(cache: Cache, tmp_path: Path) -> None:
    Path(cache.folder, "mine.txt").write_text("x")
    cache.clear()
    assert [path.name for path in Path(cache.folder).iterdir()] == ["mine.txt"]
    Path(cache.folder, "mine.txt").unlink()
    cache.clear()
    assert list(tmp_path.iterdir()) == []


def test_what_came_with_the_repository_is_not_trusted(cache: Cache, tmp_path: Path) -> None:
    tracked = Cache(str(tmp_path), ["README.md", f"{FOLDER}/documents.sqlite"])
    assert tracked.get(ENTRIES) == {}
    assert "git tracks" in str(tracked.state().problem)
    assert Cache(str(tmp_path), ["README.md", f"{FOLDER}.md"]).get(ENTRIES) == ENTRIES


def test_symbolic_links_are_not_followed(cache: Cache, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / FOLDER).symlink_to(cache.folder)
    linked = Cache(str(other))
    assert linked.get(ENTRIES) == {}
    linked.put({b"k" * 32: b"v"})
    assert cache.get([b"k" * 32]) == {}


def test_a_changed_value_or_key_is_a_miss(cache: Cache) -> None:
    key, other = list(ENTRIES)[:2]
    with sqlite3.connect(cache.path) as database:
        database.execute("UPDATE entries SET value = ? WHERE key = ?", (b"poison", key))
        database.execute("UPDATE entries SET value = 'text' WHERE key = ?", (other,))
    assert cache.get(ENTRIES) == {each: value for each, value in ENTRIES.items() if each not in (key, other)}


def test_damage_anywhere_costs_entries_and_nothing_else(cache: Cache) -> None:
    sound = Path(cache.path).read_bytes()
    chance = random.Random(7)
    lost = 0
    for _ in range(150):
        damaged = bytearray(sound)
        for _ in range(chance.choice([1, 1, 8, 200])):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        Path(cache.path).write_bytes(damaged[: chance.choice([len(damaged), chance.randrange(len(damaged))])])
        found = cache.get(ENTRIES)
        assert found.items() <= ENTRIES.items()
        lost += len(found) < len(ENTRIES)
        cache.put({b"n" * 32: b"new"})
        assert cache.get([b"n" * 32]) in ({}, {b"n" * 32: b"new"})
    assert lost > 50


def test_a_file_that_is_no_database_is_replaced(cache: Cache) -> None:
    Path(cache.path).write_bytes(b"no database " * 100)
    assert cache.get(ENTRIES) == {}
    assert "cannot be read" in str(cache.state().problem)
    cache.put(ENTRIES)
    assert cache.get(ENTRIES) == ENTRIES


def test_a_store_that_another_process_holds_is_left_alone(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PATIENCE", 0.01)
    with sqlite3.connect(cache.path, isolation_level=None) as database:
        database.execute("BEGIN EXCLUSIVE")
        assert cache.get(ENTRIES) == {}
        cache.put({b"n" * 32: b"new"})
        database.execute("ROLLBACK")
    assert cache.get(ENTRIES) == ENTRIES


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to the superuser")
def test_a_folder_that_cannot_be_written_is_no_trouble(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    Cache(str(tmp_path)).put(ENTRIES)
    assert Cache(str(tmp_path)).get(ENTRIES) == {}


def test_what_was_unused_for_longest_makes_room(cache: Cache, monkeypatch: pytest.MonkeyPatch) -> None:
    size = sum(map(len, ENTRIES.values()))
    monkeypatch.setattr(module, "LARGEST", size)
    (old, *_, used) = ENTRIES
    with sqlite3.connect(cache.path) as database:
        database.execute("UPDATE entries SET day = 1 WHERE key IN (?, ?)", (old, used))
    assert cache.get([used])  # a use is noted
    cache.put({b"n" * 32: b"new"})
    assert cache.get([old]) == {}
    assert cache.get([b"n" * 32, used]).keys() == {b"n" * 32, used}
    assert cache.state().size <= size * 3 // 4
