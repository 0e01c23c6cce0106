"""Writing a file whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable

from linklint.errors import IncompleteError, UserError


def write_atomically(path: str, data: bytes | Iterable[bytes]) -> None:
    """Replaces ``path`` in one step, by data that is there as a whole or comes in pieces; an existing file keeps its
    mode. Raises IncompleteError when that fails, and UserError where a folder has that name, or a file that of a folder
    above it."""
    import tempfile  # loaded by runs that write a file

    if os.path.isdir(path):
        raise UserError(f"{path} is a folder; name a file to write to")
    pieces = (data,) if isinstance(data, bytes) else data
    folder = os.path.dirname(path) or "."
    if os.path.exists(path) and not os.path.isfile(path):
        try:
            with open(path, "wb") as sink:
                sink.writelines(pieces)
        except OSError as error:
            raise IncompleteError(f"{path} could not be written: {error.strerror}") from error
        return
    temporary = ""
    try:
        os.makedirs(folder, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(dir=folder, prefix=".linklint-")
        with os.fdopen(descriptor, "wb") as file:
            file.writelines(pieces)
            file.flush()
            os.fsync(descriptor)
        os.chmod(temporary, os.stat(path).st_mode & 0o7777 if os.path.exists(path) else 0o644)
        os.replace(temporary, path)
    except BaseException as error:
        if temporary and os.path.exists(temporary):
            os.unlink(temporary)
        if isinstance(error, (FileExistsError, NotADirectoryError)):
            raise UserError(f"{path} cannot be written: a file stands where a folder is meant") from error
        if isinstance(error, OSError):
            raise IncompleteError(f"{path} could not be written: {error.strerror}") from error
        raise
