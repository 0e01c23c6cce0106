"""``linklint diff``."""

from __future__ import annotations

from collections.abc import Callable

import click

from linklint.app.check import check
from linklint.app.request import Request
from linklint.cli.check import choose_rendering, configuration_options
from linklint.cli.output import write_out
from linklint.model.finding import Report
from linklint.report import Rendering
from linklint.report.effect_text import write_effect_markdown, write_effect_text
from linklint.report.effects import write_effect_json
from linklint.workspace import read_environment, write_atomically

FORMATS: dict[str, Callable[[Report, Rendering], str]] = {
    "text": write_effect_text,
    "markdown": write_effect_markdown,
    "json": lambda report, _: write_effect_json(report),
}


@click.command("diff")
@click.argument("base")
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option("--format", "name", type=click.Choice(list(FORMATS)), default="text", show_default=True,
              help="How to write it.")  # fmt: skip
@click.option("--output", metavar="PATH", help="Write to PATH instead of stdout.")
@configuration_options
def diff_command(
    base: str,
    paths: tuple[str, ...],
    name: str,
    output: str | None,
    config: str | None,
    rules: tuple[str, ...],
    skip: tuple[str, ...],
    assignments: tuple[tuple[str, str], ...],
    framework: str | None,
) -> int:
    """Tell what was done to the site since the commit BASE: pages and links that came, went or were renamed, orphans,
    clicks from the home page, link scores, clusters and findings. BASE may be auto, as with --since."""
    environment = read_environment()
    request = Request(
        paths,
        config,
        rules,
        skip,
        assignments,
        framework,
        since=base,
        variables=environment.variables,
        tell_effect=True,
    )
    text = FORMATS[name](
        check(request, environment.cwd), choose_rendering(environment, "auto", quiet=False, verbose=False)
    )
    if output:
        write_atomically(output, text.encode("utf-8", "backslashreplace"))
    else:
        write_out(text)
    return 0


COMMANDS = {"diff": diff_command}
