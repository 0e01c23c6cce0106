"""Whether a value fits a JSON Schema, and nothing more: most configs do, and need not wait for jsonschema to load. What
is wrong with one that does not, jsonschema says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Schema = Mapping[str, Any]
Test = Callable[[Any, Any, Schema, Schema], bool]

TYPES: Mapping[str, Callable[[Any], bool]] = {
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: _is_number(value) and (isinstance(value, int) or value.is_integer()),
    "number": lambda value: _is_number(value),
    "boolean": lambda value: isinstance(value, bool),
    "array": lambda value: isinstance(value, list),
    "object": lambda value: isinstance(value, dict),
    "null": lambda value: value is None,
}


class UnknownKeywordError(Exception):
    """The schema asks for what is not known here."""


def fits(value: Any, schema: Schema, root: Schema) -> bool:
    """Whether the value is valid by draft-07 (https://json-schema.org/draft-07). ``root`` is what references begin in.
    Raises UnknownKeywordError."""
    if "$ref" in schema:  # what stands beside it does not count
        name = schema["$ref"].removeprefix("#/definitions/")
        if name not in root.get("definitions", {}):
            raise UnknownKeywordError(schema["$ref"])
        return fits(value, root["definitions"][name], root)
    for keyword, wanted in schema.items():
        test = TESTS.get(keyword)
        if test is None:
            raise UnknownKeywordError(keyword)
        if not test(value, wanted, schema, root):
            return False
    return True


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _has_type(value: Any, wanted: Any, schema: Schema, root: Schema) -> bool:
    return any(TYPES[name](value) for name in ([wanted] if isinstance(wanted, str) else wanted))


def _is_one_of(value: Any, wanted: Any, schema: Schema, root: Schema) -> bool:
    return any(isinstance(value, bool) == isinstance(each, bool) and value == each for each in wanted)


def _has_properties(value: Any, wanted: Any, schema: Schema, root: Schema) -> bool:
    return not isinstance(value, dict) or all(fits(value[name], wanted[name], root) for name in wanted if name in value)


def _has_further(value: Any, wanted: Any, schema: Schema, root: Schema) -> bool:
    if not isinstance(value, dict):
        return True
    further = value.keys() - schema.get("properties", {}).keys()
    return (
        not further if isinstance(wanted, bool) and not wanted else all(_fits(value[n], wanted, root) for n in further)
    )


def _fits(value: Any, wanted: bool | Schema, root: Schema) -> bool:
    return wanted if isinstance(wanted, bool) else fits(value, wanted, root)


def _chooses(value: Any, wanted: Any, schema: Schema, root: Schema) -> bool:
    return _fits(value, schema.get("then" if _fits(value, wanted, root) else "else", True), root)


def _is_told(value: Any, wanted: Any, schema: Schema, root: Schema) -> bool:
    """Of what says nothing by itself."""
    return True


TESTS: Mapping[str, Test] = {
    **dict.fromkeys(
        ("$schema", "default", "definitions", "description", "else", "examples", "then", "title"), _is_told
    ),
    "type": _has_type,
    "enum": _is_one_of,
    "required": lambda value, wanted, *_: not isinstance(value, dict) or all(name in value for name in wanted),
    "properties": _has_properties,
    "additionalProperties": _has_further,
    "items": lambda value, wanted, schema, root: (
        not isinstance(value, list) or all(_fits(each, wanted, root) for each in value)
    ),
    "minItems": lambda value, wanted, *_: not isinstance(value, list) or len(value) >= wanted,
    "maxItems": lambda value, wanted, *_: not isinstance(value, list) or len(value) <= wanted,
    "minLength": lambda value, wanted, *_: not isinstance(value, str) or len(value) >= wanted,
    "minimum": lambda value, wanted, *_: not _is_number(value) or not value < wanted,  # also of NaN, as there
    "exclusiveMaximum": lambda value, wanted, *_: not _is_number(value) or not value >= wanted,
    "if": _chooses,
}
