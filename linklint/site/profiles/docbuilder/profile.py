"""doc-builder as a row of the table of frameworks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial
from urllib.parse import quote

from linklint.data.tree import Tree
from linklint.model.document import Dialect, Document, WrittenLink
from linklint.model.files import Names
from linklint.model.place import pack_spans
from linklint.model.settings import SiteSettings
from linklint.model.site import Page
from linklint.site.fragments import github_fragments
from linklint.site.glancing import glance
from linklint.site.paths import below, extension, join, parent, within
from linklint.site.profile import Address, Detection, Mount, NavigationLink, Profile, Read
from linklint.site.profiles.conventions import is_set_aside
from linklint.site.profiles.docbuilder.links import README, find_lookups, name_files, strip_ending
from linklint.site.profiles.docbuilder.settings import CONTENTS, Docs, read_docs
from linklint.site.profiles.trees import is_broken
from linklint.source.dialects import GFM
from linklint.source.slugs import docbuilder_slug

# Ids of objects, made of a program's code, which only their page names.
AUTODOC = re.compile(rb"^[ \t]*\[\[autodoc\]\]", re.MULTILINE)
WORDS = re.compile(rb"^[ \t-]*local:", re.MULTILINE)
OWN_ID = re.compile(r"\[\[([^\[\]\s]+)\]\]\s*$")


def detect(names: Names, read: Read) -> Sequence[Detection]:
    """Every table of contents."""
    return [
        Detection(parent(path), path)
        for path in names.named(CONTENTS)
        if not is_set_aside(path, names) and (read_docs(parent(path), names, read) or is_broken(path, read, WORDS))
    ]


def open_docs(found: Detection, names: Names, read: Read, settings: SiteSettings) -> Mount:
    """The pages of one table of contents."""
    docs = read_docs(found.root, names, read)
    if docs is None:  # it cannot be read, or a config names the framework for a folder without one
        folder = found.root
        docs = Docs(folder, folder, Tree(None, join(folder, CONTENTS) or ""), (), {}, {})
    return Mount(
        framework="docbuilder",
        root=found.root,
        reason=found.reason,
        dialect=partial(find_dialect, docs.folder, names),
        address=partial(find_address, docs),
        lookups=partial(find_lookups, docs, names),
        fragments=find_fragments,
        slugs_known=lambda path: not glance(read, path, has_objects),
        indexes=(),
        navigation=lambda documents: navigate(docs),
        roots=partial(find_roots, docs),
    )


def has_objects(data: bytes) -> bool:
    """Whether the page shows what is said of objects in code, with headings that are not known."""
    return AUTODOC.search(data) is not None


def find_dialect(folder: str, names: Names, path: str) -> Dialect | None:
    """Markdown below the folder."""
    return GFM if within(path, folder) and extension(path) in ("md", "mdx") and not is_set_aside(path, names) else None


def find_address(docs: Docs, path: str, document: Document) -> Address:
    """``a/b.mdx`` → ``/a/b``, below the language if there are several."""
    inner = strip_ending(below(path, docs.folder))
    renamed = next((entry.renamed for entry in docs.entries if entry.local == inner and entry.renamed), inner)
    above = f"/{docs.language}" if docs.language else ""
    orphan = "intended" if inner.endswith(README) else "checked"  # the build misses none of these in the sidebar
    title = OWN_ID.sub("", document.title or "").strip()
    return Address(f"{above}/{renamed}", lang=docs.language or None, orphan=orphan, title=title or None)


def find_fragments(documents: Sequence[Document]) -> frozenset[str] | None:
    """The ids that the site gives to headings, those that GitHub does, and ``[[id]]`` behind the text."""
    found = github_fragments(documents)
    if found is None:
        return None
    texts = [heading.text for document in documents for heading in document.headings]
    given = {match[1] for text in texts if (match := OWN_ID.search(text))}
    return found.union(given, (docbuilder_slug(OWN_ID.sub("", text)) for text in texts))


def navigate(docs: Docs) -> Iterator[NavigationLink]:
    """The links of the sidebar."""
    for entry in docs.entries:
        span = pack_spans(docs.tree.span(entry.keypath))
        written = WrittenLink("nav", "a", quote(entry.local), entry.local, entry.title or entry.local, span)
        yield NavigationLink(docs.tree.path, written, entry.local, titled=not entry.title)


def find_roots(docs: Docs, pages: Sequence[Page]) -> list[str]:
    """The first page of the table of contents."""
    paths = frozenset(page.path for page in pages)
    files = (file for entry in docs.entries for file in name_files(join(docs.folder, entry.local) or ""))
    return [file for file in files if file in paths][:1]


PROFILE = Profile("docbuilder", detect, open_docs)
