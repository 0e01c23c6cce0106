"""The action's second step: one run of linklint, told by environment variables, never by a shell.

Started as ``python -I``, so neither the work tree nor PYTHON* variables can add a module.
"""

from __future__ import annotations

import json
import os
import sys

INPUT = "LINKLINT_"


def read_arguments() -> list[str]:
    """The inputs as arguments. ``args`` holds one argument a line; a path that looks like an option is refused."""
    arguments = ["check", "--output", "full", "--output", "github", "--output", f"json={report_path()}"]
    for name in ("config", "fail-on"):
        value = os.environ.get(INPUT + name.upper().replace("-", "_"), "").strip()
        if value:
            arguments.append(f"--{name}={value}")
    arguments += [line.strip() for line in os.environ.get(INPUT + "ARGS", "").splitlines() if line.strip()]
    paths = [line.strip() for line in os.environ.get(INPUT + "PATH", "").splitlines() if line.strip()]
    return [*arguments, "--", *paths]


def report_path() -> str:
    return os.path.join(os.environ["RUNNER_TEMP"], "linklint", "report.json")


def write_outputs(code: int) -> None:
    """Only numbers and a path of our own reach the outputs: no text of the repository does."""
    outputs: dict[str, int | str] = {"exit-code": code}
    if code in (0, 1):
        with open(report_path(), "rb") as file:
            summary = json.load(file)["summary"]
        outputs |= {name: int(summary[name]) for name in ("errors", "warnings", "notices")}
        outputs["findings"] = sum(int(summary[name]) for name in ("errors", "warnings", "notices"))
        outputs["report-json"] = report_path()
    with open(os.environ["GITHUB_OUTPUT"], "a", encoding="utf-8") as file:
        file.writelines(f"{name}={value}\n" for name, value in outputs.items())


def main() -> int:
    sys.path[:0] = [os.environ["GITHUB_ACTION_PATH"], os.environ["LINKLINT_PACKAGES"]]
    from linklint.cli.main import call

    code = call(read_arguments())
    write_outputs(code)
    return code


if __name__ == "__main__":
    sys.exit(main())
