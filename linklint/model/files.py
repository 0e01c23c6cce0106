"""The files of a repository, by name and by bytes, without asking a file system."""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import Protocol, TypeVar

import msgspec

from linklint.model.endings import find_ending

Value = TypeVar("Value")


class SourceFile(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One name of the repository. ``kind``: ``file``, ``symlink``, ``submodule``. ``tracked``: git has it in its index
    (outside git: True). ``present``: it is in the work tree (False in a sparse checkout)."""

    path: str
    kind: str = "file"
    tracked: bool = True
    present: bool = True


class Names:
    """All names of a repository: what links may lead to. Letter case and Unicode form are compared here, so that the
    verdict is the same on every file system. ``directories`` holds every folder that has a file below it, without a
    trailing slash; the top is the empty string."""

    def __init__(self, files: Iterable[SourceFile]) -> None:
        self.files: dict[str, SourceFile] = {file.path: file for file in sorted(files, key=lambda file: file.path)}
        directories = {""}
        for path in self.files:
            parent = path.rpartition("/")[0]
            while parent not in directories:
                directories.add(parent)
                parent = parent.rpartition("/")[0]
        self.directories: frozenset[str] = frozenset(directories)

    @cached_property
    def untracked(self) -> frozenset[str]:
        """The files that git does not track."""
        return frozenset(path for path, file in self.files.items() if not file.tracked)

    def __contains__(self, path: object) -> bool:
        return path in self.files

    def named(self, *names: str) -> Sequence[str]:
        """The paths whose last segment is one of these names, sorted. Looked up, as are endings and folders below: a
        repository of code has many times as many names as pages, and who asks goes through none of the others."""
        return _pick(self._by_name, names)

    def ending(self, *endings: str) -> Sequence[str]:
        """The paths with one of these endings (lower case, without the dot; see ``find_ending``), sorted."""
        return _pick(self._by_ending, endings)

    @cached_property
    def _by_name(self) -> Mapping[str, Sequence[str]]:
        table: dict[str, list[str]] = {}
        for path in self.files:
            table.setdefault(path.rpartition("/")[2], []).append(path)
        return table

    @cached_property
    def _by_ending(self) -> Mapping[str, Sequence[str]]:
        table: dict[str, list[str]] = {}
        for last, paths in self._by_name.items():
            table.setdefault(find_ending(last), []).extend(paths)
        for found in table.values():
            found.sort()
        return table

    @cached_property
    def _sorted(self) -> Sequence[str]:
        return [*self.files]

    def below(self, folder: str) -> Sequence[str]:
        """The paths of the files in a folder and in those below it, sorted. Where there are many sites in a repository,
        each looks into its own folder so, and not through all files."""
        if not folder:
            return self._sorted
        # Behind all that begins with the folder and a slash comes what begins with the folder and the next character.
        first = bisect_left(self._sorted, f"{folder}/")
        return self._sorted[first : bisect_left(self._sorted, f"{folder}0", first)]

    @cached_property
    def folded(self) -> Mapping[str, tuple[str, ...]]:
        """Folded name (NFC, case folded) → the names (files and folders) that fold to it, sorted."""
        table: dict[str, list[str]] = {}
        for path in sorted([*self.files, *self.directories]):
            table.setdefault(fold(path), []).append(path)
        return {key: tuple(paths) for key, paths in table.items()}

    def variants(self, path: str) -> tuple[str, ...]:
        """Names that differ from ``path`` only in letter case or Unicode form."""
        return tuple(name for name in self.folded.get(fold(path), ()) if name != path)


def _pick(table: Mapping[str, Sequence[str]], keys: Iterable[str]) -> Sequence[str]:
    """The paths under these keys, sorted. Many ask for keys of which one alone has any: that list is given as it is."""
    found = [table[key] for key in dict.fromkeys(keys) if key in table]
    return found[0] if len(found) == 1 else sorted(chain.from_iterable(found))


def fold(path: str) -> str:
    """The name as a case-insensitive, normalising file system would compare it."""
    return unicodedata.normalize("NFC", path).casefold()


class Repository(Protocol):
    """What the layers below ``workspace`` see of a repository."""

    @property
    def names(self) -> Names: ...

    def read(self, path: str) -> bytes | None:
        """The bytes of a listed file; None when it cannot be read (see ``Repository.trouble``)."""
        ...

    def glance(self, path: str, what: Callable[[bytes], Value]) -> Value:
        """What the function says of the bytes of a file; of none, where it cannot be read."""
        ...

    def trouble(self, path: str) -> str | None:
        """Why ``read`` gave None, in words."""
        ...


class MemoryRepository:
    """A repository made of texts: rule examples and tests."""

    def __init__(self, files: Mapping[str, str | bytes], untracked: Iterable[str] = ()) -> None:
        hidden = frozenset(untracked)
        self._bytes = {path: text.encode() if isinstance(text, str) else text for path, text in files.items()}
        self.names = Names(SourceFile(path, tracked=path not in hidden) for path in self._bytes)

    def read(self, path: str) -> bytes | None:
        return self._bytes.get(path)

    def glance(self, path: str, what: Callable[[bytes], Value]) -> Value:
        return what(self.read(path) or b"")

    def trouble(self, path: str) -> str | None:
        return None if path in self._bytes else "there is no such file"
