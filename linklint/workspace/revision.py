"""A repository as it was at one commit: names from its tree, bytes from its blobs, no work tree touched."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from linklint.errors import UserError
from linklint.model.files import Names, SourceFile
from linklint.workspace.git import run_git, split_names

KINDS = {b"120000": "symlink", b"160000": "submodule"}


class Blob(NamedTuple):
    """A file of a commit: git's id of its bytes, and what kind of file it is."""

    id: str
    kind: str


class RevisionRepository:
    """The files of ``commit`` (a full hash). Blobs are read when they are asked for, all wanted ones in one go."""

    def __init__(self, top: str, commit: str) -> None:
        self.top = top
        self.commit = commit
        self._blobs = list_blobs(top, commit)
        self._bytes: dict[str, bytes] = {}
        self.names = Names(SourceFile(path, kind=blob.kind) for path, blob in self._blobs.items())

    def fetch(self, paths: Sequence[str]) -> None:
        """Reads the blobs of these paths at once; ``read`` then gives them without another process."""
        wanted = {
            self._blobs[path].id for path in paths if path in self._blobs and self._blobs[path].kind == "file"
        } - self._bytes.keys()
        self._bytes.update(read_blobs(self.top, sorted(wanted)))

    def read(self, path: str) -> bytes | None:
        blob = self._blobs.get(path)
        if blob is None or blob.kind != "file":
            return None
        if blob.id not in self._bytes:
            self.fetch([path])
        return self._bytes.get(blob.id)

    def trouble(self, path: str) -> str | None:
        return "git could not read it" if path in self._blobs else "there is no such file"


def resolve_commit(top: str, revision: str) -> str:
    """The full hash of a commit. Raises UserError with the remedy when git does not know it: a revision that looks like
    an option is none."""
    found = run_git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if found:
        return found.decode().strip()
    shallow = (run_git(top, "rev-parse", "--is-shallow-repository") or b"").strip() == b"true"
    remedy = "; the clone is shallow: fetch more history (fetch-depth: 0)" if shallow else ""
    raise UserError(f"git knows no commit {revision}{remedy}")


def list_blobs(top: str, commit: str) -> Mapping[str, Blob]:
    """Path → blob, for every entry of the commit's tree."""
    output = run_git(top, "ls-tree", "-r", "-z", "--full-tree", commit)
    if output is None:
        raise UserError(f"git could not list the files of {commit}; its objects may be missing (a partial clone?)")
    found = {}
    for line in output.split(b"\0"):
        if line:
            head, _, name = line.partition(b"\t")
            mode, _, blob = head.split(b" ")
            found[os.fsdecode(name)] = Blob(blob.decode(), KINDS.get(mode, "file"))
    return found


def read_blobs(top: str, ids: Sequence[str]) -> dict[str, bytes]:
    """Id → bytes, of the blobs that git has."""
    if not ids:
        return {}
    output = run_git(top, "cat-file", "--batch", input_text="".join(f"{blob}\n" for blob in ids)) or b""
    found, position = {}, 0
    while position < len(output):
        end = output.index(b"\n", position)
        blob, kind, *size = output[position:end].decode().split(" ")
        position = end + 1
        if kind == "blob":
            found[blob] = output[position : position + int(size[0])]
            position += int(size[0]) + 1
    return found


def find_renames(top: str, commit: str) -> dict[str, str]:
    """Old path → new path, of the files that were renamed between the commit and the work tree."""
    output = run_git(
        top,
        "diff",
        "--name-status",
        "-z",
        "--find-renames",
        "--diff-filter=R",
        "--no-ext-diff",
        "--no-textconv",
        commit,
    )
    words = split_names(output or b"")
    return {words[i + 1]: words[i + 2] for i in range(0, len(words) - 2, 3)}


def find_changes(top: str, commit: str) -> set[str]:
    """The paths that differ between the commit and the work tree, untracked files included."""
    changed = run_git(top, "diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--no-textconv", commit)
    others = run_git(top, "ls-files", "-z", "--others", "--exclude-standard")
    return {*split_names(changed or b""), *split_names(others or b"")}
