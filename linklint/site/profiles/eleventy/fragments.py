"""Eleventy: which fragments a page has. Headings get ids only by plugins; their own algorithms are followed where
they are known (https://www.11ty.dev/docs/plugins/id-attribute/)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from urllib.parse import quote

from linklint.model.document import Document, Heading, WrittenLink
from linklint.site.fragments import FURTHER, OK, Verdict, document_fragments, judge_fragment
from linklint.site.profiles.eleventy.config import Config
from linklint.site.profiles.eleventy.scripts import Script, find_calls
from linklint.source.slugs import github_slugs, id_attribute_slugs, markdown_it_anchor_slugs, sindresorhus_slug

TEMPLATE = re.compile(r"\{\{|\{%|<%|\$\{")
SLUGGED = re.compile(r"\{\{.{0,500}?\|\s*slug", re.DOTALL)
FOOTNOTE = re.compile(r"fn(?:ref)?\d+(?::\d+)?")
COMMENT = re.compile(r"(?:i?dc-)?comments?(?:-?\d+)?|disqus_thread|webmentions?")
EXPRESSION = re.compile(r"\{%.{0,500}?%\}|\{\{.{0,500}?\}\}|<[^<>]*>", re.DOTALL)
# Names of packages and words of code that give ids to headings, beside the two that are known.
OTHERS = re.compile(
    r"named-headings|github-headings|heading-anchors|heading-ids?\b|auto-?id|rehype|remark|slugger|markdown-it-toc"
    r"|setAttribute \( [\"']id[\"']|\battrSet \( [\"']id[\"']|\bid=|heading_open"
)
TYPOGRAPHIC = re.compile(r"[\"']|--|\.\.\.|\([cCrRtT]")


class Algorithm:
    """How headings get their ids. ``kind``: ``none``, ``id-attribute``, ``anchor``, ``both``; ``sure``: nothing else
    gives them ids, and the slugs are the plugin's own. ``typographer``: quotes and dashes are changed before."""

    def __init__(self, kind: str, sure: bool, typographer: bool = False) -> None:
        self.kind, self.sure, self.typographer = kind, sure, typographer


def find_algorithm(config: Config, scripts: Sequence[Script]) -> Algorithm:
    """What the config says of heading ids."""
    bare = config.text
    attribute = any("IdAttributePlugin" in each.texts[:1] for each in find_calls(scripts, "addPlugin"))
    anchor = "markdown-it-anchor" in bare
    kind = "both" if attribute and anchor else "id-attribute" if attribute else "anchor" if anchor else "none"
    own = [script for script in scripts if "IdAttributePlugin" in script.bare or "markdown-it-anchor" in script.bare]
    changed = any(
        re.search(r"\bslugify\w* [:,}(]|\bslugify\w* \}|getTokensText|slugifyWithState", _options(script))
        for script in own
    )
    other = OTHERS.search(re.sub(r"markdown-it-anchor|headings?-anchors>?", "", bare)) is not None
    return Algorithm(kind, not changed and not other, re.search(r"typographer : true", bare) is not None)


def _options(script: Script) -> str:
    """The arguments of the plugins that give ids, and objects that may be their options."""
    texts = [" ".join(each.texts[1:]) for name in ("use", "addPlugin") for each in script.calls(name)]
    named = re.findall(r"(?:const|let|var) \w*(?:opt|conf|anchor)\w* = \{[^;]*", script.bare, re.IGNORECASE)
    return " ".join([Script("", text).bare for text in texts] + named)


def find_fragments(
    algorithm: Algorithm,
    frame: frozenset[str],
    known: frozenset[str],
    written: Mapping[int, frozenset[str]],
    making: frozenset[str],
    documents: Sequence[Document],
) -> frozenset[str] | None:
    """The page's fragments. ``frame``: ids of layouts. ``known``: names of includes that are here. ``written``: ids in
    braces, by the identity of the document that holds them. ``making``: as ``find_making`` gives it."""
    ids = document_fragments(documents)
    if ids is None:
        return None
    found = set(ids | frame).union(*(written.get(id(document), ()) for document in documents))
    headings = [heading for document in documents for heading in document.headings]
    if any(_is_unknown(document, known) for document in documents) or any(map(TEMPLATE.search, ids)):
        found.add(FURTHER)
    if (documents[0].front_matter or {}).get("layout") in making:
        found.add(FURTHER)
    if algorithm.kind != "none" and any(TEMPLATE.search(heading.raw) for heading in headings):
        found.add(FURTHER)
    if algorithm.kind in ("id-attribute", "both"):
        found |= _of_attribute_plugin(headings)
    if algorithm.kind in ("anchor", "both"):
        own = [each for document in documents if document.syntax == "markdown" for each in document.headings]
        slugs = markdown_it_anchor_slugs([each.text for each in own], [each.id for each in own])
        found.update(each.id or encode(slug) for each, slug in zip(own, slugs, strict=True))
        if algorithm.typographer and any(TYPOGRAPHIC.search(each.text) for each in own):
            found.add(FURTHER)
    if not algorithm.sure:
        found |= guess_slugs(headings) | {FURTHER}
    return frozenset(found)


def find_making(layouts: Mapping[str, Document]) -> frozenset[str]:
    """The names, with and without ending, of layouts that make ids of data, as for a list of sections. ``layouts``:
    name → document."""
    making = [name for name, document in layouts.items() if any(SLUGGED.search(each.id) for each in document.ids)]
    return frozenset(form for name in making for form in (name, name.rpartition(".")[0]))


def guess_slugs(headings: Sequence[Heading]) -> set[str]:
    """What slug functions in use make of the headings, whatever the site's own is: one that fits proves the heading.
    Such functions often take out what shortcodes add."""
    texts = [heading.text for heading in headings]
    found = set(github_slugs(texts))
    for heading in headings:
        for text in {heading.text, " ".join(EXPRESSION.sub("", heading.text).split())}:
            found.update(github_slugs([text]))
            found.update(slug for each in (False, True) if (slug := sindresorhus_slug(text, decamelize=each)))
    return found | _of_attribute_plugin(headings)


def encode(slug: str) -> str:
    """``encodeURIComponent``."""
    return quote(slug, safe="!~*'()")


def judge(
    algorithm: Algorithm, footnotes: bool, fragment: str, fragments: frozenset[str] | None, written: WrittenLink
) -> Verdict:
    """As ``judge_fragment``, with the ids of markdown-it-anchor, which are percent-encoded, and of footnotes."""
    if footnotes and FOOTNOTE.fullmatch(fragment):
        return OK
    verdict = judge_fragment(fragment, fragments, written)
    if verdict.status != "ok" and algorithm.kind in ("anchor", "both") and encode(fragment) != fragment:
        encoded = judge_fragment(encode(fragment), fragments, written)
        return encoded if encoded.status == "ok" else verdict
    if verdict.status != "ok" and COMMENT.fullmatch(fragment):
        return Verdict("fragment-unverifiable", "a script may show readers' comments")
    return verdict


def _of_attribute_plugin(headings: Sequence[Heading]) -> set[str]:
    slugs = id_attribute_slugs([each.text for each in headings], [each.id for each in headings])
    return {FURTHER if slug is None else slug for slug in slugs}


def _is_unknown(document: Document, known: frozenset[str]) -> bool:
    """Whether the document takes in something that may hold ids and is not here."""
    return any(
        include.kind not in ("include", "include-relative") or include.written not in known
        for include in document.includes
    )
