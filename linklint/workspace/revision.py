"""A repository as it was at one commit: names from its tree, bytes from its blobs, no work tree touched."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple, TypeVar

from linklint.errors import UserError
from linklint.model.files import Names, SourceFile
from linklint.workspace.git import NO_TEXTS, decode_name, run_diff, run_git, split_names
from linklint.workspace.line_history import find_line_days
from linklint.workspace.repository import DiskRepository

Value = TypeVar("Value")
KINDS = {b"120000": "symlink", b"160000": "submodule"}


class Blob(NamedTuple):
    """A file of a commit: git's id of its bytes, and what kind of file it is."""

    id: str
    kind: str


class RevisionRepository:
    """The files of ``commit`` (a full hash). Blobs are read when they are asked for, all wanted ones in one go.

    ``head`` is the repository that the commit is compared with. What did not change is read as the head has it, so that
    what git does to files on their way to the work tree (line ends, Git LFS) makes no difference; and what a sparse
    checkout leaves out there is left out here. ``changed`` are the paths that differ, ``head_names`` the head's; both
    are empty without a head.
    """

    def __init__(self, top: str, commit: str, head: DiskRepository | None = None) -> None:
        self.top = top
        self.commit = commit
        self._blobs = list_blobs(top, commit)
        self._bytes: dict[str, bytes] = {}
        self._head = head
        self.changed: frozenset[str] = frozenset({*find_changes(top, commit), *head.overlaid}) if head else frozenset()
        self.head_names: frozenset[str] = frozenset(head.names.files) if head else frozenset()
        absent = {path for path, file in head.names.files.items() if not file.present} if head else set()
        self.names = Names(
            SourceFile(path, kind=blob.kind, present=path not in absent) for path, blob in self._blobs.items()
        )

    def is_complete(self) -> bool:
        """Whether git has all files that only this commit has: a partial clone may lack them. Pictures and the like do
        not matter, since nobody reads them here."""
        texts = [path for path in self.changed & self._blobs.keys() if not path.lower().endswith(NO_TEXTS)]
        ids = sorted({self._blobs[path].id for path in texts})
        output = run_git(self.top, "cat-file", "--batch-check", input_text="".join(f"{blob}\n" for blob in ids))
        submodules = {blob.id for blob in self._blobs.values() if blob.kind == "submodule"}
        return output is not None and all(
            not line.endswith(b" missing") or line.split(b" ")[0].decode() in submodules for line in output.splitlines()
        )

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
        if self._head is not None and path not in self.changed and path in self._head.names:
            return self._head.read(path)
        if blob.id not in self._bytes:
            # All that only this commit has will be asked for, so one process reads it.
            self.fetch([path, *(other for other in self.changed if not other.lower().endswith(NO_TEXTS))])
        return self._bytes.get(blob.id)

    def line_days(self, lines: Mapping[str, Collection[int]]) -> Mapping[str, Mapping[int, str]]:
        """Path → line → ISO date on which the line came (``workspace.line_history``)."""
        known = {path: found for path, found in lines.items() if path in self.names.files}
        regular = {path: found for path, found in known.items() if self.names.files[path].kind == "file"}
        return find_line_days(self.top, regular, self.commit).days

    def glance(self, path: str, what: Callable[[bytes], Value]) -> Value:
        return what(self.read(path) or b"")

    def trouble(self, path: str) -> str | None:
        return "git could not read it" if path in self._blobs else "there is no such file"


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
            found[decode_name(name)] = Blob(blob.decode(), KINDS.get(mode, "file"))
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
    """Old path → new path, of the files that were renamed between the commit and the work tree. Where git lacks the
    bytes of a file that it would compare, only those whose bytes stayed the same."""
    options = ("--name-status", "-z", "--diff-filter=R")
    output = run_diff(top, *options, "--find-renames", commit=commit)
    for least in ("", "=100%") if output is None else ():
        output = output or run_git(top, "diff-index", *options, f"--find-renames{least}", commit, "--")
    words = split_names(output or b"")
    return {words[i + 1]: words[i + 2] for i in range(0, len(words) - 2, 3)}


def find_changes(top: str, commit: str) -> set[str]:
    """The paths that differ between the commit and the work tree, untracked files included. Where git lacks the bytes
    of a file that may have changed, it counts as changed."""
    changed = run_diff(top, "--name-only", "-z", "--no-renames", commit=commit)
    if changed is None:
        changed = run_git(top, "diff-index", "--name-only", "-z", "--no-renames", commit, "--")
    others = run_git(top, "ls-files", "-z", "--others", "--exclude-standard")
    if changed is None or others is None:
        raise UserError(f"git could not compare the work tree with {commit}; run `git diff {commit[:12]}` to see why")
    return {*split_names(changed), *split_names(others)}
