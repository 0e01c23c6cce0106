"""``linklint baseline``."""

from __future__ import annotations

import click

from linklint.app.baseline import prune_baseline, write_baseline
from linklint.app.request import Request
from linklint.cli.check import configuration_options
from linklint.cli.output import tell
from linklint.workspace import read_environment


@click.command("baseline")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--prune", is_flag=True, help="Only take out what no longer exists; add nothing.")
@configuration_options
def baseline_command(
    paths: tuple[str, ...],
    prune: bool,
    config: str | None,
    rules: tuple[str, ...],
    skip: tuple[str, ...],
    assignments: tuple[tuple[str, str], ...],
    framework: str | None,
) -> int:
    """Write today's findings to the baseline: from now on only new and worse ones are shown.

    The file is the config's `baseline`, else `.linklint-baseline.jsonl` at the top; name it in the config to use it.
    With --rule only the entries of that rule are written anew, with PATH only those of that file or folder.
    """
    environment = read_environment()
    request = Request(paths, config, rules, skip, assignments, framework)
    if prune:
        path, left, gone = prune_baseline(request, environment.cwd)
        tell(f"linklint: took {gone} finding{'s' * (gone != 1)} out of {path}; {left} left")
        return 0
    path, count, configured = write_baseline(request, environment.cwd)
    tell(f"linklint: wrote {count} finding{'s' * (count != 1)} to {path}")
    if not configured:
        tell(
            f"linklint: add `baseline: {path}` to .linklint.yml so that `linklint check` uses it,\n"
            f"linklint: and `{path} merge=union` to .gitattributes so that branches merge without conflicts"
        )
    return 0


COMMANDS = {"baseline": baseline_command}
