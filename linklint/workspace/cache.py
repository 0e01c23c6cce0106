"""What was parsed before, kept by content: a cache that many runs may share, and that can only cost time, never truth.

One SQLite file in ``.linklint_cache`` at the repository's top. An entry is bytes under a key that names everything
the bytes depend on, with a digest over both: an entry that is damaged, foreign or unreadable is a miss. Whatever goes
wrong with the store itself (another process holds it, the disk is full, it is no database) means that nothing is found
or kept. A repository that tracks its own cache could tell us anything, so such a one is not used.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from typing import Any

import msgspec

FOLDER = ".linklint_cache"
NAME = "documents.sqlite"
LARGEST = 512 * 1024 * 1024  # bytes of entries; then those that were unused for longest go, down to three quarters
PATIENCE = 2.0  # seconds to wait for another process
FRESH_DAYS = 7  # an entry's last use is noted only after so many days, so that most runs only read
AT_A_TIME = 500  # keys of one question; SQLite before 3.32 takes 999
SCHEMA = """
CREATE TABLE IF NOT EXISTS entries (
    key BLOB PRIMARY KEY, digest BLOB NOT NULL, day INTEGER NOT NULL, value BLOB NOT NULL
)
"""
IGNORE = "# Written by linklint; it may be deleted at any time.\n*\n"
TROUBLE = (sqlite3.Error, OSError, ValueError, OverflowError, MemoryError)  # a damaged file may claim any length

SPOILT = (sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_MISMATCH)


class CacheState(msgspec.Struct, frozen=True):
    """What ``linklint cache`` tells. ``problem``: why the cache is not used, None when it is."""

    path: str
    entries: int = 0
    size: int = 0
    problem: str | None = None


class Cache:
    """The cache of the repository at ``top``. Nothing is created before the first ``put``."""

    def __init__(self, top: str, tracked: Iterable[str] = ()) -> None:
        self.folder = os.path.join(top, FOLDER)
        self.path = os.path.join(self.folder, NAME)
        self.problem = find_problem(self.folder, self.path, tracked)

    @property
    def is_used(self) -> bool:
        """Whether an earlier run has kept something in it."""
        return self.problem is None and os.path.exists(self.path)

    def get(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """Key → value, of the keys that are there and sound."""
        found: dict[bytes, bytes] = {}
        if not self.is_used:
            return found
        old: list[bytes] = []
        try:
            with open_database(self.path) as database:
                asked = dict.fromkeys(keys)
                for key, noted, day, value in find_rows(database, list(asked)):
                    if key in asked and is_sound(key, noted, day, value):
                        found[key] = value
                        if day < today() - FRESH_DAYS:
                            old.append(key)
        except TROUBLE:
            pass
        self._touch(old)
        return found

    def put(self, entries: Mapping[bytes, bytes]) -> None:
        """Keeps the entries, all of them or none."""
        if self.problem is not None or not entries:
            return
        rows = [(key, digest(key, value), today(), value) for key, value in entries.items()]
        for attempt in range(2):
            try:
                self._prepare()
                with open_database(self.path) as database:
                    database.execute(SCHEMA)
                    database.execute("BEGIN IMMEDIATE")
                    database.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?)", rows)
                    make_room(database)
                    database.execute("COMMIT")
                return
            except sqlite3.Error as error:
                if attempt or not is_spoilt(error):
                    return
                with suppress(OSError):
                    self.clear()
            except TROUBLE:
                return

    def clear(self) -> None:
        """Deletes what the cache wrote. Raises OSError for what cannot be deleted."""
        for name in (NAME, f"{NAME}-journal", ".gitignore"):
            path = os.path.join(self.folder, name)
            if os.path.lexists(path):
                os.unlink(path)
        if os.path.isdir(self.folder) and not os.path.islink(self.folder) and not os.listdir(self.folder):
            os.rmdir(self.folder)

    def state(self) -> CacheState:
        """How much it holds."""
        if self.problem is not None or not os.path.exists(self.path):
            return CacheState(self.path, problem=self.problem)
        try:
            with open_database(self.path) as database:
                count, size = database.execute("SELECT COUNT(*), TOTAL(LENGTH(value)) FROM entries").fetchone()
        except TROUBLE as error:
            return CacheState(self.path, problem=f"it cannot be read ({error}); the next run begins a new one")
        return CacheState(self.path, int(count), int(size))

    def _touch(self, keys: Iterable[bytes]) -> None:
        rows = [(today(), key) for key in keys]
        if not rows:
            return
        try:
            with open_database(self.path) as database:
                database.execute("BEGIN IMMEDIATE")
                database.executemany("UPDATE entries SET day = ? WHERE key = ?", rows)
                database.execute("COMMIT")
        except TROUBLE:
            pass

    def _prepare(self) -> None:
        os.makedirs(self.folder, exist_ok=True)
        ignore = os.path.join(self.folder, ".gitignore")
        if not os.path.lexists(ignore) or os.path.getsize(ignore) < len(IGNORE):  # a full disk cut it off, or a kill
            with open(ignore, "w", encoding="utf-8") as file:
                file.write(IGNORE)


def find_problem(folder: str, path: str, tracked: Iterable[str]) -> str | None:
    """Why the cache at ``path`` may not be used: it came with the repository, or it leads elsewhere."""
    if any(name == FOLDER or name.startswith(f"{FOLDER}/") for name in tracked):
        return f"git tracks {FOLDER}: what came with the repository is not trusted"
    if os.path.islink(folder) or os.path.islink(path) or os.path.islink(os.path.join(folder, ".gitignore")):
        return f"{FOLDER} is or holds a symbolic link"
    return None


def is_spoilt(error: sqlite3.Error) -> bool:
    """Whether the file is of no use any more: no database, a damaged one, or one with other tables. All else (busy,
    full, not writable) may be better in the next run."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in SPOILT


