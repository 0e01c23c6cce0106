"""The syntax that the configured Markdown extensions give to pages."""

from __future__ import annotations

from linklint.model.document import Dialect
from linklint.site.profiles.mkdocs.settings import MkdocsSettings
from linklint.source.dialects import LAST_COUNTS

ALWAYS = ("blank-destinations", "inner-definitions", "last-definition", "noted-links", "tables")
# Extensions of Python-Markdown and PyMdown → extensions of a dialect.
EXTENSIONS = {
    "attr_list": "attributes",
    "admonition": "admonitions",
    "pymdownx.details": "admonitions",
    "def_list": "definition-lists",
    "md_in_html": "markdown-in-html",
    "footnotes": "footnotes",
    "pymdownx.tilde": "strikethrough",
    "pymdownx.tabbed": "tabs",
    "pymdownx.arithmatex": "math",
    "pymdownx.magiclink": "autolinks",
    "pymdownx.tasklist": "tasklists",
    "wikilinks": "wikilinks",
}
TOGETHER = {
    "extra": ("attributes", "definition-lists", "footnotes", "markdown-in-html"),
    "pymdownx.extra": ("attributes", "definition-lists", "footnotes", "markdown-in-html"),
    "markdown.extensions.extra": ("attributes", "definition-lists", "footnotes", "markdown-in-html"),
}


def make_dialect(settings: MkdocsSettings) -> Dialect:
    """Python-Markdown as ``markdown_extensions`` sets it up; MkDocs always has ``tables``, ``toc`` and fenced code."""
    found = set(ALWAYS)
    for name in settings.extensions:
        short = name.removeprefix("markdown.extensions.")
        if short in EXTENSIONS:
            found.add(EXTENSIONS[short])
        found.update(TOGETHER.get(name, ()))
    masks = ["mkdocstrings"] if settings.plugin("mkdocstrings") or "mkdocs-click" in settings.extensions else []
    if settings.rewriter:
        masks.append("comment-macros")
    if "pymdownx.snippets" in settings.extensions:
        masks.append("snippets")
    if settings.plugin("macros", "include-markdown", "jinja2"):
        masks.append("jinja")
    return Dialect(extensions=tuple(sorted(found)), front_matter=LAST_COUNTS, masks=tuple(sorted(masks)))
