"""Work for all cores: a function over many items, in processes, with the results in order."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # loading it takes longer than many a run that needs no processes
    from concurrent.futures import ProcessPoolExecutor

CHUNKS_PER_WORKER = 6  # so that the last ones to finish are not waited for long
TROUBLE = (OSError, RuntimeError)
"""No process can be started, or none is left."""


def count_cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def can_fork() -> bool:
    """Whether processes start at once, with all that this one has read. Elsewhere they import everything anew, which
    takes longer than many a repository."""
    return sys.platform.startswith("linux")


def can_start() -> bool:
    """Whether processes that begin with nothing may be started. Not on Windows: tried under Wine, such a run did not
    end. And not where Python is told to ignore what keeps it from looking for modules in the folder that is checked."""
    return sys.platform != "win32" and (sys.flags.safe_path or not sys.flags.ignore_environment)


class Workers:
    """Processes that apply one function to many items. They can be started before the items are known, so that they
    load what the function needs while this process does something else."""

    def __init__(self, function: Callable[[Any], bytes], first: Any, jobs: int) -> None:
        """``function`` can be pickled; each process applies it to ``first`` when it starts, for what that loads."""
        self._function, self._first, self._jobs = function, first, jobs
        self._pool: ProcessPoolExecutor | None = None

    def start(self) -> None:
        """Starts the processes, if the system lets us. Ctrl-C, which reaches all of them, is this one's business."""
        import multiprocessing
        from concurrent.futures import ProcessPoolExecutor

        method = "fork" if can_fork() else "spawn"
        if method == "spawn":
            # What they are started with would look for modules in the current folder first: that is what is checked.
            os.environ["PYTHONSAFEPATH"] = "1"
        context = multiprocessing.get_context(method)
        arguments = self._function, self._first
        try:
            with deaf_to_interrupts():
                pool = ProcessPoolExecutor(self._jobs, context, initializer=begin_work, initargs=arguments)
                pool.submit(_do, self._function, ())  # they are started with the first work that there is
            self._pool = pool
        except TROUBLE:
            self._pool = None

    def work(self, items: Sequence[Any], sizes: Sequence[int]) -> Iterator[tuple[int, bytes]]:
        """The index and the result of each item, in any order. Items are handed out in chunks of about equal size.

        What a process did not bring back (it was killed, memory ran out, the function raised) is left out: the caller
        does those items itself.
        """
        from concurrent.futures import as_completed

        if self._pool is None:
            self.start()
        if self._pool is None:
            return
        try:
            futures = {
                self._pool.submit(_do, self._function, [items[index] for index in chunk]): chunk
                for chunk in make_chunks(sizes, self._jobs * CHUNKS_PER_WORKER)
            }
            for future in as_completed(futures):
                if future.exception() is None:
                    yield from zip(futures[future], future.result(), strict=True)
        except TROUBLE:
            return

    def close(self, *, wait: bool = True) -> None:
        """Ends the processes; what is left of the work is not done. ``wait``: until they have ended, since it is safest
        to start others while nothing of these goes on."""
        if self._pool is not None:
            self._pool.shutdown(wait, cancel_futures=True)
            self._pool = None


@contextmanager
def deaf_to_interrupts() -> Iterator[None]:
    """Processes that are started meanwhile hear no Ctrl-C; this one does, afterwards. Windows has nothing like it."""
    if sys.platform == "win32":
        yield
    else:
        before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


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


def begin_work(function: Callable[[Any], bytes], first: Any) -> None:
    """In a child: what it does before it waits for work."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # one that was not forked may be started later than the others
    end_with_parent()
    function(first)


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


def _do(function: Callable[[Any], bytes], items: Sequence[Any]) -> list[bytes]:
    """In a child: the results of a chunk."""
    return [function(item) for item in items]
