"""Next.js: where a site's documents lie, and which addresses folders and files of code stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

import msgspec

from linklint.model.files import Names
from linklint.site.paths import below, extension, join, name, parent, within

MARKDOWN = frozenset({"md", "mdx"})
CODE = frozenset({"tsx", "ts", "jsx", "js", "mdoc"})  # Markdoc is read by code
CATCH_ALL = re.compile(r"\[\[?\.\.\.\w+\]\]?")
PARAMETER = re.compile(r"\[(\w+)\]$")
HOMES = ("", "src")
DOCS = frozenset({"docs", "documentation"})
ROUTERS = ("app/", "src/app/", "pages/", "src/pages/")


class Folder(msgspec.Struct, frozen=True):
    """A folder of documents. ``kind``: app (files named ``page``), pages, content. ``route``: URL path that its pages
    lie below, without a slash at its end. ``guessed``: that is told from names alone. ``hidden``: what it lies below is
    shown by routes of their own, with these patterns."""

    kind: str
    path: str
    route: str = ""
    guessed: bool = False
    hidden: tuple[str, ...] = ()


def route_of(inside: str) -> str | None:
    """The URL of a folder of ``app``: groups and slots vanish; None for private folders and intercepted routes."""
    segments = []
    for segment in inside.split("/"):
        if segment.startswith(("_", "(.")):
            return None
        if segment and not segment.startswith("@") and not (segment.startswith("(") and segment.endswith(")")):
            segments.append(segment.replace("%5F", "_"))
    return "/" + "/".join(segments)


def code_url(path: str, home: str) -> str | None:
    """The address of a file of code, or of Markdown below a parameter: of such a one code says what it stands for."""
    app, pages = join(home, "app") or "", join(home, "pages") or ""
    stem = name(path).rpartition(".")[0]
    if extension(path) not in CODE and ("[" not in path or extension(path) not in MARKDOWN):
        return None
    if within(path, app) and stem in ("page", "route"):
        return route_of(parent(below(path, app)))
    if within(path, pages):
        inside = below(path, pages).rpartition(".")[0]
        hidden = inside.startswith("_") or "/_" in inside
        return None if hidden else re.sub(r"(?:^|/)index$", "", "/" + inside) or "/"
    return None


def find_folders(root: str, nextra: bool, prefix: str, patterns: list[str], names: Names) -> Iterator[Folder]:
    """The folders of documents, those that are told from names alone last."""
    for home in HOMES:
        for kind in ("app", "pages"):
            path = join(root, f"{home}/{kind}") or ""
            if path in names.directories:
                yield Folder(kind, path)
        content = join(root, f"{home}/content") or ""
        if nextra and content in names.directories:
            yield Folder("content", content, prefix)
    if not nextra:
        for folder in _guessed_folders(root, names):
            own = re.compile(re.escape(folder.route) + r"/[\w%\\\-]+/.+")
            yield msgspec.structs.replace(folder, hidden=tuple(filter(own.fullmatch, patterns)))


def _guessed_folders(root: str, names: Names) -> Iterator[Folder]:
    """Folders of Markdown that are named like the folder of a route that ends in a parameter: ``content/blog`` and
    ``app/blog/[slug]/page.tsx``, ``docs`` and ``app/docs/[[...slug]]/page.tsx``; where such a route is the site's top,
    the folder ``content``. Of several routes the one that shares most folders is meant: ``data/themes/overview`` is
    that of ``app/themes/overview/[slug]``, whatever else has an overview."""
    routes: dict[str, list[str]] = {}
    deep: set[str] = set()
    homes = [join(root, home) or "" for home in HOMES]
    for path in names.below(root):
        for home in homes:
            url = code_url(path, home) or ""
            if "[" in parent(url) or not (PARAMETER.search(url) or CATCH_ALL.fullmatch(name(url))):
                continue
            if parent(url).strip("/"):
                routes.setdefault(name(parent(url)), []).append(parent(url))
                deep |= {parent(url)} if CATCH_ALL.fullmatch(name(url)) else set()
            elif CATCH_ALL.fullmatch(name(url)):
                routes.setdefault("content", [""])
    found: list[str] = []
    top = ""
    for folder in sorted(_markdown_folders(root, names)):
        inside = below(folder, root)
        route = _nearest_route(folder, routes.get(name(folder), ()))
        if route is None or any(within(folder, each) for each in found) or inside.startswith(ROUTERS):
            continue
        if not DOCS.isdisjoint(inside.split("/")[:-1]) and DOCS.isdisjoint(route.split("/")):
            continue  # a chapter of documentation that is named like a route of the app
        if top and within(folder, top) and route not in deep:
            continue  # the route of the site's top shows it, unless another one shows all below it
        if route:
            found.append(folder)
        elif inside in ("content", "src/content"):
            top = folder
        else:
            continue
        yield Folder("content", folder, route, guessed=True)


def _nearest_route(folder: str, routes: Sequence[str]) -> str | None:
    """The route that ends in most of the folders that ``folder`` ends in; of equal ones the shortest, which is not that
    of a translation."""

    def count_shared(route: str) -> int:
        both = zip(reversed(folder.split("/")), reversed(route.split("/")), strict=False)
        return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], both))

    return max(routes, key=lambda route: (count_shared(route), -len(route)), default=None)


def _markdown_folders(root: str, names: Names) -> set[str]:
    """The site's folders with Markdown in or below them."""
    found: set[str] = set()
    for path in names.below(root):
        folder = parent(path)
        if extension(path) in MARKDOWN:
            while folder not in found and folder != root:
                found.add(folder)
                folder = parent(folder)
    return found
