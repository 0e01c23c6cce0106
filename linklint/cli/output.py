"""The only place where bytes leave the process on stdout and stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import BinaryIO

from linklint.errors import IncompleteError

CHUNK = 1024 * 1024  # characters; a large report is not held twice


def write_out(text: str | Iterable[str]) -> None:
    """Writes a finished output to stdout, whole or in pieces: a format of ``check``, a document that was asked for."""
    write(sys.stdout.buffer, (text,) if isinstance(text, str) else text)


def show(text: str) -> None:
    """Writes human text to stdout: listings and explanations."""
    write(sys.stdout.buffer, (guard(text),))


def tell(text: str) -> None:
    """Writes human text to stderr: what happened, what is wrong."""
    write(sys.stderr.buffer, (guard(text),))


def guard(text: str) -> str:
    """The lines, each inert, and between stop-commands where GitHub Actions reads them."""
    from linklint.report.rendering import Rendering
    from linklint.report.writing import Piece, write_lines
    from linklint.workspace import random_token, read_environment

    rendering = Rendering(in_actions=read_environment().in_actions, stop_token=random_token())
    return write_lines(([Piece(line)] for line in text.removesuffix("\n").split("\n")), rendering)


def write(stream: BinaryIO, texts: Iterable[str]) -> None:
    """UTF-8 whatever the locale says; file names that are not UTF-8 are shown escaped. A reader that went away is
    SIGPIPE's business (BrokenPipeError is left to ``main``); a full disk is an incomplete run."""
    try:
        for text in texts:
            for start in range(0, len(text), CHUNK):
                stream.write(text[start : start + CHUNK].encode("utf-8", "backslashreplace"))
        stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise IncompleteError(f"the output could not be written: {error.strerror}") from error
