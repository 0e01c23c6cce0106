import os
import signal
import subprocess
import sys

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
    found = dict(work_in_processes(lambda item: item * 2, items, [1] * 60, 2))
    assert found == {index: item * 2 for index, item in enumerate(items)}


@forking
def test_what_a_process_did_not_bring_back_is_left_out() -> None:
    def work(item: int) -> bytes:
        if item == 3:
            raise ValueError
        return b"x"

    found = dict(work_in_processes(work, range(4), [1] * 4, 1))
    assert found == {0: b"x", 1: b"x", 2: b"x"}


@forking
def test_a_killed_process_ends_the_work_quietly() -> None:
    def work(item: int) -> bytes:
        os.kill(os.getpid(), signal.SIGKILL)
        return b"x"

    assert dict(work_in_processes(work, range(4), [1] * 4, 2)) == {}


@forking
def test_processes_end_when_their_parent_is_killed() -> None:
    """They hold its stdout, which ends when the last of them has ended."""
    program = (
        "import os, sys; from linklint.workspace.processes import work_in_processes as work\n"
        "for found in work(lambda item: b'x', range(40), [1] * 40, 3): os.kill(os.getpid(), 9)"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", program], env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE
    )
    assert process.communicate(timeout=20) == (b"", None)
    assert process.returncode == -signal.SIGKILL


def test_there_is_a_core() -> None:
    assert count_cores() >= 1
