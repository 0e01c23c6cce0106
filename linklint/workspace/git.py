"""Asking git, so that nothing of the repository's own configuration can run."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Generator, Iterator, Mapping, Sequence

from linklint.errors import UserError
from linklint.model.files import SourceFile

# Hooks, file system monitors and pagers named by a repository's config are programs that the repository chose; and a
# partial clone would fetch what it lacks over the network. A folder of pages that holds HEAD, objects and refs would be
# a bare repository whose config its pages' authors wrote.
QUIET = (
    "-c", "core.fsmonitor=", "-c", "core.hooksPath=/dev/null", "-c", "core.quotePath=false",
    "-c", "protocol.allow=never", "-c", "safe.bareRepository=explicit", "--no-pager",
)  # fmt: skip
SAFE = (*QUIET, "--literal-pathspecs")
PLAINLY = ("--no-ext-diff", "--no-textconv")  # a diff runs no program
PIECE = 1024 * 1024
NO_TEXTS = tuple(
    ".avif .bmp .eot .gif .gz .ico .jpeg .jpg .mov .mp3 .mp4 .otf .pdf .png .psd .svg .tgz .tiff .ttf .wasm .webm "
    ".webp .woff .woff2 .zip".split()
)
# What git itself, Git LFS and actions/checkout write into the config of a repository.
KNOWN_FILTERS = frozenset({"git-lfs clean -- %f", "git-lfs clean %f", "git-lfs filter-process"})


def run_git(
    folder: str, *arguments: str, input_text: str = "", settings: Mapping[str, str] | None = None
) -> bytes | None:
    """The output of ``git -C folder arguments``; None when git is missing or says no. ``input_text`` is what git reads
    from its standard input, ``settings`` are put above those of its config. Raises UserError where git itself does not
    trust the folder."""
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program with an argument list, no shell
            ["git", *SAFE, "-C", folder, *arguments],  # noqa: S607 - the user's own git, found as a shell would
            input=input_text.encode(),
            capture_output=True,
            env=make_environment(settings or {}),
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
        if b"cannot use bare repository" in done.stderr:
            raise _refuse_bare(folder)
        return None
    return done.stdout


def run_diff(top: str, *arguments: str, commit: str) -> bytes | None:
    """The output of ``git diff arguments commit``, between that commit and the work tree."""
    return run_git(top, "diff", *PLAINLY, *arguments, commit, "--", settings=silence_filters(top))


def stream_diff_of_texts(top: str, *arguments: str, commit: str) -> Iterator[bytes]:
    """The same by the piece, without files whose names say that they are no texts. Raises GitError."""
    others = [f":(exclude,icase)*{ending}" for ending in NO_TEXTS]
    return stream_git(top, "diff", *PLAINLY, *arguments, commit, "--", ".", *others, settings=silence_filters(top))


def silence_filters(top: str) -> dict[str, str]:
    """Settings under which git, when it compares the work tree, runs no program that the repository's own config names
    for the way from there into git. Git LFS stays, and so does what the user's own config names."""
    output = run_git(top, "config", "--null", "--show-scope", "--get-regexp", r"^filter\..*\.(clean|process)$") or b""
    words = output.split(b"\0")
    settings: dict[str, str] = {}
    for scope, entry in zip(words[::2], words[1::2], strict=False):
        key, _, program = decode_name(entry).partition("\n")
        if scope in (b"local", b"worktree") and program not in KNOWN_FILTERS:
            name = key.rpartition(".")[0]
            settings |= {f"{name}.clean": "", f"{name}.process": "", f"{name}.required": "false"}
    return settings


class GitError(Exception):
    """Git said no, or ended before it had told all."""


def stream_git(folder: str, *arguments: str, settings: Mapping[str, str] | None = None) -> Generator[bytes, None, None]:
    """The output of ``git -C folder arguments`` by the piece; patterns for files may be used, ``settings`` are put
    above those of git's config. Git ends when no more is asked for. Raises GitError, in the end."""
    with subprocess.Popen(  # noqa: S603 - a fixed program with an argument list, no shell
        ["git", *QUIET, "-C", folder, *arguments],  # noqa: S607 - the user's own git, found as a shell would
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=make_environment(settings or {}),
    ) as process:
        try:
            while process.stdout and (piece := process.stdout.read(PIECE)):
                yield piece
            if process.wait() != 0:
                raise GitError(arguments)
        finally:
            process.kill()


def make_environment(settings: Mapping[str, str]) -> dict[str, str]:
    """What git is told: these settings, and nothing that others meant for git."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    told = {"GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    if settings:  # not as options: the name of a filter may hold an equals sign
        told["GIT_CONFIG_COUNT"] = str(len(settings))
    for number, (key, value) in enumerate(settings.items()):
        told |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
    return kept | told


def find_top(folder: str) -> str | None:
    """The top of the work tree that holds ``folder``; None outside git. Raises UserError inside git's own folder."""
    output = run_git(folder, "rev-parse", "--is-inside-git-dir", "--show-toplevel")
    if output is None:
        return None
    inside, _, top = output.partition(b"\n")
    if inside == b"true":  # git before 2.38 does not know safe.bareRepository
        raise _refuse_bare(folder)
    return os.path.normpath(os.fsdecode(top.rstrip(b"\n")))  # on Windows, git writes slashes


def _refuse_bare(folder: str) -> UserError:
    return UserError(
        f"{folder} lies in what git takes for a repository without a work tree (HEAD, objects, refs), whose config "
        "anybody could have written; remove these, or run linklint from the top of the repository"
    )


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
            yield SourceFile(decode_name(name), kind=kinds.get(mode, "file"), present=tag != b"S")


def split_names(output: bytes) -> Sequence[str]:
    return [decode_name(name) for name in output.split(b"\0") if name]


def decode_name(name: bytes) -> str:
    """A name that git tells, as Python has it. On Windows every file has a name in Unicode; git's index may hold others
    all the same, of which no file can be there."""
    try:
        return os.fsdecode(name)
    except UnicodeDecodeError:
        return name.decode("utf-8", "surrogateescape")
