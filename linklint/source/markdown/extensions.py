"""The syntax extensions of Markdown that sites add to GitHub's, by their names in ``Dialect.extensions``."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from markdown_it import MarkdownIt

from linklint.source.markdown.attributes import read_attributes
from linklint.source.markdown.crossrefs import read_bookdown_references, read_quarto_references
from linklint.source.markdown.definitions import read_inner_definitions
from linklint.source.markdown.docfx import read_docfx_syntax
from linklint.source.markdown.fences import read_containers
from linklint.source.markdown.html_elements import read_html_elements
from linklint.source.markdown.html_holders import read_markdown_in_html
from linklint.source.markdown.indented import read_admonitions, read_tabs
from linklint.source.markdown.mathematics import read_formulas
from linklint.source.markdown.myst import read_myst_syntax
from linklint.source.markdown.noted_links import link_before_notes
from linklint.source.markdown.pandoc import read_pandoc_syntax
from linklint.source.markdown.terms import read_definition_lists
from linklint.source.markdown.vault import read_vault_syntax

EXTENSIONS: Mapping[str, Callable[[MarkdownIt], None]] = {
    "admonitions": read_admonitions,
    "attributes": read_attributes,
    "bookdown-references": read_bookdown_references,
    "containers": read_containers,
    "definition-lists": read_definition_lists,
    "docfx": read_docfx_syntax,
    "markdown-in-html": read_markdown_in_html,
    "html-elements": read_html_elements,
    "inner-definitions": read_inner_definitions,
    "math": read_formulas,
    "myst": read_myst_syntax,
    "noted-links": link_before_notes,
    "obsidian": read_vault_syntax,
    "pandoc": read_pandoc_syntax,
    "quarto-references": read_quarto_references,
    "tabs": read_tabs,
}


def add_extensions(md: MarkdownIt, names: tuple[str, ...]) -> None:
    """Add those of these extensions that are in the table to a parser."""
    for name, add in EXTENSIONS.items():
        if name in names:
            add(md)
