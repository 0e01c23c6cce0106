"""Whatever a config says: it is accepted, or everything that is wrong with it is told."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from linklint.config.config_schema import CONFIG_SCHEMA
from linklint.config.rule_schema import RULE_PROPERTIES
from linklint.errors import UserError
from linklint.report.problems import render_problems
from tests.config.boxes import configure
from tests.examples import some

WORDS = [
    "a", "", "/", "**", "../x", "a.md", "{", "$page", "$options.max", "{path}", "page", "link", "off", "error", "max",
    "max-links", "no-words", "house/x", "title", "outlinks", "linklint:strict", "C:\\x", "\x7f", "'", "é", "#key",
]  # fmt: skip
OPERATIONS = ["all", "any", "not", "some", "every", "none", "count", "of", "where", "as", "eq", "in", "glob", "matches"]
SCALARS = st.sampled_from([None, True, False, 0, -1, 2.5, *WORDS])
CONDITIONS = st.recursive(
    SCALARS,
    lambda below: (
        st.lists(below, max_size=3)
        | st.dictionaries(st.sampled_from([*OPERATIONS, "title", "depth", "place", "inlinks.count"]), below, max_size=3)
    ),
    max_leaves=8,
)
ANYTHING = st.recursive(
    SCALARS,
    lambda below: st.lists(below, max_size=3) | st.dictionaries(st.sampled_from(WORDS), below, max_size=3),
    max_leaves=5,
)
RULES = st.fixed_dictionaries(
    {"for": st.sampled_from(["page", "link", "member", "site"]), "require": CONDITIONS, "message": ANYTHING},
    optional={
        key: CONDITIONS if key == "where" else ANYTHING
        for key in RULE_PROPERTIES
        if key not in ("for", "require", "message")
    },
)


def nearly(schema: Any) -> st.SearchStrategy[Any]:
    """Values of about the shape of a schema, any part of which may be something else."""
    if "properties" in schema:
        below = {key: nearly(value) for key, value in schema["properties"].items()}
        return st.fixed_dictionaries({}, optional=below) | ANYTHING
    if schema.get("type") == "array":
        return st.lists(nearly(schema.get("items", {})), max_size=3) | ANYTHING
    return ANYTHING


CONFIGS = st.tuples(
    nearly(CONFIG_SCHEMA), st.dictionaries(st.sampled_from(["house/x", "x", "no-words"]), RULES, max_size=2)
)


@settings(max_examples=some(150), deadline=None)
@given(CONFIGS)
def test_any_config(parts: tuple[Any, dict[str, Any]]) -> None:
    value, rules = parts
    if isinstance(value, dict) and rules:
        value["rules"] = rules
    # JSON is YAML, so the places are those of a real file.
    files = {".linklint.yml": json.dumps(value, indent=1), "a.md": "", "clusters.yml": json.dumps(value)}
    try:
        configure(files)
    except UserError as error:
        told = render_problems(error.problems)
    else:
        told = ""
    assert all(character == "\n" or character.isprintable() for character in told)
