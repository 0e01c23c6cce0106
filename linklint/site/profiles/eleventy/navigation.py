"""Eleventy: which page shows what, and the links that follow from it: those of layouts, of collections, of the plugin
eleventy-navigation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

import msgspec

from linklint.data.javascript import UNKNOWN
from linklint.model.document import Document, WrittenLink
from linklint.model.files import Names
from linklint.model.glob import LONGEST_PATTERN, Glob, compile_glob
from linklint.model.site import Page
from linklint.site.paths import join, within
from linklint.site.profile import Address, NavigationLink
from linklint.site.profiles.eleventy.addresses import EXPRESSION
from linklint.site.profiles.eleventy.cascade import as_tags, find_layout
from linklint.site.profiles.eleventy.config import Config
from linklint.site.profiles.eleventy.templates import ANY, DOUBT, NAVIGATION, Collection, Template, shown_parts

GLOB_SIGN = re.compile(r"[*?\[\]{}\\]")
MOST_PAGES_OF_A_LAYOUT = 40


class Known(msgspec.Struct, frozen=True):
    """What is known once all documents are read. ``addresses``: path → address of each page; ``data``: path → data of
    each template; ``patterns``: (pattern, path) of addresses that are not one text; ``made``: address → path of
    templates that are no pages here; ``matters``: path → front matter; ``globals``: name → value of global data.
    ``urls``: all addresses, old ones too."""

    config: Config
    names: Names
    addresses: Mapping[str, Address] = {}
    data: Mapping[str, Mapping[str, Any]] = {}
    patterns: Sequence[tuple[str, str]] = ()
    made: Mapping[str, str] = {}
    matters: Mapping[str, Mapping[str, Any]] = {}
    globals: Mapping[str, Any] = {}
    urls: frozenset[str] = frozenset()


class Shown(msgspec.Struct, frozen=True):
    """``frame``: layouts in use and what they take in. ``site``: what layouts of many pages list; ``pages``: path →
    what the page itself lists, or a layout of few pages. ``doubt``: code lists pages in ways that are not known."""

    frame: frozenset[str] = frozenset()
    site: frozenset[str] = frozenset()
    pages: Mapping[str, frozenset[str]] = {}
    neighbours: bool = False
    doubt: bool = False


def find_shown(known: Known, templates: Mapping[str, Template]) -> Shown:
    """Which page shows what, by its layouts."""
    config = known.config
    users: dict[str, list[str]] = {}
    doubt = False
    for path in known.addresses:
        chain, complete = layout_chain(known, known.data.get(path, {}).get("layout"))
        doubt = doubt or not complete
        for layout in chain:
            users.setdefault(layout, []).append(path)
    frame: set[str] = set()
    site: set[str] = set()
    pages: dict[str, set[str]] = {}
    neighbours = False
    for layout, paths in users.items():
        parts = shown_parts(config, layout, templates)
        frame.update(parts)
        lists, near = _merge(templates[part] for part in parts if part in templates)
        neighbours = neighbours or near
        if len(paths) > MOST_PAGES_OF_A_LAYOUT:
            site |= lists
        else:
            for path in paths:
                pages.setdefault(path, set()).update(lists)
    for path in known.addresses:
        lists, near = _merge(templates[part] for part in shown_parts(config, path, templates) if part in templates)
        neighbours = neighbours or near
        pages.setdefault(path, set()).update(lists)
    coded = any(templates[path].lists for path in set(known.made.values()) if path in templates)
    doubt = doubt or coded or DOUBT in site or any(DOUBT in lists for lists in pages.values())
    return Shown(frozenset(frame), frozenset(site), {k: frozenset(v) for k, v in pages.items()}, neighbours, doubt)


def _merge(templates: Iterable[Template]) -> tuple[set[str], bool]:
    every = list(templates)
    return {name for each in every for name in each.lists}, any(each.neighbours for each in every)


def layout_chain(known: Known, layout: Any) -> tuple[list[str], bool]:
    """The paths of a layout and of those that it stands in; and whether all of them are known."""
    found: list[str] = []
    while layout not in (None, False, ""):
        path = find_layout(known.config, known.names, layout) if isinstance(layout, str) else None
        if path is None:
            return found, False
        if path in found:
            break
        found.append(path)
        layout = known.matters.get(path, {}).get("layout")
    return found, True


def find_navigation(
    known: Known, shown: Shown, keeps: Callable[[WrittenLink], bool], documents: Mapping[str, Document]
) -> list[NavigationLink]:
    """The links of layouts and of what they take in."""
    return [
        NavigationLink(path, link)
        for path in sorted(shown.frame & documents.keys() - known.addresses.keys())
        for link in documents[path].links
        if link.element == "a" and link.href.strip("#") and keeps(link)
    ]


class Groups:
    """The pages of each collection."""

    def __init__(self, known: Known, custom: Mapping[str, Collection], pages: Sequence[Page]) -> None:
        self.config = known.config
        self.custom = custom
        self.pages = [page for page in pages if page.published and not _is_excluded(known.data.get(page.path, {}))]
        self.tags: dict[str, list[Page]] = {}
        self.navigation = [page for page in self.pages if known.data.get(page.path, {}).get("eleventyNavigation")]
        self.sure = True
        for page in self.pages:
            said = known.data.get(page.path, {}).get("tags")
            self.sure = self.sure and said is not UNKNOWN
            for tag in as_tags(said):
                self.tags.setdefault(tag, []).append(page)

    def find(self, name: str) -> list[Page]:
        """The pages that the name stands for in templates."""
        if name == NAVIGATION:
            return self.navigation
        if name == "all":
            return self.pages
        if name == ANY:
            return [page for tag in self.tags for page in self.tags[tag]]
        if name in self.custom:
            return self._of_script(self.custom[name])
        return self.tags.get(name, [])

    def is_sure(self, name: str) -> bool:
        """Whether all pages of the collection are known."""
        if name in self.custom:
            return self.custom[name].sure
        return name in ("all", NAVIGATION) or (self.sure and name != DOUBT)

    def _of_script(self, custom: Collection) -> list[Page]:
        if custom.everything:
            return self.pages
        globs = [compile_glob(glob) for each in custom.globs if (glob := self._glob(each)) is not None]
        found = [page for page in self.pages if any(matches(page.path) for matches in globs)]
        return found + [page for tag in custom.tags for page in self.tags.get(tag, [])]

    def _glob(self, written: str) -> str | None:
        glob = join(self.config.root, written) if not written.startswith("**/") else written
        try:
            compile_glob(glob or "")
        except ValueError:
            return None
        return glob


def _is_excluded(data: Mapping[str, Any]) -> bool:
    return data.get("eleventyExcludeFromCollections") is True


def list_pages(
    known: Known, shown: Shown, custom: Mapping[str, Collection], pages: Sequence[Page]
) -> Iterator[tuple[str, str]]:
    """Links that templates make of collections; the navigation's tree; the previous and the next page."""
    groups = Groups(known, custom, pages)
    showing = [(page, shown.pages.get(page.path, frozenset())) for page in pages]
    roots = [page for page in pages if page.root]
    showing += [(page, shown.site) for page in roots]
    if "navigation" in known.config.features:
        showing += [(page, frozenset({NAVIGATION})) for page in roots]
    for page, lists in showing:
        for name in lists:
            for other in groups.find(name):
                yield page.path, other.path
    if shown.neighbours:
        for name in (*groups.tags, *custom):
            for a, b in pairwise(sorted(groups.find(name), key=lambda page: page.path)):
                yield a.path, b.path
                yield b.path, a.path


