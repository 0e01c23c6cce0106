"""``linklint init``."""

from __future__ import annotations

import click

from linklint.app.init import start
from linklint.cli.output import show
from linklint.workspace import read_environment


@click.command("init")
@click.option(
    "--baseline", is_flag=True, help="Also write today's findings to a baseline, so that only new ones speak."
)
def init_command(baseline: bool) -> int:
    """Write a short .linklint.yml, propose clusters, and print what to add to pre-commit and to GitHub Actions."""
    begun = start(read_environment().cwd, baseline=baseline)
    show(f"Wrote {begun.path}:\n\n{indent(begun.text)}\n")
    if begun.proposed is None:
        show(f"{begun.clusters_path} is there already; it stays as it is.\n\n")
    elif begun.proposed:
        count = "1 cluster" if begun.proposed == 1 else f"{begun.proposed} clusters"
        show(f"Wrote {begun.clusters_path}, which proposes {count}; nothing reads it until the config names it.\n\n")
    if begun.baselined is None:
        show("`linklint baseline` keeps today's findings quiet, if there are too many to mend at once.\n\n")
    else:
        show(f"Wrote a baseline of {begun.baselined} findings.\n\n")
    show(f"For pre-commit, in .pre-commit-config.yaml:\n\n{indent(begun.pre_commit)}\n")
    show(f"For GitHub Actions, in .github/workflows/linklint.yml:\n\n{indent(begun.workflow)}")
    return 0


def indent(text: str) -> str:
    return "".join(f"    {line}\n" if line else "\n" for line in text.splitlines())


COMMANDS = {"init": init_command}