def digest(key: bytes, value: bytes) -> bytes:
    """Tells a damaged entry."""
    return hashlib.blake2b(key + value, digest_size=16).digest()


def find_rows(database: sqlite3.Connection, keys: Sequence[bytes]) -> Iterator[tuple[Any, ...]]:
    """Key, digest, day and value of what is there, many keys at a time: that takes a third of the time."""
    for first in range(0, len(keys), AT_A_TIME):
        some = keys[first : first + AT_A_TIME]
        marks = ",".join("?" * len(some))
        question = f"SELECT key, digest, day, value FROM entries WHERE key IN ({marks})"  # noqa: S608 - only marks
        yield from database.execute(question, some)


def is_sound(key: bytes, noted: object, day: object, value: object) -> bool:
    return isinstance(value, bytes) and isinstance(day, int) and noted == digest(key, value)


def today() -> int:
    """Days since 1970."""
    return int(time.time() // 86_400)


@contextmanager
def open_database(path: str) -> Iterator[sqlite3.Connection]:
    """A connection without implicit transactions: what is not committed is rolled back."""
    with closing(sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)) as database:
        database.text_factory = bytes
        # Waiting for the disk would only save what can be made again, and damage is noticed.
        database.execute("PRAGMA synchronous = OFF")
        yield database


def make_room(database: sqlite3.Connection) -> None:
    """Drops what was unused for longest once there is too much. The entries are added up only where the file could
    hold so much: that reads all of it."""
    (pages,), (page_size,) = (database.execute(f"PRAGMA {name}").fetchone() for name in ("page_count", "page_size"))
    if pages * page_size <= LARGEST:
        return
    (size,) = database.execute("SELECT TOTAL(LENGTH(value)) FROM entries").fetchone()
    if size <= LARGEST:
        return
    oldest = "SELECT key, COALESCE(LENGTH(value), 0) FROM entries ORDER BY day, key"
    for key, length in database.execute(oldest).fetchall():
        database.execute("DELETE FROM entries WHERE key = ?", (key,))
        size -= length
        if size <= LARGEST * 3 // 4:
            return
