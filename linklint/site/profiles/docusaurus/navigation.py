"""What a Docusaurus site links by itself: sidebars, navbar, footer, previous and next pages, lists of a blog."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence, Set
from itertools import pairwise
from typing import Any

from linklint.data.javascript import UNKNOWN
from linklint.data.tree import KeyPath
from linklint.model.document import Document, WrittenLink
from linklint.model.place import Location, pack_spans, to_span
from linklint.model.site import Page
from linklint.site.profile import NavigationLink, Read
from linklint.site.profiles.docusaurus.config import Config, content_of
from linklint.site.profiles.docusaurus.contents import Content
from linklint.site.profiles.docusaurus.links import ADDRESS, DOCUMENT, Known
from linklint.site.profiles.docusaurus.sidebars import Item, read_sidebars, shown_documents
from linklint.site.profiles.javascript_sites import get_list, get_table, get_text

DEEPEST = 5
NOTHING = Content("", "", "")


def list_navigation(known: Known, read: Read, documents: Mapping[str, Document]) -> Iterator[NavigationLink]:
    """The links that sidebars write, shown on the first document of each, and those of navbar and footer."""
    for content in known.config.contents:
        if content.kind == "docs" and content.built and not content.locale and not content.is_overlay:
            for items in _by_sidebar(read_sidebars(content, read)):
                shown = list(_show(known, content, items))
                for item in items:
                    if item.kind in ("doc", "link"):
                        prop = DOCUMENT if item.kind == "doc" else ADDRESS
                        here = [
                            path for path in shown[:2] if [path] != shown_documents(content, item, _ids(known, content))
                        ]
                        link = _write(item.value, item.label, item.location, prop, content.folder)
                        yield NavigationLink(item.location.path, link, item.value, tuple(here[:1]), not item.label)
    theme = _theme(known.config)
    for part, key in (("navbar", "items"), ("footer", "links")):
        menu = get_list(theme.get(part), key)
        yield from _read_menu(known.config, menu, ("themeConfig", part, key), 0)


def _read_menu(config: Config, items: Sequence[Any], keypath: KeyPath, depth: int) -> Iterator[NavigationLink]:
    for number, item in enumerate(items):
        if not isinstance(item, Mapping) or depth > DEEPEST:
            continue
        here = (*keypath, number)
        label = get_text(item, "label")
        for key, prop in (("to", ADDRESS), ("href", "href"), ("docId", DOCUMENT)):
            value = item.get(key)
            # An item of another type (docSidebar) does not read the id of a document.
            is_read = prop != DOCUMENT or get_text(item, "type") == "doc"
            if isinstance(value, str) and is_read:
                location = config.tree.location((*here, key))
                folder = _docs_folder(config, get_text(item, "docsPluginId", "default"))
                if prop != DOCUMENT or folder is not None:
                    written = _write(value, label, location, prop, folder)
                    yield NavigationLink(location.path, written, value, titled=not label)
        yield from _read_menu(config, get_list(item, "items"), (*here, "items"), depth + 1)


def _docs_folder(config: Config, instance: str) -> str | None:
    """The folder of the version that the navbar leads to: the one whose route is shortest."""
    found = [
        content
        for content in config.contents
        if content.kind == "docs" and content.instance == instance and content.built and not content.locale
    ]
    return min(found, key=lambda content: len(content.route)).folder if found else None


def _write(value: str, label: str, location: Location, prop: str, folder: str | None) -> WrittenLink:
    spans = pack_spans(to_span(location))
    return WrittenLink("nav", "a", value, value, label or value, spans, prop=prop, label=folder)


def _by_sidebar(items: Sequence[Item]) -> list[list[Item]]:
    groups: dict[str, list[Item]] = {}
    for item in items:
        groups.setdefault(item.sidebar, []).append(item)
    return list(groups.values())


def _theme(config: Config) -> Mapping[str, Any]:
    return get_table({"config": config.tree.value}, "config", "themeConfig")


def _show(known: Known, source: Content, items: Sequence[Item], content: Content | None = None) -> Iterator[str]:
    """The documents that items of a sidebar lead to. ``content``: the translation that has them, if it is another."""
    ids = _ids(known, content or source)
    return (path for item in items for path in shown_documents(source, item, ids))


def _ids(known: Known, content: Content) -> Mapping[str, str]:
    return known.ids.get(content.folder, {})


def list_generated(known: Known, read: Read, pages: Sequence[Page]) -> Iterator[tuple[str, str]]:
    """Each document of a sidebar from its first one, and back; neighbours; a blog's posts from the home page; of a menu
    of versions, each version's entry, and from the first document of a sidebar the same one of other versions; and of
    the navbar's sidebars, the first document of each."""
    here = {page.path: page for page in pages}
    homes = find_homes(known, read, pages)
    home = homes[:1]
    has_menu = _has_version_menu(known.config)
    named = frozenset(_find_sidebars(get_list(_theme(known.config).get("navbar"), "items"), 0))
    entries = list(_find_entries(known, read, pages)) if has_menu or named else []
    if has_menu:
        for content, entry in entries:
            locales = {path: (content_of(known.config, path) or content).locale for path in homes}
            yield from ((path, entry) for path in homes if path != entry and locales[path] == content.locale)
    if named:
        firsts = _find_firsts(known, read, entries, named, here)
        yield from _list_navbar_sidebars(known, firsts, home)
    for content in known.config.contents:
        if not content.built or content.is_overlay:
            continue
        if content.kind == "docs":
            ids = _ids(known, content)
            source = _original(known, content)
            for items in _by_sidebar(read_sidebars(source, read)):
                shown = list(_show(known, source, items))
                if content.locale:
                    names = {path: name for name, path in _ids(known, source).items()}
                    untranslated = next((path for path in shown if path in here and names[path] not in ids), None)
                    shown = [ids[names[path]] for path in shown if names[path] in ids]
                    if untranslated is not None:  # shown in this language too, beside the translations
                        yield from ((untranslated, path) for path in shown)
                        yield from ((path, untranslated) for path in shown)
                shown = [path for path in dict.fromkeys(shown) if path in here and here[path].orphan == "checked"]
                yield from _chain(shown)
                if has_menu and shown:
                    others = _find_versions(known, content, shown[0])
                    yield from ((shown[0], path) for path in others if path in here)
        elif content.kind == "blog":
            posts = [page.path for page in pages if _is_listed(content_of(known.config, page.path), content)]
            posts.sort(reverse=True)
            yield from _chain(posts)
            yield from ((start, post) for start in home for post in posts)


