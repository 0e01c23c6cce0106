"""The ids of a page: those of elements and cells, and Pandoc's of headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from linklint.model.document import Document, Heading, WrittenLink
from linklint.site.fragments import FURTHER, OK, Verdict, document_fragments, excuse_parameters, judge_fragment
from linklint.source.slugs import pandoc_slugs, typographic_text

# What is in each page, and what numbers of notes, lines of code and tabs are in; sources of a bibliography.
BUILT = re.compile(
    r"title-block-header|quarto-[\w\-]+|TOC|toc-[\w\-]+|refs|references|bibliography|footnotes|citation|"
    r"fn(?:ref)?\d+|ref-.+|cb\d+(?:-\d+)?|tabset-\d+-\d+(?:-tab)?|annotated-cell-.+|listing-.+|tippy-.+"
)
# Headings whose ids are made of what a build puts in: values of code, shortcodes, notes, numbers of references.
OPEN = re.compile(r"\{\{<|`\{?[a-z]+\}?[ \t][^`]+`|!\[|\^\[|<br|(?<!\w)@\w")
PART = re.compile(r"-(?:\d+|[a-z])$")
"""Behind the label of a figure or table, its part."""


def find_fragments(documents: Sequence[Document]) -> frozenset[str] | None:
    """The ids of a page that is made of these documents."""
    ids = document_fragments(documents)
    if ids is None:
        return None
    headings = [heading for document in documents for heading in document.headings]
    found = ids.union(slug_headings(headings))
    found = found.union(each.replace(".", "") for each in found if "." in each)  # as older versions of Pandoc
    wanted = sum(include.kind == "include" for document in documents for include in document.includes)
    if wanted > len(documents) - 1 or any(map(makes_text, documents)) or any(map(is_open, headings)):
        found |= {FURTHER}
    return found


def slug_headings(headings: Sequence[Heading]) -> list[str]:
    """The ids of these headings."""
    texts = [typographic_text(heading.text, heading.raw) for heading in headings]
    return pandoc_slugs(texts, [heading.id for heading in headings])


def is_open(heading: Heading) -> bool:
    """Whether a build changes the heading before it gets its id."""
    return heading.id is None and OPEN.search(heading.raw) is not None


def makes_text(document: Document) -> bool:
    """Whether code of the document writes parts of the page."""
    return any(include.kind == "generator" for include in document.includes)


def judge(fragment: str, fragments: frozenset[str] | None, written: WrittenLink) -> Verdict:
    """As browsers do; pages with lists of others read some by themselves (``#category=news``)."""
    if BUILT.fullmatch(fragment):
        return OK
    verdict = judge_fragment(fragment, fragments, written)
    if verdict.status == "fragment-missing" and written.syntax == "role":
        return judge_fragment(PART.sub("", fragment), fragments, written)
    if verdict.status == "fragment-missing" and written.syntax == "nav" and written.href.startswith("#"):
        return Verdict("fragment-unverifiable", "an extension may put this place in each page")
    return excuse_parameters(verdict, fragment)
