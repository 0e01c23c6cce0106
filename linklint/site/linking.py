"""Documents' links, navigation and listings → links between pages, by path first: pages are finished after this."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

import msgspec

from linklint.model.document import Document, WrittenLink
from linklint.model.site import Link, Page
from linklint.site.excerpts import is_taken
from linklint.site.pages import Draft
from linklint.site.paths import name
from linklint.site.places import find_place, related_sections
from linklint.site.profile import Mount, NavigationLink, Standing
from linklint.site.resolution import Resolution
from linklint.site.resolve import resolve
from linklint.site.tables import Tables

BROKEN = frozenset({"missing", "asset-missing", "fragment-missing"})
# What front matter calls a page in menus: Docusaurus, Mintlify and Nextra.
MENU_TITLES = ("sidebar_label", "sidebarTitle")
UNFOLLOWED = frozenset({"nofollow", "ugc", "sponsored"})


class Edge(NamedTuple):
    """A link whose ends are named by path."""

    source: str
    file: str
    written: WrittenLink | None
    place: str
    found: Resolution
    generated: bool = False


def written_edges(
    draft: Draft, mount: Mount, documents: Mapping[str, Document], tables: Tables, related: frozenset[str]
) -> Iterator[Edge]:
    """The links that the page's own document and its partials hold, in the order in which they stand."""
    page, url, number = draft.path, draft.address.url, draft.mount
    for path, ranges in draft.parts.items():
        document = documents[path]
        base = document.head.base
        sections = related_sections(document, related)
        for written in (*filter(mount.keeps, document.links), *mount.further(path, document)):
            if ranges is not None and not is_taken(written.span.line, ranges):
                continue
            found = resolve(Standing(path, page, url, base, written), mount, number, tables)
            yield Edge(page, path, written, find_place(written, sections), found)
        for written in document.undefined:
            if not is_taken(written.span.line, ranges):
                continue
            reason = mount.undefined(path, written.label or "")
            if reason == "":  # a link all the same, and among the further ones
                continue
            status = "unresolvable" if reason else "undefined-reference"
            found = Resolution(
                "internal", status, reason=reason or f'nothing defines "{written.label or written.text}"'
            )
            yield Edge(draft.path, path, written, find_place(written, sections), found)
        for written in document.mistyped:
            if is_taken(written.span.line, ranges):
                kind = "external" if "://" in written.href else "internal"
                found = Resolution(kind, "mistyped", reason=say_slip(written))
                yield Edge(page, path, written, find_place(written, sections), found)


def say_slip(written: WrittenLink) -> str:
    """What keeps a mistyped link from being one."""
    if "\n" in written.href:
        return f'a line ends within the address "{"".join(map(str.strip, written.href.splitlines()))}"'
    if " " in written.href and "://" in written.href:
        return f'the address "{written.href}" holds a blank'
    href = f"<{written.href}>" if " " in written.href else written.href
    return f"Markdown makes one only of {'!' if written.element == 'img' else ''}[{written.text}]({href})"


def drop_parts_alone(edges: list[Edge]) -> list[Edge]:
    """The edges, without those of a page that other pages take in and that is written for them: its links that lead
    nowhere from itself, or from another such page, but somewhere from each of those that nobody takes in."""
    parts = {edge.file for edge in edges if edge.source != edge.file}
    shown: dict[tuple[str, bytes], bool] = {}
    for edge in edges:
        if edge.source != edge.file and edge.source not in parts and edge.written is not None:
            key = edge.file, edge.written.spans
            shown[key] = shown.get(key, True) and edge.found.status not in BROKEN
    if not any(shown.values()):
        return edges
    return [
        edge
        for edge in edges
        if edge.found.status not in BROKEN
        or edge.source not in parts
        or edge.written is None
        or not shown.get((edge.file, edge.written.spans))
    ]


def navigation_edges(
    number: int, mount: Mount, links: Sequence[NavigationLink], roots: Sequence[Page], tables: Tables
) -> Iterator[Edge]:
    """The navigation's links, as shown by the pages that it names, else by the home pages."""
    for link in links:
        sources = link.shown_on if link.shown_on is not None else [root.path for root in roots]
        for source in sources:
            page = tables.pages.get(source)
            if page is not None:
                standing = Standing(link.file, source, page.url, None, link.written)
                found = resolve(standing, mount, number, tables)
                written = (
                    _with_title(link.written, tables.pages.get(found.target or "")) if link.titled else link.written
                )
                yield Edge(source, link.file, written, "nav", found)


def _with_title(written: WrittenLink, target: Page | None) -> WrittenLink:
    """The link as menus show it: with the title that its target has for them, else with its own, else with one made of
    the name of its file."""
    if target is None:
        return written
    matter = target.document.front_matter or {}
    title = next((matter[key] for key in MENU_TITLES if isinstance(matter.get(key), str)), target.title)
    stem = name(target.path).partition(".")[0]
    shown = title or stem.replace("-", " ").replace("_", " ").capitalize()
    return msgspec.structs.replace(written, text=shown, made=True)


def listing_edges(mount: Mount, pages: Sequence[Page]) -> Iterator[Edge]:
    """The links that the framework makes by itself."""
    here = {page.path: page for page in pages}
    for source, target in sorted(set(mount.listings(pages))):
        if source in here and target in here and source != target:
            status = "ok" if here[target].published else "unpublished"
            yield Edge(source, source, None, "listing", Resolution("internal", status, target, target), generated=True)


def linked_paths(edges: Sequence[Edge], pages: Mapping[str, Page]) -> frozenset[str]:
    """Paths of the pages that a published other page links."""
    return frozenset(
        edge.found.target
        for edge in edges
        if edge.found.target is not None and edge.found.target != edge.source and pages[edge.source].published
    )


def make_links(edges: list[Edge], pages: Mapping[str, Page]) -> Iterator[Link]:
    """The edges between finished pages. They are gone afterwards: there may be millions."""
    edges.reverse()
    while edges:
        yield make_link(edges.pop(), pages)


def make_link(edge: Edge, pages: Mapping[str, Page]) -> Link:
    """The edge between finished pages."""
    found = edge.found
    return Link(
        source=pages[edge.source],
        file=edge.file,
        written=edge.written,
        kind=found.kind,
        status=found.status,
        place=edge.place,
        target=pages[found.target] if found.target is not None else None,
        target_path=found.target_path,
        fragment=found.fragment,
        nofollow=edge.written is not None and bool(edge.written.rel) and not UNFOLLOWED.isdisjoint(edge.written.rel),
        generated=edge.generated,
        reason=found.reason,
        redirects=found.redirects,
    )
