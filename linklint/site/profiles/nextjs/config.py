"""``next.config.*`` and the folders of a Next.js site → routes, content folders, redirects.

After https://nextjs.org/docs/app/getting-started/project-structure and https://nextra.site/docs/file-conventions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import product
from typing import Any

import msgspec

from linklint.data.javascript import Call, Function, read_config, read_module
from linklint.data.tree import KeyPath, Tree
from linklint.model.files import Names
from linklint.site.hosts.configs import is_aside
from linklint.site.paths import below, extension, join, name, parent, within
from linklint.site.pieces import join_with_anything
from linklint.site.profile import Read
from linklint.site.profiles.javascript_sites import get_list, get_table, get_text, has_package
from linklint.site.profiles.nextjs.fumadocs import Shown, find_shown

MARKDOWN = frozenset({"md", "mdx"})
CODE = frozenset({"tsx", "ts", "jsx", "js", "mdoc"})  # Markdoc is read by code
CATCH_ALL = re.compile(r"\[\[?\.\.\.\w+\]\]?")
PARAMETER = re.compile(r"\[(\w+)\]$")
CHOICE = re.compile(r":(\w+)\(([\w\-]+(?:\|[\w\-]+)*)\)")
OPTIONAL = re.compile(r"/:\w+(?:\([^)]*\))?[*?]$")
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


class Config(msgspec.Struct, frozen=True):
    """A site. ``base``: with a slash at both ends. ``routes``: URLs that code makes; ``patterns``: those with
    parameters, as regular expressions. ``locales``: folders of languages below the content, the default first.
    ``redirects_known``: code makes no further ones. ``slugs``: headings get ids from their text. ``fumadocs``: what its
    loaders show is known. ``by_file``: links name Markdown files, which a plugin knows.
    ``texts``: code shows the Markdown of each page beside it."""

    root: str
    path: str
    tree: Tree
    nextra: bool = False
    base: str = "/"
    slash: bool = False
    folders: tuple[Folder, ...] = ()
    routes: frozenset[str] = frozenset()
    patterns: tuple[str, ...] = ()
    locales: tuple[str, ...] = ()
    redirects: tuple[tuple[KeyPath, str, str], ...] = ()
    redirects_known: bool = True
    slugs: bool = False
    fumadocs: bool = False
    by_file: bool = False
    texts: bool = False


def load_config(path: str, root: str, names: Names, read: Read) -> Config:
    """Everything that the config and the folders say."""
    text = (read(path) or b"").decode("utf-8", "replace")
    tree = read_config(text, path, read)
    table = get_table({"config": tree.value}, "config")
    nextra = has_package(root, "nextra", read) or "nextra(" in text
    prefix = _content_prefix(read_module(text, path, read).value) if nextra else ""
    routes, patterns = _code_routes(root, names)
    base = get_text(table, "basePath").strip("/")
    redirects, open_redirects = _split_redirects("redirects", get_list(table, "redirects"), base)
    rewrites, open_rewrites = _split_redirects("rewrites", _list_rewrites(table), base)
    locales = [locale for locale in get_list(table.get("i18n"), "locales") if isinstance(locale, str)]
    documented = [] if nextra else [_as_folder(each) for each in find_shown(root, names, read)]
    return Config(
        root=root,
        path=path,
        tree=tree,
        nextra=nextra,
        base=f"/{base}/" if base else "/",
        slash=table.get("trailingSlash") is True,
        folders=(*documented, *_find_folders(root, nextra, prefix, patterns, names)),
        routes=frozenset(routes),
        patterns=(*patterns, *open_redirects, *open_rewrites, *map(_whole_pattern, rewrites)),
        locales=tuple(locales),
        redirects=tuple(redirects),
        redirects_known=_is_read(table.get("redirects", [])) and _is_read(table.get("rewrites", [])),
        slugs=nextra or bool(documented) or "rehype-slug" in text or has_package(root, "rehype-slug", read),
        fumadocs=bool(documented),
    )


def _as_folder(shown: Shown) -> Folder:
    return Folder("content", shown.folder, shown.route, guessed=not shown.whole)


def _content_prefix(exported: Any) -> str:
    """``contentDirBasePath`` of the call that made the wrapper: ``nextra({…})({…})``."""
    value = exported.get("default") if isinstance(exported, Mapping) else None
    while isinstance(value, Function):
        value = value.result
    while isinstance(value, Call):
        for argument in value.arguments:
            found = get_text(argument, "contentDirBasePath")
            if found:
                return "/" + found.strip("/")
        inner = [argument for argument in value.arguments if isinstance(argument, Call)]
        value = value.callee or (inner[-1] if inner else None)
    return ""


def route_of(inside: str) -> str | None:
    """The URL of a folder of ``app``: groups and slots vanish; None for private folders and intercepted routes."""
    segments = []
    for segment in inside.split("/"):
        if segment.startswith(("_", "(.")):
            return None
        if segment and not segment.startswith("@") and not (segment.startswith("(") and segment.endswith(")")):
            segments.append(segment.replace("%5F", "_"))
    return "/" + "/".join(segments)


def _code_routes(root: str, names: Names) -> tuple[set[str], list[str]]:
    """Addresses that code makes, and patterns of those with parameters; without a slash at the end."""
    routes, patterns = set(), []
    for path in names.files:
        for home in HOMES:
            url = _code_url(path, join(root, home) or "")
            if url and "[" in url:
                patterns.append(_pattern(url))
            elif url:
                routes.add(url)
    return routes, patterns


def _code_url(path: str, home: str) -> str | None:
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


def _pattern(url: str) -> str:
    found = ""
    for segment in url.strip("/").split("/"):
        if CATCH_ALL.fullmatch(segment):
            found += "(?:/.*)?" if segment.startswith("[[") else "/.+"
        else:
            found += "/" + "[^/]+".join(re.escape(part) for part in re.split(r"\[[^\]]*\]", segment))
    return found


def _find_folders(root: str, nextra: bool, prefix: str, patterns: list[str], names: Names) -> Iterator[Folder]:
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
    the folder ``content``."""
    routes: dict[str, str] = {}
    deep: set[str] = set()
    for path in names.files:
        for home in HOMES:
            url = _code_url(path, join(root, home) or "") or ""
            if "[" in parent(url) or not (PARAMETER.search(url) or CATCH_ALL.fullmatch(name(url))):
                continue
            if parent(url).strip("/"):
                known = routes.get(name(parent(url)), parent(url))
                routes[name(parent(url))] = min(known, parent(url), key=len)  # not that of a translation
                deep |= {name(parent(url))} if CATCH_ALL.fullmatch(name(url)) else set()
            elif CATCH_ALL.fullmatch(name(url)):
                routes.setdefault("content", "")
    found: list[str] = []
    top = ""
    for folder in sorted(_markdown_folders(root, names)):
        inside = below(folder, root)
        route = routes.get(name(folder))
        if route is None or any(within(folder, each) for each in found) or inside.startswith(ROUTERS):
            continue
        if not DOCS.isdisjoint(inside.split("/")[:-1]) and DOCS.isdisjoint(route.split("/")):
            continue  # a chapter of documentation that is named like a route of the app
        if top and within(folder, top) and name(folder) not in deep:
            continue  # the route of the site's top shows it, unless another one shows all below it
        if route:
            found.append(folder)
        elif inside in ("content", "src/content"):
            top = folder
        else:
            continue
        yield Folder("content", folder, route, guessed=True)


