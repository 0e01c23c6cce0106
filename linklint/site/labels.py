"""Reference labels that the file which uses them does not define: other files of the site, headings or partials do."""

from __future__ import annotations


def normalise_label(label: str) -> str:
    """As labels are matched (https://spec.commonmark.org/0.31.2/#matches)."""
    return " ".join(label.split()).casefold()
