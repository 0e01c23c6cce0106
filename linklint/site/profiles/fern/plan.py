"""Which pages the navigation of Fern shows, at which addresses, and what else has an address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple
from urllib.parse import quote

from linklint.model.document import WrittenLink
from linklint.model.place import pack_spans
from linklint.site.paths import within
from linklint.site.profile import NavigationLink
from linklint.site.profiles.fern.navigation import Node
from linklint.site.profiles.fern.settings import Part, Settings
from linklint.site.profiles.fern.slugs import join_slugs

FILE = "path"
"""The property of a link of the navigation that names a file."""
API = "pages are generated from the description of an API"
CHANGELOG = "Fern makes the pages of a changelog"
LIBRARY = "pages are generated from the code of a library"
UNKNOWN = "what this part of the site holds is not here"
EMPTY = "a part of the navigation without a page of its own"
REASONS = {"api": API, "changelog": CHANGELOG, "library": LIBRARY, "unknown": UNKNOWN}


class Shown(NamedTuple):
    """A node and its addresses, as URL paths of the site."""

    node: Node
    urls: tuple[str, ...]
    hidden: bool


class Plan(NamedTuple):
    """``files``: all that the navigation names. ``pages``: path → URL paths, the first its own; ``scopes``: path → the
    URL paths of the versions and products that it is shown in; ``hidden``: pages that no menu shows; ``titles`` as
    menus say them. ``below``: URL path → why there may be pages below it that no file makes; ``made``: URL path → why
    it leads somewhere. ``links`` are those of the navigation, ``listed`` the pages that it shows and no line of it
    names. ``first``: the page that visitors see first of those that are here; empty where there is none."""

    files: frozenset[str] = frozenset()
    pages: Mapping[str, tuple[str, ...]] = {}
    scopes: Mapping[str, tuple[str, ...]] = {}
    hidden: frozenset[str] = frozenset()
    titles: Mapping[str, str] = {}
    below: Mapping[str, str] = {}
    made: Mapping[str, str] = {}
    links: Sequence[NavigationLink] = ()
    listed: Sequence[str] = ()
    first: str = ""


def make_plan(settings: Settings, nodes: Sequence[Node]) -> Plan:
    """The plan of a site."""
    shown = list(_spread(settings, nodes, (), hidden=False))
    pages = _give_addresses(nodes, shown)
    below, made = {}, {}
    for node, urls, _ in shown:
        if node.kind in REASONS:
            below.update(dict.fromkeys(urls, REASONS[node.kind]))
        elif node.kind == "section":
            end = _lead(node)
            made.update(dict.fromkeys(urls, REASONS.get(end.kind, EMPTY) if end is not None else EMPTY))
    scopes: dict[str, list[str]] = {}
    for node, _, _ in shown:
        if node.path:
            found = (each for each in (node.slug.version, node.slug.product) if each)
            scopes.setdefault(node.path, []).extend(map(settings.bare, found))
    menus = {node.path for node, _, hidden in shown if node.path and not hidden}
    named = {node.path for node, _, _ in shown if node.named is not None}
    return Plan(
        frozenset(node.path for node, _, _ in shown if node.path),
        pages,
        {path: tuple(dict.fromkeys(found)) for path, found in scopes.items()},
        frozenset(pages.keys() - menus),
        {node.path: node.title for node, _, _ in shown if node.path and node.title},
        below,
        made,
        [*_list_links(shown), *_list_further(settings)],
        [path for path in pages if path in menus and path not in named],
        _find_first(settings, pages, menus),
    )


def _find_first(settings: Settings, pages: Mapping[str, Sequence[str]], menus: AbstractSet[str]) -> str:
    here = [path for path in pages if path in settings.names.files]
    return next((path for path in here if "/" in pages[path]), next((path for path in here if path in menus), ""))


def _spread(
    settings: Settings, nodes: Iterable[Node], moves: Sequence[tuple[str, str]], *, hidden: bool
) -> Iterator[Shown]:
    """The nodes and all below them. ``moves``: the address of the version that readers see by default, and of what it
    is a version of, at which its pages are found, too."""
    for node in nodes:
        slug = node.slug
        inner = moves
        if node.default and slug.version is not None:
            inner = (*moves, (slug.version, slug.product if slug.product is not None else slug.base))
        found = [slug.path, *(join_slugs(new, slug.path[len(old) :]) for old, new in inner if within(slug.path, old))]
        is_hidden = hidden or node.hidden
        yield Shown(node, tuple(dict.fromkeys(map(settings.bare, found))), is_hidden)
        yield from _spread(settings, node.children, inner, hidden=is_hidden)


def _give_addresses(nodes: Sequence[Node], shown: Sequence[Shown]) -> dict[str, tuple[str, ...]]:
    """Path → URL paths. Of two parts at one address the first is shown, unless only the later one is a page that menus
    show (``NodeCollector.ts``); a part without a page of its own leads to the first one in it, and so does the site."""
    taken: dict[str, Shown] = {}
    for each in shown:
        for url in each.urls if each.node.kind != "link" else ():
            other = taken.get(url)
            if other is None or (
                _is_page(each.node) and not each.hidden and (other.hidden or not _is_page(other.node))
            ):
                taken[url] = each
    home = next((end for node in nodes if not node.hidden and (end := _lead(node)) is not None), None)
    if home is not None and ("/" not in taken or not _is_page(taken["/"].node)):
        taken["/"] = Shown(home, ("/",), hidden=False)
    found: dict[str, list[str]] = {}
    for own in (True, False):
        for url, each in taken.items():
            end = _lead(each.node)
            if end is not None and end.path and bool(each.node.path) is own:
                found.setdefault(end.path, []).append(url)
    return {path: tuple(urls) for path, urls in found.items()}


def _lead(node: Node) -> Node | None:
    """The node that visitors of its address see: itself, or the first below it that has a page."""
    if node.path or node.kind in REASONS:
        return node
    if node.kind == "link":
        return None
    return next((end for child in node.children if not child.hidden and (end := _lead(child)) is not None), None)


def _is_page(node: Node) -> bool:
    return bool(node.path) or node.kind == "changelog"


def _list_links(shown: Iterable[Shown]) -> Iterator[NavigationLink]:
    """The links of the menus, each line once; a hidden page is named, and linked by none."""
    done = set()
    for node, _, hidden in shown:
        part = node.named
        if part is None or (part.tree.path, part.keypath) in done:
            continue
        done.add((part.tree.path, part.keypath))
        yield _link(part, node.title, is_file=node.kind != "link")._replace(shown_on=() if hidden else None)


def _list_further(settings: Settings) -> Iterator[NavigationLink]:
    """The links of the bar at the top and of the logo."""
    docs = settings.docs
    for entry in docs.at("navbar-links").items():
        for each in (entry, *entry.at("links").items()):
            for key in ("href", "url"):
                if each.text(key):
                    yield _link(each.at(key), each.text("text") or "", is_file=False)
    if docs.at("logo").text("href"):
        yield _link(docs.at("logo").at("href"), "", is_file=False)


def _link(part: Part, title: str, *, is_file: bool) -> NavigationLink:
    said = str(part.value)
    href = quote(said, safe="/.") if is_file else said
    place = pack_spans(part.tree.span(part.keypath))
    written = WrittenLink("nav", "a", href, said, title or said, place, prop=FILE if is_file else None)
    return NavigationLink(part.tree.path, written, said)
