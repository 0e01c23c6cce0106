"""The links of the navigation bar and of the sidebars, as the default theme shows them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from linklint.data.tree import KeyPath
from linklint.site.profile import NavigationLink
from linklint.site.profiles.javascript_sites import write_menu_link
from linklint.site.profiles.menus import Homes, Section, show_sections
from linklint.site.profiles.vuepress.settings import VuepressSettings

AUTOMATIC = frozenset({"auto", "heading", "structure"})  # sidebars of a page's own headings, or of its folder


def navigate(settings: VuepressSettings, homes: Mapping[str, Homes]) -> Iterator[NavigationLink]:
    """The links of ``nav``, ``navbar`` and ``sidebar``, as shown by the home pages of their languages. ``homes``:
    beginning of an address → the page that stands there."""
    return show_sections(settings.sections, homes, lambda section: _list_links(settings, section))


def _list_links(settings: VuepressSettings, section: Section) -> Iterator[NavigationLink]:
    if isinstance(section.value, Mapping):
        for base, value in section.value.items():
            yield from _walk(section, value, (*section.keypath, base), base if settings.second else _folder(base))
    else:
        yield from _walk(section, section.value, section.keypath, "/")


def _folder(base: str) -> str:
    """What version 1 reads entries from: ``/guide/`` for itself and for ``/guide/x``."""
    return base[: base.rfind("/") + 1]


def _walk(section: Section, value: Any, keypath: KeyPath, prefix: str) -> Iterator[NavigationLink]:
    if isinstance(value, str):
        yield from _link(section, value, "", keypath, prefix)
    elif isinstance(value, list):
        for number, entry in enumerate(value):
            if isinstance(entry, list):  # a path and what to call it
                if entry and isinstance(entry[0], str):
                    title = entry[1] if len(entry) > 1 and isinstance(entry[1], str) else ""
                    yield from _link(section, entry[0], title, (*keypath, number, 0), prefix)
            else:
                yield from _walk(section, entry, (*keypath, number), prefix)
    elif isinstance(value, Mapping):
        title = value.get("text", value.get("title"))
        for key in ("link", "path"):
            if isinstance(value.get(key), str):
                yield from _link(section, value[key], title, (*keypath, key), prefix)
        own = value.get("prefix")
        inner = _with_prefix(prefix, own) if isinstance(own, str) else prefix
        for key in ("items", "children"):
            if isinstance(value.get(key), list):
                yield from _walk(section, value[key], (*keypath, key), inner)


def _link(section: Section, href: str, title: Any, keypath: KeyPath, prefix: str) -> Iterator[NavigationLink]:
    if href in AUTOMATIC:
        return
    whole = _with_prefix(prefix, href)
    location = section.tree.location(keypath)
    yield write_menu_link(location, whole, href, title)


def _with_prefix(prefix: str, href: str) -> str:
    if href.startswith("/") or ":" in href.partition("/")[0]:
        return href
    return prefix + ("" if prefix.endswith("/") else "/") + href
