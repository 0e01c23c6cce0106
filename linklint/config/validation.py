"""A tree against a JSON Schema: every mistake at its own place, in words about what was found and what was expected."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from typing import Any, NamedTuple

from linklint.config.fitting import UnknownKeywordError, fits
from linklint.config.rule_schema import LEVEL_ALIASES
from linklint.config.schemas import schema
from linklint.data.suggest import closest, closest_hint
from linklint.data.tree import KeyPath, Tree
from linklint.errors import Problem

_OFF = 'did you mean "off"?'
_TYPES = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "array": "a list",
    "object": "a mapping",
    "null": "nothing",
}
OTHER_WORDS = {
    "articles": "spokes",
    "exclude": "ignore",
    "pages": "spokes",
    "pillar": "hub",
    "severity": "level",
}
"""What other tools and books call our keys."""
SHOWN = 3
"""Entries of a list that a text was meant to be."""


class Fault(NamedTuple):
    """One mistake in a tree's shape, and the key path of what is wrong. ``meant``: the known key that an unknown one
    was probably meant to be; ``word``: the allowed word that a misspelt one was."""

    keypath: KeyPath
    problem: Problem
    meant: str | None = None
    word: str | None = None


def find_faults(tree: Tree, schema_name: str) -> list[Fault]:
    """All mistakes by the schema of that name, at most one for each place, in the order of the schema's checks."""
    with suppress(UnknownKeywordError):
        if fits(tree.value, schema(schema_name), schema(schema_name)):
            return []
    faults: dict[tuple[str, int, int, KeyPath], Fault] = {}
    for error in _validator(schema_name).iter_errors(tree.value):
        for fault in _explain(error, tree):
            place = fault.problem
            # Without a line (a value of the command line) the key path has to tell places apart.
            key = (place.path, place.line, place.column, () if place.line else fault.keypath)
            faults.setdefault(key, fault)
    return list(faults.values())


@cache
def _validator(name: str) -> Any:
    # Imported here: it takes a tenth of a second. The empty registry keeps it from fetching anything.
    from jsonschema import Draft7Validator
    from referencing import Registry

    return Draft7Validator(schema(name), registry=Registry())


def _explain(error: Any, tree: Tree) -> Iterator[Fault]:
    path: KeyPath = tuple(error.absolute_path)
    if error.validator == "additionalProperties":
        yield from _explain_unknown_keys(path, error.instance, list(error.schema.get("properties", ())), tree)
    else:
        is_word = error.validator == "enum" and isinstance(error.instance, str)
        word = closest(error.instance, [str(choice) for choice in error.validator_value]) if is_word else None
        yield Fault(path, _explain_value(error, path, tree), word=word)


def _explain_value(error: Any, path: KeyPath, tree: Tree) -> Problem:
    title = _title(error.schema)
    expected = "text" if _says_its_name(title, path) else title
    found = error.instance
    limit = error.validator_value
    named = _name(path)
    match error.validator:
        case "required":
            missing = [name for name in limit if name not in found]
            told = " and no ".join(f'"{name}"' for name in missing)
            return tree.problem(path, f"{named} has no {told}", key=bool(path) and isinstance(path[-1], str))
        case "type":
            return tree.problem(path, f"{named} must be {expected}, found {describe(found)}", _repair_type(error))
        case "enum" | "const":
            allowed = limit if isinstance(limit, list) else [limit]
            return _explain_choice(path, found, allowed, title if isinstance(found, str) else expected, tree)
        case "minLength" if expected == "text":
            return tree.problem(path, f"{named} must not be empty")
        case "minItems" | "maxItems":
            return tree.problem(path, f"{named} must be {expected}, found {_count(found)}")
        case _:
            return tree.problem(path, f"{named} must be {expected}, found {describe(found)}")


def _explain_unknown_keys(path: KeyPath, found: Any, known: list[str], tree: Tree) -> Iterator[Fault]:
    for key in found:
        if key not in known:
            meant = closest(key, known) or (OTHER_WORDS[key] if OTHER_WORDS.get(key) in known else None)
            listed = f"known keys: {', '.join(known)}"
            if "switch-off" in known and not found.keys() & {"for", "require", "message"}:
                # This sets a rule that is defined elsewhere.
                listed = 'known keys: level, options; an option stands under "options"'
            hint = f'did you mean "{meant}"?' if meant else listed
            yield Fault((*path, key), tree.problem((*path, key), f'unknown key "{key}"', hint, key=True), meant)


def _explain_choice(path: KeyPath, found: Any, allowed: list[Any], expected: str, tree: Tree) -> Problem:
    names = [str(choice) for choice in allowed if choice not in LEVEL_ALIASES]
    listed = f"allowed: {', '.join(names)}"
    if not isinstance(found, str):
        hint = _OFF if found is False and "off" in names else listed
        return tree.problem(path, f"{_name(path)} must be {expected}, found {describe(found)}", hint)
    return tree.problem(path, f'"{_shorten(found)}" is not {expected}', closest_hint(found, names) or listed)


def _repair_type(error: Any) -> str:
    limit, found = error.validator_value, error.instance
    if "examples" in error.schema:
        return f"as in {error.schema['examples'][0]}"
    if found is False and "level" in _title(error.schema):
        return _OFF
    if limit == "array" and isinstance(found, str):
        parts = [found] if "{" in found else [part.strip() for part in found.split(",") if part.strip()]
        shown = [f'"{_shorten(part)}"' for part in parts[:SHOWN]]
        more = ", …" if len(parts) > SHOWN or error.schema.get("minItems", 0) > len(parts) else ""
        return f"write [{', '.join(shown)}{more}]"
    if limit == "array" and isinstance(found, dict) and "of" in found:
        return "members of a relation are asked for with some, every or none"
    if limit == "string" and isinstance(found, bool | int | float):
        return "put it in quotes"
    return ""


def describe(value: Any) -> str:
    """A value as messages call it: what it is, and itself when that is short."""
    match value:
        case None:
            return "nothing"
        case bool():
            return "true" if value else "false"
        case int() | float():
            return f"the number {value}"
        case str():
            return f'the text "{_shorten(value)}"' if value else "an empty text"
        case list():
            return "a list"
        case _:
            return "a mapping"


def _title(schema: Any) -> str:
    if "title" in schema:
        return str(schema["title"])
    kinds = schema.get("type", ())
    return " or ".join(_TYPES[kind] for kind in ([kinds] if isinstance(kinds, str) else kinds)) or "something else"


def _says_its_name(title: str, path: KeyPath) -> bool:
    """Whether the title only repeats the key, as "a keyword" for the value of ``keyword`` or an entry of ``keywords``:
    then it tells nothing to somebody who wrote something else there. All such values are texts."""
    key = next((part for part in reversed(path) if isinstance(part, str)), "")
    return title in (f"a {key}", f"an {key}", f"a {key.removesuffix('s')}", f"an {key.removesuffix('s')}")


def _name(path: KeyPath) -> str:
    """What the last key of a path calls its value."""
    named = next((part for part in reversed(path) if isinstance(part, str)), None)
    if named is None:
        return "this file"
    return f'"{named}"' if isinstance(path[-1], str) else f'this entry of "{named}"'


def _count(found: list[Any]) -> str:
    if not found:
        return "an empty list"
    return f"a list with {len(found)} entries" if len(found) > 1 else "a list with one entry"


def _shorten(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"
