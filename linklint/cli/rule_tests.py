"""``linklint test-rules``."""

from __future__ import annotations

import click

from linklint.app.rule_tests import test_rules
from linklint.cli.output import show, tell
from linklint.report.wording import count
from linklint.workspace import read_environment


@click.command("test-rules")
@click.argument("files", nargs=-1, metavar="[FILE]...")
@click.option("--mutate", is_flag=True, help="Also show that no condition and no number can change unnoticed.")
@click.option("-q", "--quiet", is_flag=True, help="Only failures and the last line.")
def test_rules_command(files: tuple[str, ...], mutate: bool, quiet: bool) -> int:
    """Run the examples that rules carry: of FILEs, else of the config's own rules and the box."""
    results = test_rules(files, read_environment().cwd, mutate=mutate)
    for result in results:
        if result.failures:
            show("\n".join(result.failures))
        elif not quiet:
            show(f"ok  {result.rule}  {count(result.examples, 'example')}{result.mutants_text}")
    failed = sum(bool(result.failures) for result in results)
    examples = sum(result.examples for result in results)
    tell(f"{count(len(results), 'rule')}, {count(examples, 'example')}, {failed} failed")
    return int(failed > 0)


COMMANDS = {"test-rules": test_rules_command}
