"""Work for all cores: a function over many items, in processes, with the results in order."""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from concurrent.futures import Future

CHUNKS_PER_WORKER = 6  # so that the last ones to finish are not waited for long
GIVEN_AHEAD = 2  # chunks that a process has got, so that it need not wait for the next one

_work: tuple[Callable[[Any], bytes], Sequence[Any]] | None = None


def count_cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def can_fork() -> bool:
    """Whether processes start at once, with all that this one has read. Elsewhere they would import everything anew,
    which takes longer than most repositories."""
    return sys.platform.startswith("linux")


def work_in_processes(
    function: Callable[[Any], bytes], items: Sequence[Any], sizes: Sequence[int], jobs: int
) -> Iterator[tuple[int, bytes | None]]:
    """The index and the result of each item, in any order. ``jobs``: how many processes work, this one among them; so
    there are at least two. Items are handed out in chunks of about equal size. Those of which nobody has begun when
    they are asked for come with None: the caller does them itself at once, while the others work.

    What a process did not bring back (it was killed, memory ran out, the function raised) is left out: the caller does
    those items in the end.
    """
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor, as_completed
    from concurrent.futures.process import BrokenProcessPool

    global _work  # the children get the items by being forked, not through a pipe
    _work = (function, items)
    try:
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(jobs - 1, context, initializer=end_with_parent) as pool:
            chunks = deque(make_chunks(sizes, jobs * CHUNKS_PER_WORKER))
            given: list[Future[list[tuple[int, bytes]]]] = []
            try:
                while chunks:
                    while chunks and len(given) < GIVEN_AHEAD * (jobs - 1):
                        given.append(pool.submit(_do, chunks.popleft()))
                    if chunks:
                        yield from ((index, None) for index in chunks.pop())
                    done = [future for future in given if future.done()]
                    given = [future for future in given if future not in done]
                    yield from chain.from_iterable(map(take_result, done))
                yield from chain.from_iterable(map(take_result, as_completed(given)))
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise
    except (BrokenProcessPool, OSError):
        return
    finally:
        _work = None


def take_result(future: Future[list[tuple[int, bytes]]]) -> list[tuple[int, bytes]]:
    """What a process brought back; nothing where it failed."""
    return future.result() if future.exception() is None else []


def make_chunks(sizes: Sequence[int], count: int) -> list[list[int]]:
    """The indexes of the items in at most ``count`` chunks of about the same total size, large items first."""
    chunks: list[tuple[int, list[int]]] = []
    limit = sum(sizes) / max(count, 1)
    for index in sorted(range(len(sizes)), key=lambda index: -sizes[index]):
        if not chunks or chunks[-1][0] + sizes[index] > limit:
            chunks.append((0, []))
        total, indexes = chunks[-1]
        indexes.append(index)
        chunks[-1] = (total + sizes[index], indexes)
    return [indexes for _, indexes in chunks]


def end_with_parent() -> None:
    """In a child: ends it when the parent is gone, be it killed; it would wait for work for ever."""
    import threading

    threading.Thread(target=_wait_for_end, daemon=True).start()


def _wait_for_end() -> None:
    from multiprocessing import connection, parent_process

    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _do(indexes: Sequence[int]) -> list[tuple[int, bytes]]:
    """In a child: the results of a chunk."""
    if _work is None:
        return []
    function, items = _work
    return [(index, function(items[index])) for index in indexes]
