"""The dialects that need no framework: what a file's syntax is when only its name is known."""

from __future__ import annotations

from linklint.model.document import Dialect

GITHUB_EXTENSIONS = ("alerts", "autolinks", "footnotes", "strikethrough", "tables", "tasklists")

COMMONMARK = Dialect()
"""Plain CommonMark 0.31 with YAML front matter."""

GFM = Dialect(extensions=GITHUB_EXTENSIONS)
"""Markdown as GitHub shows it. Sites add ``wikilinks`` and ``heading-ids`` to these extensions."""

HTML = Dialect(syntax="html")
"""An HTML file."""