def list_made_forms(shown: Shown, documents: Mapping[str, Document]) -> list[Glob]:
    """The forms of addresses, without a slash at the end, that layouts make of data, such as
    ``/components/{{ component.name }}``: they may link any page at one."""
    written = {link.href for path in shown.frame & documents.keys() for link in documents[path].links if link.href}
    parts = [EXPRESSION.split(href) for href in sorted(written) if href.startswith("/") and "{{" in href]
    forms = [
        "?*".join(GLOB_SIGN.sub(r"\\\g<0>", part) for part in each).removesuffix("/")
        for each in parts
        if each[0].strip("/") and each[0].endswith("/")
    ]
    return [compile_glob(form) for form in forms if len(form) <= LONGEST_PATTERN]


def doubt_orphans(
    known: Known,
    shown: Shown,
    custom: Mapping[str, Collection],
    made: Sequence[Glob],
    parts: frozenset[str],
    pages: Sequence[Page],
    linked: frozenset[str],
) -> dict[str, str]:
    """Unknown everywhere, where code lists pages in ways that are not known; and for pages of generated addresses, or
    at addresses of the forms ``made``, and for ``parts``, which readers see in other pages."""
    groups = Groups(known, custom, pages)
    used = shown.site.union(*shown.pages.values())
    if known.config.unknown or shown.doubt or not all(groups.is_sure(name) for name in used):
        return {page.path: "unknown" for page in pages if within(page.path, known.config.root)}
    varied = {path for _, path in known.patterns}
    return {
        page.path: "unknown"
        for page in pages
        if page.path in varied or page.path in parts or any(form(page.url.removesuffix("/")) for form in made)
    }
