"""What a whole run said, kept: while nothing is changed of all that it depends on, the next one says the same.

A run depends on what was asked, the day, the program, the names of the repository and the bytes that it read of it. The
first four are the key of what is kept. The files that were read, with a digest of each, stand in the entry: the first
run finds out which they are. A run that compared with another commit, or asked git for more than names, is not kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256

import msgspec

from linklint.app.progress import UNHEARD, Progress
from linklint.app.request import Request, choose_cache, open_asked
from linklint.model.finding import Report
from linklint.workspace import DiskRepository, program_version, today

WORTH_REMEMBERING = 64 * 1024
"""Bytes of files. So little is checked before a cache could be opened."""
LARGEST = 16 * 1024 * 1024
"""Bytes of what is kept of a run."""
LEAST = 250
"""Bytes that a finding takes at least."""
TROUBLE = (msgspec.MsgspecError, ValueError, OverflowError, RecursionError)


class Remembered(msgspec.Struct, frozen=True, array_like=True):
    """What a run said. ``seen``: path → digest of what it read there."""

    seen: Mapping[str, bytes]
    report: Report


def check(request: Request, cwd: str, progress: Progress = UNHEARD) -> Report:
    """The report of a run, made or remembered: which of them it was can never be seen in it."""
    progress.begin("listing files")
    repository = open_asked(request, cwd)
    cache = None if request.compares or request.overlay is not None else choose_cache(request, repository)
    key = make_key(request, repository, cwd) if cache is not None else b""
    if cache is not None and (report := recall(cache.get([key]).get(key), repository)):
        return report
    # Loaded here, so that a run that is remembered loads nothing that only other runs need.
    from linklint.app.check import check_repository

    report = check_repository(request, cwd, repository, progress)
    if cache is not None and not repository.asked_history and repository.bytes_read > WORTH_REMEMBERING:
        cache.put(remember(key, repository, report))
    return report


def make_key(request: Request, repository: DiskRepository, cwd: str) -> bytes:
    """A digest of all that a run depends on but the bytes of the repository's files."""
    asked = msgspec.structs.replace(request, variables={}, jobs=0)  # neither can change what is reported
    place = (cwd, repository.top, repository.start, repository.paths)
    # As Python writes them: names that are no Unicode have no other form.
    told = repr((today(), place, asked, list(repository.names.files.values())))
    return sha256(program_version() + told.encode()).digest()


def recall(data: bytes | None, repository: DiskRepository) -> Report | None:
    """What was kept, if it still holds."""
    if data is None:
        return None
    try:
        remembered = msgspec.msgpack.decode(data, type=Remembered)
    except TROUBLE:
        return None
    return remembered.report if repository.holds(remembered.seen) else None


def remember(key: bytes, repository: DiskRepository, report: Report) -> Mapping[bytes, bytes]:
    """What is to be kept: nothing where it cannot be told, or is too much."""
    if LEAST * len(report.findings) > LARGEST:
        return {}  # written down it would take as much memory as the site has left
    try:
        data = msgspec.msgpack.encode(Remembered(repository.seen, report))
    except TROUBLE:
        return {}
    return {key: data} if len(data) <= LARGEST else {}
