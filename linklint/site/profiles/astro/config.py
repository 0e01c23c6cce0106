"""``astro.config.*`` and ``content.config.*`` → routes, folders, languages.

After https://docs.astro.build/en/reference/configuration-reference/, …/guides/content-collections/ and
https://starlight.astro.build/reference/configuration/.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import msgspec

from linklint.data.javascript import UNKNOWN, Call, read_config, read_module
from linklint.data.tree import KeyPath, Tree
from linklint.model.files import Names
from linklint.site.imported_files import read_aliases
from linklint.site.paths import below, extension, join, parent, within
from linklint.site.paths import name as base_name
from linklint.site.profile import Read
from linklint.site.profiles.astro.ids import BY_DATE, has_dates, is_by_language
from linklint.site.profiles.javascript_sites import CONFIG_ENDINGS, get_list, get_table, get_text, read_path

PAGES = frozenset({"md", "mdx", "markdown"})
# What may lie in a collection's folder besides Markdown without being an entry.
ENTRIES = PAGES | {"avif", "css", "gif", "jpeg", "jpg", "mp4", "png", "scss", "svg", "webm", "webp"}
CODE = frozenset({"astro", "html", "js", "ts", "jsx", "tsx", "mjs"})
BY_ID = re.compile(r"\[(?:\.\.\.)?(?:slug|id|path)\](?:/index)?\.astro$")
COLLECTION = re.compile(r"getCollection\(\s*['\"]([\w-]+)['\"]")
PLAIN_PARAMETER = re.compile(r"params:\s*\{\s*(?:slug|id|path)\s*:\s*\w+\.(?:id|slug)\s*,?\s*\}")
HARMLESS = (
    "links-validator", "image-zoom", "heading-badges", "llms", "theme", "search", "ion-theme", "site-graph",
    "scroll-to-top", "giscus", "kbd", "package-managers", "announcement", "cooler-credit", "markdown-blocks",
    "github-alerts",
)  # fmt: skip
PLUGIN = re.compile(r"""\bfrom\s+["'](?!@astrojs/)([^"'\n]*starlight[^"'\n]*|\.[^"'\n]*)["']""")
# What the plugin starlight-blog makes beside the posts: lists of them, by page, tag and author, and the feed
# (https://starlight-blog-docs.vercel.app/configuration/#prefix).
BLOG = "starlight-blog"
BLOG_LISTS = r"(?:/[\w-]+)?/{prefix}(?:/\d+|/tags/.+|/authors/.+|/rss\.xml)?"
PACKAGE_LOADER = re.compile(r"""\bfrom\s+["'](?!astro[/:]|@astrojs/|[./~@]/?\.*/)[^"'\n]*loaders?["']""")
BASE = re.compile(r"""\bbase:\s*["']([^"'\n]+)["']""")
OWN_PLUGIN = re.compile(r"(?:remarkPlugins|rehypePlugins|mdastPlugins|hastPlugins)\s*:\s*\[\s*[^\]\s]")


# https://docs.astro.build/en/reference/integrations-reference/#astrobuilddone
WRITING = re.compile(rb"""astro:build:done[\s\S]*\.md[`"']|\.md[`"'][\s\S]*astro:build:done""")
LOCAL = re.compile(r"""\bfrom\s+["'](\.[^"'\n]+\.[cm]?[jt]s)["']""")


class Collection(msgspec.Struct, frozen=True):
    """A folder of documents. ``route``: URL path that its pages lie below, without a slash at its end; None: which
    page shows them cannot be told. ``dated``: the date that begins an id is a part of the address, not of the name.
    ``whole``: the pattern of the addresses of that page, if it shows nothing else."""

    name: str
    folder: str
    route: str | None = None
    dated: bool = False
    whole: str = ""


class Starlight(msgspec.Struct, frozen=True):
    """``locales``: folder → language tag, of all but the root locale. ``default``: folder of the default locale, empty
    for the root. ``keypath``: of the options. ``strange``: plugins that may make pages or change the sidebar."""

    folder: str
    locales: Mapping[str, str]
    default: str
    keypath: KeyPath
    options: Mapping[str, Any]
    strange: bool = False


class Config(msgspec.Struct, frozen=True):
    """A site. ``base``: with a slash at both ends. ``slash``: always, never or ignore. ``pages``: folder of routes.
    ``routes``: URLs that code makes; ``patterns``: those of code with parameters. ``custom``: Markdown plugins of its
    own may change links. ``loaded``: URL paths below which a package shows what it loads, with a slash before.
    ``by_file``: links to Markdown name files, which such a plugin makes addresses of. ``aliases``: as TypeScript's
    config says, unless the site's own says something of them. ``texts``: code writes the Markdown of pages to the
    build."""

    root: str
    path: str
    tree: Tree
    url: str = ""
    base: str = "/"
    slash: str = "ignore"
    pages: str = "src/pages"
    public: str = "public"
    starlight: Starlight | None = None
    collections: tuple[Collection, ...] = ()
    routes: frozenset[str] = frozenset()
    patterns: tuple[str, ...] = ()
    custom: bool = False
    loaded: tuple[str, ...] = ()
    heading_ids: bool = False
    by_file: bool = False
    aliases: Mapping[str, str] = msgspec.field(default_factory=dict)
    texts: bool = False


def load_config(path: str, root: str, names: Names, read: Read) -> Config:
    """Everything that the configs say, defaults for the rest."""
    text = (read(path) or b"").decode("utf-8", "replace")
    tree = read_config(text, path, read)
    table = get_table({"config": tree.value}, "config")
    source = read_path(table.get("srcDir", "src"), root) or join(root, "src") or ""
    pages = join(source, "pages") or ""
    routes, patterns = _code_routes(pages, names)
    starlight = _find_starlight(table, source, names, PLUGIN.findall(text))
    collections = tuple(_find_collections(root, source, pages, starlight, names, read))
    patterns = [each for each in patterns if each not in {collection.whole for collection in collections}]
    moved = [_pattern(old) for old in get_table(table, "redirects") if "[" in old]
    base = get_text(table, "base").strip("/")
    slash = get_text(table, "trailingSlash", "ignore")
    if get_text(table.get("build"), "format") == "file" and slash == "ignore":
        slash = "never"
    return Config(
        root=root,
        path=path,
        tree=tree,
        loaded=tuple(_find_loaded(source, read)),
        url=get_text(table, "site"),
        base=f"/{base}/" if base else "/",
        slash=slash,
        pages=pages,
        public=read_path(table.get("publicDir", "public"), root) or join(root, "public") or "",
        starlight=starlight,
        collections=collections,
        routes=frozenset(routes),
        patterns=(*patterns, *moved, *_list_blogs(starlight)),
        custom=OWN_PLUGIN.search(text) is not None,
        heading_ids="heading-id" in text,
        aliases={key: folder for key, folder in read_aliases(root, read).items() if _agrees(text, root, key, folder)},
        texts=any(WRITING.search(read(join(root, each) or "") or b"") for each in LOCAL.findall(text)),
    )


def _agrees(text: str, root: str, key: str, folder: str) -> bool:
    """Whether the site's config says nothing else of an alias than TypeScript's: nothing, or the same folder."""
    said = re.search(rf"""["']{re.escape(key.rstrip("/"))}/?["']\s*:([^,\n]*)""", text)
    named = re.findall(r"""["'](?:\./|/)?([\w./-]+?)/?["']""", said[1]) if said else [below(folder, root)]
    return named == [below(folder, root)]


def _code_routes(pages: str, names: Names) -> tuple[set[str], list[str]]:
    """Addresses that files of code make, and patterns of those with parameters, all without a slash at the end."""
    routes, patterns = set(), []
    for path in names.files:
        inside = below(path, pages)
        hidden = any(segment.startswith("_") for segment in inside.split("/"))
        if not within(path, pages) or hidden or extension(path) not in CODE:
            continue
        url = "/" + inside.rpartition(".")[0]
        url = re.sub(r"/index$", "", url) or "/"
        if "[" in url:
            patterns.append(_pattern(url))
        else:
            routes.add(url)
    return routes, patterns


def _pattern(url: str) -> str:
    """A regular expression for the addresses of a route with parameters."""
    found = ""
    for segment in url.strip("/").split("/"):
        if segment.startswith("[...") and segment.endswith("]"):
            found += "(?:/.*)?"
        else:
            found += "/" + "[^/]+".join(re.escape(part) for part in re.split(r"\[[^\]]*\]", segment))
    return found


def _find_starlight(table: Mapping[str, Any], source: str, names: Names, imported: Sequence[str]) -> Starlight | None:
    """The options. ``imported``: modules of the config that may bring plugins, which code may choose from."""
    folder = _behind_link(join(source, "content/docs") or "", names)
    for number, call in enumerate(get_list(table, "integrations")):
        keypath: KeyPath = ("integrations", number, 0)
        options = call.arguments[0] if isinstance(call, Call) and call.arguments else {}
        options = options if isinstance(options, Mapping) else {}
        is_starlight = isinstance(call, Call) and "starlight" in (call.module.removeprefix("@astrojs/"), call.name)
        if not is_starlight and isinstance(options.get("starlight"), Mapping):
            # https://starlight-plugin-icons.rettend.me: such an integration calls Starlight with what it is given.
            is_starlight, options, keypath = True, options["starlight"], (*keypath, "starlight")
        if is_starlight:
            said = get_table(options, "locales")
            locales = {key: get_text(value, "lang", key) for key, value in said.items() if key not in ("root", "...")}
            default = get_text(options, "defaultLocale", "root")
            default = "" if default == "root" or "root" in said else default
            return Starlight(
                folder, locales, default if default in locales else "", keypath, options,
                strange=_is_any_strange(options, imported),
            )  # fmt: skip
    return None


def _list_blogs(starlight: Starlight | None) -> Iterator[str]:
    """Patterns of the addresses that the blogs of a site with Starlight have beside their posts."""
    for plugin in get_list(starlight.options, "plugins") if starlight else ():
        if isinstance(plugin, Call) and BLOG in (plugin.module, plugin.name):
            options = plugin.arguments[0] if plugin.arguments and isinstance(plugin.arguments[0], Mapping) else {}
            prefix = get_text(options, "prefix", "blog").strip("/")
            yield BLOG_LISTS.replace("{prefix}", re.escape(prefix))


def _is_any_strange(options: Mapping[str, Any], imported: Sequence[str]) -> bool:
    plugins = get_list(options, "plugins")
    named = [plugin.module or plugin.name for plugin in plugins if isinstance(plugin, Call)]
    if not isinstance(options.get("plugins", []), list) or any(plugin is UNKNOWN for plugin in plugins):
        named.extend(imported or ["unknown"])
    return not all(any(word in name for word in HARMLESS) for name in named)


def _find_collections(
    root: str, source: str, pages: str, starlight: Starlight | None, names: Names, read: Read
) -> Iterator[Collection]:
    """Collections that the content config declares, else the folders of ``src/content``."""
    declared = False
    for place in (join(source, "content.config"), join(source, "content/config")):
        for ending in CONFIG_ENDINGS:
            data = read((place or "") + ending)
            if data is None:
                continue
            exported = read_module(data, (place or "") + ending, read).value
            for name, value in get_table(exported, "collections").items():
                folder = _collection_folder(name, value, root, source)
                folder = folder and _behind_link(folder, names)
                if folder is None or (starlight and within(folder, starlight.folder)):
                    continue
                declared = True
                route = _find_route(Collection(name, folder), pages, names, read)
                yield msgspec.structs.replace(route, whole="") if b"generateId" in data else route
    if not declared:
        content = join(source, "content") or ""
        for folder in sorted(names.directories):
            if parent(folder) == content and not (starlight and folder == starlight.folder):
                name = base_name(folder)
                yield _find_route(Collection(name, folder), pages, names, read)


def _find_loaded(source: str, read: Read) -> Iterator[str]:
    """The texts ``base`` of loaders that packages bring, such as that of starlight-changelogs."""
    for ending in CONFIG_ENDINGS:
        text = (read((join(source, "content.config") or "") + ending) or b"").decode("utf-8", "replace")
        if PACKAGE_LOADER.search(text):
            yield from (f"/{base.strip('/')}" for base in BASE.findall(text) if not base.startswith("."))


def _collection_folder(name: str, value: Any, root: str, source: str) -> str | None:
    options = value.arguments[0] if isinstance(value, Call) and value.arguments else None
    loader = options.get("loader") if isinstance(options, Mapping) else None
    if isinstance(loader, Call) and loader.name == "glob" and loader.arguments:
        return read_path(get_table({"glob": loader.arguments[0]}, "glob").get("base", "."), root)
    return join(source, f"content/{name}") if loader is None else None


def _behind_link(folder: str, names: Names) -> str:
    """The folder itself; or, as where a symbolic link leads is not asked for, the nearest to the top of its name."""
    linked = names.files.get(folder)
    if linked is None or linked.kind != "symlink":
        return folder
    named = (each for each in names.directories if base_name(each) == base_name(folder))
    return min(named, key=lambda each: (each.count("/"), each), default=folder)


def _find_route(collection: Collection, pages: str, names: Names, read: Read) -> Collection:
    """The collection with the place of the page with parameters that shows its entries by their ids: that page asks for
    the collection, or asks a function and lies in a folder of the same name."""
    found = set()
    whole = ""
    for path in names.below(pages):
        if not BY_ID.search(path):
            continue
        text = (read(path) or b"").decode("utf-8", "replace")
        asked = set(COLLECTION.findall(text))
        inside = below(path, pages).replace("]/index.astro", "].astro")
        route = parent(inside)
        is_asked = asked == {collection.name} or (not asked and base_name(route) == base_name(collection.folder))
        if asked == {collection.name} and inside.endswith(BY_DATE) and has_dates(text):
            found.add((inside.removesuffix(BY_DATE).rstrip("/"), True))
        elif is_asked and PLAIN_PARAMETER.search(text) and "[" not in route:
            found.add((route, False))
            whole = _pattern("/" + inside.removesuffix(".astro")) if asked and text.count("params") == 1 else ""
        elif asked == {collection.name} and is_by_language(route, collection.folder, names):
            found.add((parent(route), False))  # the id begins with the language
    if len(found) != 1:
        return collection
    route, dated = found.pop()
    whole = whole if all(extension(path) in ENTRIES for path in names.below(collection.folder)) else ""
    return Collection(collection.name, collection.folder, "/" + route if route else "", dated, whole)
