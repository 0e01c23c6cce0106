"""What the frameworks that read MDX have in common: imported parts, ids of headings."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from linklint.data.javascript_values import read_string
from linklint.model.document import Document, WrittenLink
from linklint.model.files import Names
from linklint.site.fragments import FURTHER, OK, Verdict, document_fragments, excuse_parameters, judge_fragment
from linklint.site.glancing import glance
from linklint.site.paths import join, parent
from linklint.site.profile import Read
from linklint.source.slugs import github_slug, github_slugs

SITE = "@site/"
THEME = "@theme/"
# Components of Docusaurus's own themes that documents show; what else has such a name is the site's or a plugin's.
THEMED = frozenset(
    "Admonition BrowserOnly CodeBlock CodeInline Details DocCard DocCardList DocVersionBanner Heading IdealImage "
    "MDXComponents Mermaid Playground TabItem Tabs TagsListInline ThemedImage TOC TOCCollapsible TOCInline".split()
)
PLAIN = ("@docusaurus/", "@astrojs/starlight/components", "astro:", "next/", "nextra/components", "react")
ALIASES = ("@site/", "@/", "~/")
IMPORTED = re.compile(rb"""\bfrom\s*["']([^"'\n]+\.mdx?)["']""")
# How rehype-pretty-code is told the language of code in a line, `` `fn(){:js}` `` (https://rehype-pretty.pages.dev).
HIGHLIGHTED = re.compile(r"\{:\.?[\w.-]+\}")
# Ids that remark-gfm gives to footnotes, to the places that refer to them, and to the heading above them.
FOOTNOTES = re.compile(r"user-content-fn(?:ref)?-.+|footnote-label")


class Quiet(NamedTuple):
    """What adds nothing unknown to the documents that import it: ``imports``, as these write them; and the ``ids`` that
    such components write out, those whose end is made by their beginning, behind ``FURTHER``."""

    imports: AbstractSet[str] = frozenset()
    ids: AbstractSet[str] = frozenset()


def find_includes(root: str, names: Names, path: str, document: Document) -> list[str]:
    """Paths of the Markdown files that the document imports. ``@site/`` and ``@/`` begin at the site's folder."""
    found = []
    for include in document.includes:
        if include.kind == "import":
            target = resolve_import(root, path, include.written, names)
            if target is not None:
                found.append(target)
    return found


def find_parts(root: str, names: Names, read: Read, documents: Iterable[str]) -> frozenset[str]:
    """Paths of the Markdown files beside the documents that they import, or that such files import."""
    pending = list(documents)
    known, parts = set(pending), set()
    while pending:
        path = pending.pop()
        for written in glance(read, path, list_imported):
            target = resolve_import(root, path, written.decode(errors="replace"), names)
            if target is not None and target not in known:
                known.add(target)
                parts.add(target)
                pending.append(target)
    return frozenset(parts)


def list_imported(data: bytes) -> list[bytes]:
    """What a text says of the Markdown files that it imports."""
    return IMPORTED.findall(data)


def resolve_import(root: str, importer: str, written: str, names: Names) -> str | None:
    """The file of the repository that an import names; None for a package or what is not there."""
    written = read_string(written)
    for alias in ALIASES:
        if written.startswith(alias):
            rest = written[len(alias) :]
            tried = [join(root, rest), join(root, "src/" + rest)]
            return next((path for path in tried if path is not None and path in names.files), None)
    if written.startswith(THEME):
        written = "src/theme/" + written[len(THEME) :]
    if written.startswith("."):
        target = join(parent(importer), written)
        return target if target is not None and target in names.files else None
    target = join(root, written)
    return target if target is not None and target in names.files else None


def is_plain(module: str) -> bool:
    """Whether the components of a module are a framework's own, which make no ids that authors link."""
    if module.startswith(THEME):
        return module[len(THEME) :].partition("/")[0] in THEMED
    return module.startswith(PLAIN)


def mdx_fragments(
    without_title: bool,
    documents: Sequence[Document],
    quiet: Callable[[], Quiet] = Quiet,
    slug_of: Callable[[str], str] = github_slug,
) -> frozenset[str] | None:
    """Ids of elements and headings. Each file's headings are counted by themselves; an explicit id does not count for
    duplicates. ``without_title``: headings of level 1 are shown without their id. ``quiet``: imports whose
    ids are known. ``slug_of``: a heading's id, before it is counted."""
    ids = document_fragments(documents)
    if ids is None:
        return None
    found = set(ids)
    for document in documents:
        shown = [heading for heading in document.headings if heading.id is None]
        texts = [heading.text for heading in shown]
        # Which of the two plugins comes first, the one for code or the one for ids, is the site's choice.
        readings = [texts, [HIGHLIGHTED.sub("", text) for text in texts]] if "{:" in "".join(texts) else [texts]
        for reading in readings:
            slugs = zip(shown, github_slugs(reading, slug_of), strict=True)
            found.update(slug for heading, slug in slugs if not (without_title and heading.level == 1))
        if has_further(document):
            found.update(quiet().ids)
            if has_further(document, quiet().imports):
                found.add(FURTHER)
    return frozenset(found)


def has_further(document: Document, quiet: AbstractSet[str] = frozenset()) -> bool:
    """Whether the document shows something that may have ids which cannot be known: code, text of a package, what a
    program of the site puts in for a paragraph that is nothing but a placeholder (``{{generator:team}}``)."""
    return any(
        include.kind == "macro"
        or (include.kind == "component" and not is_plain(include.written) and include.written not in quiet)
        or (
            include.kind == "import"
            and not include.written.startswith((".", *ALIASES))
            and include.written not in quiet
        )
        for include in document.includes
    )


def judge_mdx_fragment(fragment: str, fragments: frozenset[str] | None, written: WrittenLink) -> Verdict:
    """As browsers do, with the ids of footnotes, those that components make and what they may read."""
    if FOOTNOTES.fullmatch(fragment):
        return OK
    return excuse_parameters(judge_fragment(fragment, fragments, written), fragment)
