"""The action's second step: one run of linklint, told by environment variables, never by a shell.

Started as ``python -I``, so neither the work tree nor PYTHON* variables can add a module.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile

INPUT = "LINKLINT_"
OPTIONS = ("config", "fail-on", "annotations")
FALSE = ("false", "no", "off", "0")
MOST_SUMMARY = 1024 * 1024  # bytes; GitHub drops a larger summary of a step whole


def read_input(name: str) -> str:
    return os.environ.get(INPUT + name.upper().replace("-", "_"), "").strip()


def read_lines(name: str) -> list[str]:
    return [line.strip() for line in read_input(name).splitlines() if line.strip()]


def read_arguments(folder: str) -> list[str]:
    """The inputs as arguments. ``args`` holds one argument a line; a path that looks like an option is refused."""
    outputs = ["full", "github", f"json={folder}/report.json", f"markdown={folder}/summary.md"]
    outputs += [f"sarif={read_input('sarif-file')}"] if read_input("sarif-file") else []
    arguments = ["check", *(f"--output={output}" for output in outputs)]
    arguments += [f"--{name}={read_input(name)}" for name in OPTIONS if read_input(name)]
    arguments += [f"--scope={read_input('scope') or 'auto'}", f"--since={read_input('base') or 'auto'}"]
    return [*arguments, *read_lines("args"), "--", *read_lines("path")]


def write_summary(folder: str, code: int) -> None:
    """Appends to the job summary what linklint has written for it, and leaves whatever stands there."""
    path = os.environ.get("GITHUB_STEP_SUMMARY", "")
    if not path or read_input("summary").lower() in FALSE:
        return
    if code in (0, 1):
        with open(f"{folder}/summary.md", "rb") as file:
            text = file.read()
    else:
        text = b"## linklint\n\n**It did not run to its end:** the job's log says why.\n"
    before = os.path.getsize(path) if os.path.exists(path) else 0
    if before + len(text) < MOST_SUMMARY:
        with open(path, "ab") as sink:
            sink.write((b"\n" if before else b"") + text)


def write_outputs(folder: str, code: int) -> None:
    """Only numbers and paths of the workflow's own reach the outputs: no text of the repository does."""
    outputs: dict[str, int | str] = {"exit-code": code}
    if code in (0, 1):
        with open(f"{folder}/report.json", "rb") as file:
            summary = json.load(file)["summary"]
        outputs |= {name: int(summary[name]) for name in ("errors", "warnings", "notices")}
        outputs["findings"] = sum(int(summary[name]) for name in ("errors", "warnings", "notices"))
        changed = {"new-findings": summary["new"], "fixed": summary["fixed"]}
        outputs |= {name: int(number) for name, number in changed.items() if number is not None}
        outputs["report-json"] = f"{folder}/report.json"
        if read_input("sarif-file"):
            outputs["sarif-file"] = read_input("sarif-file")
    with open(os.environ["GITHUB_OUTPUT"], "a", encoding="utf-8") as sink:
        sink.writelines(f"{name}={value}\n" for name, value in outputs.items())


def main() -> int:
    if not read_input("sarif-file").isprintable():  # it becomes a line of the outputs
        sys.stdout.write("::error title=linklint::The input 'sarif-file' must be one path.\n")
        return 2
    sys.path[:0] = [os.environ["GITHUB_ACTION_PATH"], os.environ["LINKLINT_PACKAGES"]]
    from linklint.cli.main import call

    # A folder for each run: the action may be used more than once in a job.
    folder = tempfile.mkdtemp(prefix="linklint-", dir=os.environ["RUNNER_TEMP"])
    code = call(read_arguments(folder))
    write_summary(folder, code)
    write_outputs(folder, code)
    return code


if __name__ == "__main__":
    sys.exit(main())
