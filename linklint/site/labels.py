"""Reference labels that the file which uses them does not define: other files of the site, headings or partials do."""

from __future__ import annotations

import re


def normalise_label(label: str) -> str:
    """As labels are matched (https://spec.commonmark.org/0.31.2/#matches)."""
    return " ".join(label.split()).casefold()


def compile_definition(*expressions: str) -> re.Pattern[str]:
    """Finds definitions of labels that stand in one line: label and destination
    (https://spec.commonmark.org/0.31.2/#link-reference-definitions; a footnote is none). ``expressions``: regular
    expressions of what a template puts in, which a destination may hold with its blanks."""
    pieces = "|".join([*expressions, r"[^\s<>{]" if expressions else r"[^\s<>]"])
    return re.compile(
        rf"^ {{0,3}}\[(?!\^)([^\[\]\n]+)\]:[ \t]*<?((?:{pieces})+)>?(?:[ \t]+[\"'(][^\n]*)?[ \t]*\r?$", re.MULTILINE
    )
