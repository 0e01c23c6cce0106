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
from linklint.site.paths import join, within
from linklint.site.pieces import join_with_anything
from linklint.site.profile import Read
from linklint.site.profiles.javascript_sites import get_list, get_table, get_text, has_package
from linklint.site.profiles.nextjs.folders import CATCH_ALL, HOMES, Folder, code_url, find_folders
from linklint.site.profiles.nextjs.fumadocs import Shown, find_shown

CHOICE = re.compile(r":(\w+)\(([\w\-]+(?:\|[\w\-]+)*)\)")
OPTIONAL = re.compile(r"/:\w+(?:\([^)]*\))?[*?]$")


class Config(msgspec.Struct, frozen=True):
    """A site. ``base``: with a slash at both ends. ``routes``: URLs that code makes; ``patterns``: those with
    parameters, as regular expressions. ``locales``: folders of languages below the content, the default first.
    ``redirects_known``: code makes no further ones. ``slugs``: headings get ids from their text; ``own_slugs``: by the
    rules of @sindresorhus/slugify, perhaps. ``fumadocs``: what its loaders show is known. ``by_file``: links name
    Markdown files, which a plugin knows. ``texts``: code shows the Markdown of each page beside it."""

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
    own_slugs: bool = False
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
        folders=(*documented, *find_folders(root, nextra, prefix, patterns, names)),
        routes=frozenset(routes),
        patterns=(*patterns, *open_redirects, *open_rewrites, *map(_whole_pattern, rewrites)),
        locales=tuple(locales),
        redirects=tuple(redirects),
        redirects_known=_is_read(table.get("redirects", [])) and _is_read(table.get("rewrites", [])),
        slugs=nextra or bool(documented) or "rehype-slug" in text or has_package(root, "rehype-slug", read),
        own_slugs=not nextra and has_package(root, "@sindresorhus/slugify", read),
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


def _code_routes(root: str, names: Names) -> tuple[set[str], list[str]]:
    """Addresses that code makes, and patterns of those with parameters; without a slash at the end."""
    routes, patterns = set(), []
    homes = [join(root, home) or "" for home in HOMES]
    for path in names.below(root):
        for home in homes:
            url = code_url(path, home)
            if url and "[" in url:
                patterns.append(_pattern(url))
            elif url:
                routes.add(url)
    return routes, patterns


def _pattern(url: str) -> str:
    found = ""
    for segment in url.strip("/").split("/"):
        if CATCH_ALL.fullmatch(segment):
            found += "(?:/.*)?" if segment.startswith("[[") else "/.+"
        else:
            found += "/" + "[^/]+".join(re.escape(part) for part in re.split(r"\[[^\]]*\]", segment))
    return found


def _is_read(said: Any) -> bool:
    """Whether all redirects (or rewrites) are written out, rather than made by code."""
    said = said.result if isinstance(said, Function) else said
    if isinstance(said, Mapping):
        return all(_is_read(each) for each in said.values())
    return isinstance(said, list) and all(isinstance(each, Mapping) for each in said)


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