def _find_versions(known: Known, content: Content, path: str) -> Iterator[str]:
    """The document of the same id in the other versions, as the menu of versions leads to it (``alternateDocVersions``
    in ``docsClientUtils.ts``)."""
    name = next((name for name, each in _ids(known, content).items() if each == path), None)
    for other in known.config.contents if name is not None else ():
        is_version = (other.kind, other.instance, other.locale) == (content.kind, content.instance, content.locale)
        if is_version and other is not content and other.built and not other.is_overlay:
            found = _ids(known, other).get(name or "")
            if found is not None:
                yield found


def _list_navbar_sidebars(
    known: Known, firsts: Iterable[tuple[Content, str, str]], home: Sequence[str]
) -> Iterator[tuple[str, str]]:
    """From the entry of each version, and from the home page to the version that the navbar leads to, the first
    document of each sidebar that an item of the navbar names (``docSidebar``)."""
    for content, entry, first in firsts:
        is_led_to = content.folder == _docs_folder(known.config, content.instance)
        yield from ((start, first) for start in {entry, *(home if is_led_to else ())} if start != first)


def _find_firsts(
    known: Known, read: Read, entries: Iterable[tuple[Content, str]], named: Set[tuple[str, str]], here: Container[str]
) -> Iterator[tuple[Content, str, str]]:
    """Each version, its entry, and the first document of each of its sidebars that is ``named``: plugin and sidebar."""
    for content, entry in entries:
        source = _original(known, content)
        for items in _by_sidebar(read_sidebars(source, read)):
            if (content.instance, items[0].sidebar) in named:
                first = next((path for path in _show(known, source, items, content) if path in here), None)
                if first is not None:
                    yield content, entry, first


def _find_sidebars(items: Sequence[Any], depth: int) -> Iterator[tuple[str, str]]:
    for item in items if depth <= DEEPEST else ():
        if isinstance(item, Mapping):
            if get_text(item, "type") == "docSidebar":
                yield get_text(item, "docsPluginId", "default"), get_text(item, "sidebarId")
            yield from _find_sidebars(get_list(item, "items"), depth + 1)


def _is_listed(own: Content | None, content: Content) -> bool:
    return own is not None and own.named_in == content.folder and own.kind == content.kind


def _original(known: Known, content: Content) -> Content:
    return next((each for each in known.config.contents if each.folder == content.original), content)


def _chain(paths: Sequence[str]) -> Iterator[tuple[str, str]]:
    for path in paths[1:]:
        yield paths[0], path
        yield path, paths[0]
    for one, other in pairwise(paths):
        yield one, other
        yield other, one


def find_homes(known: Known, read: Read, pages: Sequence[Page]) -> list[str]:
    """The home pages. Where React code makes the home page, visits go on at each version's entry: the document at the
    docs' own address, else the first one of the first sidebar; without docs, at the latest post."""
    homes = [page.path for page in pages if page.root]
    if any(not (content_of(known.config, path) or NOTHING).locale for path in homes):
        return homes
    entries = [path for _, path in _find_entries(known, read, pages)]
    posts = [page.path for page in pages if (content_of(known.config, page.path) or NOTHING).kind == "blog"]
    return [*homes, *(entries or sorted(posts)[-1:])]


def _has_version_menu(config: Config) -> bool:
    """Whether the navbar leads to the other versions, from each page, or may do so since code makes its entries, or
    it is one of another theme's."""
    theme = _theme(config)
    if any("navbar" in each for each in theme.values() if isinstance(each, Mapping)):
        return True
    items = get_table(theme, "navbar").get("items", [])
    if not isinstance(items, list) or not isinstance(theme.get("navbar", {}), Mapping):
        return True
    return UNKNOWN in items or any(get_text(item, "type") == "docsVersionDropdown" for item in items)


def _find_entries(known: Known, read: Read, pages: Sequence[Page]) -> Iterator[tuple[Content, str]]:
    """Each version of the docs and where visits of it begin (``getVersionMainDoc``)."""
    here = {page.path for page in pages}
    by_url = {page.url.rstrip("/"): page.path for page in pages}
    contents = [each for each in known.config.contents if each.kind == "docs" and each.built and not each.is_overlay]
    for content in sorted(contents, key=lambda content: (bool(content.locale), len(content.route))):
        entry = by_url.get(content.route)
        if entry is None:
            source = _original(known, content)
            shown = _show(known, source, read_sidebars(source, read), content)
            entry = next((path for path in shown if path in here), None)
        if entry is not None:
            yield content, entry
