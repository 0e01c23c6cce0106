"""What Windows does otherwise, as far as it can be tried elsewhere: mypy looks for names that it has not (``make
check``)."""

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from linklint.workspace import understand_escapes
from linklint.workspace.git import split_names
from linklint.workspace.repository import is_inside
from tests.cli.running import ROOT

WITHOUT = """
import os, signal, sys
for name in ("O_NONBLOCK", "O_CLOEXEC", "fchmod", "sched_getaffinity", "geteuid", "mkfifo", "fork"):
    delattr(os, name)
for name in ("pthread_sigmask", "SIG_BLOCK", "SIG_SETMASK", "SIGKILL", "SIGALRM"):
    delattr(signal, name)
from linklint.cli.main import call
raise SystemExit(call(sys.argv[1:]))
"""


def test_a_run_needs_nothing_that_windows_has_not(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# Home\n\n[gone](gone.md)\n")
    command = [sys.executable, "-c", WITHOUT, "check", "--output=concise", "--output=json=out.json", "--jobs=1"]
    done = subprocess.run(
        command, cwd=tmp_path, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout.split(":")[:2]) == (1, ["README.md", "3"]), done.stderr
    assert (tmp_path / "out.json").stat().st_size


def test_what_lies_inside_of_a_folder_is_told_by_the_separator_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sep", "\\")
    assert is_inside(r"C:\site\docs\a.md", r"C:\site")
    assert is_inside("C:\\site", "C:\\")
    assert not is_inside(r"C:\sites\a.md", r"C:\site")


def test_names_that_are_no_unicode_are_names_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsdecode", lambda name: name.decode("utf-8", "surrogatepass"))
    assert split_names("é.md".encode() + b"\0\xe9.md\0") == ["é.md", "\udce9.md"]


def test_a_console_of_windows_is_asked_to_show_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setitem(sys.modules, "colorama", SimpleNamespace(just_fix_windows_console=lambda: asked.append("yes")))
    understand_escapes()
    assert not asked
    monkeypatch.setattr(sys, "platform", "win32")
    understand_escapes()
    assert asked == ["yes"]
