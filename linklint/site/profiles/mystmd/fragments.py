"""The ids of a page."""

from __future__ import annotations

from collections.abc import Sequence

from linklint.model.document import Document, WrittenLink
from linklint.site.fragments import FURTHER, OK, PARTLY_READ, Verdict, judge_fragment
from linklint.site.profiles.mystmd.references import References, list_explicit, list_headings
from linklint.source.slugs import mystmd_id, mystmd_label
from linklint.source.slugs.numbering import number_until_free


def find_fragments(documents: Sequence[Document]) -> frozenset[str] | None:
    """The labels and ids of a page that is made of these documents."""
    if any(note.kind in PARTLY_READ for document in documents for note in document.notes):
        return None
    given = {label for document in documents for label in list_explicit(document)}
    headings = [slug for document in documents for slug in list_headings(document)]
    explicit = {mystmd_label(each.id) for document in documents for each in document.headings if each.id}
    found = {*given, *map(mystmd_id, given), *headings, *number_until_free(headings), *explicit}
    wanted = sum(include.kind == "include" for document in documents for include in document.includes)
    is_partial = wanted > len(documents) - 1
    if is_partial or any(include.kind == "generator" for document in documents for include in document.includes):
        found.add(FURTHER)
    return frozenset(found - {""})


def judge(references: References, fragment: str, fragments: frozenset[str] | None, written: WrittenLink) -> Verdict:
    """As mystmd compares labels: without quotation marks and letter case. What the named page lacks and another has
    leads there."""
    label = mystmd_label(fragment)
    if label in references.labels and fragments is not None:
        return OK
    return judge_fragment(label, fragments, written)
