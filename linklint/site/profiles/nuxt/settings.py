"""``nuxt.config.*`` and ``content.config.*`` as far as addresses depend on them: after ``src/utils/collection.ts`` and
``source.ts`` of https://github.com/nuxt/content."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from linklint.data.javascript import REST, UNKNOWN, Call, read_config
from linklint.data.tree import KEY, KeyPath, Tree
from linklint.model.files import Names
from linklint.model.glob import Glob, compile_glob, compile_sound
from linklint.site.paths import below, extension, join, name, parent, within
from linklint.site.profile import Read
from linklint.site.profiles.hosting import name_site
from linklint.site.profiles.javascript_sites import CONFIG_ENDINGS, get_list, get_table, get_text, read_path
from linklint.site.profiles.trees import read_tree

PAGES_FOLDER = re.compile(r"(?:(?:app|src|\.docs|layers/[^/]+(?:/app)?)/)?pages/(?P<route>.+)\.(?:vue|[jt]sx?)")
GROUP = re.compile(r"\(.*\)")
PARAMETER = re.compile(r"(\[\[?)(\.\.\.)?[^\[\]]*\]\]?")
FIXED = re.compile(r"[^*{?!(\[]*(?=/)")
PATTERN = re.compile(r"[*:?]")


class Source(NamedTuple):
    """Files of which a collection makes pages. ``fixed``: the part of their path, from ``folder``, that ``prefix``
    stands for in addresses."""

    folder: str
    include: Glob
    excluded: tuple[Glob, ...]
    fixed: str
    prefix: str

    def find_route(self, path: str) -> str | None:
        """The path that the address is made of; None for a file that is not among them."""
        if not within(path, self.folder):
            return None
        inner = below(path, self.folder)
        if not self.include(inner) or any(glob(inner) for glob in self.excluded):
            return None
        return f"{self.prefix}/{inner[len(self.fixed) :].lstrip('/')}".lstrip("/")


class NuxtSettings(NamedTuple):
    """``sources``: of all collections of pages. ``routes``: addresses of pages that are code. ``patterns``: of those
    with parameters. ``redirects``: old, new and place in the config; ``ruled``: what addresses with a rule of another
    kind begin with. ``redirects_known``: there are no others."""

    config: str
    root: str
    base: str
    site_url: str
    sources: tuple[Source, ...]
    routes: Mapping[str, str]
    patterns: tuple[str, ...]
    redirects: tuple[tuple[str, str, KeyPath], ...]
    ruled: tuple[str, ...]
    redirects_known: bool
    tree: Tree


def read_settings(config: str, root: str, content: str, names: Names, read: Read) -> NuxtSettings:
    """The settings of the site in ``root``. ``content``: folder of the pages, where no collection says otherwise."""
    tree = read_config(read(config) or b"", config, read)
    value = tree.value if isinstance(tree.value, Mapping) else {}
    routes, patterns = _find_routes(root, names)
    rules = get_table(value, "routeRules")
    base = get_text(get_table(value, "app"), "baseURL").strip("/")
    host = get_text(get_table(value, "site"), "url")
    return NuxtSettings(
        config=config,
        root=root,
        base=f"/{base}" if base else "",
        site_url=name_site(host, f"/{base}" if base else ""),
        sources=tuple(read_sources(root, content, names, read) or ()),
        routes=routes,
        patterns=tuple(patterns),
        redirects=tuple(_find_redirects(rules)),
        ruled=tuple(PATTERN.split(key)[0] for key, rule in rules.items() if _is_other(key, rule)),
        redirects_known=(isinstance(tree.value, Mapping) or not config) and REST not in value and REST not in rules,
        tree=tree,
    )


def read_undocs(config: str, root: str, names: Names, read: Read) -> NuxtSettings:
    """The settings of a site of Undocs: every document below ``root`` is a page."""
    tree = read_tree(config, read) or Tree({}, config, (), {})
    value = tree.value if isinstance(tree.value, Mapping) else {}
    routes, patterns = _find_routes(root, names)
    redirects = get_table(value, "redirects")
    return NuxtSettings(
        config=config,
        root=root,
        base="",
        site_url=get_text(value, "url").rstrip("/"),
        sources=(Source(root, compile_glob("**"), tuple(compile_sound([".*/**", "**/node_modules/**"])), "", ""),),
        routes=routes,
        patterns=tuple(patterns),
        redirects=tuple(
            (old, new, ("redirects", old, KEY))
            for old, new in redirects.items()
            if isinstance(new, str) and not PATTERN.search(old)
        ),
        ruled=tuple(PATTERN.split(old)[0] for old in redirects if PATTERN.search(old)),
        redirects_known=True,
        tree=tree,
    )


def read_sources(root: str, content: str, names: Names, read: Read) -> list[Source] | None:
    """Those of the collections of pages; None where one cannot be read. Without a config all content is pages."""
    config = next((path for path in find_configs(root, "content.config") if path in names.files), None)
    if config is None:
        return [Source(content, compile_glob("**"), (), "", "")]
    return _read_collections(config, root, content, read)


def find_configs(root: str, stem: str) -> list[str]:
    """The paths at which Nuxt looks for a config."""
    return [join(root, stem + ending) or "" for ending in CONFIG_ENDINGS]


def _read_collections(path: str, root: str, content: str, read: Read) -> list[Source] | None:
    """Those of pages; None where one cannot be read."""
    tree = read_config(read(path) or b"", path, read)
    collections = get_table(tree.value, "collections")
    if not collections or REST in collections:
        return None
    found: list[Source] = []
    for collection in collections.values():
        options = _find_options(collection)
        if options is None:
            return None
        given = options.get("source")
        for each in given if isinstance(given, list) else [given]:
            source = _read_source(each, root, content)
            if options.get("type") != "data" and source is None:
                return None
            if options.get("type") != "data" and source is not None:
                found.append(source)
    return found


def _find_options(collection: Any) -> Mapping[str, Any] | None:
    """What ``defineCollection`` is given, through the wrappers of other modules."""
    for _ in range(5):
        if not isinstance(collection, Call) or not collection.arguments:
            break
        collection = collection.arguments[0]
    return collection if isinstance(collection, Mapping) and REST not in collection else None


def _read_source(given: Any, root: str, content: str) -> Source | None:
    options = {"include": given} if isinstance(given, str) else given
    if not isinstance(options, Mapping) or REST in options or "repository" in options:
        return None
    include, prefix = options.get("include"), options.get("prefix")
    folder = read_path(options["cwd"], root) if "cwd" in options else content
    excluded = get_list(options, "exclude")
    if not isinstance(include, str) or folder is None or prefix is UNKNOWN or UNKNOWN in excluded:
        return None
    fixed = FIXED.match(include)
    begins = fixed[0] if fixed else ""
    globs = list(compile_sound([include]))
    shown = begins if not isinstance(prefix, str) else prefix.strip("/")
    outer = tuple(compile_sound(each for each in excluded if isinstance(each, str)))
    return Source(folder, globs[0], outer, begins, shown) if globs else None


def _find_routes(root: str, names: Names) -> tuple[dict[str, str], list[str]]:
    """Addresses of pages that are code, with their files, and patterns of those with parameters."""
    routes: dict[str, str] = {}
    patterns: list[str] = []
    for path in names.below(root):
        match = PAGES_FOLDER.fullmatch(below(path, root))
        if match is None or extension(path) not in ("vue", "ts", "tsx", "js", "jsx"):
            continue
        parts = [part for part in match["route"].split("/") if not GROUP.fullmatch(part)]
        if parts and parts[-1] == "index":
            parts.pop()
        if any("[" in part for part in parts):
            patterns.append("".join(map(_write_pattern, parts)))
        else:
            routes["/" + "/".join(parts)] = path
    return routes, patterns


def _write_pattern(part: str) -> str:
    whole = PARAMETER.fullmatch(part)
    if whole and whole[2]:
        return "(?:/.*)?"
    if whole and whole[1] == "[[":
        return "(?:/[^/]+)?"
    return "/" + "[^/]*".join(re.escape(each) for each in PARAMETER.sub("\0", part).split("\0"))


def _find_redirects(rules: Mapping[str, Any]) -> Iterator[tuple[str, str, KeyPath]]:
    for key, rule in rules.items():
        new = _find_new(rule)
        if new and not PATTERN.search(key) and key.startswith("/"):
            yield key, new, ("routeRules", key, KEY)


def _find_new(rule: Any) -> str:
    return get_text(rule, "redirect") or get_text(get_table(rule, "redirect"), "to")


def _is_other(key: str, rule: Any) -> bool:
    """Whether the rule may make addresses that nothing else does: a proxy, or a redirect of many."""
    if not isinstance(rule, Mapping):
        return True
    makes = "proxy" in rule or ("redirect" in rule and (PATTERN.search(key) or not _find_new(rule)))
    return bool(makes) or REST in rule


def list_docs_configs(names: Names) -> list[str]:
    """The configs of Undocs: ``.config/docs.yaml`` or ``.docs/docs.yaml``, or beside the pages."""
    return [path for path in names.named("docs.yaml", "docs.yml") if name(parent(path)) in (".config", ".docs")]
