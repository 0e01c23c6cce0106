"""JSON Schema (draft-07) of ``.linklint.yml`` and of the clusters file; see ``rule_schema`` for how it is written."""

from __future__ import annotations

from linklint.config.rule_schema import (
    DEFINITIONS,
    EXTENDS,
    LEVEL,
    RULE_PROPERTIES,
    RULES,
    Schema,
    list_of,
    mapping,
    text,
)
from linklint.model.settings import COMBINATIONS, ScoreSettings, Settings, SiteSettings

WORDS = {
    "cluster": "The cluster that a page belongs to.",
    "role": "What the page is to it: hub, spoke, or a role of your own.",
    "keyword": "What the page is to be found for.",
    "stage": "Where it stands on the reader's journey.",
    "audience": "Whom it is for.",
    "priority": "How much it matters, such as high.",
}
"""Words of linklint that front matter may use, under other keys if ``front_matter`` says so, and what they say."""

PATH = text("a path")
GLOB = text("a glob")

_SPOKE = {
    "title": "a page (a path, a /url/ or a glob), or a mapping with page",
    "type": ["string", "object"],
    "minLength": 1,
    "if": {"type": "object"},
    "then": mapping(
        {
            "page": text("a path, a /url/ or a glob", "The page, or the pages."),
            "role": text(
                "a role",
                "What it is to its cluster; roles of your own may be bound to links by `roles`.",
                default="spoke",
            ),
            "keyword": text("a keyword", "What it is to be found for."),
            "stage": text("a stage", "Where it stands on the reader's journey: one of `stages`."),
        },
        required=["page"],
    ),
}
_CLUSTER = mapping(
    {
        "hub": text(
            "a path or a /url/", "The page that is to be found for the topic; paths count from the repository's top."
        ),
        "spokes": list_of(
            _SPOKE,
            "a list of pages",
            "The pages on parts of the topic: paths, /urls/ and globs. A glob "
            "never matches the hub, and must match something.",
        ),
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
    "examples": ["image-seo: {hub: guides/image-seo.md, spokes: [guides/alt-text.md]}"],
    "type": "object",
    "additionalProperties": {"$ref": "#/definitions/cluster"},
}

_ROLE = mapping(
    {
        "links_to": {
            "title": "a mapping from role to required, allowed or forbidden",
            "type": "object",
            "additionalProperties": {"title": "a duty", "enum": ["required", "allowed", "forbidden"]},
            "description": "Whether pages of this role must, may or must not link to pages of that role in their "
            "cluster.",
        }
    },
    'a mapping with "links_to"',
)
_SITE = mapping(
    {
        "framework": text(
            "the name of a framework",
            "How addresses are made and links resolved; auto finds out.",
            default=SiteSettings().framework,
        ),
        "content": list_of(
            text("a folder"), "a list of folders", "Where the pages are; the framework decides when absent."
        ),
        "url": text("a URL such as https://example.com", "The site's own address: links to it are internal."),
        "hosts": list_of(text("a host name"), "a list of host names", "Further hosts whose links are internal."),
        "roots": list_of(
            text("a path or a /url/"), "a list of paths and /urls/", "Pages where visits start, besides the home pages."
        ),
        "related_headings": list_of(
            text("a heading"),
            "a list of headings",
            "Headings of sections that only list related pages; those known in several languages when absent.",
        ),
        "languages": list_of(
            text("a language code"),
            "a list of language codes",
            "Folders of these names, and no others, hold a language each; found out when absent.",
        ),
    },
    description="What the site is.",
)
_OVERRIDE = mapping(
    {
        "files": list_of(GLOB, "a list of globs", "The files whose own findings are meant.", minItems=1),
        "rules": {
            "title": "a mapping from rule id to level or options",
            "type": "object",
            "additionalProperties": {"$ref": "#/definitions/setting"},
            "description": "What holds for them: a level, options, or both.",
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
    "else": mapping({"level": LEVEL, "options": RULE_PROPERTIES["options"]}),
}

_COLUMN = {
    "title": "the name of a column, or a mapping with column",
    "type": ["string", "object"],
    "minLength": 1,
    "if": {"type": "object"},
    "then": mapping(
        {
            "column": text("the name of a column", "As the first line of the file has it."),
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
        "decimal": {
            "title": "a decimal sign",
            "enum": [".", ","],
            "description": "What parts 12 from the .5 of 12.5.",
            "default": ".",
        },
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
                "description": "Hubs and their spokes, here or in a file of their own.",
            },
            "roles": {
                "title": "a mapping from role to links_to",
                "type": "object",
                "additionalProperties": _ROLE,
                "description": "Which links pages of a role owe to pages of another one.",
            },
            "stages": list_of(text("a stage"), "a list of stages", "The stages of the reader's journey, in order."),
            "rules": {**RULES, "description": "Levels and options of known rules, and rules of your own."},
            "overrides": list_of(
                _OVERRIDE, "a list of overrides", "Rules set otherwise for some files; the last one that matches wins."
            ),
            "ignore": list_of(GLOB, "a list of globs", "Files that are no pages and are not linted."),
            "external_prefixes": list_of(
                text("a URL path"),
                "a list of URL paths",
                "Addresses that are published from elsewhere: links to what "
                "begins so cannot be verified here, and are counted.",
            ),
            "orphans_ok": list_of(GLOB, "a list of globs", "Pages that are orphans on purpose."),
            "baseline": text(
                "a path", "The file of known findings that are kept quiet, as `linklint baseline` writes it."
            ),
            "generated": {
                "title": "report or hide",
                "enum": ["report", "hide"],
                "description": "What is wrong with links and with the form of files that a program writes, as "
                "`.gitattributes` (`linguist-generated`), a comment on top of them or the generator in their head "
                "says: told with that mark, or left out and counted. Links from and to them count in any case.",
                "default": Settings().generated,
            },
            "score": mapping(
                {
                    "damping": {
                        "title": "a number from 0 to below 1",
                        "type": "number",
                        "minimum": 0,
                        "exclusiveMaximum": 1,
                        "description": "How much of its share a page passes on to the pages that it links.",
                        "default": ScoreSettings().damping,
                    },
                    "nofollow": {
                        "title": "a way to score nofollow",
                        "enum": ["spread", "evaporate", "drop", "keep"],
                        "description": "What a nofollow link takes: `spread` gives it to all pages, `evaporate` loses "
                        "it, `drop` ignores the link, `keep` passes it on as a followed link does.",
                        "default": ScoreSettings().nofollow,
                    },
                    "teleport": text(
                        "a fact such as data.backlinks.links",
                        "Where visits begin: one on each page, and so many more as this column of data says.",
                    ),
                },
                description="How the link score, the internal PageRank, is worked out.",
            ),
            "data": {
                "title": "a mapping from name to data file",
                "type": "object",
                "additionalProperties": _TABLE,
                "description": "CSV files about pages: search, analytics, backlinks. Rules ask for data.NAME.FACT.",
            },
            "suppressions": mapping(
                {
                    "require-reason": {
                        "title": "true or false",
                        "type": "boolean",
                        "description": "Whether a directive without a reason suppresses nothing.",
                        "default": False,
                    }
                },
                description="Directives that keep findings quiet where they stand.",
            ),
            "front_matter": mapping(
                {word: text("a front matter key", meaning, default=word) for word, meaning in WORDS.items()}
                | {
                    "required": list_of(
                        text("a front matter key"), "a list of front matter keys", "Keys that every page must have."
                    )
                },
                description="The keys by which pages say what they are.",
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
