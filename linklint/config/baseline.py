"""The baseline file: one known finding per line, as JSON, sorted, so that branches merge line by line."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from linklint.data.text import TextLines, decode_utf8
from linklint.errors import Problem, UserError

if TYPE_CHECKING:
    from linklint.engine.baseline import BaselineEntry

_NEEDED = ("fp", "rule", "path")
_CONFLICT = ("<<<<<<<", "=======", ">>>>>>>", "|||||||")
_MAXIMUM_PROBLEMS = 20


def read_baseline(data: bytes, path: str) -> list[BaselineEntry]:
    """The entries of a baseline file, in its order. Empty lines are skipped. Raises ``UserError`` for lines that are no
    entries (the first twenty of them)."""
    from linklint.engine.baseline import BaselineEntry

    lines = TextLines(decode_utf8(data, path)).lines
    problems: list[Problem] = []
    entries = []
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        value, trouble, hint = _read_line(line)
        if trouble:
            problems.append(Problem(trouble, path, number, 1, len(line) + 1, line, hint))
        else:
            entries.append(BaselineEntry(value["fp"], value["rule"], value["path"], value.get("measure")))
    if problems:
        raise UserError(problems[:_MAXIMUM_PROBLEMS])
    return entries


def write_baseline(entries: Iterable[BaselineEntry]) -> str:
    """The file's text: one line per entry, sorted by rule, path and fingerprint; empty without entries."""
    ordered = sorted(entries, key=lambda entry: (entry.rule, entry.path, entry.fp))
    return "".join(f"{line}\n" for line in _format(ordered))


def _format(entries: Iterable[BaselineEntry]) -> Iterator[str]:
    for entry in entries:
        value: dict[str, Any] = {"fp": entry.fp, "rule": entry.rule, "path": entry.path}
        if entry.measure is not None:
            value["measure"] = entry.measure
        # Escapes keep names with odd characters on one line and printable.
        yield json.dumps(value)


def _read_line(line: str) -> tuple[dict[str, Any], str, str]:
    rewrite = "write the file anew with `linklint baseline`"
    if line.startswith(_CONFLICT):
        return {}, "this is the marker of a merge conflict", f"resolve the conflict, or {rewrite}"
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return {}, "this line is not JSON", rewrite
    if not isinstance(value, dict):
        return {}, 'expected an object with "fp", "rule" and "path"', rewrite
    for key in _NEEDED:
        if not isinstance(value.get(key), str):
            return {}, f'this entry has no text "{key}"', rewrite
    measure = value.get("measure")
    if measure is not None and (isinstance(measure, bool) or not isinstance(measure, int | float)):
        return {}, '"measure" must be a number', rewrite
    return value, "", ""
