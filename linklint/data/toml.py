"""One table of a TOML file, with positions. ``tomllib`` gives the values and no positions; a walk over the tokens of
the same text finds where the keys and values stand."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from linklint.data.limits import MAXIMUM_DEPTH, MAXIMUM_SIZE
from linklint.data.text import TextLines, decode_utf8
from linklint.data.toml_places import TOKEN, find_places
from linklint.data.tree import KeyPath, Tree
from linklint.errors import Problem, UserError
from linklint.model.place import Location

_PLACE = re.compile(r" \(at line (\d+), column (\d+)\)$")


def read_toml_table(text: str | bytes, path: str, table: KeyPath) -> Tree | None:
    """The table of that name as a tree of its own (key paths begin inside it), or None when the file has none. Dates
    and times become text. Raises ``UserError`` for what is not TOML; nothing else."""
    if len(text) > MAXIMUM_SIZE:
        message = f"the file has {len(text):,} bytes; at most {MAXIMUM_SIZE:,} are read"
        raise UserError(Problem(message, path, 1, 1))
    import tomllib  # loaded with the first file: most repositories have none that is asked about

    decoded = decode_utf8(text, path)
    lines = TextLines(decoded)
    _refuse_depth(decoded, lines, path)
    try:
        value: Any = tomllib.loads(decoded)
    except tomllib.TOMLDecodeError as error:
        raise UserError(_describe(error, lines, path)) from None
    except (ValueError, RecursionError, OverflowError) as error:
        raise UserError(Problem(f"this cannot be read as TOML: {error}"[:200], path, 1, 1)) from None
    for part in table:
        value = value.get(part) if isinstance(value, dict) else None
    if value is None:
        return None
    positions: dict[KeyPath, Location] = {}
    for keypath, (start, end) in find_places(decoded).items():
        if keypath[: len(table)] == table:
            place = Location(path, *lines.position(start), *lines.position(end))
            positions.setdefault(keypath[len(table) :], place)
    return Tree(_plain(value), path, lines.lines, positions)


def _refuse_depth(text: str, lines: TextLines, path: str) -> None:
    """Refuses nesting, and dotted keys, on which ``tomllib`` would exhaust the stack or take quadratic time."""
    depth = dots = 0
    for token in TOKEN.finditer(text):
        kind, written = token.lastgroup, token.group()
        if written in ("[", "{"):
            depth += 1
        elif written in ("]", "}"):
            depth = max(0, depth - 1)
        dots = dots + 1 if written == "." else 0 if kind in ("other", "line") else dots
        if max(depth, dots) > MAXIMUM_DEPTH:
            line, column = lines.position(token.start())
            message = f"values are nested deeper than {MAXIMUM_DEPTH} levels"
            raise UserError(Problem(message, path, line, column, column + 1, lines.lines[line - 1]))


def _describe(error: ValueError, lines: TextLines, path: str) -> Problem:
    found = _PLACE.search(str(error))
    message = _PLACE.sub("", str(error)).removesuffix(" (at end of document)")
    line, column = (int(found[1]), int(found[2])) if found else (len(lines.lines), len(lines.lines[-1]) + 1)
    # tomllib counts only \n as the end of a line.
    excerpt = lines.lines[line - 1] if line <= len(lines.lines) else ""
    return Problem(f"not TOML: {message[:1].lower()}{message[1:]}", path, line, column, column + 1, excerpt)


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value if isinstance(value, str | bool | int | float) else str(value)
