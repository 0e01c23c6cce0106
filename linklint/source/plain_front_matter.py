"""YAML front matter that is nothing but keys with one text or one list of texts each, as most is: read without a YAML
reader, which takes as long for it as the rest of a short page. Whatever is not beyond doubt is left to the reader."""

from __future__ import annotations

import re

from linklint.data.scalars import resolve_plain
from linklint.data.tree import KEY, KeyPath, Tree
from linklint.model.place import Location

# What YAML does not print, takes for a line break or for a byte order mark, and private characters: looked for once, as
# patterns that hold such sets take long to compile.
_ODD = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\uf8ff\ufdd0-\ufdef\ufeff\ufff0-\uffff\U000f0000-\U0010ffff]")
_DOUBLE = r'"[^"\\\x00-\x1f]*+"'
_SINGLE = r"'[^'\x00-\x1f]*+'"
_PLAIN = r'(?:[/.]|[^\W_])[^"#:\x00-\x1f]*+'
_ITEMS = rf"(?:{_DOUBLE}|{_SINGLE})(?:,[ ]*+(?:{_DOUBLE}|{_SINGLE}))*+"
_LINE = re.compile(
    rf"(?P<key>[A-Za-z][\w\-]*+):(?:[ ]++(?:(?P<double>{_DOUBLE})|(?P<single>{_SINGLE})"
    rf"|\[[ ]*+(?P<list>{_ITEMS})[ ]*+\]|(?P<plain>{_PLAIN})))?+[ ]*+\n|\n"
)
_ITEM = re.compile(r"\"([^\"]*)\"|'([^']*)'")
_LONGEST = 10_000
_TEXT = re.compile(r"([A-Za-z][\w-]*+):(?:[ \t]++(\S.*+))?+\s*+")


def read_plain_front_matter(text: str, first_line: int) -> Tree | None:
    """The values and the places of the keys; None when only the YAML reader can tell."""
    if len(text) > _LONGEST or _ODD.search(text):
        return None
    value: dict[str, object] = {}
    positions: dict[KeyPath, Location] = {}
    at, line = 0, first_line
    while at < len(text):
        match = _LINE.match(text, at)
        if match is None:
            return None
        at = match.end()
        kind, key = match.lastgroup, match["key"]
        if kind is not None:
            # The keys of linklint itself are asked for the places of their values.
            if key in value or key == "linklint" or resolve_plain(key) != key:
                return None
            value[key] = _read_value(kind, match[kind])
            positions[key, KEY] = Location("", line, 1, line, 1 + len(key))
        line += 1
    return Tree(value, "", (), positions, first_line) if value else None


def _read_value(kind: str, written: str) -> object:
    if kind in ("double", "single"):
        return written[1:-1]
    if kind == "list":
        return [double or single for double, single in _ITEM.findall(written)]
    return resolve_plain(written.rstrip(" ")) if kind == "plain" else None


def read_texts(text: str, first_line: int) -> Tree | None:
    """Front matter of which a program takes each line for a key and a text, whatever YAML says of it (``title: @x``);
    None when it is more than such lines."""
    value: dict[str, object] = {}
    positions: dict[KeyPath, Location] = {}
    for line, written in enumerate(text.splitlines(), first_line):
        match = _TEXT.fullmatch(written)
        if match is None and written.strip():
            return None
        if match is not None:
            value[match[1]] = (match[2] or "").strip().strip("\"'")
            positions[match[1], KEY] = Location("", line, 1, line, 1 + len(match[1]))
    return Tree(value, "", (), positions, first_line) if value and "linklint" not in value else None
