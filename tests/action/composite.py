"""Runs the ``run:`` steps of a composite action as GitHub's runner does, without a runner.

Expressions of the forms that our action.yml uses are expanded; each step gets its own command files; what the steps
print is read by the runner's grammar (tests/report/oracle.py).
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, NamedTuple

import yaml

COMMAND_FILES = ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_ENV", "GITHUB_PATH", "GITHUB_STATE")


class Outcome(NamedTuple):
    """What an action did: exit code of the step that failed (0: none), its outputs, all bytes printed, the
    contents of every step's command files, and how many seconds each step took."""

    code: int
    outputs: dict[str, str]
    printed: bytes
    files: list[dict[str, str]]
    seconds: list[float]


def run_action(action: Path, inputs: dict[str, str], workspace: Path, temporary: Path, **variables: str) -> Outcome:
    """Runs every step until one fails."""
    definition = yaml.safe_load((action / "action.yml").read_text())
    given = {name: str(entry.get("default", "")) for name, entry in definition["inputs"].items()} | inputs
    steps: dict[str, dict[str, str]] = {}
    printed, files, seconds, code = b"", [], [], 0
    for number, step in enumerate(definition["runs"]["steps"]):
        paths = {name: temporary / f"{name}_{number}" for name in COMMAND_FILES}
        for path in paths.values():
            path.touch()
        script = temporary / f"step_{number}.sh"
        script.write_text(expand(step["run"], given, steps))
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(temporary),
            "GITHUB_ACTIONS": "true",
            "CI": "true",
            "GITHUB_WORKSPACE": str(workspace),
            "GITHUB_ACTION_PATH": str(action),
            "RUNNER_TEMP": str(temporary),
            **{name: str(path) for name, path in paths.items()},
            **{name: value for name, value in os.environ.items() if name.startswith(("PIP_", "UV_", "SSL_"))},
            **variables,
            **{name: expand(value, given, steps) for name, value in step.get("env", {}).items()},
        }
        began = time.perf_counter()
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", script],
            cwd=workspace,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=300,
            check=False,
        )
        seconds.append(time.perf_counter() - began)
        printed += done.stdout
        contents = {name: path.read_text() for name, path in paths.items()}
        files.append(contents)
        steps[step.get("id", str(number))] = read_key_values(contents["GITHUB_OUTPUT"])
        if done.returncode:
            code = done.returncode
            break
    outputs = {name: expand(entry["value"], given, steps) for name, entry in definition["outputs"].items()}
    return Outcome(code, outputs, printed, files, seconds)


def expand(text: Any, inputs: dict[str, str], steps: dict[str, dict[str, str]]) -> str:
    def value(match: re.Match[str]) -> str:
        match match[1].strip().split("."):
            case ["inputs", name]:
                return inputs.get(name, "")
            case ["steps", step, "outputs", name]:
                return steps.get(step, {}).get(name, "")
        raise ValueError(f"this runner does not know {match[0]}")

    return re.sub(r"\$\{\{(.*?)\}\}", value, str(text))


def read_key_values(text: str) -> dict[str, str]:
    """``name=value`` lines; the action writes no other form."""
    pairs = [line.partition("=") for line in text.splitlines()]
    assert all(separator and "<<" not in name for name, separator, _ in pairs), text
    return {name: value for name, _, value in pairs}


def lend_packages(temporary: Path) -> None:
    """Puts this interpreter's packages where the install step would, so that it has nothing left to download."""
    folder = temporary / "linklint"
    folder.mkdir(parents=True)
    (folder / "packages").symlink_to(Path(yaml.__file__).parent.parent)


PYTHON = sys.executable
