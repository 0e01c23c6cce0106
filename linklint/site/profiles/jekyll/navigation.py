"""Jekyll: the site's navigation and listings, told from its templates; and whether a theme has a part in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import Any

import msgspec

from linklint.model.document import Document
from linklint.model.site import Page
from linklint.site.paths import extension, join, within
from linklint.site.profile import NavigationLink, Read
from linklint.site.profiles.jekyll.config import Config, find_place
from linklint.site.profiles.jekyll.links import Known
from linklint.site.profiles.jekyll.made_addresses import is_made
from linklint.site.profiles.jekyll.templates import (
    Template,
    data_links,
    data_names,
    layout_chain,
    merge,
    shown_parts,
    used_data,
)
from linklint.site.profiles.manifests import as_list

MOST_PAGES_OF_A_LAYOUT = 40
EXPRESSION = re.compile(r"\{\{.{0,500}?\}\}")
MARKDOWN_LINK = re.compile(r"\]\(([^()\s]{1,500})")


class Shown(msgspec.Struct, frozen=True):
    """``frame``: layouts in use and the partials they take in. ``site``: what layouts of many pages do together.
    ``pages``: path → what the page's own text, its partials and a layout of few pages do. ``themed``: a layout is
    not in the repository, so a theme decides what is linked. ``data``: names of data files in use. ``home``: what of
    the frame the home page has. ``with_ids``: pages in which templates make ids of data. ``keys``: what
    layouts and partials show of front matter."""

    frame: frozenset[str] = frozenset()
    site: Template = Template()
    pages: Mapping[str, Template] = {}
    themed: bool = False
    data: frozenset[str] = frozenset()
    home: frozenset[str] = frozenset()
    with_ids: frozenset[str] = frozenset()
    keys: frozenset[str] = frozenset()


def find_shown(known: Known, templates: Mapping[str, Template], read: Read) -> Shown:
    """Which page shows what, by its layout."""
    config = known.config
    users: dict[str, list[str]] = {}
    themed = False
    for path in known.addresses:
        chain, complete = layout_chain(config, find_layout(known, path), templates)
        themed = themed or not complete
        for layout in chain:
            users.setdefault(layout, []).append(path)
    frame: set[str] = set()
    common: list[Template] = []
    own: dict[str, list[Template]] = {}
    data: set[str] = set()
    home: set[str] = set()
    with_ids: set[str] = set()
    for layout, paths in users.items():
        parts = shown_parts(config, layout, templates)
        frame.update(parts)
        done = merge(templates[part] for part in parts)
        data |= done.data
        home.update(parts if any(known.addresses[path].url == "/" for path in paths) else ())
        with_ids.update(paths if done.makes_ids else ())
        if len(paths) > MOST_PAGES_OF_A_LAYOUT:
            common.append(done)
        else:
            for path in paths:
                own.setdefault(path, []).append(done)
    for path in known.addresses:
        if path in templates:
            done = merge(templates[part] for part in shown_parts(config, path, templates))
            data |= done.data
            with_ids.update([path] if done.makes_ids else ())
            own.setdefault(path, []).append(done)
    pages = {path: merge(each) for path, each in own.items()}
    parts = [path for path in templates if within(path, config.layouts) or within(path, config.partials)]
    return Shown(
        frame=frozenset(frame),
        site=merge(common),
        pages=pages,
        themed=themed,
        data=frozenset(data),
        home=frozenset(home),
        with_ids=frozenset(with_ids),
        keys=frozenset().union(*(templates[path].page_keys for path in parts)),
    )


def find_layout(known: Known, path: str) -> object:
    """The layout of a page: its own, the config's; for GitHub Pages the one that its plugin picks."""
    layout = known.matters.get(path, {}).get("layout")
    if layout is None and "jekyll-default-layout" in known.config.plugins and extension(path) in known.config.markdown:
        place = find_place(known.config, path)
        if place is not None and known.addresses[path].url == "/":
            return "home"
        return "post" if place is not None and place.kind == "post" else "page"
    return layout


def find_navigation(known: Known, shown: Shown, read: Read, documents: Mapping[str, Document]) -> list[NavigationLink]:
    """Literal links of the frame, and the addresses in data files that templates use."""
    found = [
        NavigationLink(path, link)
        for path in sorted(shown.frame & documents.keys())
        for link in documents[path].links
        if "{" not in link.href or "relative_url" in link.href or "baseurl" in link.href
        if link.element == "a" and link.href.strip("#") and not _is_unknown(link.href)
        if not link.href.startswith("#") or path in shown.home
    ]
    titles = {
        url: documents[path].title or address.url.strip("/").rpartition("/")[2] or "home"
        for path, address in known.addresses.items()
        for url in (address.url, *address.also)
    }
    texts = used_data(known.config, shown.data, known.names, read)
    found.extend(NavigationLink(path, link, link.href) for path, link in data_links(texts, titles))
    return found


def _is_unknown(href: str) -> bool:
    """Whether an expression holds a variable of a loop."""
    inner = href.partition("{{")[2].partition("}}")[0].strip()
    return bool(inner) and not inner.startswith(("'", '"', "site.baseurl", "site.url"))


