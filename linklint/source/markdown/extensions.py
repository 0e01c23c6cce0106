"""The syntax extensions of Markdown that sites add to GitHub's, by their names in ``Dialect.extensions``."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin

from linklint.source.markdown.attributes import read_attributes
from linklint.source.markdown.fences import read_containers
from linklint.source.markdown.indented import read_admonitions, read_tabs
from linklint.source.markdown.mathematics import read_formulas
from linklint.source.markdown.vault import read_vault_syntax

EXTENSIONS: Mapping[str, Callable[[MarkdownIt], None]] = {
    "admonitions": read_admonitions,
    "attributes": read_attributes,
    "containers": read_containers,
    "definition-lists": deflist_plugin,
    "math": read_formulas,
    "obsidian": read_vault_syntax,
    "tabs": read_tabs,
}


def add_extensions(md: MarkdownIt, names: tuple[str, ...]) -> None:
    """Add those of these extensions that are in the table to a parser."""
    for name, add in EXTENSIONS.items():
        if name in names:
            add(md)
