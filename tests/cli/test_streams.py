"""Outputs, streams, colours, and what happens when nobody reads or the disk is full."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import ROOT, linklint, make_repository, start_linklint

ESCAPE = "\x1b["


def test_outputs_go_to_stdout_and_to_files_in_one_run(garden: Path, tmp_path: Path) -> None:
    target = tmp_path / "new" / "report.json"
    ran = linklint(garden, "--output", "concise", "--output", f"json={target}", "--output", "github=annotations.txt")
    assert ran.code == 1
    assert ran.out.startswith("README.md:3:")
    assert ran.err == f"linklint: wrote json to {target}\nlinklint: wrote github to annotations.txt\n"
    assert len(json.loads(target.read_text())["findings"]) == 3
    assert (garden / "annotations.txt").read_text().startswith("::error ")
    assert not list(garden.glob(".linklint-*"))


def test_an_output_file_is_replaced_and_keeps_its_mode(garden: Path) -> None:
    target = garden / "report.json"
    target.write_text("x" * 100_000)
    target.chmod(0o600)
    linklint(garden, "--output", "json=report.json", "-q")
    assert json.loads(target.read_text())["version"] == 1
    assert target.stat().st_mode & 0o777 == 0o600


def test_a_report_is_the_same_in_a_file_and_on_stdout(garden: Path) -> None:
    shown = linklint(garden, "--output", "json=-").out
    linklint(garden, "--output", "json=../report.json")
    assert (garden.parent / "report.json").read_text() == shown


@pytest.mark.parametrize(
    ("arguments", "variables", "colored"),
    [
        ([], {}, False),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ([], {"FORCE_COLOR": "", "NO_COLOR": ""}, False),
        (["--color", "always"], {}, True),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
        (["--color", "always", "--output", "json"], {}, False),
        (["--color", "always", "--output", "full=report.txt"], {}, False),
    ],
)
def test_color(garden: Path, arguments: list[str], variables: dict[str, str], colored: bool) -> None:
    ran = linklint(garden, *arguments, **variables)
    assert (ESCAPE in ran.out) is colored
    assert not any(ESCAPE in path.read_text() for path in garden.glob("report.txt"))


def test_what_was_not_checked_is_an_annotation_where_there_are_any(garden: Path) -> None:
    (garden / "notes.txt").write_text("")
    ran = linklint(garden, "notes.txt", "--output", "github")
    assert "::warning title=linklint::nothing was checked in notes.txt: it holds no page" in ran.out
    assert "nothing was checked" not in ran.err  # said once


@pytest.mark.parametrize("output", ["concise", "json", "json=report.json"])
def test_what_is_to_be_known_of_a_run_is_never_lost(garden: Path, output: str) -> None:
    (garden / "README.md").unlink()
    (garden / "notes.txt").write_text("")
    told = "linklint: warning: nothing was checked in notes.txt: it holds no page that git tracks or could track\n"
    ran = linklint(garden, "notes.txt", "--output", output)
    assert told in ran.err
    assert "linklint: notice: no home page was found, " in ran.err
    assert "home page" not in ran.out
    quiet = linklint(garden, "notes.txt", "--output", output, "-q")
    assert quiet.err == told


def test_no_line_can_be_forged_in_what_is_said_of_a_run(garden: Path) -> None:
    (garden / ".linklint.yml").write_text('site: {roots: ["/a\\nlinklint: all is well"]}\n')
    assert linklint(garden, "--output", "json").err == (
        'linklint: warning: .linklint.yml:1:15: no page has the path or address "/a\\nlinklint: all is well"\n'
    )


@pytest.mark.parametrize("output", ["full", "grouped", "markdown"])
def test_what_the_last_lines_say_is_not_said_twice(garden: Path, output: str) -> None:
    (garden / "README.md").unlink()
    ran = linklint(garden, "--output", output)
    assert (ran.err, ran.out.count("no home page was found")) == ("", 1)


def test_findings_on_stdout_and_all_else_on_stderr(garden: Path) -> None:
    ran = start_linklint(garden, "check", "--output", "json")
    assert (ran.returncode, ran.stderr) == (1, b"")
    assert json.loads(ran.stdout)["summary"]["pages"] == 4
    ran = start_linklint(garden, "check", "nowhere.md")
    assert (ran.returncode, ran.stdout) == (2, b"")
    assert ran.stderr.startswith(b"linklint: error: ")


MORE = [pytest.param(arguments, marks=pytest.mark.long) for arguments in (["facts"], ["graph"], ["schema", "config"])]


@pytest.mark.parametrize("arguments", [["check"], ["--help"], *MORE])
def test_a_reader_that_goes_away_is_no_error_to_talk_about(garden: Path, arguments: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "wb") as pipe:
        ran = start_linklint(garden, *arguments, capture_output=False, stdout=pipe, stderr=subprocess.PIPE)
    assert (ran.returncode, ran.stderr) == (141, b"")


@pytest.mark.parametrize("arguments", [["check"], ["--help"], *MORE])
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_a_full_disk_is_an_incomplete_run(garden: Path, arguments: list[str]) -> None:
    with open("/dev/full", "wb") as full:
        ran = start_linklint(garden, *arguments, capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert ran.returncode == 3
    assert ran.stderr == b"linklint: the output could not be written: No space left on device\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_a_report_that_cannot_be_written_is_an_incomplete_run(garden: Path) -> None:
    ran = linklint(garden, "--output", "json=/dev/full")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err == "linklint: /dev/full could not be written: No space left on device\n"


def test_output_is_utf_8_in_every_locale(tmp_path: Path) -> None:
    repository = make_repository(tmp_path, {"README.md": "# Gärten\n\n[Käse → 日本](käse.md)\n"})
    for variables in ({"LC_ALL": "C", "PYTHONUTF8": "0"}, {"LC_ALL": "C.UTF-8"}, {"PYTHONIOENCODING": "latin-1"}):
        ran = start_linklint(repository, "check", variables=variables)
        assert "[Käse → 日本](käse.md)".encode() in ran.stdout
        assert ran.stderr == b""


def test_a_bug_is_told_as_ours_with_all_that_a_report_needs(garden: Path) -> None:
    breaking = (
        "import sys, linklint.app.check as check\n"
        "def fail(*_, **__): raise RuntimeError('out of order')\n"
        "check.lint = fail\n"
        "from linklint.cli.main import call\n"
        "sys.exit(call(['check']))\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", breaking], cwd=garden, capture_output=True, check=False, text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert (ran.returncode, ran.stdout) == (3, "")
    assert ran.stderr.startswith("linklint: this is a bug in linklint, not in your files.")
    assert "RuntimeError: out of order" in ran.stderr


@pytest.mark.parametrize("closed", [1, 2])
def test_a_stream_that_came_closed_is_nobody_s_and_the_run_is_whole(garden: Path, closed: int) -> None:
    ran = start_linklint(garden, "check", preexec_fn=lambda: os.close(closed))
    assert ran.returncode == start_linklint(garden, "check").returncode
    assert b"Traceback" not in ran.stderr
    assert not (ran.stderr if closed == 2 else ran.stdout)
