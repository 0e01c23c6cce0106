"""Where keys and values stand in a TOML text that ``tomllib`` has accepted."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from linklint.data.tree import KEY, KeyPath

TOKEN = re.compile(
    r'''(?P<text>"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')'''
    r"""|(?P<space>[ \t]+|\#[^\n]*)|(?P<line>\r?\n)|(?P<bare>[A-Za-z0-9_+:-]+)|(?P<sign>[\[\]{}.])|(?P<other>.)""",
    re.DOTALL,
)
Token = tuple[str, str, int, int]
Places = dict[KeyPath, tuple[int, int]]


def find_places(text: str) -> Places:
    """Key path → offsets of the value; the same with ``"#key"`` at its end → offsets of the key. A table has the place
    of the header that opens it."""
    tokens: list[Token] = [
        (match.lastgroup or "", match.group(), match.start(), match.end()) for match in TOKEN.finditer(text)
    ]
    return _Walk([token for token in tokens if token[0] != "space"]).places


class _Walk:
    """One pass over the tokens. Depth is bounded by the caller, which has refused deeper files."""

    def __init__(self, tokens: list[Token]) -> None:
        self.places: Places = {}
        self._tokens = tokens
        self._at = 0
        self._counts: dict[KeyPath, int] = {}
        table: KeyPath = ()
        while self._at < len(tokens):
            if self._next()[0] == "line":
                self._at += 1
            elif self._next()[1] == "[":
                table = self._header()
            else:
                self._pair(table)
            self._at = max(self._at, 1)

    def _next(self) -> Token:
        return self._tokens[self._at] if self._at < len(self._tokens) else ("line", "", 0, 0)

    def _header(self) -> KeyPath:
        start = self._next()[2]
        double = self._tokens[self._at + 1][1] == "["
        self._at += 2 if double else 1
        table, _ = self._key(())
        end = self._next()[3]
        self._at += 2 if double else 1
        if double:
            count = self._counts[table] = self._counts.get(table, -1) + 1
            table = (*table, count)
        for length in range(1, len(table) + 1):
            self.places.setdefault(table[:length], (start, end))
            self.places.setdefault((*table[:length], KEY), (start, end))
        return table

    def _key(self, table: KeyPath) -> tuple[KeyPath, tuple[int, int]]:
        """The key path that a dotted key means below ``table``, and the offsets of the key."""
        first = last = self._next()
        path = table
        while self._next()[0] in ("bare", "text"):
            last = self._next()
            path = (*path, _unquote(last))
            # Below a table that is an element of an array, further headers mean its newest element.
            if path in self._counts and len(path) > len(table):
                path = (*path, self._counts[path]) if self._has_more() else path
            self._at += 1
            if self._next()[1] != ".":
                break
            self._at += 1
        return path, (first[2], last[3])

    def _has_more(self) -> bool:
        return self._at + 1 < len(self._tokens) and self._tokens[self._at + 1][1] == "."

    def _pair(self, table: KeyPath) -> None:
        begin = self._at
        path, place = self._key(table)
        self.places.setdefault((*path, KEY), place)
        if self._next()[1] == "=":
            self._at += 1
            self._value(path)
            for length in range(len(table) + 1, len(path)):
                self.places.setdefault(path[:length], place)
                self.places.setdefault((*path[:length], KEY), place)
        self._at = max(self._at, begin + 1)

    def _value(self, path: KeyPath) -> None:
        kind, written, start, end = self._next()
        if written == "[" and kind == "sign":
            end = self._items(path, "]")
        elif written == "{" and kind == "sign":
            end = self._items(path, "}")
        else:
            while self._next()[0] in ("bare", "text") or self._next()[1] == ".":
                end = self._next()[3]
                self._at += 1
        self.places.setdefault(path, (start, end))

    def _items(self, path: KeyPath, closing: str) -> int:
        self._at += 1
        index = 0
        while self._at < len(self._tokens) and self._next()[1] != closing:
            if self._next()[0] == "line" or self._next()[1] == ",":
                self._at += 1
            elif closing == "]":
                before = self._at
                self._value((*path, index))
                index += 1
                self._at = max(self._at, before + 1)
            else:
                self._pair(path)
        end = self._next()[3]
        self._at += 1
        return end


def _unquote(token: Token) -> str:
    if token[0] == "bare":
        return token[1]
    value: Any = tomllib.loads(f"key = {token[1]}")["key"]
    return str(value)
