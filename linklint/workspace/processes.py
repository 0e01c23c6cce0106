"""Work for all cores: a function over many items, in processes, with the results in order."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import Any

CHUNKS_PER_WORKER = 6  # so that the last ones to finish are not waited for long

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
) -> Iterator[tuple[int, bytes]]:
    """The index and the result of each item, in any order. Items are handed out in chunks of about equal size.

    What a process did not bring back (it was killed, memory ran out, the function raised) is left out: the caller does
    those items itself.
    """
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor, as_completed
    from concurrent.futures.process import BrokenProcessPool

    global _work  # the children get the items by being forked, not through a pipe
    _work = (function, items)
    try:
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(jobs, context, initializer=end_with_parent) as pool:
            futures = [pool.submit(_do, chunk) for chunk in make_chunks(sizes, jobs * CHUNKS_PER_WORKER)]
            try:
                for future in as_completed(futures):
                    if future.exception() is None:
                        yield from future.result()
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise
    except (BrokenProcessPool, OSError):
        return
    finally:
        _work = None


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
