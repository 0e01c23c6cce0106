"""A repository on disk: its names as git lists them, and the bytes of its regular files, never more."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

import msgspec

from linklint.data.suggest import closest
from linklint.errors import Problem, UserError
from linklint.model.files import Names, SourceFile
from linklint.workspace.git import find_top, list_files
from linklint.workspace.history import first_commits, is_shallow
from linklint.workspace.line_history import LineDays, find_line_days

MAXIMUM_SIZE = 64 * 1024 * 1024  # bytes; far above any text that somebody wrote by hand
# Not to wait for whoever writes to a pipe; on Windows, bytes as they are.
READING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
ROOM = 128 * 1024 * 1024  # bytes of files that are kept until the end
CHANGED = b"changed"  # no digest is so short: what was seen of the file is not what is there

Value = TypeVar("Value")

# Outside git there is no ignore file to ask: folders that tools fill, not people.
SKIPPED_FOLDERS = frozenset(
    ".bundle .cache .docusaurus .eggs .git .hg .jekyll-cache .linklint_cache .mypy_cache .next .nox .nuxt .output "
    ".pytest_cache .ruff_cache .sass-cache .svn .tox .venv .vercel .yarn __pycache__ _site bower_components build dist "
    "env htmlcov node_modules target vendor venv".split()
)


class DiskRepository:
    """``top`` is an absolute path; ``in_git`` tells whether git listed the names; ``paths`` are what the user named,
    relative to the top (empty: everything); ``start`` is the folder of the first of them, else the current folder.
    ``overlaid``: path → what it holds, whatever is on disk. ``seen``: path → a digest of what was read there, and
    ``asked_history``: whether git was asked for more than names; with the names that is all that a run depends on.
    ``left_out``: folders that were not looked into. ``read_again``: what was read as a whole more than once;
    ``glances``: path → function, by module and name → a digest of what it said of the file."""

    def __init__(
        self,
        top: str,
        files: Sequence[SourceFile],
        *,
        in_git: bool,
        paths: Sequence[str] = (),
        start: str = "",
        left_out: Sequence[str] = (),
    ) -> None:
        self.top = top
        self.start = start
        self.in_git = in_git
        self.left_out = tuple(left_out)
        self.paths = tuple(paths)
        self.names = Names(files)
        self.overlaid: dict[str, bytes] = {}
        self._looked: dict[str, tuple[bytes | None, bytes]] = {}
        self._room = ROOM
        self.seen: dict[str, bytes] = {}
        self.read_again: set[str] = set()
        self._read_once: set[str] = set()
        self.glances: dict[str, dict[str, bytes]] = {}
        self.asked_history = False
        self._lacks_commits = False
        self._line_days: LineDays | None = None
        self.bytes_read = 0
        self._real_top = os.path.realpath(top)
        self._real_folders: dict[str, str] = {}
        self._trouble: dict[str, str] = {}

    def read(self, path: str) -> bytes | None:
        """The bytes of a regular file inside the repository; None otherwise (``trouble`` tells why)."""
        (self.read_again if path in self._read_once else self._read_once).add(path)
        return self._see(path)

    def glance(self, path: str, what: Callable[[bytes], Value]) -> Value:
        """What the function, one at the top of a module, says of the bytes of a file; noted in ``glances``."""
        said = what(self._see(path) or b"")
        self.glances.setdefault(path, {})[f"{what.__module__}:{what.__qualname__}"] = digest_said(said)
        return said

    def _see(self, path: str) -> bytes | None:
        data, found = self._look(path)
        self.bytes_read += len(data or b"")
        self.seen[path] = found if self.seen.get(path, found) == found else CHANGED
        return data

    def _look(self, path: str) -> tuple[bytes | None, bytes]:
        """What the file holds, and a digest of that. Many files are looked at twice and more: as far as there is room,
        they are read from the disk once."""
        if path in self._looked:
            return self._looked[path]
        data = self.overlaid[path] if path in self.overlaid else self._read_file(path)
        looked = data, digest(data, self._trouble.get(path, ""))
        if len(data or b"") <= self._room:
            self._looked[path] = looked
            self._room -= len(data or b"")
        return looked

    def find_changed(self, seen: Mapping[str, bytes]) -> Iterator[str]:
        """The files that are no longer what they were when another run saw them so (its ``seen``)."""
        return (path for path, found in seen.items() if self._look(path)[1] != found)

    def first_commits(self) -> Mapping[str, str]:
        """Path → ISO date on which the file was first committed (``workspace.history``)."""
        self.asked_history = True
        found = first_commits(self.top)
        self._lacks_commits = self._lacks_commits or (not found and bool(is_shallow(self.top)))
        return found

    def line_days(self, lines: Mapping[str, Collection[int]], today: str) -> Mapping[str, Mapping[int, str]]:
        """Path → line → ISO date on which the line came (``workspace.line_history``); ``today`` for what git does not
        track yet. Git is asked once; what is asked later is answered from that."""
        self.asked_history = True
        if self._line_days is None:
            names = [path for path in lines if path not in self.overlaid and path in self.names]
            files = [file for path in names if (file := self.names.files[path]).kind == "file"]
            known = {file.path: lines[file.path] for file in files if file.tracked}
            new = {file.path: dict.fromkeys(lines[file.path], today) for file in files if not file.tracked}
            found = find_line_days(self.top, known, today=today)
            self._line_days = found._replace(days={**found.days, **new})
            self._lacks_commits = self._lacks_commits or found.is_cut
        return self._line_days.days

    @property
    def history_gap(self) -> str:
        """What git was asked for and does not know, with the remedy; empty: nothing."""
        if not self._lacks_commits:
            return ""
        return (
            "git does not have the whole history here (a shallow or partial clone), so how old pages and links are is "
            "not known of all of them; set `fetch-depth: 0` on actions/checkout, or run `git fetch --unshallow`"
        )

    def _read_file(self, path: str) -> bytes | None:
        try:
            descriptor = self._open(path)
            if descriptor is None:
                self._trouble[path] = "it leads out of the repository"
                return None
            with os.fdopen(descriptor, "rb") as file:
                status = os.fstat(descriptor)
                if not stat.S_ISREG(status.st_mode):
                    self._trouble[path] = "it is not a regular file"
                    return None
                if status.st_size > MAXIMUM_SIZE:
                    self._trouble[path] = f"it has {status.st_size:,} bytes, more than {MAXIMUM_SIZE:,}"
                    return None
                return file.read()
        except (OSError, ValueError) as error:
            self._trouble[path] = (getattr(error, "strerror", None) or str(error)).lower()
            return None

    def _open(self, path: str) -> int | None:
        """The opened file; None where symbolic links lead out of the repository. Raises OSError and ValueError."""
        folder, name = os.path.split(path)
        if folder not in self._real_folders:
            self._real_folders[folder] = os.path.realpath(os.path.join(self.top, folder))
        real = os.path.join(self._real_folders[folder], name)
        if name in ("", ".", "..") or os.path.islink(real):
            real = os.path.realpath(real)
        return os.open(real, READING) if is_inside(real, self._real_top) else None

    def trouble(self, path: str) -> str | None:
        return self._trouble.get(path)

    def locate(self, path: str, cwd: str) -> str | None:
        """A path given on the command line, relative to the top ("" for the top itself); None where it lies outside."""
        return relative_to_top(os.path.normpath(os.path.join(cwd, path)), self.top)

    def relative(self, path: str, cwd: str) -> str:
        """A file given on the command line, relative to the top. Raises UserError when it lies outside."""
        relative = self.locate(path, cwd)
        if not relative:
            raise UserError(f"{path} lies outside {self.top}; only files of the repository are read")
        return relative

    def absolute(self, path: str) -> str:
        """The absolute path of a name of the repository."""
        return os.path.join(self.top, path)


def digest(data: bytes | None, trouble: str) -> bytes:
    """Tells what was read from anything else that could be."""
    found = sha256(b"-" + trouble.encode() if data is None else b"+")
    found.update(data or b"")
    return found.digest()


def digest_said(said: object) -> bytes:
    """Tells what a glance said from anything else that it could."""
    return sha256(msgspec.msgpack.encode(said, order="deterministic")).digest()


def open_overlaid(path: str, data: bytes, cwd: str) -> DiskRepository:
    """The repository that holds ``path``, with ``data`` for what that file holds, whether or not it is there. Raises
    UserError when its folder does not exist."""
    repository = open_repository([os.path.dirname(path) or "."], cwd)
    name = repository.relative(path, cwd)
    repository.overlaid[name] = data
    repository.paths = (name,)
    if name not in repository.names:
        repository.names = Names([*repository.names.files.values(), SourceFile(name)])
    return repository


def exists(path: str) -> bool:
    """Whether something has that name, as seen from the current folder."""
    return os.path.lexists(path)


def is_inside(path: str, top: str) -> bool:
    """Whether a path of the system lies in a folder or is that folder."""
    return path == top or path.startswith(top.rstrip(os.sep) + os.sep)


def open_repository(paths: Sequence[str], cwd: str, *, index_only: bool = False) -> DiskRepository:
    """The repository that holds all ``paths``; none: the whole one that holds the current folder. ``index_only``: what
    git does not track is a name that links may lead to, and no more.

    Raises UserError when a path does not exist or lies in another repository than the first.
    """
    given = [os.path.normpath(os.path.join(cwd, path)) for path in paths or ["."]]
    missing = [path for path, full in zip(paths, given, strict=False) if not os.path.lexists(full)]
    if missing:
        raise UserError([explain_missing(path, cwd) for path in dict.fromkeys(missing)])
    first = given[0] if os.path.isdir(given[0]) else os.path.dirname(given[0])
    top = find_top(first)
    in_git = top is not None
    top = top or first
    inside = [relative_to_top(path, top) for path in given]
    strangers = [path for path, relative in zip(paths or ["."], inside, strict=True) if relative is None]
    if strangers:
        raise UserError(f"{strangers[0]} lies outside {top}; run linklint once for each repository")
    left_out: list[str] = []
    files = list_files(top, index_only=index_only) if in_git else list(walk_folder(top, left_out))
    asked = [path for path in inside if path] if paths and "" not in inside else []
    start = relative_to_top(first, top) or ""
    return DiskRepository(top, files, in_git=in_git, paths=asked, start=start, left_out=left_out)


def explain_missing(path: str, cwd: str) -> Problem:
    """That nothing has this name, and what beside it has one like it."""
    folder, name = os.path.split(path.rstrip(f"/{os.sep}"))
    try:
        near = closest(name, os.listdir(os.path.join(cwd, folder)))
    except OSError:
        near = None
    hint = f'did you mean "{os.path.join(folder, near)}"?' if near is not None else ""
    return Problem(f"there is no file or folder named {path}", hint=hint)


def relative_to_top(path: str, top: str) -> str | None:
    """The POSIX path below the top ("" for the top itself); None outside it. Symlinks above the path are followed,
    the path's own last name is not."""
    head, tail = os.path.split(path)
    real = path if path == top else os.path.join(os.path.realpath(head), tail)
    for candidate, base in (
        (path, top),
        (real, os.path.realpath(top)),
        (os.path.realpath(path), os.path.realpath(top)),
    ):
        if is_inside(candidate, base):
            relative = os.path.relpath(candidate, base)
            return "" if relative == "." else Path(relative).as_posix()
    return None


def walk_folder(top: str, left_out: list[str]) -> Iterator[SourceFile]:
    """All files below a folder that git does not know, without the folders that tools fill: ``left_out`` is told
    their paths."""
    for folder, folders, names in os.walk(top, followlinks=False):
        prefix = Path(os.path.relpath(folder, top)).as_posix()
        skipped = sorted(SKIPPED_FOLDERS.intersection(folders))
        left_out += skipped if prefix == "." else [f"{prefix}/{name}" for name in skipped]
        folders[:] = sorted(name for name in folders if name not in SKIPPED_FOLDERS)
        for name in sorted(names):
            full = os.path.join(folder, name)
            kind = "symlink" if os.path.islink(full) else "file"
            yield SourceFile(name if prefix == "." else f"{prefix}/{name}", kind=kind)
        for name in list(folders):
            if os.path.islink(os.path.join(folder, name)):
                folders.remove(name)
                yield SourceFile(name if prefix == "." else f"{prefix}/{name}", kind="symlink")
