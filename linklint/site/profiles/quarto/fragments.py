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
LABELS = "\0labels"  # among the fragments of a page that may have others which authors choose, such as labels
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
    if lacks_parts(documents) or any(makes_text(each, "ids") for each in documents):
        return found | {FURTHER, LABELS}
    if any(map(makes_text, documents)) or any(map(is_open, headings)):
        return found | {FURTHER}
    return found


def lacks_parts(documents: Sequence[Document]) -> bool:
    """Whether the page takes in what was not found: a file that is named by code, or that is not there."""
    wanted = {include.written for each in documents for include in each.includes if include.kind == "include"}
    return len(wanted) > len(documents) - 1


def slug_headings(headings: Sequence[Heading]) -> list[str]:
    """The ids of these headings."""
    texts = [typographic_text(heading.text, heading.raw) for heading in headings]
    return pandoc_slugs(texts, [heading.id for heading in headings])


def is_open(heading: Heading) -> bool:
    """Whether a build changes the heading before it gets its id."""
    return heading.id is None and OPEN.search(heading.raw) is not None


def makes_text(document: Document, what: str = "") -> bool:
    """Whether code of the document writes parts of the page that may have headings; ``what``: ``ids`` for those that
    may hold some that authors choose, ``any`` also for what is hardly more than links."""
    kinds = {"": ("ids", "text"), "ids": ("ids",), "any": ("ids", "links", "text")}[what]
    return any(each.kind == "generator" and each.written in kinds for each in document.includes)


def judge(fragment: str, fragments: frozenset[str] | None, written: WrittenLink) -> Verdict:
    """As browsers do; pages with lists of others read some by themselves (``#category=news``)."""
    if BUILT.fullmatch(fragment):
        return OK
    if fragment.startswith("/"):  # slides: https://revealjs.com/links/
        verdict = judge_fragment(fragment[1:], fragments, written)
        return verdict if verdict.status == "ok" else Verdict("fragment-unverifiable", "slides read it by a script")
    verdict = judge_fragment(fragment, fragments, written)
    if verdict.status != "ok" and written.syntax == "role" and fragments is not None:
        known = fragments if LABELS in fragments else fragments - {FURTHER}
        return judge_fragment(PART.sub("", fragment), known, written)
    if verdict.status == "fragment-missing" and written.syntax == "nav" and written.href.startswith("#"):
        return Verdict("fragment-unverifiable", "an extension may put this place in each page")
    return excuse_parameters(verdict, fragment)
