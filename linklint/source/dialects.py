"""The dialects that need no framework: what a file's syntax is when only its name is known."""

from __future__ import annotations

from linklint.model.document import Dialect

GITHUB_EXTENSIONS = ("alerts", "autolinks", "footnotes", "strikethrough", "tables", "tasklists")

COMMONMARK = Dialect()
"""Plain CommonMark 0.31 with YAML front matter."""

GFM = Dialect(extensions=GITHUB_EXTENSIONS)
"""Markdown as GitHub shows it. Sites add ``wikilinks`` and ``heading-ids`` to these extensions."""

LAST_COUNTS = ("last-counts", "yaml")
"""Front matter of builds in Ruby and Python: of a key that stands twice, the last value is taken."""
HTML = Dialect(syntax="html")
"""An HTML file."""
