"""Numbers as exports write them: ``1,234``, ``12.3%``, ``1 234,5``."""

from __future__ import annotations

import re
from functools import cache

SPACES = "[ \u00a0\u2009\u202f']"
"""What may part thousands besides the sign that is not the decimal one."""


def read_number(text: str, decimal: str = ".") -> int | float | None:
    """The number that the whole text is; None when it is none. A percentage is a share: ``12.3%`` is 0.123.

    ``decimal`` is ``.`` or ``,``; the other one, a space or an apostrophe may part the thousands, and then all of them,
    three digits each: with the decimal point, ``1,234`` is 1234 and ``12,3`` no number.
    """
    match = pattern(decimal).fullmatch(text)
    if match is None:
        return None
    sign, whole, fraction, percent = match.groups()
    digits = ("-" if sign in ("-", "\u2212") else "") + re.sub(r"\D", "", whole)
    if percent:
        # Shifted as text: 12.3 / 100 is 0.12300000000000001.
        return float(f"{digits}{'.' + fraction if fraction else ''}e-2")
    return float(f"{digits}.{fraction}") if fraction else int(digits)


@cache
def pattern(decimal: str) -> re.Pattern[str]:
    other = "," if decimal == "." else r"\."
    parted = rf"[0-9]{{1,3}}(?:{other}[0-9]{{3}}){{1,4}}|[0-9]{{1,3}}(?:{SPACES}[0-9]{{3}}){{1,4}}"
    return re.compile(rf"([-+\u2212]?)({parted}|[0-9]{{1,15}})(?:{re.escape(decimal)}([0-9]{{1,15}}))?\s?(%)?")
