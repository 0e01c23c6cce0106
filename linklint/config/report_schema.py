"""JSON Schema (draft-07) of what ``linklint check --output json`` writes, version 1."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]

_COUNT: Schema = {"type": "integer", "minimum": 0}
_COUNT_OR_NULL: Schema = {"type": ["integer", "null"], "minimum": 0, "description": "null without a base"}
_POSITION: Schema = {"type": "integer", "minimum": 1}
_TEXT: Schema = {"type": "string"}
_TEXTS: Schema = {"type": "array", "items": _TEXT}
_BOOLEAN_OR_NULL: Schema = {"type": ["boolean", "null"]}


def _closed(properties: Schema, **more: Any) -> Schema:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
        **more,
    }


_PLACE: Schema = {"path": _TEXT, "line": _POSITION, "column": _POSITION}
_RANGE: Schema = {**_PLACE, "end_line": _POSITION, "end_column": _POSITION}
_SUMMARY = _closed(
    {
        **dict.fromkeys(("pages", "links", "internal", "external", "unresolvable", "opaque", "outside"), _COUNT),
        **dict.fromkeys(("errors", "warnings", "notices"), _COUNT),
        "new": _COUNT_OR_NULL,
        "fixed": _COUNT_OR_NULL,
        "suppressed": _COUNT,
        "framework": _TEXTS,
        "roots": _TEXTS,
    }
)
_FINDING = _closed(
    {
        "rule": _TEXT,
        "level": {"enum": ["error", "warning", "notice"]},
        "path": _TEXT,
        "line": _POSITION,
        "column": {**_POSITION, "description": "counts code points"},
        "end_line": _POSITION,
        "end_column": {**_POSITION, "description": "exclusive"},
        "message": _TEXT,
        "help": _TEXT,
        "docs": _TEXT,
        "subject": _closed({"kind": _TEXT, "id": _TEXT, "path": _TEXT, "url": _TEXT}),
        "cause": {**_closed(_RANGE), "type": ["object", "null"]},
        "related": {"type": "array", "items": _closed({**_PLACE, "message": _TEXT})},
        "suggestions": _TEXTS,
        "new": {**_BOOLEAN_OR_NULL, "description": "null without a base"},
        "worsened": {**_BOOLEAN_OR_NULL, "description": "null without a base"},
        "fingerprint": _TEXT,
    }
)

REPORT_SCHEMA: Schema = {
    "$schema": "http://json-schema.org/draft-07/schema#",
    "title": "linklint report",
    **_closed(
        {
            "version": {"const": 1},
            "tool": _closed({"name": {"const": "linklint"}, "version": _TEXT}),
            "summary": _SUMMARY,
            "findings": {"type": "array", "items": _FINDING},
            "suppressed": {
                "type": "array",
                "items": _closed({"rule": _TEXT, "path": _TEXT, "line": _POSITION, "reason": _TEXT, "where": _TEXT}),
            },
        }
    ),
}
