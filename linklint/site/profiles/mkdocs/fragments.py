"""Fragments of a page that Python-Markdown and its extensions make."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from linklint.model.document import Document, WrittenLink
from linklint.site.fragments import FURTHER, OK, Verdict, document_fragments, judge_fragment
from linklint.site.profiles.mkdocs.settings import MkdocsSettings, Option
from linklint.source.slugs import pymdownx_slugs, python_markdown_slugs

EMOJI = re.compile(r":[\w+\-]+:")
# Ids that extensions number: footnotes, tabs, lines of code; and the comments of Material's theme.
CASES = ("none", "lower", "lower-ascii", "fold")
NUMBERED = re.compile(r"fn(?:ref)?\d*:.+|__tabbed_\d+(?:_\d+)?|__(?:codelineno|span|code)[-_]\d.*|__comments")

# Texts, explicit ids, ids of other elements → fragments.
Slugs = Callable[[Sequence[str], Sequence[str | None], Iterable[str]], Iterable[str]]


def find_slugs(settings: MkdocsSettings) -> Slugs | None:
    """How the extension ``toc`` slugs headings; None where a function of the site's own does."""
    option = settings.extensions.get("toc")
    return python_markdown_slugs if option is None else _read_slugify(option)


def _read_slugify(option: Option) -> Slugs | None:
    separator = option.options.get("separator", "-")
    if separator not in ("-", "_"):
        return None
    value = option.options.get("slugify")
    tag = option.tree.tags.get((*option.keypath, "slugify"), "")
    if not value and not tag:
        return partial(python_markdown_slugs, separator=separator)
    function = tag.rpartition(":")[2]
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
    slugs: Slugs | None, unknown: Callable[[Document], bool], documents: Sequence[Document]
) -> frozenset[str] | None:
    """Ids of elements and of headings. None where the slug function is unknown; with ``FURTHER`` where something of the
    page is made by a macro, an API reference or a hook (``unknown``)."""
    ids = document_fragments(documents)
    if ids is None or slugs is None:
        return None
    headings = [heading for document in documents for heading in document.headings]
    texts, explicit = [heading.text for heading in headings], [heading.id for heading in headings]
    found = ids.union(slugs(texts, explicit, ids))
    if any(EMOJI.search(text) for text in texts):
        found = found.union(slugs([EMOJI.sub("", text) for text in texts], explicit, ids))
    return found | {FURTHER} if any(map(unknown, documents)) else found


def judge(fragment: str, fragments: frozenset[str] | None, written: WrittenLink) -> Verdict:
    """As browsers do, with the ids that extensions number."""
    if NUMBERED.fullmatch(fragment):
        return OK
    return judge_fragment(fragment, fragments, written)
