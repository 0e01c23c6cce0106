"""``linklint rules``, ``linklint facts``, ``linklint schema``."""

from __future__ import annotations

import json

import click

from linklint.app import catalogues
from linklint.cli.output import show, write_out
from linklint.report.explain import layout_table


@click.command("rules")
def rules_command() -> int:
    """List the rules in the box, their levels in the packs, and what they judge."""
    rules = catalogues.list_rules()
    packs = sorted({pack for row in rules for pack in row.levels}, key=lambda pack: (pack != "recommended", pack))
    rows = [
        [row.rule.id, *(row.levels.get(pack, "-") for pack in packs), row.rule.subject, row.rule.message]
        for row in rules
    ]
    show(layout_table(rows, ["rule", *packs, "judges", "says"]))
    return 0


@click.command("facts")
@click.argument("subject", required=False)
@click.option("--relations", is_flag=True, help="Only the facts that lead to other subjects.")
def facts_command(subject: str | None, relations: bool) -> int:
    """List the facts that a rule may ask of a SUBJECT (page, link, cluster, …)."""
    rows = [
        [f"{kind}.{fact.name}", describe_type(fact.type.name, many=fact.type.many), fact.doc]
        for kind, fact in catalogues.list_facts(subject, relations_only=relations)
    ]
    show(layout_table(rows, ["fact", "type", "meaning"]))
    return 0


def describe_type(name: str, *, many: bool) -> str:
    return f"list of {name}" if many else name


@click.command("schema")
@click.argument("name", metavar="NAME", type=click.Choice(["config", "rules", "clusters", "json"]))
def schema_command(name: str) -> int:
    """Print a JSON Schema (draft-07). NAME: config, rules (a file of rules), clusters (a clusters file) or json (what
    `check --output json` writes)."""
    from linklint.config import schema

    write_out(json.dumps(schema(name), indent=2, ensure_ascii=False) + "\n")
    return 0


COMMANDS = {"rules": rules_command, "facts": facts_command, "schema": schema_command}
