import os
import signal
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linklint.workspace.processes import Workers, can_fork, count_cores, make_chunks
from tests.cli.running import ROOT

forking = pytest.mark.skipif(not can_fork(), reason="processes are used where they start at once")


@given(st.lists(st.integers(0, 1000), max_size=50), st.integers(1, 20))
def test_every_item_is_in_one_chunk(sizes: list[int], count: int) -> None:
    chunks = make_chunks(sizes, count)
    assert sorted(index for chunk in chunks for index in chunk) == list(range(len(sizes)))
    largest = max(sizes, default=0)
    assert all(sum(sizes[index] for index in chunk) <= max(sum(sizes) / count, largest) for chunk in chunks)


def double(item: bytes) -> bytes:
    return item * 2


def stumble(item: int) -> bytes:
    if item == 3:
        raise ValueError
    return b"x"


def die(item: int) -> bytes:
    if item:
        os.kill(os.getpid(), signal.SIGKILL)
    return b"x"


def tell_process(item: int) -> bytes:
    global told
    told = told or item
    return str(told).encode()


told = 0


def run_program(program: str) -> subprocess.CompletedProcess[bytes]:
    """A program in a process group of its own, with all that it starts: its streams end when the last of them does."""
    command = [sys.executable, "-c", program]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(command, env=environment, capture_output=True, start_new_session=True, timeout=20)


@forking
def test_results_come_with_their_index() -> None:
    items = [b"a", b"b", b"c"] * 20
    workers = Workers(double, b"", 2)
    assert dict(workers.work(items, [1] * 60)) == {index: item * 2 for index, item in enumerate(items)}
    assert dict(workers.work([b"d"], [1])) == {0: b"dd"}
    workers.close()


@forking
def test_processes_can_be_started_before_the_work_is_known() -> None:
    workers = Workers(tell_process, 7, 2)
    workers.start()
    assert dict(workers.work([1, 2], [1, 1])) == {0: b"7", 1: b"7"}
    workers.close()
    assert told == 0


@forking
def test_what_a_process_did_not_bring_back_is_left_out() -> None:
    workers = Workers(stumble, 0, 1)
    assert dict(workers.work(range(4), [1] * 4)) == {0: b"x", 1: b"x", 2: b"x"}
    workers.close()


@forking
@pytest.mark.parametrize("first", [0, 1])
def test_a_killed_process_ends_the_work_quietly(first: int) -> None:
    workers = Workers(die, first, 2)
    workers.start()
    assert dict(workers.work([1] * 4, [1] * 4)) == {}
    workers.close()


@forking
def test_a_process_that_cannot_be_started_ends_the_work_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError

    workers = Workers(double, b"", 2)
    monkeypatch.setattr(os, "fork", refuse)
    workers.start()
    assert dict(workers.work([b"a"], [1])) == {}
    workers.close()


@forking
def test_processes_that_get_no_work_end() -> None:
    """They hold the stdout of the program, which ends when the last of them has ended."""
    program = (
        "from linklint.workspace.processes import Workers; import os, math\n"
        "workers = Workers(math.sqrt, 1, 3); workers.start(); END"
    )
    for end in ("workers.close()", "os._exit(0)"):
        assert run_program(program.replace("END", end)).returncode == 0


@forking
def test_processes_leave_an_interruption_to_their_parent() -> None:
    """Ctrl-C reaches all of them, while they load what they need, too."""
    program = (
        "from linklint.workspace.processes import Workers; import os, signal, time\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)  # a background job ignores it\n"
        "workers = Workers(time.sleep, 0.2, 3)\n"
        "try: workers.start(); os.killpg(0, signal.SIGINT); time.sleep(9)\n"
        "except KeyboardInterrupt: print(dict(workers.work([0], [1]))); workers.close()"
    )
    process = run_program(program)
    assert (process.returncode, process.stdout, process.stderr) == (0, b"{0: None}\n", b"")


@forking
def test_processes_end_when_their_parent_is_killed() -> None:
    """They hold its stdout, which ends when the last of them has ended."""
    program = (
        "import os, math; from linklint.workspace.processes import Workers\n"
        "for found in Workers(math.sqrt, 1, 3).work(range(40), [1] * 40): os.kill(os.getpid(), 9)"
    )
    process = run_program(program)
    assert (process.returncode, process.stdout) == (-signal.SIGKILL, b"")


def test_there_is_a_core() -> None:
    assert count_cores() >= 1
