"""``linklint cache``."""

from __future__ import annotations

import click

from linklint.app.caching import clear_cache, describe_cache
from linklint.cli.output import write_out
from linklint.workspace import read_environment


@click.command("cache")
@click.option("--clear", is_flag=True, help="Delete the cache.")
def cache_command(clear: bool) -> int:
    """Tell where the cache of this repository is and how much it holds.

    It keeps what was parsed, by content, and what the last runs said. It can be deleted at any time.
    """
    cwd = read_environment().cwd
    write_out((clear_cache if clear else describe_cache)(cwd) + "\n")
    return 0


COMMANDS = {"cache": cache_command}
