"""The generated page of all keys of a config, from its JSON Schema. Markdown, the same every time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from linklint.report.explain import summarise_value
from linklint.report.markdown import write_code, write_table

Schema = Mapping[str, Any]

NAMED = re.compile(r"a mapping from (\w+)")
REFERENCE = "#/definitions/"
SHAPES = ("then", "else")
ELSEWHERE = frozenset({"condition"})
"""What docs/own-rules.md tells in words."""
INTRODUCTION = """\
All of it is optional. The config is `.linklint.yml`, or `[tool.linklint]` in `pyproject.toml`, and is searched from the
first path up to the top of the repository; the folder that it stands in is the site. `linklint config` shows what is in
force and where each value comes from, `linklint schema config` prints the schema for an editor, and `--set KEY=VALUE`
sets a value for one run. A word in capitals stands for a name, `[]` for each entry of a list.
"""


class Key(NamedTuple):
    """One key: its dotted name below the key at the top, and what the schema says of its value."""

    name: str
    schema: Schema


def config_page(schema: Schema) -> str:
    """The page: the keys at the top, then those inside of each."""
    return "\n".join(_lay_out(schema))


def list_keys(schema: Schema, root: Schema, name: str = "", inside: frozenset[str] = ELSEWHERE) -> Iterator[Key]:
    """All keys below a value of that schema, each followed by those below it. ``inside``: the definitions that it
    stands in, or that are told elsewhere."""
    reference = name_definition(schema)
    if reference in inside:
        return
    if reference:
        yield from list_keys(root["definitions"][reference], root, name, inside | {reference})
        return
    for key, value in schema.get("properties", {}).items():
        path = f"{name}.{key}" if name else key
        yield Key(path, value)
        yield from list_keys(value, root, path, inside)
    further = schema.get("additionalProperties")
    if isinstance(further, Mapping):
        named = NAMED.match(schema.get("title", ""))
        placeholder = named[1].upper() if named else "NAME"
        yield from list_keys(further, root, f"{name}.{placeholder}" if name else placeholder, inside)
    if "items" in schema:
        yield from list_keys(schema["items"], root, f"{name}[]", inside)
    for shape in SHAPES:
        if shape in schema:
            yield from list_keys(schema[shape], root, name, inside)


def name_definition(schema: Schema) -> str:
    """The definition that the schema refers to; empty: none."""
    reference: str = schema.get("$ref", "")
    return reference.removeprefix(REFERENCE)


def _lay_out(schema: Schema) -> Iterator[str]:
    yield "<!-- Generated from the descriptions in the config's JSON Schema; edit those. -->\n"
    yield "# Config\n"
    yield INTRODUCTION
    keys = list(list_keys({"properties": schema["properties"]}, schema))
    yield _write_keys((key for key in keys if key.name in schema["properties"]), schema)
    for top in schema["properties"]:
        below = [key for key in keys if re.match(re.escape(top) + r"[.\[]", key.name)]
        if below:
            yield f"## {top}\n"
            yield _write_keys(below, schema)


def _write_keys(keys: Iterable[Key], root: Schema) -> str:
    rows = []
    for key in keys:
        said = {**root["definitions"].get(name_definition(key.schema), {}), **key.schema}
        default = write_code(summarise_value(said["default"])) if "default" in said else ""
        rows.append((write_code(key.name), _say_value(said), default, said["description"]))
    return write_table(("key", "value", "default", "meaning"), rows)


def _say_value(schema: Schema) -> str:
    return ", ".join(map(write_code, schema["enum"])) if "enum" in schema else schema["title"]
