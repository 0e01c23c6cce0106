"""``linklint config``."""

from __future__ import annotations

import click

from linklint.app.effective import describe_configuration
from linklint.cli.output import write_out
from linklint.workspace import read_environment


@click.command("config")
@click.argument("file", required=False)
@click.option("--config", metavar="FILE", help="Use this config and search for no other.")
def config_command(file: str | None, config: str | None) -> int:
    """Show the settings in force (for FILE, when given) and the line that each of them comes from."""
    write_out(describe_configuration(file, config, read_environment().cwd))
    return 0


COMMANDS = {"config": config_command}
