"""What directives show: links of tables of contents, images, cards, other files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from linklint.model.document import Document, Include, WrittenLink
from linklint.model.files import Names
from linklint.model.glob import compile_sound
from linklint.model.place import pack_spans
from linklint.model.site import Page
from linklint.site.paths import below, join, parent
from linklint.site.profiles.sphinx.settings import SphinxSettings

SELF = "self"
MOST_PATTERNS = 100


def find_links(settings: SphinxSettings, names: Names, path: str, document: Document) -> Iterator[WrittenLink]:
    """The links of directives. Hidden tables of contents are menus."""
    yield from (msgspec.structs.replace(link, made=True) for link in document.links if is_untitled(link))
    for include in document.includes:
        kind, _, flags = include.kind.partition(" ")
        if kind == "toctree" and include.written != SELF and not is_pattern(include):
            yield _write(include, "toctree", hidden="hidden" in flags)
        elif kind == "link":
            yield _write(include, flags)
        elif kind == "image":
            yield _write(include, "image", "img")
        elif kind in ("include", "code") and is_lost(settings, names, path, include):
            yield _write(include, "download", "iframe")


def is_untitled(link: WrittenLink) -> bool:
    """Whether it has no text, in a file that was not read for Sphinx, which gives it the title of its target."""
    return link.syntax == "inline" and link.element == "a" and not link.text and not link.made


def _write(include: Include, role: str, element: str = "a", *, hidden: bool = False) -> WrittenLink:
    text = include.part or "" if role != "download" else include.written
    return WrittenLink(
        "role",
        element,
        f"{role}:{include.written}",
        include.written,
        text,
        pack_spans(include.span, include.span),
        landmark="nav" if hidden else None,
        made=not text,
    )


def is_pattern(include: Include) -> bool:
    """Whether the entry stands for several documents."""
    return " glob" in include.kind and any(mark in include.written for mark in "*?[")


def list_globbed(settings: SphinxSettings, pages: Sequence[Page]) -> Iterator[tuple[str, str]]:
    """Page and page that a table of contents of it lists by a pattern."""
    named: dict[str, str] = {}
    for page in pages:
        document = settings.find_name(page.path)
        if document is not None:
            named[document] = page.path
    for page in pages:
        folder = below(parent(page.path), settings.folder) if parent(page.path) != settings.folder else ""
        written = dict.fromkeys(each.written for each in page.document.includes if is_pattern(each))
        patterns = [join("" if each.startswith("/") else folder, each.lstrip("/")) for each in written]
        for glob in compile_sound(each for each in patterns[:MOST_PATTERNS] if each):
            yield from ((page.path, path) for document, path in named.items() if glob(document))


def find_part(settings: SphinxSettings, names: Names, path: str, include: Include) -> str | None:
    """The file that an include names."""
    start = settings.folder if include.written.startswith("/") else parent(path)
    found = join(start, include.written.lstrip("/"))
    return found if found is not None and found in names.files else None


def is_lost(settings: SphinxSettings, names: Names, path: str, include: Include) -> bool:
    """Whether a file is named that is not there, and that nothing writes before the build."""
    is_here = "://" not in include.written and not settings.makes
    return is_here and find_part(settings, names, path, include) is None


def find_includes(settings: SphinxSettings, names: Names, path: str, document: Document) -> list[str]:
    """The files that the document takes in."""
    parts = (find_part(settings, names, path, each) for each in document.includes if each.kind == "include")
    return [part for part in parts if part is not None]


def has_unread(settings: SphinxSettings, names: Names, documents: Mapping[str, Document]) -> bool:
    """Whether pages may be linked where nothing is read: in other sources, in what directives make."""
    if settings.makes or settings.excluded is None:
        return True
    if any(path.endswith(settings.others) and settings.find_name(path) is not None for path in names.files):
        return True
    return any(include.kind == "generator" for document in documents.values() for include in document.includes)
