"""Asking git, so that nothing of the repository's own configuration can run."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Generator, Iterator, Sequence

from linklint.errors import UserError
from linklint.model.files import SourceFile

# Hooks, file system monitors and pagers named by a repository's config are programs that the repository chose; and a
# partial clone would fetch what it lacks over the network.
QUIET = (
    "-c", "core.fsmonitor=", "-c", "core.hooksPath=/dev/null", "-c", "core.quotePath=false",
    "-c", "protocol.allow=never", "--no-pager",
)  # fmt: skip
SAFE = (*QUIET, "--literal-pathspecs")
PIECE = 1024 * 1024


def run_git(folder: str, *arguments: str, input_text: str = "") -> bytes | None:
    """The output of ``git -C folder arguments``; None when git is missing or says no. ``input_text`` is what git reads
    from its standard input."""
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program with an argument list, no shell
            ["git", *SAFE, "-C", folder, *arguments],  # noqa: S607 - the user's own git, found as a shell would
            input=input_text.encode(),
            capture_output=True,
            env=make_environment(),
            check=False,
        )
    except FileNotFoundError:
        return None
    if done.returncode != 0:
        if b"dubious ownership" in done.stderr:
            raise UserError(
                f"git does not trust {folder}: it belongs to another user; "
                f"run `git config --global --add safe.directory {folder}` if you trust it"
            )
        return None
    return done.stdout


class GitError(Exception):
    """Git said no, or ended before it had told all."""


def stream_git(folder: str, *arguments: str) -> Generator[bytes, None, None]:
    """The output of ``git -C folder arguments`` by the piece; patterns for files may be used. Git ends when no more is
    asked for. Raises GitError, in the end."""
    with subprocess.Popen(  # noqa: S603 - a fixed program with an argument list, no shell
        ["git", *QUIET, "-C", folder, *arguments],  # noqa: S607 - the user's own git, found as a shell would
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=make_environment(),
    ) as process:
        try:
            while process.stdout and (piece := process.stdout.read(PIECE)):
                yield piece
            if process.wait() != 0:
                raise GitError(arguments)
        finally:
            process.kill()


def make_environment() -> dict[str, str]:
    """What git is told: nothing that others meant for git."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    return kept | {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}


def find_top(folder: str) -> str | None:
    """The top of the work tree that holds ``folder``; None outside git."""
    output = run_git(folder, "rev-parse", "--show-toplevel")
    return os.fsdecode(output.rstrip(b"\n")) if output else None


def list_files(top: str, *, index_only: bool = False) -> list[SourceFile]:
    """What git tracks (and the work tree still has) plus what it neither tracks nor ignores. ``index_only``: the latter
    count as absent."""
    tracked = run_git(top, "ls-files", "-z", "-s", "-t")
    deleted = run_git(top, "ls-files", "-z", "--deleted")
    others = run_git(top, "ls-files", "-z", "--others", "--exclude-standard")
    if tracked is None or deleted is None or others is None:
        raise UserError(f"git could not list the files of {top}; run `git status` there to see why")
    gone = set(split_names(deleted))
    files = {file.path: file for file in read_index(tracked) if file.path not in gone}
    for path in split_names(others):
        if path.endswith("/"):  # a nested repository that is not a submodule
            files.setdefault(path.rstrip("/"), SourceFile(path.rstrip("/"), kind="submodule", tracked=False))
        else:
            kind = "symlink" if os.path.islink(os.path.join(top, path)) else "file"
            files.setdefault(path, SourceFile(path, kind=kind, tracked=False, present=not index_only))
    return [files[path] for path in sorted(files)]


def read_index(output: bytes) -> Iterator[SourceFile]:
    """Lines of ``git ls-files -s -t -z``: ``TAG MODE HASH STAGE<tab>PATH``. Tag S: not checked out (sparse)."""
    kinds = {b"120000": "symlink", b"160000": "submodule"}
    for line in output.split(b"\0"):
        if line:
            head, _, name = line.partition(b"\t")
            tag, mode, *_ = head.split(b" ")
            yield SourceFile(os.fsdecode(name), kind=kinds.get(mode, "file"), present=tag != b"S")


def split_names(output: bytes) -> Sequence[str]:
    return [os.fsdecode(name) for name in output.split(b"\0") if name]
