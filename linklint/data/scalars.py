"""What a plain YAML scalar means: the core schema of YAML 1.2, section 10.3 (https://yaml.org/spec/1.2.2/).

So ``on``, ``off``, ``yes`` and ``no`` are text, ``012`` is twelve, ``1:30``, ``1_000`` and dates are text.
"""

from __future__ import annotations

import re
from typing import Any

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_BOOLEAN = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
_INTEGER = re.compile(r"[-+]?[0-9]+")
_OCTAL = re.compile(r"0o[0-7]+")
_HEXADECIMAL = re.compile(r"0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_INFINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)")
_NOT_A_NUMBER = frozenset({".nan", ".NaN", ".NAN"})
_LONGEST_NUMBER = 64

PREFIX = "tag:yaml.org,2002:"
TAGS = ("str", "int", "float", "bool", "null", "map", "seq")
"""The tags of the core schema. All others are refused: nothing in a data file may build an object."""


def resolve_plain(text: str) -> Any:
    """The value of an untagged plain scalar. An integer beyond 64 bits stays text: nobody counts with it, and it
    would not survive MessagePack or JSON."""
    if text in _NULL:
        return None
    if text in _BOOLEAN:
        return _BOOLEAN[text]
    if len(text) > _LONGEST_NUMBER or text[0] not in "+-.0123456789":
        return text
    if (integer := _read_integer(text)) is not None:
        return integer if -(2**63) <= integer < 2**64 else text
    if _FLOAT.fullmatch(text):
        return float(text)
    if _INFINITE.fullmatch(text):
        return float(text.replace(".", ""))
    return float("nan") if text in _NOT_A_NUMBER else text


def resolve_tagged(tag: str, text: str) -> Any:
    """The value of a scalar with an explicit core tag. Raises ``ValueError`` when the text does not fit the tag."""
    name = tag.removeprefix(PREFIX)
    if name == "str":
        return text
    value = resolve_plain(text)
    if name == "float" and type(value) is int:
        return float(value)
    expected = {"int": int, "float": float, "bool": bool, "null": type(None)}.get(name)
    if expected is None or type(value) is not expected:
        raise ValueError(f'"{text[:40]}" does not fit its tag !!{name}')
    return value


def _read_integer(text: str) -> int | None:
    if _INTEGER.fullmatch(text):
        return int(text)
    if _OCTAL.fullmatch(text):
        return int(text[2:], 8)
    if _HEXADECIMAL.fullmatch(text):
        return int(text[2:], 16)
    return None


def join_surrogates(text: str) -> str:
    """The text with pairs of escaped surrogates (``"\\ud83d\\ude00"``, as JSON writes them) joined to one character.
    A lone half stays."""
    if text.isascii() or not any("\ud800" <= character <= "\udfff" for character in text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
