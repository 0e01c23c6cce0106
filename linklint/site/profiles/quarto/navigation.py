"""What is around the pages: the bar above, the sidebar, the foot, the chapters of a book; and lists of pages
(https://quarto.org/docs/websites/website-navigation.html, https://quarto.org/docs/websites/website-listings.html)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

from linklint.data.tree import KeyPath, Tree
from linklint.model.document import Document, WrittenLink
from linklint.model.glob import Glob, compile_sound
from linklint.model.place import Location, pack_spans
from linklint.model.site import Page
from linklint.site.paths import below, extension, join, name, normalise_url, parent, within
from linklint.site.profile import NavigationLink, Redirect
from linklint.site.profiles.manifests import as_list, get_table
from linklint.site.profiles.quarto.fragments import makes_text
from linklint.site.profiles.quarto.front_matter import list_items
from linklint.site.profiles.quarto.pages import INDEX, make_url
from linklint.site.profiles.quarto.settings import INPUTS, PATTERN, QuartoSettings, walk_items

BARS = ("navbar", "sidebar", "page-footer")
CONTENTS = ("chapters", "appendices", "references")
LISTS = ("left", "center", "right", "tools", "contents")
DESTINATIONS = ("href", "url", "file", "section", "part")
AUTO = "auto"
EMBED = re.compile(r"embed\s+[\"']?(?P<file>[^\s#\"']+)")


def navigate(settings: QuartoSettings) -> Iterator[NavigationLink]:
    """The links that the config writes."""
    for tree in settings.trees:
        for table in ("website", "book"):
            for item, keypath in _list_items(get_table(tree.value, table), (table,)):
                yield from _read_item(tree, item, keypath)


def _list_items(website: Mapping[str, Any], keypath: KeyPath) -> Iterator[tuple[Any, KeyPath]]:
    for key in BARS:
        said, place = website.get(key), (*keypath, key)
        for number, each in enumerate(said) if isinstance(said, list) else [(-1, said)]:
            inner = place if number < 0 else (*place, number)
            table = each if isinstance(each, dict) else {}
            for part in LISTS:
                if isinstance(table.get(part), list):
                    yield from walk_items(table[part], (*inner, part))
    for key in CONTENTS:
        yield from walk_items(website.get(key), (*keypath, key))


def _read_item(tree: Tree, item: Any, keypath: KeyPath) -> Iterator[NavigationLink]:
    if isinstance(item, str):
        if _names_page(item):
            yield _make_link(tree, item, keypath, "")
        return
    title = item.get("text") or item.get("title") or ""
    for key in DESTINATIONS:
        said = item.get(key)
        if isinstance(said, str) and (key in ("href", "url", "file") or _names_page(said)):
            yield _make_link(tree, said, (*keypath, key), title if isinstance(title, str) else "")


def _names_page(said: str) -> bool:
    """Whether a text is that of a page, rather than a title or a pattern."""
    return extension(said.partition("#")[0]) in (*INPUTS, "html") and not PATTERN.search(said) and "\n" not in said


def _make_link(tree: Tree, said: str, keypath: KeyPath, title: str) -> NavigationLink:
    written = WrittenLink("nav", "a", said, said, title or said, pack_spans(tree.span(keypath)))
    return NavigationLink(tree.path, written, said, titled=not title)


def list_pages(settings: QuartoSettings, pages: Sequence[Page]) -> Iterator[tuple[str, str]]:
    """The links that are made: of a book to the chapters before and after, of sidebars to what patterns stand for, of
    pages with lists to the pages listed."""
    for before, after in pairwise(settings.chapters):
        yield before, after
        yield after, before
    homes = [page.path for page in pages if page.kind == "home"][:1]
    found = [_find_matching(settings, pages, each) for each in _list_patterns(settings)]
    for home in homes:
        for paths in found:
            yield from ((home, path) for path in paths)
    for page in pages:
        yield from ((page.path, path) for path in _list_listed(settings, page, pages))
        yield from ((page.path, path) for path in _list_embedded(settings, page))


def _list_patterns(settings: QuartoSettings) -> Iterator[str]:
    """What sidebars show without naming it: patterns and folders; an empty one for all pages."""
    for bar in as_list(settings.website.get("sidebar")):
        for item, _ in walk_items(bar, ()) if isinstance(bar, dict) else ():
            if isinstance(item, str):
                if item == AUTO:
                    yield ""
                elif not _names_page(item) and "---" not in item:
                    yield item
                continue
            yield from ("" if each is True else each for each in as_list(item.get(AUTO)) if each)


def _find_matching(settings: QuartoSettings, pages: Sequence[Page], pattern: str) -> list[str]:
    bare = pattern.strip("/")
    if not bare:
        return [page.path for page in pages]
    return list(_list_matching(pages, settings.folder, join(settings.folder, bare) or bare, bare))


def _list_matching(pages: Sequence[Page], top: str, folder: str, pattern: str) -> Iterator[str]:
    """The pages in a folder, and those whose paths below another one a pattern fits."""
    globs = _compile(pattern) if pattern else ()
    for page in pages:
        if within(page.path, folder) or any(glob(below(page.path, top)) for glob in globs):
            yield page.path


@lru_cache(maxsize=1024)
def _compile(pattern: str) -> tuple[Glob, ...]:
    """Without a slash before it, a pattern is looked for in all folders, and so is a name."""
    return tuple(compile_sound([pattern, f"**/{pattern}"]))


def _list_embedded(settings: QuartoSettings, page: Page) -> Iterator[str]:
    """The pages of whose cells it shows some, with a link to each."""
    for include in page.document.includes:
        match = EMBED.match(include.written) if include.kind == "shortcode" else None
        if match:
            base = settings.folder if match["file"].startswith("/") else parent(page.path)
            yield join(base, match["file"].lstrip("/")) or ""


def _list_listed(settings: QuartoSettings, page: Page, pages: Sequence[Page]) -> Iterator[str]:
    said = (page.document.front_matter or {}).get("listing")
    if said in (None, False):
        return
    for each in as_list(said):
        for pattern in as_list(each.get("contents", "*") if isinstance(each, dict) else "*"):
            if isinstance(pattern, str):
                yield from _find_below(settings, page, pages, pattern)


def _find_below(settings: QuartoSettings, page: Page, pages: Sequence[Page], pattern: str) -> Iterator[str]:
    """What a list shows of a pattern, read from the page's folder."""
    top = settings.folder if pattern.startswith("/") else parent(page.path)
    bare = pattern.removeprefix("./").strip("/")
    inside = [other for other in pages if within(other.path, top)]
    yield from _list_matching(inside, top, join(top, bare) or "", bare)


