"""The only place where bytes leave the process on stdout and stderr."""

from __future__ import annotations

import sys
from typing import BinaryIO

from linklint.errors import IncompleteError


def write_out(text: str) -> None:
    """Writes to stdout: findings, listings, documents that were asked for."""
    write(sys.stdout.buffer, text)


def write_error(text: str) -> None:
    """Writes to stderr: everything else."""
    write(sys.stderr.buffer, text)


def write(stream: BinaryIO, text: str) -> None:
    """UTF-8 whatever the locale says; file names that are not UTF-8 are shown escaped. A reader that went away is
    SIGPIPE's business (BrokenPipeError is left to ``main``); a full disk is an incomplete run."""
    try:
        stream.write(text.encode("utf-8", "backslashreplace"))
        stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise IncompleteError(f"the output could not be written: {error.strerror}") from error
