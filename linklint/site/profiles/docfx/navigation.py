"""Tables of contents, ``toc.yml`` and ``toc.md`` (https://dotnet.github.io/docfx/docs/table-of-contents.html)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from linklint.data.tree import KeyPath, Tree
from linklint.model.document import Document, WrittenLink
from linklint.model.place import pack_spans
from linklint.site.paths import extension, name
from linklint.site.profile import NavigationLink, Read
from linklint.site.profiles.docfx.references import SCHEME
from linklint.site.profiles.docfx.settings import TOC_NAMES, Docset
from linklint.site.profiles.trees import read_tree

HREFS = ("href", "topicHref", "homepage", "Href", "TopicHref")
UIDS = ("uid", "topicUid", "homepageUid")
BREADCRUMBS = frozenset({"breadcrumb", "breadcrumbs", "_breadcrumb", "_breadcrumbs", "bread", "_bread"})


def find_tables(docset: Docset) -> tuple[str, ...]:
    """The tables of contents that are built. Breadcrumbs are written like one and say where pages belong."""
    tables = [path for path in docset.content if docset.is_toc(path)]
    return tuple(sorted(path for path in tables if not _is_of_breadcrumbs(docset, path)))


def _is_of_breadcrumbs(docset: Docset, path: str) -> bool:
    return path == docset.breadcrumbs or any(folder.lower() in BREADCRUMBS for folder in path.split("/")[:-1])


def read_tables(tables: Sequence[str], read: Read) -> list[NavigationLink]:
    """The links of the YAML tables, in order. One that cannot be read says nothing."""
    found: list[NavigationLink] = []
    for path in tables:
        if extension(path) == "yml":
            tree = read_tree(path, read)
            if tree is None:
                continue
            value = tree.value
            items, keypath = (value.get("items"), ("items",)) if isinstance(value, dict) else (value, ())
            found.extend(_walk(items, keypath, tree))
    return found


def _walk(items: Any, keypath: KeyPath, tree: Tree) -> Iterator[NavigationLink]:
    for number, item in enumerate(items if isinstance(items, list) else ()):
        if not isinstance(item, dict):
            continue
        place = (*keypath, number)
        label = item.get("name")
        shown = label if isinstance(label, str) else ""
        for key in (*HREFS, *UIDS):
            said = item.get(key)
            if isinstance(said, str) and said.strip():
                href = said.strip() if key in HREFS else SCHEME + said.strip()
                yield _link(tree, (*place, key), href, said, shown)
        yield from _walk(item.get("items"), (*place, "items"), tree)


def _link(tree: Tree, keypath: KeyPath, href: str, said: str, shown: str) -> NavigationLink:
    span = tree.span(keypath)
    written = WrittenLink("inline", "a", href, said, shown or said, pack_spans(span))
    return NavigationLink(tree.path, written, said, titled=not shown)


def link_tables(
    tables: Sequence[str], written: Sequence[NavigationLink], documents: Mapping[str, Document]
) -> Iterator[NavigationLink]:
    """All links of the tables; one without a name shows the title of its page."""
    yield from written
    for path in tables:
        document = documents.get(path)
        for link in document.links if document is not None and name(path).lower() in TOC_NAMES else ():
            if not link.href.startswith("@"):
                yield NavigationLink(path, link, link.href)
            else:
                yield NavigationLink(path, msgspec.structs.replace(link, href=SCHEME + link.href[1:]), link.href)
