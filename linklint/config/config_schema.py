"""JSON Schema (draft-07) of ``.linklint.yml`` and of the clusters file; see ``rule_schema`` for how it is written."""

from __future__ import annotations

from linklint.config.rule_schema import DEFINITIONS, EXTENDS, LEVEL, RULES, Schema, list_of, mapping, text
from linklint.model.settings import COMBINATIONS

WORDS = ("cluster", "role", "keyword", "stage", "audience", "priority")
"""Words of linklint that front matter may use, under other keys if ``front_matter`` says so."""

PATH = text("a path")
PATHS = list_of(PATH, "a list of paths")
GLOB = text("a glob")

_SPOKE = {
    "title": "a page (a path, a /url/ or a glob), or a mapping with page",
    "type": ["string", "object"],
    "minLength": 1,
    "if": {"type": "object"},
    "then": mapping(
        {
            "page": text("a path, a /url/ or a glob"),
            "role": text("a role"),
            "keyword": text("a keyword"),
            "stage": text("a stage"),
        },
        required=["page"],
    ),
}
_CLUSTER = mapping(
    {
        "hub": text("a path or a /url/", "The hub: a path from the repository's top, or a /url/."),
        "spokes": list_of(_SPOKE, "a list of pages", "Paths, /urls/ and globs; a glob never matches the hub."),
        "keyword": text("a keyword", "What the hub should rank for."),
        "related": list_of(
            list_of(text("a path or a /url/"), "a pair of pages", minItems=2, maxItems=2),
            "a list of pairs",
            "Pairs of pages that should link each other.",
        ),
        "planned": list_of(PATH, "a list of paths", "Pages still to be written; links to them are not broken."),
        "require": {
            "title": "a mapping from role to number",
            "type": "object",
            "additionalProperties": {"title": "a whole number from 0", "type": "integer", "minimum": 0},
            "description": "At least so many members of each role.",
        },
    },
    "a cluster (a mapping with hub and spokes)",
    required=["hub"],
)
_CLUSTERS: Schema = {
    "title": "a mapping from cluster name to cluster",
    "type": "object",
    "additionalProperties": {"$ref": "#/definitions/cluster"},
}

_ROLE = mapping(
    {
        "links_to": {
            "title": "a mapping from role to required, allowed or forbidden",
            "type": "object",
            "additionalProperties": {"title": "a duty", "enum": ["required", "allowed", "forbidden"]},
        }
    },
    'a mapping with "links_to"',
)
_SITE = mapping(
    {
        "framework": text("the name of a framework", "auto, or the name of a profile such as plain."),
        "content": list_of(text("a folder"), "a list of folders", "Where the pages are; the profile decides if empty."),
        "url": text("a URL such as https://example.com", "Links to this host are internal."),
        "hosts": list_of(text("a host name"), "a list of host names", "Further own hosts."),
        "roots": list_of(text("a path or a /url/"), "a list of paths and /urls/", "Where visits start."),
        "related_headings": list_of(text("a heading"), "a list of headings", "Sections that only list related pages."),
        "languages": list_of(text("a language code"), "a list of language codes"),
    }
)
_OVERRIDE = mapping(
    {
        "files": list_of(GLOB, "a list of globs", minItems=1),
        "rules": {
            "title": "a mapping from rule id to level or options",
            "type": "object",
            "additionalProperties": {"$ref": "#/definitions/setting"},
        },
    },
    "a mapping with files and rules",
    required=["files", "rules"],
)
_SETTING = {
    "title": "a level, or a mapping with level and options",
    "type": ["string", "object"],
    "if": {"type": "string"},
    "then": LEVEL,
    "else": mapping({"level": LEVEL, "options": {"title": "a mapping", "type": "object"}}),
}

_COLUMN = {
    "title": "the name of a column, or a mapping with column",
    "type": ["string", "object"],
    "minLength": 1,
    "if": {"type": "object"},
    "then": mapping(
        {
            "column": text("the name of a column"),
            "combine": {
                "title": "a way to combine rows",
                "enum": list(COMBINATIONS),
                "description": "What several rows of one page come to. mean is weighted by the column impressions, "
                "where there is one. Default: mean for percentages and for columns named position, ctr, rate or "
                "share, else sum for numbers and first for texts.",
            },
        },
        required=["column"],
    ),
}
_TABLE = mapping(
    {
        "file": text(
            "the path of a CSV file", "From this config: comma, semicolon or tab; the first line names columns."
        ),
        "key": text("the name of a column", "The column that holds the page's address: a URL, a /path/ or a file."),
        "columns": {
            "title": "a mapping from fact to column",
            "type": "object",
            "additionalProperties": _COLUMN,
            "description": "fact: column. All columns, their names in lower case with _, when absent.",
        },
        "decimal": {"title": "a decimal sign", "enum": [".", ","], "description": "What parts 12 from the .5 of 12.5."},
    },
    "a mapping with file and key",
    required=["file", "key"],
)

CONFIG_SCHEMA: Schema = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    **mapping(
        {
            "extends": EXTENDS,
            "site": _SITE,
            "clusters": {
                "title": "the path of a clusters file, or a mapping of clusters",
                "type": ["string", "object"],
                "if": {"type": "object"},
                "then": _CLUSTERS,
                "else": {"title": "a path", "minLength": 1},
            },
            "roles": {
                "title": "a mapping from role to links_to",
                "type": "object",
                "additionalProperties": _ROLE,
            },
            "stages": list_of(text("a stage"), "a list of stages", "In the order of the journey."),
            "rules": RULES,
            "overrides": list_of(_OVERRIDE, "a list of overrides", "For the subject's own file; the last one wins."),
            "ignore": list_of(GLOB, "a list of globs", "Files that are no pages and are not linted."),
            "external_prefixes": list_of(
                text("a URL path"), "a list of URL paths", "Published from elsewhere: cannot be verified here."
            ),
            "orphans_ok": list_of(GLOB, "a list of globs", "Pages that are orphans on purpose."),
            "baseline": text("a path", "Known findings that are kept quiet."),
            "score": mapping(
                {
                    "damping": {
                        "title": "a number from 0 to below 1",
                        "type": "number",
                        "minimum": 0,
                        "exclusiveMaximum": 1,
                    },
                    "nofollow": {"title": "a way to score nofollow", "enum": ["spread", "evaporate", "drop", "keep"]},
                    "teleport": text(
                        "a fact such as data.backlinks.links",
                        "Where visits begin: one on each page, and so many more as this column of data says.",
                    ),
                }
            ),
            "data": {
                "title": "a mapping from name to data file",
                "type": "object",
                "additionalProperties": _TABLE,
                "description": "CSV files about pages: search, analytics, backlinks. Rules ask for data.NAME.FACT.",
            },
            "suppressions": mapping({"require-reason": {"title": "true or false", "type": "boolean"}}),
            "front_matter": mapping(
                {word: text("a front matter key") for word in WORDS}
                | {
                    "required": list_of(
                        text("a front matter key"), "a list of front matter keys", "Keys that every page must have."
                    )
                }
            ),
        },
        title="a config (a mapping)",
    ),
    "definitions": {**DEFINITIONS, "cluster": _CLUSTER, "setting": _SETTING},
}

CLUSTERS_SCHEMA: Schema = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    **_CLUSTERS,
    "definitions": {"cluster": _CLUSTER},
}
