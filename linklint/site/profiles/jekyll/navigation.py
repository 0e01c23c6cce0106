"""Jekyll: the site's navigation and listings, told from its templates; and whether a theme has a part in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import msgspec

from linklint.model.document import Document
from linklint.model.site import Page
from linklint.site.paths import extension, within
from linklint.site.profile import NavigationLink, Read
from linklint.site.profiles.jekyll.config import Config, find_place
from linklint.site.profiles.jekyll.links import Known
from linklint.site.profiles.jekyll.templates import (
    Template,
    data_links,
    data_names,
    layout_chain,
    merge,
    shown_parts,
    used_data,
)

MOST_PAGES_OF_A_LAYOUT = 40


class Shown(msgspec.Struct, frozen=True):
    """``frame``: layouts in use and the partials they take in. ``site``: what layouts of many pages do together.
    ``pages``: path → what the page's own text, its partials and a layout of few pages do. ``themed``: a layout is
    not in the repository, so a theme decides what is linked. ``data``: names of data files in use."""

    frame: frozenset[str] = frozenset()
    site: Template = Template()
    pages: Mapping[str, Template] = {}
    themed: bool = False
    data: frozenset[str] = frozenset()


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
    for layout, paths in users.items():
        parts = shown_parts(config, layout, templates)
        frame.update(parts)
        done = merge(templates[part] for part in parts)
        data |= done.data
        if len(paths) > MOST_PAGES_OF_A_LAYOUT:
            common.append(done)
        else:
            for path in paths:
                own.setdefault(path, []).append(done)
    for path in known.addresses:
        if path in templates:
            done = merge(templates[part] for part in shown_parts(config, path, templates))
            data |= done.data
            own.setdefault(path, []).append(done)
    pages = {path: merge(each) for path, each in own.items()}
    return Shown(frozenset(frame), merge(common), pages, themed, frozenset(data))


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
    groups: dict[str, list[Page]] = {"pages": []}
    for page in pages:
        place = find_place(known.config, page.path)
        if place is None or not page.published:
            continue
        groups.setdefault(place.collection.label if place.collection else "pages", []).append(page)
    groups["documents"] = [page for label, each in groups.items() if label != "pages" for page in each]
    words = data_names(used_data(known.config, shown.data, known.names, read))
    for page in pages:
        if page.url.strip("/").rpartition("/")[2].removesuffix(".html") in words:
            yield from ((root.path, page.path) for root in pages if root.root)
    showing = [(page, shown.pages.get(page.path, Template())) for page in pages]
    showing += [(page, shown.site) for page in pages if page.root]
    for page, template in showing:
        for label in template.lists:
            for other in groups.get(label, []):
                if not template.by_language or other.lang == page.lang or page.lang is None:
                    yield page.path, other.path
    if shown.site.neighbours or any(template.neighbours for template in shown.pages.values()):
        for label, each in groups.items():
            if label not in ("pages", "documents"):
                for a, b in pairwise(sorted(each, key=lambda page: page.path)):
                    yield a.path, b.path
                    yield b.path, a.path


def doubt_orphans(config: Config, shown: Shown, pages: Sequence[Page], linked: frozenset[str]) -> dict[str, str]:
    """Unknown everywhere, where a theme decides."""
    themed = shown.themed or bool(config.values.get("theme") or config.values.get("remote_theme"))
    return {page.path: "unknown" for page in pages if themed and within(page.path, config.source)}
