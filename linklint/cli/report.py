"""``linklint report``."""

from __future__ import annotations

import click

from linklint.app.reports import make
from linklint.cli.check import choose_rendering
from linklint.cli.output import tell, write_out
from linklint.report.sheets import KINDS, SHEET_FORMATS, SHOWN, lay_out
from linklint.workspace import read_environment, write_atomically


@click.command("report")
@click.argument("kind", type=click.Choice(KINDS), metavar="KIND")
@click.argument("path", required=False)
@click.option("--format", "name", type=click.Choice(list(SHEET_FORMATS)), default="text", show_default=True,
              help="How to write it; csv and json hold everything.")  # fmt: skip
@click.option("--output", metavar="PATH", help="Write to PATH instead of stdout.")
@click.option("--cluster", metavar="ID", help="Only this cluster.")
@click.option("--limit", type=click.IntRange(1), metavar="N",
              help="At most N rows of each table of text and markdown. Default: 20 pages of anchors, 10 rows of "
                   "equity, all of the others.")  # fmt: skip
@click.option("--config", metavar="FILE", help="Use this config and search for no other.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True,
              help="auto: as NO_COLOR and FORCE_COLOR say, else on a terminal.")  # fmt: skip
def report_command(
    kind: str,
    path: str | None,
    name: str,
    output: str | None,
    cluster: str | None,
    limit: int | None,
    config: str | None,
    color: str,
) -> int:
    """Tell about the whole site of PATH, else of the current folder.

    KIND is hub (every page with keyword, cluster, inlinks, priority and the pages it should link to), clusters (what
    each cluster promises, what of it holds, what to do next), anchors (with which words each page is linked) or equity
    (who has the link score, who lacks it, how it flows between clusters).
    """
    environment = read_environment()
    report, notices = make(kind, path, cluster, config, environment.cwd)
    rendering = choose_rendering(environment, "never" if output else color, quiet=False, verbose=False)
    text = SHEET_FORMATS[name](lay_out(report, limit or SHOWN.get(kind)), rendering)
    for notice in notices:
        tell(f"linklint: {notice}")
    if output:
        write_atomically(output, text.encode("utf-8", "backslashreplace"))
    else:
        write_out(text)
    return 0


COMMANDS = {"report": report_command}
