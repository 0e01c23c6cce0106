"""``linklint config``."""

from __future__ import annotations

import click

from linklint.app.effective import list_effective
from linklint.cli.output import show
from linklint.report.explain import layout_table, shorten, summarise_value
from linklint.workspace import read_environment


@click.command("config")
@click.argument("file", required=False)
@click.option("--config", metavar="FILE", help="Use this config and search for no other.")
def config_command(file: str | None, config: str | None) -> int:
    """Show what is in force (for FILE, when given): the sites found and why, every setting and where it was said."""
    frameworks, rows = list_effective(file, config, read_environment().cwd)
    sites = [[site.name, site.root or ".", site.reason] for site in frameworks]
    show(layout_table(sites, ["framework", "folder", "why"]) + "\n")
    settings = [[row.key, shorten(summarise_value(row.value)), row.origin] for row in rows]
    show(layout_table(settings, ["setting", "value", "said in"]))
    return 0


COMMANDS = {"config": config_command}
