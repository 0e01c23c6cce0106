"""How a site reads files. What it asks of a page's text beside its document is asked by a glance: a function of the
bytes alone, so that whoever remembers a run can see whether a page that changed since still says the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from linklint.model.files import Repository
from linklint.site.profile import Read

Value = TypeVar("Value")


class Reader:
    """The files of a repository: called with a path, it gives the bytes, None where they cannot be had."""

    def __init__(self, repository: Repository) -> None:
        self.repository = repository

    def __call__(self, path: str) -> bytes | None:
        return self.repository.read(path)


def glance(read: Read, path: str, what: Callable[[bytes], Value]) -> Value:
    """What the function, one at the top of a module, says of a file's bytes (none where they cannot be had). It says
    so in values that can be compared: texts, numbers, lists, structures of them."""
    return read.repository.glance(path, what) if isinstance(read, Reader) else what(read(path) or b"")
