"""``linklint explain``."""

from __future__ import annotations

import click

from linklint.app.catalogues import find_rule
from linklint.app.explain import explain_page, explain_path
from linklint.cli.output import show
from linklint.report.explain import layout_rule
from linklint.report.page_view import layout_page, layout_steps
from linklint.workspace import read_environment


@click.command("explain")
@click.argument("name", metavar="RULE|PAGE")
@click.argument("target", metavar="[PAGE]", required=False)
@click.option("--config", metavar="FILE", help="Use this config and search for no other.")
def explain_command(name: str, target: str | None, config: str | None) -> int:
    """Explain a rule, a page, or the way from one page to another."""
    cwd = read_environment().cwd
    if target is not None:
        source, end, steps = explain_path(name, target, cwd, config)
        if steps is None:
            show(f"no path of links leads from {source.path} to {end.path}\n")
        else:
            show(layout_steps(steps) if steps else f"  {source.path} is the same page\n")
        return 0
    found = find_rule(name, cwd, config)
    show(layout_rule(*found) if found else layout_page(explain_page(name, cwd, config)))
    return 0


COMMANDS = {"explain": explain_command}