def list_pages(known: Known, shown: Shown, read: Read, pages: Sequence[Page]) -> Iterator[tuple[str, str]]:
    """Links that templates make: loops over posts, collections, pages; the previous and the next document; addresses
    made of the words of a data file."""
    groups = _group(known.config, pages)
    words = data_names(used_data(known.config, shown.data, known.names, read))
    roots = [page.path for page in pages if page.root]
    for page in pages if words else ():
        if not words.isdisjoint(_names_of(page.url)):
            yield from ((root, page.path) for root in roots)
    yield from _list_looped(shown, pages, groups)
    yield from _list_paginated(pages, groups)
    urls = _list_urls(known)
    for page in pages:
        yield from ((page.path, other) for other in _named_in_front_matter(urls, page, shown.keys))
    if shown.site.neighbours or any(template.neighbours for template in shown.pages.values()):
        yield from _list_neighbours(groups)


def _names_of(url: str) -> Iterator[str]:
    """What a data file may call the page: its last name, or its address below a folder, as that of its language."""
    bare = url.rstrip("/").removesuffix(".html")
    yield bare.rpartition("/")[2]
    at = bare.find("/", 1)
    while at > 0:
        yield bare[at:]
        at = bare.find("/", at + 1)


def _group(config: Config, pages: Sequence[Page]) -> dict[str, list[Page]]:
    """The published pages by the label of their collection, ``pages`` without one; ``documents``: those of all."""
    groups: dict[str, list[Page]] = {"pages": []}
    for page in pages:
        place = find_place(config, page.path)
        if place is not None and page.published:
            groups.setdefault(place.collection.label if place.collection else "pages", []).append(page)
    groups["documents"] = [page for label, each in groups.items() if label != "pages" for page in each]
    return groups


def _list_looped(
    shown: Shown, pages: Sequence[Page], groups: Mapping[str, Sequence[Page]]
) -> Iterator[tuple[str, str]]:
    """What each page's templates loop over; what layouts of many pages do is told of the home pages."""
    showing = [(page, shown.pages.get(page.path, Template())) for page in pages]
    showing += [(page, shown.site) for page in pages if page.root]
    for page, template in showing:
        for other in chain.from_iterable(groups.get(label, ()) for label in template.lists):
            if not template.by_language or other.lang == page.lang or page.lang is None:
                yield page.path, other.path


def _list_paginated(pages: Sequence[Page], groups: Mapping[str, Sequence[Page]]) -> Iterator[tuple[str, str]]:
    """The collections that a page asks jekyll-paginate-v2 for, by names with commas between them or ``all``
    (https://github.com/sverrirs/jekyll-paginate-v2/blob/master/README-GENERATOR.md)."""
    for page in pages:
        said = (page.document.front_matter or {}).get("pagination")
        asked = said.get("collection") if isinstance(said, dict) and said.get("enabled") is True else None
        labels = {label.strip() for each in as_list(asked) for label in str(each).split(",")}
        for label in sorted({"documents" if label == "all" else label for label in labels}):
            yield from ((page.path, other.path) for other in groups.get(label, ()))


def _list_neighbours(groups: Mapping[str, Sequence[Page]]) -> Iterator[tuple[str, str]]:
    """Each document of a collection leads to the next and back."""
    for label, each in groups.items():
        if label not in ("pages", "documents"):
            for a, b in pairwise(sorted(each, key=lambda page: page.path)):
                yield a.path, b.path
                yield b.path, a.path


def _list_urls(known: Known) -> dict[str, str]:
    return {url: path for path, address in known.addresses.items() for url in (address.url, *address.also)}


def _named_in_front_matter(urls: Mapping[str, str], page: Page, keys: frozenset[str]) -> Iterator[str]:
    """Pages whose addresses stand in lists and tables of the page's front matter that templates show, or in links of
    Markdown in its texts."""
    matter = page.document.front_matter or {}
    shown: list[Any] = [matter[key] for key in sorted(keys & matter.keys())]
    for text in (each for each in shown if isinstance(each, str) and "](" in each):
        for href in MARKDOWN_LINK.findall(text):
            written = EXPRESSION.sub("", href).partition("#")[0]
            beside = join("", page.url.rpartition("/")[0] + "/" + written)
            url = written if written.startswith("/") else "/" + (beside or "")
            path = urls.get(url) or urls.get(url.rstrip("/") + "/")
            if path is not None and path != page.path:
                yield path
    pending: list[Any] = [each for each in shown if isinstance(each, list | dict)]
    while pending:
        value = pending.pop()
        if isinstance(value, list | dict):
            pending.extend(value.values() if isinstance(value, dict) else value)
        elif isinstance(value, str):
            url = EXPRESSION.sub("", value).strip().partition("#")[0]
            path = urls.get(url) or urls.get(url.rstrip("/") + "/")
            if path is not None and path != page.path:
                yield path


def doubt_orphans(
    config: Config, shown: Shown, elsewhere: bool, pages: Sequence[Page], linked: frozenset[str]
) -> dict[str, str]:
    """Unknown everywhere, where a theme decides, or what else makes links (``elsewhere``); else the documents of a
    collection of which templates look up single ones, as those of authors, and the pages whose addresses templates may
    make."""
    if elsewhere or shown.themed or config.values.get("theme") or config.values.get("remote_theme"):
        return {page.path: "unknown" for page in pages if within(page.path, config.source)}
    every = merge((shown.site, *shown.pages.values()))
    if not every.picks and not every.made:
        return {}
    return {
        page.path: "unknown"
        for page in pages
        if _find_label(config, page.path) in every.picks or is_made(page.url, every.made)
    }


def _find_label(config: Config, path: str) -> str | None:
    """The collection that the document is in; None for posts and pages, which nearly every site looks up singly too."""
    place = find_place(config, path)
    return place.collection.label if place and place.collection and place.collection.label != "posts" else None
