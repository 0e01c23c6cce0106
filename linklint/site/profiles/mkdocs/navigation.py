"""The navigation: ``nav`` of the config, everything where nothing is said; and redirects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from linklint.data.tree import KeyPath
from linklint.model.document import WrittenLink
from linklint.model.place import pack_spans
from linklint.model.site import Page
from linklint.site.paths import below, join
from linklint.site.profile import NavigationLink, Redirect
from linklint.site.profiles.mkdocs.addresses import page_url
from linklint.site.profiles.mkdocs.settings import MkdocsSettings, Option

# Plugins that put every page into the navigation, unless told otherwise.
ARRANGERS = ("awesome-pages", "awesome-nav", "mkdocs-nav-weight", "nav-weight", "api-autonav")


def is_everything(settings: MkdocsSettings) -> bool:
    """Whether all pages are in the navigation without being named."""
    if any(settings.plugin(name) for name in ARRANGERS):
        return True
    return settings.nav is None and settings.plugin("literate-nav") is None


def read_nav(settings: MkdocsSettings) -> Iterator[NavigationLink]:
    """The links that ``nav`` names, in their order. One without a title shows that of its page."""
    said = settings.nav
    if said is None:
        return
    value, tree = said
    for title, href, keypath in _walk(value, ("nav",)):
        if "*" in href:
            continue
        written = WrittenLink("inline", "a", href, href, title or href, pack_spans(tree.span(keypath)))
        yield NavigationLink(tree.path, written, href, titled=not title)


def list_entries(settings: MkdocsSettings) -> Iterator[str]:
    """What the lines of ``nav`` name, patterns and folders too."""
    said = settings.nav
    yield from (href for _, href, _ in _walk(said[0], ("nav",))) if said is not None else ()


def _walk(value: Any, keypath: KeyPath, title: str = "") -> Iterator[tuple[str, str, KeyPath]]:
    if isinstance(value, str):
        yield title, value, keypath
    elif isinstance(value, list):
        for number, entry in enumerate(value):
            yield from _walk(entry, (*keypath, number))
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield from _walk(entry, (*keypath, key), key)


def find_home(settings: MkdocsSettings, pages: Sequence[Page]) -> str | None:
    """The path of the home page; without an index, which a script may bring, of the first page that the navigation
    names, or that it has without being told."""
    here = {page.path: page for page in pages}
    for name in ("index.md", "README.md"):
        path = join(settings.docs, name) or ""
        if path in here:
            return path
    homes = [page.path for page in pages if page.url in ("/", "/index.html")]
    named = [join(settings.docs, link.written.href) or "" for link in read_nav(settings)]
    found = [*homes, *(path for path in named if path in here)]
    if not found and is_everything(settings):
        return min((path for path in here if not settings.not_in_nav(below(path, settings.docs))), default=None)
    return found[0] if found else None


def find_roots(settings: MkdocsSettings, pages: Sequence[Page]) -> list[str]:
    """The home page, and that of each language."""
    home = find_home(settings, pages)
    homes = [page.path for page in pages if page.lang and page.url in (f"/{page.lang}/", f"/{page.lang}/index.html")]
    return [*([home] if home else []), *homes]


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
