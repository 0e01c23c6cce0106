"""What the process can know of where it runs."""

from __future__ import annotations

import datetime
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from typing import NoReturn

import msgspec

from linklint.errors import UserError

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
"""The link score multiplies no matrices: threads that wait for such work would only take time from others."""
DEFAULT_WIDTH = 100
MAXIMUM_STDIN = 64 * 1024 * 1024  # bytes


class Environment(msgspec.Struct, frozen=True):
    """``in_actions``: GitHub Actions reads our output. ``color``: what NO_COLOR, FORCE_COLOR and TERM ask for, None
    when they are silent. ``variables`` are the process's environment."""

    in_actions: bool
    color: bool | None
    stdout_is_terminal: bool
    stderr_is_terminal: bool
    width: int
    cwd: str
    variables: Mapping[str, str]


def read_environment() -> Environment:
    """The environment of this process. NO_COLOR and FORCE_COLOR count when they are set and not empty."""
    variables = dict(os.environ)
    color: bool | None = None
    if variables.get("NO_COLOR"):
        color = False
    elif variables.get("FORCE_COLOR") or variables.get("CLICOLOR_FORCE", "0") not in ("", "0"):
        color = True
    elif variables.get("TERM") == "dumb":
        color = False
    return Environment(
        in_actions=variables.get("GITHUB_ACTIONS") == "true",
        color=color,
        stdout_is_terminal=sys.stdout.isatty(),
        stderr_is_terminal=sys.stderr.isatty(),
        width=measure_width(variables),
        cwd=os.getcwd(),
        variables=variables,
    )


def measure_width(variables: Mapping[str, str]) -> int:
    """Columns of the terminal: what COLUMNS says, else what the terminal does, else 100. (As ``shutil`` has it, which
    loads three compressors.)"""
    with suppress(ValueError):
        if (told := int(variables.get("COLUMNS", ""))) > 0:
            return told
    try:
        return os.get_terminal_size(sys.__stdout__.fileno() if sys.__stdout__ else -1).columns or DEFAULT_WIDTH
    except (OSError, ValueError):
        return DEFAULT_WIDTH


def today() -> str:
    """The date in UTC, ISO form: suppressions expire on the same day everywhere."""
    return datetime.datetime.now(datetime.UTC).date().isoformat()


def random_token() -> str:
    """A word that page text cannot guess."""
    return os.urandom(16).hex()


def leave(code: int) -> NoReturn:
    """Ends the process. What a run has made is not let go of value by value, as Python would do: there are millions,
    which would take longer than many a run. Streams that cannot be flushed are Python's business."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        sys.exit(code)
    os._exit(code)


def understand_escapes() -> None:
    """Lets a console of Windows show colours, for which it wants to be asked; other terminals need nothing."""
    if sys.platform == "win32":
        import colorama

        colorama.just_fix_windows_console()


def discard_stdout() -> None:
    """Lets the interpreter's last flush succeed after the reader of a pipe went away."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def fill_closed_streams() -> None:
    """Puts the null device where a standard stream came closed: the next file that is opened would get its number."""
    for name in ("stdin", "stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), "r" if name == "stdin" else "w"))


def read_stdin() -> bytes:
    """All of the standard input. Raises UserError for more than any text that somebody wrote by hand."""
    data = sys.stdin.buffer.read(MAXIMUM_STDIN + 1)
    if len(data) > MAXIMUM_STDIN:
        raise UserError(f"the standard input has more than {MAXIMUM_STDIN:,} bytes")
    return data
