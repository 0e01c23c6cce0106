"""What a config in JavaScript says without being run: plain values, calls, functions, and what stays unknown."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from linklint.data.limits import MAXIMUM_DEPTH, MAXIMUM_NODES
from linklint.model.place import Location


class Unknown:
    """An expression that only running the code could tell. There is one: ``UNKNOWN``. It is false."""

    def __bool__(self) -> bool:
        return False

    def __repr__(self) -> str:
        return "UNKNOWN"


UNKNOWN = Unknown()
REST = "..."
"""Key of an object that holds more than what is read: something unknown was spread into it. Its value is UNKNOWN."""


class Call(NamedTuple):
    """A call that is not made. ``name`` is what is called, as written (``path.join``, ``new URL``); ``arguments`` are
    read values (their positions: key path plus index). ``module``: where the called name is imported from, empty where
    it is not. ``callee``: the call that gave the function, as in ``nextra({…})({…})``."""

    name: str
    arguments: tuple[Any, ...]
    module: str = ""
    callee: Call | None = None


class Function(NamedTuple):
    """A function that is not called. ``result`` is what its last ``return`` says, UNKNOWN where it has none."""

    result: Any


class Reference(NamedTuple):
    """A name that stands for something of another module, or of the environment. Only inside the reader."""

    name: str
    module: str = ""


class Method(NamedTuple):
    """A method of an array that is known, before it is called. Only inside the reader."""

    name: str
    items: tuple[Any, ...]


class Node(NamedTuple):
    """A value being read, with its place. In it, objects hold nodes by key and arrays, calls and functions nodes."""

    value: Any
    place: Location | None = None
    key_place: Location | None = None


class Effort:
    """Counts what is read, over all modules, so that no text can make the reader work for long or exhaust the stack."""

    def __init__(self) -> None:
        self.left = MAXIMUM_NODES
        self.depth = 0

    @property
    def spent(self) -> bool:
        return self.left < 0 or self.depth > MAXIMUM_DEPTH


_ESCAPE = re.compile(r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(\r\n|[\s\S]))")
_SHORT = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0"}


def read_string(written: str) -> str:
    """The text that the inside of a string literal stands for. Escapes that stand for no character stay."""

    def unescape(match: re.Match[str]) -> str:
        code = match[1] or match[2] or match[3]
        if code:
            number = int(code, 16)
            return chr(number) if number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF else match[0]
        return "" if match[4] in ("\n", "\r\n") else _SHORT.get(match[4], match[4])

    return _ESCAPE.sub(unescape, written)


def read_number(written: str) -> int | float | Unknown:
    """The number that a literal stands for."""
    text = written.rstrip("n").replace("_", "")
    try:
        return int(text, 0) if re.fullmatch(r"0[xXbBoO].*|\d+", text) and len(text) < 20 else float(text)
    except ValueError:
        return UNKNOWN
