"""What Starlight links by itself: its sidebar, previous and next pages, and links in front matter."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from itertools import pairwise
from typing import Any

from linklint.data.javascript import REST
from linklint.data.tree import KeyPath
from linklint.model.document import Document, WrittenLink
from linklint.model.place import Location, pack_spans, to_span
from linklint.model.site import Page
from linklint.site.destination import read_destination
from linklint.site.paths import within
from linklint.site.profile import NavigationLink, Read
from linklint.site.profiles.astro.addresses import split_locale
from linklint.site.profiles.astro.config import Config, Starlight
from linklint.site.profiles.astro.links import SIDEBAR
from linklint.site.profiles.javascript_sites import get_list, get_table, get_text

DEEPEST = 20
ANCHOR = re.compile(r"""<a\s(?:[^>]*?\s)?href=(["'])([^"']*)\1[^>]*>(.*?)</a>""", re.DOTALL | re.IGNORECASE)
TAG = re.compile(r"<[^>]*>")


def list_navigation(config: Config, documents: Mapping[str, Document]) -> Iterator[NavigationLink]:
    """The sidebar's written links, shown on the home page of each language."""
    starlight = config.starlight
    if starlight is None:
        return
    for keypath, item in _walk(get_list(starlight.options, "sidebar"), (*starlight.keypath, "sidebar"), 0):
        for key, prop in (("slug", SIDEBAR), ("link", "href")):
            value = (
                item
                if isinstance(item, str) and key == "slug"
                else item.get(key)
                if isinstance(item, Mapping)
                else None
            )
            if isinstance(value, str):
                place = config.tree.location((*keypath, key) if isinstance(item, Mapping) else keypath)
                href = value
                if starlight.default and read_destination(value).kind == "internal":
                    href = f"{'' if prop == SIDEBAR else '/'}{starlight.default}/{value.lstrip('/')}"
                label = get_text(item, "label")
                written = _write("nav", href, label, place, prop)
                yield NavigationLink(place.path, written, value, titled=not label)


def _walk(items: Sequence[Any], keypath: KeyPath, depth: int) -> Iterator[tuple[KeyPath, Any]]:
    for number, item in enumerate(items):
        if depth < DEEPEST:
            yield (*keypath, number), item
            yield from _walk(get_list(item, "items"), (*keypath, number, "items"), depth + 1)


def _write(syntax: str, href: str, text: str, place: Location, prop: str) -> WrittenLink:
    return WrittenLink(syntax, "a", href, href, text or href, pack_spans(to_span(place)), prop=prop)


def list_generated(config: Config, pages: Sequence[Page]) -> Iterator[tuple[str, str]]:
    """From the home page of each language to every page that its sidebar shows, and from page to page. A page that is
    not translated is shown in the default language."""
    starlight = config.starlight
    if starlight is None:
        return
    docs = [page for page in pages if within(page.path, starlight.folder)]
    by_locale: dict[str, dict[str, Page]] = {}
    for page in docs:
        locale, rest = split_locale(starlight, page.url.strip("/"))
        by_locale.setdefault(locale, {})[rest] = page
    originals = by_locale.get(starlight.default, {})
    shown = list(_shown_ids(starlight, list(originals)))
    for locale, own in by_locale.items():
        listed = [own.get(each) or originals[each] for each in shown if each in own or each in originals]
        if locale != starlight.default and not shown:
            listed = list(own.values())
        listed += [page for each, page in own.items() if _is_listed_anyway(starlight, each, originals)]
        home = own.get("")
        for page in listed:
            if home is not None:
                yield home.path, page.path
                if "splash" not in str((page.document.front_matter or {}).get("template")):
                    yield page.path, home.path
        for one, other in pairwise(listed):
            yield one.path, other.path
            yield other.path, one.path


def _is_listed_anyway(starlight: Starlight, identifier: str, originals: Mapping[str, Page]) -> bool:
    """A translation without an original, in a folder that the sidebar lists by itself."""
    return identifier not in originals and any(
        folder == "" or within(identifier, folder) for folder in _listed_folders(starlight)
    )


def _listed_folders(starlight: Starlight) -> list[str]:
    if "sidebar" not in starlight.options:
        return [""]
    entries = _walk(get_list(starlight.options, "sidebar"), (), 0)
    tables = [get_table(item, "autogenerate") for _, item in entries if isinstance(item, Mapping)]
    return [get_text(table, "directory").strip("/") for table in tables if table]


def _shown_ids(starlight: Starlight, known: Sequence[str]) -> Iterator[str]:
    """Ids that the sidebar shows, without language."""
    if "sidebar" not in starlight.options:
        yield from sorted(known)
        return
    for _, item in _walk(get_list(starlight.options, "sidebar"), (), 0):
        if isinstance(item, str):
            yield item.strip("/").removesuffix("index").strip("/")
        elif isinstance(item, Mapping):
            if isinstance(item.get("slug"), str):
                yield item["slug"].strip("/")
            link = read_destination(get_text(item, "link"))
            if link.kind == "internal" and link.path:  # which Starlight begins with the language, too
                yield link.path.strip("/")
            folder = get_text(get_table(item, "autogenerate"), "directory").strip("/")
            if "autogenerate" in item:
                yield from sorted(each for each in known if not folder or within(each, folder))


def sidebar_is_known(starlight: Starlight) -> bool:
    """Whether the whole sidebar can be read."""
    if starlight.strange:
        return False
    sidebar = starlight.options.get("sidebar", [])
    entries = _walk(sidebar if isinstance(sidebar, list) else [None], (), 0)
    return REST not in starlight.options and all(
        isinstance(item, str)
        or (isinstance(item, Mapping) and REST not in item and isinstance(item.get("items", []), list))
        for _, item in entries
    )


def front_matter_links(read: Read, path: str, document: Document) -> Iterator[WrittenLink]:
    """``hero.actions[].link``, ``prev.link``, ``next.link``, and the links in the HTML of ``banner.content``."""
    matter = document.front_matter or {}
    banner = ANCHOR.findall(get_text(matter.get("banner"), "content"))
    said: list[tuple[str, Any]] = [("hero", action) for action in get_list(matter.get("hero"), "actions")]
    said += [(key, matter[key]) for key in ("prev", "next") if key in matter]
    said += [("banner", {"link": unescape(link), "text": TAG.sub("", text)}) for _, link, text in banner]
    if not said:
        return
    lines = (read(path) or b"").decode("utf-8", "replace").splitlines()
    for key, table in said:
        link = get_text(table, "link")
        if link:
            line = document.front_matter_lines.get(key, 1)
            end = next((number for number in range(line, len(lines)) if lines[number].rstrip() == "---"), len(lines))
            place = Location(path, line, 1, line, 1)
            for number in range(line, end + 1):
                column = lines[number - 1].find(link) + 1 if number <= len(lines) else 0
                if column and (key == "banner" or "link" in lines[number - 1]):
                    place = Location(path, number, column, number, column + len(link))
                    break
            yield _write("frontmatter", link, get_text(table, "text") or get_text(table, "label"), place, "link")
