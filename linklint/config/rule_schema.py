"""JSON Schema (draft-07) of rules. Titles say what a value is, with its article: error messages are made of them.

No ``pattern`` is used (it would run Python's ``re`` on the user's text), and no ``oneOf`` or ``anyOf``, whose errors
cannot say what is wrong: where a value has two shapes, ``if`` asks for its type.
"""

from __future__ import annotations

from typing import Any

from linklint.model.rule import ABOUT, LEVELS, SUBJECTS

Schema = dict[str, Any]

LEVEL_ALIASES = {"warn": "warning", "info": "notice"}
"""Spellings of other linters that are read, and never written."""


def list_of(item: Schema, title: str, description: str = "", **more: Any) -> Schema:
    """Schema of a list."""
    schema: Schema = {"title": title, "type": "array", "items": item, **more}
    return {**schema, "description": description} if description else schema


def mapping(properties: Schema, title: str = "a mapping", description: str = "", **more: Any) -> Schema:
    """Schema of a mapping with known keys and no others."""
    more = {**more, "description": description} if description else more
    return {"title": title, "type": "object", "properties": properties, "additionalProperties": False, **more}


def text(title: str = "text", description: str = "", **more: Any) -> Schema:
    """Schema of a text that is not empty."""
    schema: Schema = {"title": title, "type": "string", "minLength": 1, **more}
    return {**schema, "description": description} if description else schema


CONDITION: Schema = {"$ref": "#/definitions/condition"}
QUANTIFIER: Schema = {"$ref": "#/definitions/quantifier"}
LEVEL: Schema = {"$ref": "#/definitions/level"}
RULE: Schema = {"$ref": "#/definitions/rule"}
RULES: Schema = {"$ref": "#/definitions/rules"}
EXTENDS: Schema = {"$ref": "#/definitions/extends"}

_EXAMPLE = mapping(
    {
        "name": text(description="What the example shows."),
        "files": {
            "title": "a mapping from path to text",
            "type": "object",
            "additionalProperties": {"title": "the text of a file, or null", "type": ["string", "null"]},
            "description": "The repository: path → text; null deletes a file of base.",
        },
        "config": {"title": "a mapping", "type": "object", "description": "The .linklint.yml of the example."},
        "base": {
            "title": "a mapping from path to text",
            "type": "object",
            "additionalProperties": {"title": "the text of a file", "type": "string"},
            "description": "The repository before the change.",
        },
        "untracked": list_of(text("a path"), "a list of paths", "Files that git does not track."),
        "expect": list_of(
            text('a place such as "a.md:3"'),
            'a list of places such as "a.md:3"',
            "Every finding, as path:line or path:line:column; none when absent.",
        ),
    },
    "an example (a mapping with name and files)",
    required=["name", "files"],
)

_RELATED = {
    "title": 'a reference such as "$link.target", or a mapping with "of"',
    "type": ["string", "object"],
    "if": {"type": "object"},
    "then": mapping(
        {
            "of": text("a relation", "What leads to the places, such as `inlinks`."),
            "where": {**CONDITION, "description": "Which of them are shown; all when absent."},
            "message": text(description="What is told of each, with its facts in braces."),
        },
        required=["of"],
    ),
}

RULE_PROPERTIES: Schema = {
    "for": {
        "title": "a subject of rules",
        "enum": list(SUBJECTS),
        "description": "What the rule judges: it is asked once for each.",
    },
    "level": LEVEL,
    "options": {
        "title": "a mapping",
        "type": "object",
        "description": "Values that a config may change. NAME+ adds to a list, NAME- removes from it.",
    },
    "where": {**CONDITION, "description": "Which subjects are judged; all when absent."},
    "require": {**CONDITION, "description": "What must hold; the rule speaks where it does not."},
    "message": text(description="What is told, with facts in braces."),
    "help": text(description="The way out."),
    "why": text(description="Why it matters."),
    "source": text(description="Where the advice comes from."),
    "switch-off": text(description="When to switch the rule off."),
    "measure": text("a fact", "The number that makes a known finding worse."),
    "at": text('a reference such as "$member.cluster.hub"', "The subject that is shown instead of the rule's own."),
    "about": {
        "title": "link or destination",
        "enum": list(ABOUT),
        "description": "Of a rule for links: destination, where the remedy is to write another one. Links that share "
        "the definition of a reference are then told once, at the definition.",
        "default": "link",
    },
    "related": list_of(_RELATED, "a list of references", "Further places to show."),
    "supersedes": list_of(
        text("a rule id"), "a list of rule ids", "Rules whose findings about the same subject it takes the place of."
    ),
    "examples": list_of(_EXAMPLE, "a list of examples", "Tests and documentation of the rule."),
}
SETTING_KEYS = frozenset({"level", "options"})
"""What may be said of a rule that is defined elsewhere. Any other key defines a rule."""

DEFINITIONS: Schema = {
    "level": {
        "title": "a level",
        "enum": [*LEVELS, *LEVEL_ALIASES],
        "description": "error fails the run; off switches the rule off.",
    },
    "condition": {
        "title": "a condition (a mapping)",
        "type": "object",
        "properties": {
            "all": list_of(CONDITION, "a list of conditions"),
            "any": list_of(CONDITION, "a list of conditions"),
            "not": CONDITION,
            "some": QUANTIFIER,
            "every": QUANTIFIER,
            "none": QUANTIFIER,
            "count": {"title": 'a mapping with "of"', "type": "object"},
        },
        "description": "fact: value, or fact: {operator: value}; all of them must hold.",
    },
    "quantifier": {
        "title": 'a mapping with "of" and "where"',
        "type": "object",
        "properties": {"of": text("a relation"), "where": CONDITION, "as": text("a name")},
    },
    "rule": {
        "title": "a level (error, warning, notice or off) or a mapping",
        "type": ["string", "object"],
        "if": {"type": "string"},
        "then": LEVEL,
        "else": mapping(RULE_PROPERTIES),
    },
    "rules": {"title": "a mapping from rule id to rule", "type": "object", "additionalProperties": RULE},
    "extends": {
        "title": "a list of packs and rules files",
        "type": ["array", "string"],
        "items": text('a pack such as "linklint:recommended", or the path of a rules file'),
        "description": "Packs, and files of rules relative to this one; later ones win. They take the place of the "
        "pack that holds without them.",
        "default": ["linklint:recommended"],
    },
}

RULES_SCHEMA: Schema = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "title": "linklint rules",
    "type": "object",
    "properties": {"extends": EXTENDS, "rules": RULES},
    "additionalProperties": RULE,
    "definitions": DEFINITIONS,
}
