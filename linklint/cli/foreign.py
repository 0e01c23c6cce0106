"""What options of other linters are called here: ruff, ESLint, rumdl, markdownlint, Vale and lychee have names that
hands write by themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import click

Choice = tuple[str, str]
OUTPUT: Choice = ("--output", "Write --output FORMAT[=PATH], as in --output json.")
FORMAT: Choice = ("--format", "Write --format FORMAT.")
FILE: Choice = ("--output", "Write --output PATH.")
SKIP: Choice = ("--skip", "Write --skip ID to leave a rule out; in the config it is `rules: {ID: off}`.")
ONLY: Choice = ("--rule", "Write --rule ID to run exactly this rule; the config adds one with `rules: {ID: warning}`.")
FILES: Choice = ("--set", "Files are left out by `ignore: [GLOB]` in the config, or by --set 'ignore=[GLOB]'.")
FILES_ANYWHERE: Choice = ("", "Files are left out by `ignore: [GLOB]` in the config.")
FAIL: Choice = ("--fail-on", "Write --fail-on warning to fail for warnings as well, --fail-on never to end with 0.")
LEVEL: Choice = ("--min-level", "Write --min-level error to see errors alone.")
SINCE: Choice = ("--since", "Write --since REV --scope new to see what is new since a commit.")
CONFIG: Choice = ("--config", "Write --config FILE.")
JOBS: Choice = ("--jobs", "Write --jobs N.")
NO_FIX: Choice = ("", "linklint changes no page; its findings say what to write instead where that can be known.")

FOREIGN: Mapping[str, Sequence[Choice]] = {
    **dict.fromkeys(("--format", "--formatter", "--output-format", "--reporter", "-f"), (FORMAT, OUTPUT)),
    **dict.fromkeys(("--output-file", "-o"), (("--format", FILE[1]), OUTPUT)),
    **dict.fromkeys(("--disable", "--extend-ignore"), (SKIP,)),
    "--ignore": (("--skip", f"{SKIP[1]} {FILES[1]}"), FILES_ANYWHERE),
    **dict.fromkeys(("--select", "--enable", "--extend-select", "--extend-enable", "--only", "--rules"), (ONLY,)),
    **dict.fromkeys(
        ("--exclude", "--extend-exclude", "--exclude-path", "--ignore-path", "--ignore-pattern"),
        (FILES, FILES_ANYWHERE),
    ),
    **dict.fromkeys(("--fix", "--fix-dry-run", "--fix-only", "--unsafe-fixes"), (NO_FIX,)),
    **dict.fromkeys(("--exit-zero", "--max-warnings", "--no-exit"), (FAIL,)),
    **dict.fromkeys(("--errors-only", "--level", "--minAlertLevel", "--severity"), (LEVEL,)),
    **dict.fromkeys(("--base", "--changed", "--changed-since", "--new-from-rev"), (SINCE,)),
    **dict.fromkeys(("--config-file", "-c"), (CONFIG,)),
    **dict.fromkeys(("--threads", "--workers", "-j"), (JOBS,)),
    "--no-color": (("--color", "Write --color never."),),
    "--no-inline-config": (("--no-suppressions", "Write --no-suppressions to see what directives keep quiet."),),
    "--stdin": (
        ("--stdin-filename", "Write - as PATH and --stdin-filename FILE to have a file's text read from stdin."),
    ),
    "--init": (("", "`linklint init` writes a first config."),),
    "--list-rules": (("", "`linklint rules` lists the rules."),),
    "--version": (("", "`linklint --version` tells the version."),),
    "--offline": (("", "linklint is always offline."),),
}
"""Option → what there is instead: an option of ours and a sentence, the first whose option the command has. A sentence
without an option goes with any command."""


def say_instead(error: click.UsageError) -> str:
    """The sentence about an option that others have; empty where the mistake is another one."""
    if not isinstance(error, click.NoSuchOption) or error.ctx is None:
        return ""
    ours = {name for parameter in error.ctx.command.params for name in parameter.opts}
    choices = FOREIGN.get(error.option_name, ())
    return next((sentence for option, sentence in choices if not option or option in ours), "")
