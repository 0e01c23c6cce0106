"""Fragments of Mintlify's pages: headings, and components that open at their own address
(https://www.mintlify.com/docs/create/text, /guides/linking, /api-playground/overview)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from linklint.model.document import Document
from linklint.site.fragments import FURTHER, document_fragments
from linklint.source.slugs import github_slugs, mintlify_slugs

TAG = re.compile(
    r"<(?P<name>Accordion|Tab|Step|Update|Expandable|Card|ParamField|ResponseField|Property)\b(?P<rest>[^<>]*)"
)
TITLE = re.compile(r"\b(?:title|label|name|path|query|body|header)=\{?[\"'`]([^\"'`]*)[\"'`]")
# Which of the two gives an update its address is not documented.
UPDATE = re.compile(r"\b(?:label|description)=\{?[\"'`]([^\"'`]*)[\"'`]")
SIGNS = re.compile(r"[\W_]+")
HUMP = re.compile(r"(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")  # the parameter maxTokens is #param-max-tokens
SNIPPET = re.compile(r"<Snippet\b[^<>]*\bfile=\{?[\"']([^\"']+)[\"']")
ELEMENT = re.compile(r"<(\w+)\b[^<>]*>[^<>]*</\1>|<[^<>]+>|`")  # whether a badge's text counts is not documented
# Descriptions of APIs, and the address that the page stands for (https://www.mintlify.com/docs/organize/pages).
MADE = ("api", "asyncapi", "openapi", "openapi-schema", "url")
CODE_PARTS = (".jsx", ".tsx", ".js", ".ts")


class Parts(NamedTuple):
    """What a text holds besides Markdown: ``titles`` of components that have an address, ``snippets`` by the tag."""

    titles: tuple[str, ...] = ()
    snippets: tuple[str, ...] = ()


def find_parts(data: bytes) -> Parts:
    """The parts of a page's text."""
    text = data.decode(errors="replace")
    return Parts(tuple(_titles(text)), tuple(SNIPPET.findall(text)))


def page_fragments(parts: Mapping[int, Parts], documents: Sequence[Document]) -> frozenset[str] | None:
    """Ids of headings, elements and components. ``parts``: identity of a document → its parts. Parameters of a
    generated page of an API have fragments too, which cannot be known."""
    ids = document_fragments(documents)
    if ids is None:
        return None
    headings = [heading for document in documents for heading in document.headings]
    given = [heading.id for heading in headings]
    found = {*ids, *mintlify_slugs([heading.text for heading in headings], given)}
    for document in documents:
        if len(documents) > 1 or any(each is not None for each in given):
            found.update(mintlify_slugs([heading.text for heading in document.headings]))
        found.update(mintlify_slugs([ELEMENT.sub("", each.raw) for each in document.headings if "<" in each.raw]))
        for title in parts.get(id(document), Parts()).titles:
            found.update(_title_forms(title))
        matter = document.front_matter or {}
        if any(matter.get(key) for key in MADE):
            found.add(FURTHER)
        if any(include.kind == "component" and include.written.endswith(CODE_PARTS) for include in document.includes):
            found.add(FURTHER)
    return frozenset(found)


@lru_cache(maxsize=4096)  # the same parameters and steps stand on many pages
def _title_forms(title: str) -> frozenset[str]:
    slugs = {title, *mintlify_slugs([title]), *github_slugs([title])}
    slugs.update(SIGNS.sub("-", form.lower()).strip("-") for form in (title, HUMP.sub("-", title)))
    return frozenset(form for slug in slugs for form in (slug, f"param-{slug}", f"response-{slug}"))


def _titles(text: str) -> Iterator[str]:
    for tag in TAG.finditer(text):
        for title in (UPDATE if tag["name"] == "Update" else TITLE).finditer(tag["rest"]):
            yield title[1]