def has_open_lists(documents: Mapping[str, Document]) -> bool:
    """Whether lists show what is not read: files of data, entries that a template makes something of."""
    for document in documents.values():
        for each in as_list((document.front_matter or {}).get("listing")):
            for pattern in as_list(each.get("contents") if isinstance(each, dict) else None):
                is_made = isinstance(pattern, dict) and not list_items(each)
                if is_made or (isinstance(pattern, str) and pattern.endswith((".yml", ".yaml"))):
                    return True
    return False


def find_lists_of_code(settings: QuartoSettings, documents: Mapping[str, Document]) -> Iterator[str]:
    """The folders whose pages code may list: of an index page its own, of any other page the one that is named so."""
    for path, document in documents.items():
        if path in settings.inputs and makes_text(document, "any"):
            stem = name(path).rpartition(".")[0]
            yield parent(path) if stem == INDEX else join(parent(path), stem) or ""


def find_redirects(settings: QuartoSettings, documents: Mapping[str, Document]) -> list[Redirect]:
    """Addresses that pages had (``aliases``), read from the page's folder."""
    found: list[Redirect] = []
    for path, document in documents.items():
        said = (document.front_matter or {}).get("aliases") if path in settings.inputs else None
        for alias in as_list(said):
            if not isinstance(alias, str) or "#" in alias or "://" in alias:
                continue
            folder = make_url(settings, path).rpartition("/")[0]
            old = normalise_url(alias if alias.startswith("/") else f"{folder}/{alias}")
            line = document.front_matter_lines.get("aliases", 1)
            for form in dict.fromkeys((old, old.removesuffix("index.html"), f"{old.rstrip('/')}/index.html")):
                if form == old or form.endswith("/") or not old.endswith(".html"):
                    found.append(Redirect(form, path, Location(path, line)))
    return found
