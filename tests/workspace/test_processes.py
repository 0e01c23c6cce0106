import os
import signal
import subprocess
import sys
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linklint.workspace.processes import can_fork, count_cores, make_chunks, work_in_processes
from tests.cli.running import ROOT

forking = pytest.mark.skipif(not can_fork(), reason="processes are used where they start at once")


@given(st.lists(st.integers(0, 1000), max_size=50), st.integers(1, 20))
def test_every_item_is_in_one_chunk(sizes: list[int], count: int) -> None:
    chunks = make_chunks(sizes, count)
    assert sorted(index for chunk in chunks for index in chunk) == list(range(len(sizes)))
    largest = max(sizes, default=0)
    assert all(sum(sizes[index] for index in chunk) <= max(sum(sizes) / count, largest) for chunk in chunks)


@forking
def test_results_come_with_their_index() -> None:
    items = [b"a", b"b", b"c"] * 20
    found = list(work_in_processes(lambda item: item * 2, items, [1] * 60, 2))
    assert sorted(index for index, _ in found) == list(range(60))
    assert all(result in (None, items[index] * 2) for index, result in found)
    assert any(result for _, result in found)


@forking
def test_what_nobody_has_begun_is_left_to_the_caller() -> None:
    def work(item: int) -> bytes:
        time.sleep(0.3)
        return b"x"

    found = list(work_in_processes(work, range(24), [1] * 24, 2))
    assert sorted(index for index, _ in found) == list(range(24))
    assert [result for _, result in found].count(None) > 12


@forking
def test_what_a_process_did_not_bring_back_is_left_out() -> None:
    def work(item: int) -> bytes:
        if item == 3:
            raise ValueError
        return b"x"

    found = dict(work_in_processes(work, [3, 3, 3, 3, 1], [1] * 5, 2))
    assert set(found.values()) <= {None, b"x"}
    assert len(found) < 5


@forking
def test_a_killed_process_ends_the_work_quietly() -> None:
    def work(item: int) -> bytes:
        os.kill(os.getpid(), signal.SIGKILL)
        return b"x"

    found = dict(work_in_processes(work, range(4), [1] * 4, 2))
    assert set(found.values()) <= {None}
    assert len(found) < 4


@forking
def test_processes_end_when_their_parent_is_killed() -> None:
    """They hold its stdout, which ends when the last of them has ended."""
    program = (
        "import os, sys; from linklint.workspace.processes import work_in_processes as work\n"
        "for found in work(lambda item: b'x', range(40), [1] * 40, 4): os.kill(os.getpid(), 9)"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program], env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE
    )
    assert process.communicate(timeout=20) == (b"", None)
    assert process.returncode == -signal.SIGKILL


def test_there_is_a_core() -> None:
    assert count_cores() >= 1
