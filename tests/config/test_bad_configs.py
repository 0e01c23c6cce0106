"""Every bad config of ``bad/``: the complete stderr, and exit code 2."""

import re
import time
from pathlib import Path

import pytest

from linklint.cli.main import call
from tests.config.golden import BAD, EXPECTED, command_line, list_cases, repository_files

PLACED = re.compile(r"^(?P<path>[^\s:][^:]*):(?P<line>\d+):(?P<column>\d+): error: .+$")
PLACELESS = re.compile(r"^(linklint|--set \S+): error: .+$")
WITHOUT_EXCERPT = {"two-configs", "toml-and-yaml", "utf-16"}
"""These are about a whole file, of which no line can be shown."""


def read_expected(name: str) -> str:
    """The complete stderr of a case."""
    return (BAD / name / EXPECTED).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", list_cases())
def test_stderr_and_exit_code(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for path, data in repository_files(name).items():
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    started = time.process_time()
    assert call(["check", *command_line(name)]) == 2
    captured = capsys.readouterr()
    assert captured.err == read_expected(name)
    assert captured.out == ""
    assert time.process_time() - started < 5


@pytest.mark.parametrize("name", list_cases())
def test_each_error_has_place_and_caret(name: str) -> None:
    lines = read_expected(name).splitlines()
    errors = 0
    for index, line in enumerate(lines[:-1]):
        if PLACED.match(line):
            errors += 1
            if name not in WITHOUT_EXCERPT:
                assert re.fullmatch(r" +\d+ \| .*\S.*", lines[index + 1])
                assert re.fullmatch(r" +\| +\^+", lines[index + 2])
        elif PLACELESS.match(line):
            errors += 1
        else:
            assert line.startswith("       ") or re.match(r" +\d+ \|", line)
    assert lines[-1] == f"{errors} error{'' if errors == 1 else 's'}"


def test_carets_stand_under_what_is_wrong() -> None:
    marked = {}
    lines = read_expected("rule-facts").splitlines()
    for index, line in enumerate(lines):
        if PLACED.match(line):
            source, carets = lines[index + 1], lines[index + 2]
            marked[source[carets.index("^") : carets.rindex("^") + 1]] = line
    assert list(marked) == ["publised", "inlink.count", "outlinks.cuont", "cluster.hub.pth", "pagerank"]


def test_there_are_enough_of_them() -> None:
    counts = [int(read_expected(name).splitlines()[-1].split()[0]) for name in list_cases()]
    assert len(counts) >= 50
    assert sum(count >= 3 for count in counts) >= 15


def test_nothing_hostile_reaches_stderr() -> None:
    text = read_expected("hostile-texts") + read_expected("control-characters")
    assert not re.search(r"[^\n\x20-\x7e—…]", text)
    assert not re.search(r"^\s*::|##\[", text, re.MULTILINE)
