"""The JSON Schemas that ``linklint schema NAME`` prints, so that editors complete and check the files."""

from __future__ import annotations

from collections.abc import Mapping

from linklint.config.config_schema import CLUSTERS_SCHEMA, CONFIG_SCHEMA
from linklint.config.report_schema import REPORT_SCHEMA
from linklint.config.rule_schema import RULES_SCHEMA, Schema
from linklint.data.suggest import closest_hint
from linklint.errors import Problem, UserError

SCHEMAS: Mapping[str, Schema] = {
    "config": CONFIG_SCHEMA,
    "rules": RULES_SCHEMA,
    "clusters": CLUSTERS_SCHEMA,
    "json": REPORT_SCHEMA,
}


def schema(name: str) -> Schema:
    """The JSON Schema (draft-07) of that name. Raises ``UserError`` when there is none."""
    found = SCHEMAS.get(name)
    if found is None:
        hint = closest_hint(name, SCHEMAS) or f"there are: {', '.join(SCHEMAS)}"
        raise UserError(Problem(f'there is no schema "{name}"', hint=hint))
    return found
