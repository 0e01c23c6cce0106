"""Hugo: which fragments a page has (https://gohugo.io/configuration/markup/#parserautoheadingid)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from linklint.model.document import Document
from linklint.site.fragments import FURTHER, document_fragments
from linklint.site.profiles.hugo.config import Config
from linklint.site.profiles.hugo.templates import Templates, included_path, named_ids, shortcode_name
from linklint.source.decode import decode
from linklint.source.masks.code import find_outside_code
from linklint.source.slugs import goldmark_slugs, typographic_text

TEMPLATE = re.compile(r"\{\{[<%]")
# Of ``{##id}`` Goldmark reads two ids (``ParseAttributes``): an empty one, and the one that counts.
DOUBLED = re.compile(r"\{##+([^\s{}#]+)[^{}\n]*\}\s*\Z")
# A heading that seems to be code, but may be one in a list: what stands between the tags of a shortcode is read by
# itself, so its lines do not end the list.
INDENTED = re.compile(r"^(?: {4}|\t)[ \t]*#{2,6}[ \t]+\S", re.MULTILINE)
CLOSING = re.compile(rb"\{\{[<%]\s*/")


def has_hidden_headings(data: bytes) -> bool:
    """Whether shortcodes of a text may make it unclear what is a heading."""
    return CLOSING.search(data) is not None and bool(find_outside_code(INDENTED, decode(data)[0], spans=False))


def find_fragments(
    config: Config, templates: Templates, made: frozenset[int], documents: Sequence[Document]
) -> frozenset[str] | None:
    """The page's ids: of elements, headings and terms, and those of templates; with further ones where a shortcode may
    make headings. ``made``: identities of documents into whose pages templates put ids of data."""
    ids = document_fragments(documents)
    if ids is None:
        return None
    found = set(ids | templates.ids)
    if any(id(document) in made for document in documents):
        found.add(FURTHER)
    for document in documents:
        for include in document.includes:
            if include.kind == "shortcode":
                found.update(named_ids(include, templates))
                found |= templates.begun
    parser = config.get("markup", "goldmark", "parser")
    parser = parser if isinstance(parser, dict) else {}
    kind = str(parser.get("autoidtype") or parser.get("autoheadingidtype") or "github")
    parts = [*(heading for document in documents if document.syntax == "markdown" for heading in document.headings)]
    known = [part for part in parts if part.id or not TEMPLATE.search(part.raw)]
    if parser.get("autodefinitiontermid") is True:
        known += [term for document in documents for term in document.terms]
    if len(known) < len(parts) or any(_makes_headings(document, templates, len(documents)) for document in documents):
        found.add(FURTHER)
    found.update(match[1] for part in parts if (match := DOUBLED.search(part.raw)))
    if parser.get("autoheadingid") is not False:
        explicit = [part.id for part in known]
        found.update(goldmark_slugs([part.raw.strip().rpartition("\n")[2] for part in known], explicit, kind))
        found.update(goldmark_slugs([typographic_text(part.text, part.raw) for part in known], explicit, kind))
    return frozenset(found)


def _makes_headings(document: Document, templates: Templates, parts: int) -> bool:
    for include in document.includes:
        if include.kind == "macro":
            continue
        if included_path(include) is not None:
            if parts < 2:
                return True
        elif shortcode_name(include) not in templates.plain:
            return True
    return False
