"""Jekyll: which fragments a page has. kramdown's own ids (https://kramdown.gettalong.org/options.html#option-auto-ids),
those of its layout, those of elements."""

from __future__ import annotations

import re
from collections.abc import Sequence

from linklint.model.document import Document
from linklint.site.fragments import FURTHER, document_fragments
from linklint.site.profiles.jekyll.config import Config
from linklint.source.slugs import github_slugs, kramdown_gfm_slugs, kramdown_slugs, typographic_text

TEMPLATE = re.compile(r"\{\{|\{%")


def find_fragments(
    config: Config, frame: frozenset[str], known: frozenset[str], documents: Sequence[Document]
) -> frozenset[str] | None:
    """The page's fragments; None where something is taken in that is not here.
    ``frame``: ids of layouts; with FURTHER in it, plugins may make more. ``known``: names of partials that are here."""
    ids = document_fragments(documents)
    if ids is None or any(_is_unknown(document, known) for document in documents):
        return None
    options = config.values.get("kramdown")
    options = options if isinstance(options, dict) else {}
    found = set(ids | frame)
    markdown = [document for document in documents if document.syntax == "markdown"]
    headings = [heading for document in markdown for heading in document.headings]
    if (
        any(TEMPLATE.search(text) for text in (*ids, *(heading.raw for heading in headings)))
        or options.get("transliterated_header_ids") is True
    ):
        found.add(FURTHER)
    if options.get("auto_ids") is False or not headings:
        return frozenset(found)
    headings = [heading for heading in headings if heading.id or not TEMPLATE.search(heading.raw)]
    explicit = [heading.id for heading in headings]
    shown = [typographic_text(heading.text, heading.raw) for heading in headings]
    if config.text("markdown", "kramdown").lower() != "kramdown":
        slugs = github_slugs(shown)
    else:
        # The parser for GitHub's dialect leaves headings inside HTML elements to kramdown's own algorithm.
        slugs = kramdown_slugs([heading.raw for heading in headings], explicit)
        slugs += kramdown_gfm_slugs(shown, explicit) if options.get("input", "GFM") == "GFM" else []
    prefix = str(options.get("auto_id_prefix") or "")
    found.update(prefix + slug for slug in slugs if slug)
    return frozenset(found)


def _is_unknown(document: Document, known: frozenset[str]) -> bool:
    for include in document.includes:
        if include.kind in ("include", "include-relative"):
            if include.written not in known:
                return True
        elif include.kind != "shortcode":
            return True
    return False
