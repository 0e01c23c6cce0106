"""Bad configs and what is told about them: ``bad/NAME/`` holds the files of a small repository, ``expected.txt`` the
complete stderr. ``python -m tests.config.golden`` writes all of them anew; read the difference before committing it."""

from __future__ import annotations

import shlex
from pathlib import Path

from linklint import config
from linklint.errors import UserError
from linklint.report.problems import render_problems
from linklint.workspace import box_rules

BAD = Path(__file__).parent / "bad"
EXPECTED = "expected.txt"
COMMAND = "command.txt"
"""Options of the command line, one to a line; not a file of the repository."""


def list_cases() -> list[str]:
    return sorted(path.name for path in BAD.iterdir())


def repository_files(name: str) -> dict[str, bytes]:
    """The files of the case. ``pyproject.toml`` has ``.txt`` behind it there, lest other tools stumble over it."""
    folder = BAD / name
    return {
        path.relative_to(folder).as_posix().removesuffix(".txt"): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.relative_to(folder).as_posix() not in (EXPECTED, COMMAND)
    }


def command_line(name: str) -> list[str]:
    command = BAD / name / COMMAND
    return [word for line in command.read_text().splitlines() for word in _split(line)] if command.exists() else []


def _split(line: str) -> list[str]:
    option, _, value = line.partition(" ")
    return [option, *(shlex.split(value) if value.startswith("'") else [value])]


def explain(name: str) -> str:
    """The stderr of ``linklint check`` in that repository; a configuration without a mistake is an assertion error."""
    files = repository_files(name)
    words = command_line(name)
    options = [(words[index], words[index + 1]) for index in range(0, len(words), 2)]
    assignments = [value.partition("=") for option, value in options if option == "--set"]
    try:
        config.load(
            files.get,
            config=next((value for option, value in options if option == "--config"), None),
            box=box_rules(),
            names=files,
            rule_ids=[value for option, value in options if option == "--rule"],
            skip=[value for option, value in options if option == "--skip"],
            assignments=[(key, value) for key, _, value in assignments],
        )
    except UserError as error:
        return render_problems(error.problems)
    raise AssertionError(f"{name}: this config was accepted")


if __name__ == "__main__":
    for case in list_cases():
        (BAD / case / EXPECTED).write_text(explain(case), encoding="utf-8")
