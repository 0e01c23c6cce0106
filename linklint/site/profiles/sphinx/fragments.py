"""The ids of a page: of headings, labels and elements; and what may have further ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from linklint.model.document import Document, Heading, WrittenLink
from linklint.site.fragments import FURTHER, Verdict, document_fragments, judge_fragment
from linklint.site.profiles.sphinx.settings import SphinxSettings
from linklint.source.slugs import docutils_id, myst_slugs

MAKING = frozenset({"generator", "macro"})
ROLE = re.compile(r"\{[\w\-+:.]+\}`+[^`]*`+")
# Ids that are numbers: of headings that have the same text as another or none, of footnotes and their uses.
NUMBERED = re.compile(r"(?:id|footnote-|footnote-reference-|toc-entry-|index-)\d+|fn.*|(?:equation|term|cite)-.+")
ALL_LEVELS = 6


def find_fragments(settings: SphinxSettings, documents: Sequence[Document]) -> frozenset[str] | None:
    """The ids of a page that is made of these documents."""
    ids = document_fragments(documents)
    if ids is None:
        return None
    found = {*ids, *map(docutils_id, ids), *map(str.lower, ids)}
    headings = [heading for document in documents for heading in document.headings]
    found.update(docutils_id(heading.text) for heading in headings)
    matter = documents[0].front_matter or {}
    if isinstance(matter.get("title"), str):
        found.add(docutils_id(matter["title"]))
    found.update(_list_anchors(settings, documents[0], headings))
    for document in documents:
        found.update(docutils_id(term.text) for term in document.terms)
    if any(include.kind in MAKING for document in documents for include in document.includes):
        found.add(FURTHER)
    wanted = sum(include.kind == "include" for document in documents for include in document.includes)
    if wanted > len(documents) - 1:  # something is taken in that is not read
        found.add(FURTHER)
    return frozenset(found - {""})


def _list_anchors(settings: SphinxSettings, document: Document, headings: Sequence[Heading]) -> Iterator[str]:
    """The anchors that are asked for by ``myst_heading_anchors``, or by the page itself."""
    own = (document.front_matter or {}).get("myst")
    level = own.get("heading_anchors", settings.anchors) if isinstance(own, dict) else settings.anchors
    level = level if isinstance(level, int) else ALL_LEVELS
    anchored = [heading for heading in headings if heading.level <= level]
    if not anchored:
        return
    if settings.slugs == "docutils":
        return  # the ids that they have anyway
    yield from myst_slugs(heading.text for heading in anchored)
    if any(ROLE.search(heading.raw) for heading in anchored):  # the text of a role is left out
        yield from myst_slugs(ROLE.sub("", heading.raw) if "`" in heading.raw else heading.text for heading in anchored)
    if not settings.slugs:
        yield FURTHER


def judge(defines: bool, fragment: str, fragments: frozenset[str] | None, written: WrittenLink) -> Verdict:
    """As browsers do. ``#name`` by itself leads to any label of this project or of others."""
    verdict = judge_fragment(fragment, fragments, written)
    if verdict.status != "fragment-missing":
        return verdict
    if NUMBERED.fullmatch(fragment):
        return Verdict("fragment-unverifiable", "docutils numbers some ids")
    is_label = written.href.startswith(("#", "project:#")) and written.syntax in ("inline", "reference", "autolink")
    if defines and is_label:
        return Verdict("fragment-unverifiable", "code, an extension or another project may define this label")
    return verdict
