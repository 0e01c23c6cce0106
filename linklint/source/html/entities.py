"""Character references in attribute values, as the HTML standard decodes them there (13.2.5.73 and following)."""

from __future__ import annotations

import re
from html.entities import html5

_REFERENCE = re.compile(r"&(?:#([0-9]+)|#[xX]([0-9a-fA-F]+)|([A-Za-z][A-Za-z0-9]*));?")
_LAST_CODE_POINT = 0x10FFFF
_LONGEST_NUMBER = 9  # digits, without leading zeros; longer ones are out of range in either base


def decode_attribute(value: str) -> str:
    """An attribute value as a browser holds it: references decoded, line ends made ``\\n``, NUL replaced.

    Unlike in text, a name without its semicolon is left alone before ``=``, a letter or a digit, so that
    ``?a=1&copy=2`` stays what it is. (``html.unescape`` knows the rule for text only.)
    """
    if "\r" in value:
        value = value.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in value:
        value = value.replace("\0", "\ufffd")
    return _REFERENCE.sub(_decode, value) if "&" in value else value


def _decode(match: re.Match[str]) -> str:
    decimal, hexadecimal, name = match.groups()
    if decimal:
        return _from_number(decimal, 10)
    if hexadecimal:
        return _from_number(hexadecimal, 16)
    if match[0].endswith(";"):
        return html5.get(name + ";", match[0])
    if match.string[match.end() : match.end() + 1] == "=":
        return match[0]
    return html5.get(name, match[0])


def _from_number(digits: str, base: int) -> str:
    digits = digits.lstrip("0") or "0"
    number = int(digits, base) if len(digits) <= _LONGEST_NUMBER else _LAST_CODE_POINT + 1
    if number == 0 or number > _LAST_CODE_POINT or 0xD800 <= number <= 0xDFFF:
        return "\ufffd"
    if 0x80 <= number <= 0x9F:
        # The standard reads these as windows-1252, and the five that it lacks as they are.
        return bytes([number]).decode("cp1252", "ignore") or chr(number)
    return chr(number)
