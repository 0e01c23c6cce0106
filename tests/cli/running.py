"""Small repositories on disk, and the command line run on them: in this process, or as a process of its own where
streams and exit codes matter."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from linklint.cli.main import call

ROOT = Path(__file__).resolve().parents[2]
QUIET_VARIABLES = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "GITHUB_ACTIONS", "TERM")


class Ran(NamedTuple):
    """What a command line came to."""

    code: int
    out: str
    err: str


def write_files(top: Path, files: Mapping[str, str]) -> Path:
    """The files below ``top``; folders as needed."""
    for name, text in files.items():
        path = top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return top


def make_repository(top: Path, files: Mapping[str, str]) -> Path:
    """A git repository with the files in its index."""
    write_files(top, files)
    subprocess.run(["git", "init", "--quiet", str(top)], check=True)
    subprocess.run(["git", "-C", str(top), "add", "--all"], check=True)
    return top


def track_files(top: Path, files: Mapping[str, str]) -> Path:
    """More files in the repository, and in its index."""
    write_files(top, files)
    subprocess.run(["git", "-C", str(top), "add", "--all"], check=True)
    return top


class Bytes(io.TextIOWrapper):
    """A stream that keeps what is written to its buffer."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8")

    def text(self) -> str:
        buffer = self.buffer
        assert isinstance(buffer, io.BytesIO)
        return buffer.getvalue().decode("utf-8")


@contextmanager
def plain_surroundings(folder: Path, variables: Mapping[str, str], given: bytes = b"") -> Iterator[tuple[Bytes, Bytes]]:
    """In ``folder``, with no variable that changes the output but those given, with ``given`` on stdin, and with
    streams that are read back."""
    out, err = Bytes(), Bytes()
    before, streams, environment = Path.cwd(), (sys.stdin, sys.stdout, sys.stderr), dict(os.environ)
    os.chdir(folder)
    for name in QUIET_VARIABLES:
        os.environ.pop(name, None)
    os.environ.update(variables)
    sys.stdin, sys.stdout, sys.stderr = io.TextIOWrapper(io.BytesIO(given)), out, err
    try:
        yield out, err
    finally:
        sys.stdin, sys.stdout, sys.stderr = streams
        os.environ.clear()
        os.environ.update(environment)
        os.chdir(before)


def linklint(folder: Path, *arguments: str, given: bytes = b"", **variables: str) -> Ran:
    """``linklint ARGUMENTS`` in ``folder``, in this process; ``given``: what stands on stdin."""
    with plain_surroundings(folder, variables, given) as (out, err):
        code = call(arguments)
    return Ran(code, out.text(), err.text())


def start_linklint(folder: Path, *arguments: str, **options: object) -> subprocess.CompletedProcess[bytes]:
    """The same as a process of its own."""
    variables = {name: value for name, value in os.environ.items() if name not in QUIET_VARIABLES}
    variables |= {"PYTHONPATH": str(ROOT), **options.pop("variables", {})}  # type: ignore[dict-item]  # given by tests
    return subprocess.run(
        [sys.executable, "-m", "linklint", *arguments],
        cwd=folder, env=variables, check=False, **{"capture_output": True, **options},
    )  # fmt: skip


Run = Callable[..., Ran]
