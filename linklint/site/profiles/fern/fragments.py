"""Fragments of Fern's pages: headings, and components with a title. The site counts both as github-slugger does, after
it put typographic signs in (https://github.com/fern-api/fern-platform: ``rehype-slug.ts``, ``custom-headings.ts``)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from linklint.model.document import Document, WrittenLink
from linklint.site.fragments import FURTHER, Verdict, document_fragments
from linklint.site.profiles.mdx import has_further, judge_mdx_fragment
from linklint.source.slugs import github_slugs, typographic_text

TAG = re.compile(r"<(?:Accordion|Card|Expandable|ParamField|Step|Tab)\b(?P<rest>(?:[^<>\"']|\"[^\"]*+\"|'[^']*+')*+)")
TITLE = re.compile(r"\b(?:title|name|path|query|body|header)=\{?[\"'`]([^\"'`]*)[\"'`]")
SHOWN = re.compile(r"<Markdown\b[^<>]*?\bsrc=\{?[\"']([^\"'\n]+)[\"']")
# Components that show parts of the description of an API, with ids of their own.
SCHEMAS = re.compile(r"<(?:Endpoint\w*|Runnable\w*|Schema\w*|Webhook\w*)\b")
# What a program puts in before the site is published.
FILLED = re.compile(r"\bBEGIN[ -](?:AUTO-?)?GENERATED\b[^\n]*+\n\s*+(?:(?!END)\S++\s*+)?END[ -](?:AUTO-?)?GENERATED\b")
EXPLICIT = re.compile(r"\s*(?:\[#([^\]]+)\]|\{#([^}]+)\})\s*$")
STEP = re.compile(r"step-\d+(?:-\d+)*")
EMOJI = re.compile(r":[a-z0-9_+-]+:")


class Parts(NamedTuple):
    """What a text holds besides Markdown: ``titles`` of components, ``shown`` files, whether it has ids that cannot be
    known."""

    titles: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    further: bool = False


def find_parts(data: bytes) -> Parts:
    """The parts of a page's text."""
    if b"<" not in data and b"GENERATED" not in data:
        return Parts()
    text = data.decode(errors="replace")
    said = [title for tag in TAG.finditer(text) for title in TITLE.findall(tag["rest"])]
    titles = (*said, *(title.rpartition(".")[2] for title in said if "." in title and " " not in title))
    further = SCHEMAS.search(text) is not None or ("GENERATED" in text and FILLED.search(text) is not None)
    return Parts(titles, tuple(SHOWN.findall(text)), further)


def page_fragments(parts: Mapping[int, Parts], documents: Sequence[Document]) -> frozenset[str] | None:
    """Ids of headings, elements and components. ``parts``: identity of a document → its parts."""
    ids = document_fragments(documents)
    if ids is None:
        return None
    found = set(ids)
    plain, typographic = [], []
    for document in documents:
        own = parts.get(id(document), Parts())
        for heading in document.headings:
            explicit = EXPLICIT.search(heading.text) if heading.text.endswith(("]", "}")) else None
            if explicit:
                found.add(explicit[1] or explicit[2])
            text = EXPLICIT.sub("", heading.text) if explicit else heading.text
            plain.append(text)
            typographic.append(EMOJI.sub("", typographic_text(text, heading.raw)))
        if own.further or has_further(document):
            found.add(FURTHER)
    titles = [title for document in documents for title in parts.get(id(document), Parts()).titles]
    for texts in (plain, typographic):
        found.update(github_slugs(texts))
        if titles:
            found.update(github_slugs([*texts, *titles]))
    return frozenset(found)


def judge(fragment: str, fragments: frozenset[str] | None, written: WrittenLink) -> Verdict:
    """As browsers do. What stands in an accordion or a tab has its name before its own: ``install.windows``. Steps
    without a title are numbered: in what order is not known."""
    verdict = judge_mdx_fragment(fragment, fragments, written)
    if verdict.status == "fragment-missing" and STEP.fullmatch(fragment):
        return Verdict("fragment-unverifiable", "steps may be numbered so")
    if verdict.status == "fragment-missing" and fragments is not None and fragment.rpartition(".")[2] in fragments:
        return judge_mdx_fragment(fragment.rpartition(".")[2], fragments, written)
    return verdict