def _is_read(said: Any) -> bool:
    """Whether all redirects (or rewrites) are written out, rather than made by code."""
    said = said.result if isinstance(said, Function) else said
    if isinstance(said, Mapping):
        return all(_is_read(each) for each in said.values())
    return isinstance(said, list) and all(isinstance(each, Mapping) for each in said)


def _markdown_folders(root: str, names: Names) -> set[str]:
    """The site's folders with Markdown in or below them."""
    found: set[str] = set()
    for path in names.files:
        folder = parent(path)
        if extension(path) in MARKDOWN and within(path, root):
            while folder not in found and folder != root:
                found.add(folder)
                folder = parent(folder)
    return found


def _list_rewrites(table: Mapping[str, Any]) -> list[Any]:
    """The rewrites of a list, or of the lists for before, after and instead of the files."""
    found = list(get_list(table, "rewrites"))
    rewrites = table.get("rewrites")
    parts = rewrites.result if isinstance(rewrites, Function) else rewrites
    for key in ("beforeFiles", "afterFiles", "fallback"):
        found += get_list(parts, key)
    return found


def _whole_pattern(rewrite: tuple[KeyPath, str, str]) -> str:
    return re.escape(rewrite[1]).replace(r"/\*", "(?:/.*)?")


def _split_redirects(key: str, items: Any, base: str) -> tuple[list[tuple[KeyPath, str, str]], list[str]]:
    """Redirects between plain addresses, and patterns of the others. Choices such as ``:slug(a|b)`` are written out.
    ``base``: the path that the site lies below, which ``basePath: false`` leaves to the addresses to name."""
    plain: list[tuple[KeyPath, str, str]] = []
    patterns = []
    for number, item in enumerate(items):
        old, new = get_text(item, "source"), get_text(item, "destination")
        if base and get_table({"item": item}, "item").get("basePath") is False:
            old, new = _without_base(old, base), new if "://" in new else _without_base(new, base)
        if not old or not new or is_aside(old, item):
            continue
        for one, other in _write_out(old, new):
            if re.search(r"/:\w+\*$", one) and re.search(r"/:\w+\*$", other) and one.count(":") == 1:
                plain.append(((key, number), re.sub(r":\w+\*$", "*", one), re.sub(r":\w+\*$", ":splat", other)))
            elif ":" in one or "(" in one:
                # Of a parameter that may be empty, the slash before it may be, too.
                for each in (one, OPTIONAL.sub("", one)) if OPTIONAL.search(one) else (one,):
                    parts = re.split(r":\w+(?:\([^)]*\))?[*+?]?|\([^)]*\)", each)
                    patterns.append(join_with_anything(parts))
            else:
                plain.append(((key, number), one, other))
    return plain, patterns


def _without_base(address: str, base: str) -> str:
    """The address inside the site; empty where it is none of the site's."""
    return address[len(base) + 1 :] or "/" if within(address, f"/{base}") else ""


def _write_out(old: str, new: str) -> Iterator[tuple[str, str]]:
    choices = CHOICE.findall(old)
    if len(choices) > 3:
        return
    for values in product(*(each.split("|") for _, each in choices)):
        one, other = old, new
        for (parameter, _), value in zip(choices, values, strict=True):
            one = CHOICE.sub(value, one, count=1)
            other = re.sub(rf":{parameter}(?!\w)", value, other)
        yield one, other
