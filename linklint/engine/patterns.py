"""Regular expressions by google-re2: time linear in the text, so that a hostile pattern cannot hang a run."""

from __future__ import annotations

import re
from collections.abc import Callable

import re2

LONGEST_PATTERN = 1024
"""Bytes of UTF-8: longer patterns cost memory and nobody can read them."""


def compile_regex(pattern: str) -> Callable[[str], bool]:
    """The test whether a text holds a match of ``pattern`` (RE2 syntax, unanchored, case-sensitive unless it says
    ``(?i)``). Raises ``ValueError``, with the reason in words, for a pattern that RE2 refuses."""
    if len(pattern.encode("utf-8", "replace")) > LONGEST_PATTERN:
        raise ValueError(f"a regular expression has at most {LONGEST_PATTERN} bytes")
    options = re2.Options()
    options.log_errors = False
    options.never_capture = True
    try:
        search = re2.compile(pattern, options).search
    except UnicodeEncodeError:
        raise ValueError("a regular expression must be valid Unicode") from None
    except re2.error as error:
        reason = error.args[0] if error.args else "it cannot be compiled"
        raise ValueError(reason.decode("utf-8", "replace") if isinstance(reason, bytes) else str(reason)) from None

    def found(text: str) -> bool:
        # As bytes: of a text, re2 would work out at which of its characters each group stands.
        try:
            data = text.encode()
        except UnicodeEncodeError:  # a lone surrogate, which RE2 cannot take
            data = text.encode("utf-8", "replace")
        return search(data) is not None

    return found


def explain_regex(pattern: str) -> str:
    """The way out where the pattern asks for what RE2 leaves out; empty for any other mistake."""
    if re.search(r"\(\?<?[=!]|\\[1-9]", pattern):
        return "there is no look-around and no back reference (RE2); say it with a second condition, not, all or any"
    return ""
