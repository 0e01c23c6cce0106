"""The progress bar: on a terminal, on stderr, not before a second has passed, and nothing of it is left."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from linklint.app.progress import UNHEARD
from linklint.cli import progress
from linklint.cli.progress import Bar, is_watched, show_progress
from linklint.workspace import read_environment
from tests.cli.running import ROOT, Ran, make_repository

PROGRAM = (  # shows the bar at once, and every picture of it
    "import sys; from linklint.cli import progress; progress.PATIENCE = progress.INTERVAL = float(sys.argv[1]); "
    "from linklint.cli.main import call; sys.exit(call(sys.argv[2:]))"
)
WIPED = "\x1b[2K"
STAGES = ["listing files", "parsing files", "resolving links", "applying rules"]


@pytest.fixture
def top(tmp_path: Path) -> Path:
    return make_repository(tmp_path / "top", {"README.md": "# Home\n\n[a](a.md) [gone](gone.md)\n", "a.md": "# A\n"})


def run_on_terminal(top: Path, *arguments: str, patience: float = 0.0, **variables: str) -> Ran:
    """stderr is a terminal, stdout is a pipe."""
    leader, follower = pty.openpty()
    silent = ("CI", "NO_COLOR", "FORCE_COLOR", "GITHUB_ACTIONS")
    inherited = {name: value for name, value in os.environ.items() if name not in silent}
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(patience), *arguments],
        cwd=top, env={**inherited, "PYTHONPATH": str(ROOT), "TERM": "xterm", "COLUMNS": "100", **variables},
        stdout=subprocess.PIPE, stderr=follower,
    )  # fmt: skip
    os.close(follower)
    shown = bytearray()
    while True:
        try:
            shown += os.read(leader, 65536)
        except OSError:  # the last one who held the terminal has ended
            break
    os.close(leader)
    out, _ = process.communicate(timeout=60)
    return Ran(process.returncode, out.decode(), shown.decode())


def test_shows_each_stage_and_wipes_it_out(top: Path) -> None:
    ran = run_on_terminal(top, "check")
    places = [ran.err.index(stage) for stage in STAGES]
    assert places == sorted(places)
    assert "2 of 2" in ran.err
    after = ran.err[ran.err.rindex("applying rules") :]
    assert WIPED in after
    assert after.rpartition(WIPED)[2].strip() == ""
    assert ran.err.count("\x1b[?25h") == ran.err.count("\x1b[?25l") > 0  # the cursor is back
    assert ran.code == 1
    assert "gone.md" in ran.out
    assert "\x1b" not in ran.out
    assert not any(stage in ran.out for stage in STAGES)


def test_findings_are_the_same_with_it_and_without(top: Path) -> None:
    arguments = ["check", "--output", "json"]
    assert run_on_terminal(top, *arguments).out == run_on_terminal(top, *arguments, "--no-progress").out


@pytest.mark.parametrize("option", ["--no-progress", "--quiet"])
def test_nothing_when_it_is_not_wanted(top: Path, option: str) -> None:
    assert run_on_terminal(top, "check", option).err == ""


@pytest.mark.parametrize("variables", [{"CI": "true"}, {"TERM": "dumb"}])
def test_nothing_where_nobody_watches(top: Path, variables: dict[str, str]) -> None:
    assert run_on_terminal(top, "check", **variables).err == ""


def test_nothing_for_a_short_run(top: Path) -> None:
    assert run_on_terminal(top, "check", patience=60.0).err == ""


def test_what_goes_wrong_is_told_below_where_it_was(top: Path) -> None:
    (top / ".linklint.yml").write_text("rules: {no-such-rule: error}\n")
    ran = run_on_terminal(top, "check")
    assert ran.code == 2
    assert "listing files" in ran.err
    assert "no-such-rule" in ran.err.rpartition(WIPED)[2]


def test_a_file_is_no_terminal() -> None:
    environment = read_environment()
    assert not is_watched(environment)
    with show_progress(environment, wanted=True) as heard:
        assert heard is UNHEARD


def test_rich_is_not_loaded_before_there_is_something_to_draw() -> None:
    program = (
        "import sys; from linklint.cli.progress import Bar; bar = Bar(); bar.begin('x', 3); bar.advance(); bar.close();"
        "sys.exit('rich' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program], env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True)


def test_draws_seldom(monkeypatch: pytest.MonkeyPatch) -> None:
    now, drawn = [0.0], []

    class Picture:
        task_ids = (0,)

        def reset(self, task: int, **fields: object) -> None:
            drawn.append((now[0], fields["description"], fields["count"]))

        def refresh(self) -> None:
            pass

        def stop(self) -> None:
            drawn.append("stopped")

    monkeypatch.setattr(progress, "start_picture", Picture)
    bar = Bar(clock=lambda: now[0])
    bar.begin("first", 2000)
    for _ in range(1050):
        now[0] = round(now[0] + 0.001, 3)
        bar.advance()
    bar.begin("second")
    bar.close()
    bar.close()
    assert drawn == [(1.0, "first", "1,000 of 2,000"), (1.05, "second", ""), "stopped"]
