"""``linklint graph``."""

from __future__ import annotations

import click

from linklint.app.check import run
from linklint.app.graph_tables import make_tables
from linklint.app.request import Request
from linklint.cli.output import write_out
from linklint.report.graphs import GRAPH_FORMATS
from linklint.workspace import read_environment, write_atomically


@click.command("graph")
@click.argument("path", required=False)
@click.option("--format", "name", type=click.Choice(list(GRAPH_FORMATS)), default="json", show_default=True,
              help="How to write it.")  # fmt: skip
@click.option("--table", type=click.Choice(["pages", "links"]), help="Which table csv writes. Default: links.")
@click.option("--output", metavar="PATH", help="Write to PATH instead of stdout.")
@click.option("--config", metavar="FILE", help="Use this config and search for no other.")
def graph_command(path: str | None, name: str, table: str | None, output: str | None, config: str | None) -> int:
    """Print the link graph of the repository that holds PATH, else of the current folder's: always the whole of it."""
    if table is not None and name != "csv":
        raise click.UsageError(f"--table is for --format csv, and this is {name}")
    finished = run(Request((path,) if path else (), config), read_environment().cwd)
    text = GRAPH_FORMATS[name](make_tables(finished.journey.world), table or "links")
    if output:
        write_atomically(output, text.encode("utf-8", "backslashreplace"))
    else:
        write_out(text)
    return 0


COMMANDS = {"graph": graph_command}
