"""The navigation: ``nav`` of the config, files that lists make (literate-nav), everything where nothing is said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from linklint.data.tree import KeyPath
from linklint.model.document import Document, WrittenLink
from linklint.model.files import Names
from linklint.model.site import Page
from linklint.site.destination import read_destination
from linklint.site.paths import below, join, parent, within
from linklint.site.profile import NavigationLink, Read, Redirect
from linklint.site.profiles.mkdocs.addresses import page_url
from linklint.site.profiles.mkdocs.settings import MkdocsSettings, Option

# Plugins that put every page into the navigation, unless told otherwise.
ARRANGERS = ("awesome-pages", "awesome-nav", "mkdocs-nav-weight", "nav-weight", "section-index", "api-autonav")
WILDCARD = re.compile(rb"^\s*[-*+]\s+[^\[\s]*\*", re.MULTILINE)


def find_nav_files(settings: MkdocsSettings, names: Names) -> frozenset[str]:
    """Files of the docs folder whose lists literate-nav reads as navigation."""
    plugin = settings.plugin("literate-nav")
    if plugin is None:
        return frozenset()
    nav_file = plugin.options.get("nav_file")
    wanted = "/" + (nav_file if isinstance(nav_file, str) else "SUMMARY.md")
    return frozenset(path for path in names.files if within(path, settings.docs) and ("/" + path).endswith(wanted))


def is_everything(settings: MkdocsSettings, nav_files: frozenset[str], read: Read) -> bool:
    """Whether all pages are in the navigation without being named."""
    if any(settings.plugin(name) for name in ARRANGERS):
        return True
    at_top = [path for path in nav_files if parent(path) == settings.docs]
    if any(WILDCARD.search(read(path) or b"") for path in nav_files):
        return True
    return settings.nav is None and not at_top


def read_nav(settings: MkdocsSettings, documents: Mapping[str, Document]) -> Iterator[NavigationLink]:
    """The links that ``nav`` names, in their order. One without a title shows that of its page."""
    said = settings.nav
    if said is None:
        return
    value, tree = said
    for title, href, keypath in _walk(value, ("nav",)):
        if "*" in href:
            continue
        page = documents.get(join(settings.docs, href) or "")
        text = title or (page.title if page is not None else None) or href
        written = WrittenLink("inline", "a", href, href, text, tree.span(keypath))
        yield NavigationLink(tree.path, written, href)


def _walk(value: Any, keypath: KeyPath, title: str = "") -> Iterator[tuple[str, str, KeyPath]]:
    if isinstance(value, str):
        yield title, value, keypath
    elif isinstance(value, list):
        for number, entry in enumerate(value):
            yield from _walk(entry, (*keypath, number))
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield from _walk(entry, (*keypath, key), key)


def list_nav_files(
    settings: MkdocsSettings, nav_files: frozenset[str], documents: Mapping[str, Document], pages: Sequence[Page]
) -> Iterator[tuple[str, str]]:
    """What the home page leads to by the lists of nav files. Broken ones are told where they stand, in those pages."""
    here = {page.path for page in pages}
    home = find_home(settings, pages)
    for path in sorted(nav_files & documents.keys()):
        for link in documents[path].links:
            destination = read_destination(link.href)
            target = join(parent(path), destination.path) if destination.kind == "internal" else None
            for found in (target, *(f"{target}/{index}" for index in ("index.md", "README.md"))):
                if home and found in here:
                    yield home, found or ""


def find_home(settings: MkdocsSettings, pages: Sequence[Page]) -> str | None:
    """The path of the home page; without an index, of the first page that the navigation names."""
    here = {page.path: page for page in pages}
    for name in ("index.md", "README.md"):
        path = join(settings.docs, name) or ""
        if path in here:
            return path
    homes = [page.path for page in pages if page.url in ("/", "/index.html")]
    named = [join(settings.docs, link.written.href) or "" for link in read_nav(settings, {})]
    found = [*homes, *(path for path in named if path in here)]
    return found[0] if found else None


def read_redirects(settings: MkdocsSettings) -> Iterator[Redirect]:
    """What the plugin redirects says: old file → new file or address. The old one is a name that links may hold, and
    the address that it had."""
    plugin = settings.plugin("redirects")
    maps = plugin.options.get("redirect_maps") if plugin is not None else None
    if plugin is None or not isinstance(maps, dict):
        return
    for old, new in maps.items():
        if isinstance(new, str):
            yield from _redirect(settings, plugin, old, new)


def _redirect(settings: MkdocsSettings, plugin: Option, old: str, new: str) -> Iterator[Redirect]:
    location = plugin.tree.location((*plugin.keypath, "redirect_maps", old))
    target = new
    if not new.lower().startswith(("http://", "https://")):
        path, mark, fragment = new.partition("#")
        target = (join(settings.docs, path) or path) + mark + fragment
    yield Redirect(page_url(settings, below(old, "")), target, location)
