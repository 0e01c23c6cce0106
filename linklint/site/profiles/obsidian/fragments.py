"""Headings and blocks of notes: links name headings by their text, punctuation and letter case aside
(https://obsidian.md/help/links)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from linklint.model.document import Document, WrittenLink
from linklint.site.components import FROM_MARKDOWN
from linklint.site.fragments import OK, Verdict, document_fragments, judge_fragment

# The characters that Obsidian reads as spaces when it compares headings.
PUNCTUATION = re.compile(r"[!\"#$%&()*+,.:;<=>?@^`{|}~/\[\]\\\r\n]")
MARKUP = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]]*)\]\]|\[([^\[\]]*)\]\([^()]*\)")
IN_MEDIA = re.compile(r"(?:page|t|height|width|view|offset|annotation|toolbar|selection)=.*", re.IGNORECASE)


def page_fragments(documents: Sequence[Document]) -> frozenset[str] | None:
    """Texts of headings in the form in which they are compared, block ids (``^id``), ids of elements."""
    ids = document_fragments(documents)
    if ids is None:
        return None
    found = {each.lower() if each.startswith("^") else each for each in ids}
    for document in documents:
        for heading in document.headings:
            bare = MARKUP.sub(lambda match: match[1] or match[2] or "", heading.raw)
            found.update(map(normalise, {heading.text, heading.raw, bare}))
    return frozenset(found)


def judge(fragment: str, fragments: frozenset[str] | None, written: WrittenLink) -> Verdict:
    """Whether the headings of ``A#B`` are there, or the block of ``^id``."""
    if IN_MEDIA.fullmatch(fragment):
        return OK
    if fragments is None or fragment in fragments:
        return judge_fragment(fragment, fragments, written)
    if fragment.startswith("^"):
        there = fragment.lower() in fragments
        return OK if there else Verdict("fragment-missing", f'the note has no block "{fragment}"')
    wanted = [normalise(part) for part in fragment.split("#")]
    if all(not part or part in fragments or part.replace("-", " ") in _spaced(fragments) for part in wanted):
        return OK
    whole = normalise(fragment)
    return OK if whole in fragments else Verdict("fragment-missing", f'the note has no heading "{fragment}"')


def judge_shown(fragment: str, fragments: frozenset[str] | None, written: WrittenLink) -> Verdict:
    """As ``judge``, in a vault that a site shows: that one makes the ids that addresses name."""
    verdict = judge(fragment, fragments, written)
    if verdict.status == "fragment-missing" and written.syntax in FROM_MARKDOWN:
        return Verdict(
            "fragment-unverifiable", "a site shows the vault, and makes the ids of headings by its own rules"
        )
    return verdict


def normalise(text: str) -> str:
    """The text as headings are compared. Whether Obsidian leaves out punctuation beyond ASCII is not documented; here
    it never makes a difference."""
    plain = PUNCTUATION.sub(" ", unicodedata.normalize("NFC", text)).lower()
    if not plain.isascii():
        plain = plain.translate({ord(c): " " for c in set(plain) if _is_punctuation(c)})
    return " ".join(plain.split())


@lru_cache(maxsize=4096)
def _is_punctuation(character: str) -> bool:
    return not character.isascii() and unicodedata.category(character)[0] in "PS"


def _spaced(fragments: frozenset[str]) -> frozenset[str]:
    return frozenset(each.replace("-", " ") for each in fragments)
