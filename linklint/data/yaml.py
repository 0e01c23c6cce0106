"""YAML in, values with positions out; whatever is wrong becomes a ``UserError`` with all problems that can be found.

What builds on PyYAML is loaded with the first text that needs it: loading the library takes as long as reading the
front matter of a thousand pages, and many runs meet no YAML but plain front matter and JSON.
"""

from __future__ import annotations

import re
from contextlib import suppress
from typing import Literal

from linklint.data.json import JsonReader, UnsoundError
from linklint.data.limits import MAXIMUM_JSON, MAXIMUM_SIZE
from linklint.data.text import TextLines, decode_utf8
from linklint.data.tree import Tree
from linklint.errors import Problem, UserError

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


def read_yaml(
    text: str | bytes,
    path: str,
    *,
    first_line: int = 1,
    unknown_tags: Literal["refuse", "keep"] = "refuse",
    repeated_keys: Literal["refuse", "last"] = "refuse",
) -> Tree:
    """Reads one YAML 1.2 document with the core schema: only ``true`` and ``false`` are booleans, dates are text.

    Keys become text. Merge keys (``<<``) are applied. ``first_line`` is the line of the file on which ``text`` begins
    (front matter), so that all positions are the file's own. An empty document has the value None. ``unknown_tags``:
    ``keep`` reads what stands under a tag outside the core schema as if the tag were not there (a scalar is text), and
    gives the tags, such as ``!ENV`` and ``!!python/name:a.b``, in ``Tree.tags``; nothing is built or looked up.
    ``repeated_keys``: ``last`` takes of a key that is written twice the last value, as Ruby and Python do.

    Raises ``UserError`` for text that is not UTF-8, control characters, more than 1 MiB (of JSON 4), syntax errors,
    duplicate keys, tags outside the core schema (refused), and what is beyond the limits of ``limits``. It raises
    nothing else, whatever the bytes are.
    """
    start = text[:100].lstrip()
    limit = MAXIMUM_JSON if start[:1] in ("{", "[", b"{", b"[") else MAXIMUM_SIZE
    if len(text) > limit:
        raise _too_large(text, limit, path, first_line)
    decoded = decode_utf8(text, path)
    lines = TextLines(decoded, first_line)
    if unprintable := _UNPRINTABLE.search(decoded):
        raise UserError(_describe_unprintable(unprintable, lines, path))
    if decoded.lstrip(" \t\r\n")[:1] in ("{", "[") and "\ufeff" not in decoded:
        reader = JsonReader(decoded, path, lines)
        with suppress(UnsoundError):
            return Tree(reader.read(), path, lines.lines, reader.positions, first_line)
    if len(text) > MAXIMUM_SIZE:
        raise _too_large(text, MAXIMUM_SIZE, path, first_line)
    from linklint.data.yaml_tree import build_tree

    return build_tree(decoded, lines, path, keep_tags=unknown_tags == "keep", last_counts=repeated_keys == "last")


def _too_large(text: str | bytes, limit: int, path: str, line: int) -> UserError:
    return UserError(Problem(f"the file has {len(text):,} bytes; at most {limit:,} are read", path, line, 1))


def _describe_unprintable(match: re.Match[str], lines: TextLines, path: str) -> Problem:
    line, column = lines.position(match.start())
    code = ord(match.group())
    kind = "half of a surrogate pair" if 0xD800 <= code <= 0xDFFF else "a control character"
    text = lines.lines[line - lines.first_line]
    message = f"U+{code:04X} is {kind}, which YAML does not allow"
    return Problem(message, path, line, column, column + 1, text, "remove it")
