"""Ids of headings, and parts that pages import: after ``mdx/rehypePlugins/headerAnchor.ts`` of Rspress."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from linklint.model.document import Document, Include
from linklint.model.files import Names
from linklint.site.fragments import FURTHER, document_fragments
from linklint.site.paths import join
from linklint.site.profiles.mdx import Quiet, is_plain, resolve_import
from linklint.site.profiles.rspress.settings import RspressSettings
from linklint.source.slugs import github_slug, github_slugs

CUSTOM = re.compile(r"\s*\\?\{#(?P<id>[^{}]*)\}")
THEMES = frozenset({"@theme", "@rspress/core/theme", "@rspress/core/runtime", "rspress/theme", "rspress/runtime"})


def find_part(settings: RspressSettings, names: Names, path: str, include: Include) -> str | None:
    """The file that an import of Markdown names; ``@en/x`` most often stands for a file in the folder of pages."""
    found = resolve_import(settings.folder, path, include.written, names)
    if found is None and include.written.startswith("@"):
        target = join(settings.source, include.written[1:])
        found = target if target is not None and target in names.files else None
    return found


def find_includes(settings: RspressSettings, names: Names, path: str, document: Document) -> list[str]:
    """The Markdown files that the document imports."""
    parts = (find_part(settings, names, path, each) for each in document.includes if each.kind == "import")
    return [part for part in parts if part is not None]


def find_fragments(quiet: Callable[[], Quiet], documents: Sequence[Document]) -> frozenset[str] | None:
    """Ids of elements and headings, those of each file counted by themselves; of the title in front matter, where that
    is shown as a heading. Layouts of components, and what is not found, have further ones."""
    ids = document_fragments(documents)
    if ids is None:
        return None
    found = set(ids)
    for document in documents:
        custom = [CUSTOM.search(heading.text) for heading in document.headings]
        found.update(match["id"] for match in custom if match)
        shown = [each.text for each, own in zip(document.headings, custom, strict=True) if own is None and not each.id]
        found.update(github_slugs(text.strip() for text in shown))
        code = {each.written for each in document.includes if each.kind == "component" and not is_plain(each.written)}
        if not code <= THEMES:
            found.update(quiet().ids)
            if not code - THEMES <= quiet().imports:
                found.add(FURTHER)
    matter = documents[0].front_matter or {}
    title = matter.get("title")
    if isinstance(title, str) and not any(heading.level == 1 for heading in documents[0].headings):
        found.add(github_slug(title.strip()))
    shown_by_code = matter.get("pageType", "doc") != "doc" or bool(matter.get("overview"))
    imported = sum(include.kind == "import" for document in documents for include in document.includes)
    return frozenset(found | {FURTHER} if shown_by_code or imported >= len(documents) else found)
