"""What a whole run said, kept: while nothing is changed of all that it depends on, the next one says the same.

A run depends on what was asked, the day, the program, the names of the repository and the bytes that it read of it. The
first four are the key of what is kept. The files that were read, with a digest of each, stand in the entry: the first
run finds out which they are. A run that compared with another commit, or asked git for more than names, is not kept.
Where only the words of a few pages changed since, the same is told, at the places of now (``app.touching``).
"""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from itertools import islice
from typing import NamedTuple

import msgspec

from linklint.app.parsing import Parsing, choose_parsing
from linklint.app.progress import UNHEARD, Progress
from linklint.app.request import Request, choose_cache, open_asked
from linklint.model.finding import Report
from linklint.workspace import Cache, DiskRepository, program_version, today

WORTH_REMEMBERING = 64 * 1024
"""Bytes of files. So little is checked before a cache could be opened."""
LARGEST = 64 * 1024 * 1024
"""Bytes of what is kept of a run."""
LEAST = 250
"""Bytes that a finding takes at least."""
FEW = 50
"""Changed files. Where there are more of them, hardly ever did only their words change."""
TROUBLE = (msgspec.MsgspecError, ValueError, OverflowError, RecursionError)


class Remembered(msgspec.Struct, frozen=True, array_like=True):
    """What a run said. ``seen``: path → digest of what it read there. ``pages``: the key of what ``app.touching`` needs
    of this run."""

    seen: Mapping[str, bytes]
    report: Report
    pages: bytes


class Memory(NamedTuple):
    """Where a run is kept."""

    cache: Cache
    key: bytes


def check(request: Request, cwd: str, progress: Progress = UNHEARD) -> Report:
    """The report of a run, made or remembered: which of them it was can never be seen in it."""
    progress.begin("listing files")
    repository = open_asked(request, cwd)
    memory = find_memory(request, repository, cwd)
    with choose_parsing(request, repository, progress) as parsing:
        if memory and (report := recall(memory, repository, parsing)):
            return report
        parsing.get_ready(repository.names.files)
        return check_anew(request, cwd, repository, parsing, progress, memory)


def check_anew(
    request: Request,
    cwd: str,
    repository: DiskRepository,
    parsing: Parsing,
    progress: Progress,
    memory: Memory | None,
) -> Report:
    """The report of a run that was made, and is kept where it may be."""
    # Loaded here, so that a run that is remembered loads nothing that only other runs need.
    from linklint.app.check import check_repository
    from linklint.app.touching import list_pages, write_pages

    checked = check_repository(request, cwd, repository, parsing, progress)
    if memory and not repository.asked_history and repository.bytes_read > WORTH_REMEMBERING:
        pages = write_pages(list_pages(checked.world.site, checked.worded, repository, parsing))
        memory.cache.put(remember(memory.key, repository.seen, checked.report, pages))
    return checked.report


def find_memory(request: Request, repository: DiskRepository, cwd: str) -> Memory | None:
    """Where this run may be kept; None for one that is not."""
    cache = None if request.compares or request.overlay is not None else choose_cache(request, repository)
    return None if cache is None else Memory(cache, make_key(request, repository, cwd))


def make_key(request: Request, repository: DiskRepository, cwd: str) -> bytes:
    """A digest of all that a run depends on but the bytes of the repository's files."""
    asked = msgspec.structs.replace(request, variables={}, jobs=0)  # neither can change what is reported
    place = (cwd, repository.top, repository.start, repository.paths)
    # As Python writes them: names that are no Unicode have no other form.
    told = repr((today(), place, asked, list(repository.names.files.values())))
    return sha256(program_version() + told.encode()).digest()


def recall(memory: Memory, repository: DiskRepository, parsing: Parsing) -> Report | None:
    """What was kept, if it still holds: as it is, or at other places."""
    data = memory.cache.get([memory.key]).get(memory.key)
    if data is None:
        return None
    try:
        remembered = msgspec.msgpack.decode(data, type=Remembered)
    except TROUBLE:
        return None
    changed = list(islice(repository.find_changed(remembered.seen), FEW + 1))
    if not changed or len(changed) > FEW:
        return None if changed else remembered.report
    from linklint.app.touching import tell_again

    told = tell_again(remembered.report, remembered.pages, changed, repository, parsing, memory.cache)
    if told is None:
        return None
    seen = {**remembered.seen, **repository.seen}
    memory.cache.put({**told.documents, **remember(memory.key, seen, told.report, told.pages)})
    return told.report


def remember(key: bytes, seen: Mapping[str, bytes], report: Report, pages: bytes) -> Mapping[bytes, bytes]:
    """What is to be kept: nothing where it cannot be told, or is too much."""
    if LEAST * len(report.findings) > LARGEST:
        return {}  # written down it would take as much memory as the site has left
    pages_key = sha256(pages).digest()
    try:
        data = msgspec.msgpack.encode(Remembered(seen, report, pages_key))
    except TROUBLE:
        return {}
    return {key: data, pages_key: pages} if len(data) + len(pages) <= LARGEST else {}
