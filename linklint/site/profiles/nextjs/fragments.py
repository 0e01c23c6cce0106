"""Ids that Nextra gives to headings, tabs and summaries of details.

After ``remark-headings.ts`` of Nextra 4: one slugger for all three in the order of the file; titles (level 1) neither
get an id nor count; explicit ids are slugged like texts.
"""

from __future__ import annotations

from collections.abc import Sequence

from linklint.model.document import Document, Include
from linklint.site.fragments import FURTHER, document_fragments
from linklint.site.profiles.mdx import has_further
from linklint.source.slugs import github_slugs, sindresorhus_slug

REMOTE = ("MDXRemote", "Playground")  # components that show Markdown from elsewhere


def nextra_fragments(documents: Sequence[Document]) -> frozenset[str] | None:
    """The fragments of a page made of these documents; each is slugged by itself."""
    if document_fragments(documents) is None:
        return None
    found = set()
    for document in documents:
        ids = {element.id for element in document.ids}
        headings = [each for each in document.headings if each.level > 1 and each.id != "" and each.id not in ids]
        marked = sorted((*headings, *document.tabs), key=lambda heading: heading.span.start)
        found |= ids.union(github_slugs(heading.id or heading.text for heading in marked))
        if has_further(document) or any(map(_is_remote, document.includes)):
            found.add(FURTHER)
    return frozenset(found)


def own_fragments(documents: Sequence[Document]) -> set[str]:
    """The ids that a plugin of the site's own gives to headings with ``slugifyWithCounter`` of @sindresorhus/slugify,
    as the templates of Tailwind Plus do: ``#why-net-bird`` for "Why NetBird"."""
    found = set()
    for document in documents:
        counts: dict[str, int] = {}
        for heading in document.headings:
            slug = sindresorhus_slug(heading.text, decamelize=True)
            if slug is None:
                found.add(FURTHER)
            elif heading.id is None:
                counts[slug] = counts.get(slug, 0) + 1
                found.add(f"{slug}-{counts[slug]}" if counts[slug] > 1 else slug)
    return found


def _is_remote(include: Include) -> bool:
    return include.kind == "component" and any(name in (include.part or "") for name in REMOTE)
