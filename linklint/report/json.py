"""``json``: everything, for programs. Version 1; described by ``linklint schema json``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from json.encoder import encode_basestring
from typing import Any

from linklint.model.finding import Finding, Report, Suppressed
from linklint.model.place import Location
from linklint.report.rendering import Rendering
from linklint.report.writing import SELECTORS, UNSEEN

VERSION = 1
# Texts keep their value: JSON can write every character as an escape. The control characters below space are escaped
# by ``json`` itself; the only ones left are the line ends between the values.
SUSPECT = re.compile(f"(?![\\x00-\\x1f])[{UNSEEN}]|(?<=#)[{SELECTORS}]|#(?=#\\[)")


def write_json(report: Report, rendering: Rendering) -> str:
    """The report as one JSON object, keys in the order of the format, ended by a newline."""
    return "".join(write_json_pieces(report, rendering))


def write_json_pieces(report: Report, rendering: Rendering) -> Iterator[str]:
    """The same in pieces, one for each finding."""
    summary = report.summary
    value = {
        "version": VERSION,
        "tool": {"name": "linklint", "version": rendering.version},
        "summary": {
            "pages": summary.pages,
            "links": summary.links,
            "internal": summary.internal,
            "external": summary.external,
            "unresolvable": summary.unresolvable,
            "opaque": summary.opaque,
            "outside": summary.outside,
            "errors": summary.errors,
            "warnings": summary.warnings,
            "notices": summary.notices,
            "new": summary.new,
            "fixed": summary.fixed,
            "suppressed": len(report.suppressed),
            "framework": list(summary.framework),
            "roots": list(summary.roots),
        },
        "findings": map(describe_finding, report.findings),
        "suppressed": map(_describe_suppressed, report.suppressed),
    }
    yield from _write_pieces(value, "  ", "\n", False, 2)
    yield "\n"


def dump_json(value: Any, *, indent: int | None = 2, sort_keys: bool = False) -> str:
    """JSON that shows wide text as it is, hides no character and holds no command for the runner of GitHub Actions.
    Every text has its exact value. Laid out as ``json.dumps`` does, in less than half of the time: a list may be any
    iterable, whose elements are not all there at once. Raises ValueError for a number that JSON lacks."""
    step = None if indent is None else " " * indent
    return "".join(_write_pieces(value, step, "\n", sort_keys, 2))


def _write_pieces(value: Any, step: str | None, line: str, sort: bool, depth: int) -> Iterator[str]:
    """A value's text in pieces, one for each element ``depth`` levels down. ``line``: what begins a line there."""
    if depth == 0 or value is None or isinstance(value, str | int | float):
        yield _write_value(value, step, line, sort)
        return
    inner = "" if step is None else line + step
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    separator = opening
    for key, element in _list_elements(value, sort):
        yield separator + inner + key
        yield from _write_pieces(element, step, inner, sort, depth - 1)
        separator = ", " if step is None else ","
    yield opening + closing if separator == opening else closing if step is None else line + closing


def _write_value(value: Any, step: str | None, line: str, sort: bool) -> str:
    if isinstance(value, str):
        return quote(value)
    if value is None:
        return "null"
    if isinstance(value, int | float):
        return str(value) if type(value) is int else json.dumps(value, allow_nan=False)
    inner = "" if step is None else line + step
    opening, closing = "{}" if isinstance(value, dict) else "[]"
    elements = [key + _write_value(element, step, inner, sort) for key, element in _list_elements(value, sort)]
    if not elements:
        return opening + closing
    if step is None:
        return opening + ", ".join(elements) + closing
    return opening + inner + f",{inner}".join(elements) + line + closing


def _list_elements(value: Any, sort: bool) -> Iterable[tuple[str, Any]]:
    """The elements of a mapping or an iterable, each with what stands before it."""
    if not isinstance(value, dict):
        return (("", element) for element in value)
    items = sorted(value.items()) if sort else value.items()
    return [(_quote_key(key), element) for key, element in items]


@lru_cache(1024)
def _quote_key(key: str) -> str:
    return f"{quote(key)}: "


def quote(text: str) -> str:
    """A text as a JSON string."""
    quoted = encode_basestring(text)
    if text.isascii() and "##[" not in text and "\x7f" not in text:
        return quoted  # holds nothing suspect, and most texts are such
    return SUSPECT.sub(_escape, quoted)


def _escape(match: re.Match[str]) -> str:
    return json.dumps(match.group())[1:-1] if match.group() != "#" else "\\u0023"


def describe_finding(finding: Finding) -> dict[str, Any]:
    """A finding as the format's object, keys in order."""
    location, subject = finding.location, finding.subject
    return {
        "rule": finding.rule,
        "level": finding.level,
        **_describe_place(location),
        "message": finding.message,
        "help": finding.help,
        "docs": finding.docs,
        "subject": {"kind": subject.kind, "id": subject.id, "path": subject.path, "url": subject.url},
        "cause": None if finding.cause is None else _describe_place(finding.cause),
        "related": [
            {
                "path": related.location.path,
                "line": max(related.location.line, 1),
                "column": max(related.location.column, 1),
                "message": related.message,
            }
            for related in finding.related
        ],
        "suggestions": list(finding.suggestions),
        "new": finding.new,
        "worsened": finding.worsened,
        "fingerprint": finding.fingerprint,
    }


def _describe_place(location: Location) -> dict[str, Any]:
    """A file that is gone has no lines; the format's begin at 1."""
    return {
        "path": location.path,
        "line": max(location.line, 1),
        "column": max(location.column, 1),
        "end_line": max(location.end_line, 1),
        "end_column": max(location.end_column, 1),
    }


def _describe_suppressed(entry: Suppressed) -> dict[str, Any]:
    return {
        "rule": entry.finding.rule,
        "path": entry.finding.location.path,
        "line": entry.finding.location.line,
        "reason": entry.reason,
        "where": entry.where,
    }
