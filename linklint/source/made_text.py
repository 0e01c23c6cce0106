"""Links whose text is made when the page is built or shown, so that the source does not hold it."""

from __future__ import annotations

import re

import msgspec

from linklint.model.document import Dialect, Document, WrittenLink

_LINKS = frozenset({"a", "area"})
_ELEMENT = re.compile(r"<(?:[a-z][a-z0-9.]*[-:][\w.:-]*|slot)(?=[\s/>])", re.IGNORECASE)
"""A slot, or a custom element (https://html.spec.whatwg.org/multipage/custom-elements.html#valid-custom-element-name),
or one with a prefix, as icons have: ``<carbon:star />``."""
_COMPONENT = re.compile(r"<[A-Z]\w*[a-z][\w.]*(?=[\s/>])")
"""A component of JSX or Vue; not ``<IMG>``."""
_EXPRESSION = re.compile(r"\{\s*(?!/\*)[^\s}]|\{%|<%|<\?")


def note_made_texts(text: str, document: Document, dialect: Dialect) -> Document:
    """The document, with ``made`` set on its links without any text that hold what may become one: a custom element, a
    slot, a component, an expression; and on those that the site fills: roles, with ``filled-links`` all, with
    ``filled-names`` those that show the file that they name."""
    names = "filled-names" in dialect.extensions
    if all((link.text and not names) or link.element not in _LINKS for link in document.links):
        return document
    patterns = [_ELEMENT, *([_COMPONENT] if dialect.syntax == "markdown" else [])]
    if dialect.masks or "mdx" in dialect.extensions:
        patterns.append(_EXPRESSION)

    fills = "filled-links" in dialect.extensions

    def is_made(link: WrittenLink) -> bool:
        if names and link.element in _LINKS and _shows_file(link):
            return True
        if link.text or link.element not in _LINKS:
            return False
        if link.syntax == "role" or (fills and link.syntax == "inline"):
            return True
        content = _find_content(text, link)
        return any(pattern.search(content) for pattern in patterns)

    links = tuple(msgspec.structs.replace(link, made=True) if is_made(link) else link for link in document.links)
    return msgspec.structs.replace(document, links=links)


def _shows_file(link: WrittenLink) -> bool:
    """Whether the text is the name of the Markdown file, or the path to it, that the link leads to."""
    path = link.href.partition("#")[0]
    return link.text.endswith(".md") and f"/{path}".endswith(f"/{link.text.strip()}") and "://" not in path


def _find_content(text: str, link: WrittenLink) -> str:
    """What stands inside the link: before the destination in Markdown, after the start tag in HTML."""
    if link.syntax not in ("html", "jsx"):
        end = link.destination.start if link.destination and link.syntax == "inline" else link.span.end
        return text[link.start : end]
    start = link.destination.end if link.destination else link.start
    return text[start : link.span.end].partition(">")[2]
