"""The few phrases that several formats share."""

from __future__ import annotations

from collections.abc import Sequence

from linklint.model.finding import Finding
from linklint.model.place import Location


def name_place(location: Location) -> str:
    """``path:line:column``; a file that is gone has no lines, and a finding about the site as a whole stands in no
    file."""
    if not location.line and location.path:
        return location.path
    return f"{location.path}:{location.line}:{location.column}" if location.path else "(the whole site)"


def count(number: int, noun: str) -> str:
    """``1 page``, ``2 pages``."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def join_words(words: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def ask_suggestions(suggestions: Sequence[str]) -> str:
    """What follows ``did you mean``."""
    return " or ".join(suggestions) + "?"


def say_with_suggestions(finding: Finding) -> str:
    """The message, and what may have been meant: for formats that have no other room for it."""
    asked = f" — did you mean {ask_suggestions(finding.suggestions)}" if finding.suggestions else ""
    return f"{finding.message}{asked}"


def flatten(text: str) -> str:
    """A rule author's text, which may be written over several lines, as one."""
    return " ".join(text.split())
