"""Fragments of GitBook's pages.

How GitBook slugs a heading is not published: ``1. A(d)-hoc`` becomes ``id-1.-a-d-hoc`` or ``id-1-a-d-hoc``, ``&``
becomes ``and`` or nothing, ``<`` becomes ``less-than``. So a fragment counts as there when a heading has the same
letters and digits; that is never a false alarm, and a fragment that no heading resembles is missing for certain.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from linklint.model.document import Document, WrittenLink
from linklint.site.fragments import FURTHER, OK, Verdict, document_fragments, judge_fragment
from linklint.source.slugs import github_slugs

# Blocks whose headings GitBook makes: API operations, models, tabs, list of updates.
MAKERS = ("openapi", "swagger", "api-method", "updates")
TAB_TITLE = re.compile(r"(?:tab|expandable)\b.*?title=(\"[^\"]*\"|'[^']*')")
NUMBER = re.compile(r"(?<!\d)\d++$")
PREFIXES = ("user-content-", "id-")
SUMMARY = re.compile(r"<summary\b[^>]{0,500}+>(.{0,2000}?)</summary>", re.DOTALL | re.IGNORECASE)
ALT = re.compile(r"<img\b[^>]{0,500}?\balt=\"([^\"]{0,500}+)\"[^>]{0,500}+>", re.IGNORECASE)
TAG = re.compile(r"<[^>]{1,2000}+>")
BRACKETS = re.compile(r"\b(?:less|greater)-than\b")
# An annotation is a link to a footnote, with the reference beside it: ``[word](#user-content-fn-1)[^1]``.
NOTE = re.compile(r"^[ \t]*\[\^([^\]\s]{1,200})\]:", re.MULTILINE)
NOTE_ID = "user-content-fn-"


class Beside(NamedTuple):
    """What a text says beside its document: titles of expandable blocks, and labels of footnotes."""

    titles: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


NOTHING = Beside()


def look_beside(data: bytes) -> Beside:
    """The titles of a text's expandable blocks (``<summary>``), and the labels of the footnotes that it defines."""
    text = data.decode(errors="replace")
    titles = tuple(form for match in SUMMARY.finditer(text) for form in _show(match[1]))
    return Beside(titles, tuple(NOTE.findall(text)) if NOTE_ID in text else ())


def page_fragments(beside: Mapping[int, Beside], documents: Sequence[Document]) -> frozenset[str] | None:
    """Explicit ids (``<a href="#x" id="x"></a>`` in headings), slugs of headings, tabs and expandable blocks, and the
    ids of annotations."""
    ids = document_fragments(documents)
    if ids is None:
        return None
    texts = [heading.text for document in documents for heading in document.headings]
    found = {*ids, *github_slugs(texts)}
    for document in documents:
        titles = [form for heading in document.headings if "<img" in heading.raw for form in _show(heading.raw)]
        here = beside.get(id(document), NOTHING)
        found.update(github_slugs([*titles, *here.titles]))
        found.update(NOTE_ID + label for label in here.notes)
        for include in document.includes:
            title = TAB_TITLE.match(include.written)
            if title:
                found.update(github_slugs([title[1][1:-1]]))
            if include.written.startswith(MAKERS) or include.kind == "macro" or _is_unknown(include.written):
                found.add(FURTHER)
    return frozenset(found)


def judge(fragment: str, fragments: frozenset[str] | None, written: WrittenLink) -> Verdict:
    """Whether the fragment is there, or one of the same letters and digits."""
    verdict = judge_fragment(fragment, fragments, written)
    if verdict.status == "ok" or fragments is None or fragment.startswith(NOTE_ID):
        return verdict
    if not _squeeze(fragment).isdisjoint(_squeezed(fragments)):
        return OK
    return verdict


def _show(html: str) -> tuple[str, str]:
    """The text without its tags, images left out and by their descriptions."""
    return TAG.sub("", html), TAG.sub("", ALT.sub(r"\1", html)).replace("&amp;", "&")


def _is_unknown(written: str) -> bool:
    """Whether an included block lies in the space's own store, not in the repository."""
    return written.startswith("/reusable-content/")


@lru_cache(maxsize=512)
def _squeezed(fragments: frozenset[str]) -> frozenset[str]:
    return frozenset(form for fragment in fragments for form in _squeeze(fragment))


def _squeeze(fragment: str) -> frozenset[str]:
    for prefix in PREFIXES:
        fragment = fragment.removeprefix(prefix)
    words = [word for word in re.split(r"[\W_]+", fragment.casefold().replace("&", " and ")) if word]
    whole, without = "".join(words), "".join(word for word in words if word != "and")
    bare = "".join(re.split(r"[\W_]+", BRACKETS.sub("", fragment.casefold())))
    forms = {whole, without, bare, NUMBER.sub("", whole), NUMBER.sub("", without)}
    return frozenset(form for form in forms if form)
