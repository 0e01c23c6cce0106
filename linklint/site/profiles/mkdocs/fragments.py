"""Fragments of a page that Python-Markdown and its extensions make."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from linklint.model.document import Document, WrittenLink
from linklint.site.fragments import EMOJI, FURTHER, OK, Verdict, document_fragments, judge_script_fragment
from linklint.site.profiles.mkdocs.settings import MkdocsSettings, Option
from linklint.source.slugs import pymdownx_slugs, python_markdown_slugs
from linklint.source.slugs.typography import typographic_text

LONE_EMOJI = re.compile(r"(?<!\S):[\w+\-]+:(?!\S)")
# Ids that extensions number: footnotes, tabs, lines of code; and the comments of Material's theme.
CASES = ("none", "lower", "lower-ascii", "fold")
NUMBERED = re.compile(r"fn(?:ref)?\d*:.+|__tabbed_\d+(?:_\d+)?|__(?:codelineno|span|code)[-_]\d.*|__comments")
LABELLED = re.compile(r"\[([^\[\]]+)\]\[[^\[\]]*\]")
AUTOREFS = ("autorefs", "mkdocstrings")
TAG = "tag:"  # https://squidfunk.github.io/mkdocs-material/plugins/tags/#config.tags_slugify_format

# Texts, explicit ids, ids of other elements → fragments.
Slugs = Callable[[Sequence[str], Sequence[str | None], Iterable[str]], Iterable[str]]


class Slugging(NamedTuple):
    """``headings``: how the extension ``toc`` slugs them; None where a function of the site's own does. ``tabs``: the
    same of content tabs; None where they are numbered. ``combined``: a tab's slug follows that of the heading above.
    ``emoji``: names between colons may be pictures. ``smart``: dashes and dots become typographic first. ``labelled``:
    a plugin makes links of labels that the file does not define."""

    headings: Slugs | None
    tabs: Slugs | None
    combined: bool
    emoji: bool
    smart: bool
    labelled: bool = False


def find_slugs(settings: MkdocsSettings) -> Slugging:
    """What the options of the extensions say."""
    option = settings.extensions.get("toc")
    headings: Slugs | None = python_markdown_slugs if option is None else _read_slugify(option)
    tabbed = settings.extensions.get("pymdownx.tabbed")
    emoji = "pymdownx.emoji" in settings.extensions
    labelled = settings.plugin(*AUTOREFS) is not None
    smart = any(name in settings.extensions for name in ("smarty", "markdown.extensions.smarty"))
    if tabbed is None or not (tabbed.options.get("slugify") or (*tabbed.keypath, "slugify") in tabbed.tree.tags):
        return Slugging(headings, None, False, emoji, smart, labelled)
    combined = tabbed.options.get("combine_header_slug") is True
    return Slugging(headings, _read_slugify(tabbed), combined, emoji, smart, labelled)


def _read_slugify(option: Option) -> Slugs | None:
    separator = option.options.get("separator", "-")
    if separator not in ("-", "_"):
        return None
    value = option.options.get("slugify")
    tag = option.tree.tags.get((*option.keypath, "slugify"), "")
    if not value and not tag:
        return partial(python_markdown_slugs, separator=separator)
    named = value.get("object") if isinstance(value, dict) else None  # as TOML says it, to Zensical
    function = tag.rpartition(":")[2] or str(named or "")
    if function == "pymdownx.slugs.uslugify":
        return partial(pymdownx_slugs, separator=separator, case="lower")
    if function == "pymdownx.slugs.uslugify_cased":
        return partial(pymdownx_slugs, separator=separator, case="none")
    if function == "markdown.extensions.toc.slugify_unicode":
        return partial(python_markdown_slugs, separator=separator, keep_unicode=True)
    said = value.get("kwds") if isinstance(value, dict) else None
    words = said if isinstance(said, dict) else {}
    case = words.get("case", "none")
    if function != "pymdownx.slugs.slugify" or case not in CASES or not words.keys() <= {"case"}:
        return None
    return partial(pymdownx_slugs, separator=separator, case=case)


def page_fragments(
    slugging: Slugging,
    unknown: Callable[[Document], bool],
    documented: Callable[[Document], Iterable[str] | None],
    documents: Sequence[Document],
) -> frozenset[str] | None:
    """Ids of elements, of headings and of tabs. None where the slug function is unknown; with ``FURTHER`` where
    something of the page is made by a macro, an API reference or a hook (``unknown``). ``documented``: how the ids of
    API references begin."""
    ids = document_fragments(documents)
    if ids is None or slugging.headings is None:
        return None
    headings = [heading for document in documents for heading in document.headings]
    explicit = [heading.id for heading in headings]
    found = ids
    shown = [typographic_text(each.text, each.raw) if slugging.smart else each.text for each in headings]
    if slugging.labelled:
        shown = [LABELLED.sub(r"\1", text) for text in shown]
    for texts in _readings(slugging, shown):
        slugs = list(slugging.headings(texts, explicit, ids))
        found = found.union(slugs, _tab_fragments(slugging, documents, slugs, ids))
    found = found.union(FURTHER + start for document in documents for start in documented(document) or ())
    return found | {FURTHER} if any(map(unknown, documents)) else found


def _readings(slugging: Slugging, texts: Sequence[str]) -> Iterator[list[str]]:
    """The texts as they are slugged: white space joined, pictures gone. A name between colons that stands inside of a
    word may be one or not (``std::vec::Vec``)."""
    shown = [LONE_EMOJI.sub("", text) if slugging.emoji else text for text in texts]
    yield [" ".join(text.split()) for text in shown]
    if slugging.emoji and any(EMOJI.search(text) for text in shown):
        yield [" ".join(EMOJI.sub("", text).split()) for text in shown]


def _tab_fragments(
    slugging: Slugging, documents: Sequence[Document], slugs: Sequence[str], ids: frozenset[str]
) -> Iterator[str]:
    """Ids of content tabs: their titles' slugs, behind that of the heading above where it is so configured."""
    if slugging.tabs is None:
        return
    number = 0
    for document in documents:
        shown = [tab.text for tab in document.tabs]
        # Older versions showed the last word of a picture's name.
        named = [EMOJI.sub(lambda match: match[0].strip(":").rpartition("-")[2], text) for text in shown]
        for texts in (*_readings(slugging, shown), *([named] if slugging.emoji else [])):
            titles = slugging.tabs(texts, (), () if slugging.combined else {*ids, *slugs})
            for tab, slug in zip(document.tabs, titles, strict=True):
                above = sum(heading.span.start < tab.span.start for heading in document.headings)
                yield f"{slugs[number + above - 1]}-{slug}" if slugging.combined and above else slug
        number += len(document.headings)


def judge(tagged: bool, fragment: str, fragments: frozenset[str] | None, written: WrittenLink) -> Verdict:
    """As browsers and scripts do, with the ids that extensions number. ``tagged``: the plugin tags lists pages by
    their tags."""
    if NUMBERED.fullmatch(fragment):
        return OK
    verdict = judge_script_fragment(fragment, fragments, written)
    if verdict.status == "fragment-missing" and tagged and fragment.startswith(TAG):
        return Verdict("fragment-unverifiable", "the plugin tags makes ids of tags")
    if (
        verdict.status == "fragment-missing"
        and "." in fragment
        and any(each[:1] == FURTHER for each in fragments or ())
    ):
        return Verdict("fragment-unverifiable", "an API reference makes ids of names with dots")
    return verdict
