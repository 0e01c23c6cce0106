"""``rspress.config.*`` as far as addresses, links and navigation depend on it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from linklint.data.javascript import REST, Call, read_config
from linklint.data.tree import KeyPath, Tree
from linklint.model.glob import Glob, compile_sound
from linklint.site.paths import below, extension, join, within
from linklint.site.profile import Read
from linklint.site.profiles.hosting import name_site
from linklint.site.profiles.javascript_sites import find_version, get_list, get_table, get_text, read_path
from linklint.site.profiles.menus import Section, hides_links

PACKAGES = ("@rspress/core", "rspress")
PAGES = frozenset({"md", "mdx"})
LOADED = re.compile(rb"\bconst\s*\{([\w\s,$]*)\}\s*=\s*await\s+import\(\s*(['\"][^'\"\n]*['\"])\s*\);?")
DOCUMENTATION = re.compile(rb"\bdefine\.doc\(")
CODE = frozenset({"js", "jsx", "ts", "tsx"})
PARTS = "**/_[^_]*"  # what the router leaves out unless the config says otherwise
# Plugins that add no pages, by the names of their packages.
QUIET = re.compile(
    r"@rspress/plugin-(?:algolia|client-redirects|container-syntax|last-updated|llms|medium-zoom|playground|preview|rss|"
    r"shiki|sitemap|twoslash)|@rsbuild/.+|rsbuild-plugin-.+|rspress-plugin-(?:file-tree|font-.+|katex|mermaid|og|sitemap)"
)


class RspressSettings(NamedTuple):
    """``source``: folder of the pages. ``clean``: addresses have no ``.html``. ``language`` and ``version`` are those
    that addresses leave out. ``prefixes``: Markdown's addresses get the language and version of their file.
    ``checked``: the build ends at links to no page. ``rooted``: links without a leading dot may begin at the top, as in
    version 1. ``makes``: plugins may make pages. ``manual``: the config has the navigation, and none is made of
    folders."""

    config: str
    folder: str
    source: str
    base: str
    clean: bool
    language: str
    languages: tuple[str, ...]
    version: str
    versions: tuple[str, ...]
    excluded: tuple[Glob, ...]
    hides_parts: bool
    prefixes: bool
    checked: bool
    rooted: bool
    makes: bool
    manual: bool
    unknown: bool
    sections: tuple[Section, ...]
    redirects: tuple[tuple[str, str, KeyPath], ...]
    tree: Tree
    site_url: str

    def split(self, route: str) -> tuple[str, str, str]:
        """Version, language and the rest of a path without slashes around it."""
        parts = [part for part in route.split("/") if part]
        version = parts.pop(0) if self.version and parts and parts[0] in self.versions else ""
        language = parts.pop(0) if self.language and parts and parts[0] in self.languages else ""
        return version, language, "/".join(parts)


def read_settings(config: str, folder: str, read: Read) -> RspressSettings:
    """The settings of the config at that path. What cannot be read counts as not said."""
    tree = read_config(as_module(read(config) or b""), config, read)
    value = tree.value if isinstance(tree.value, Mapping) else {}
    is_whole = isinstance(tree.value, Mapping) and REST not in value
    theme, route = get_table(value, "themeConfig"), get_table(value, "route")
    languages = [get_text(each, "lang") for each in (*get_list(value, "locales"), *get_list(theme, "locales"))]
    versions = [each for each in get_list(get_table(value, "multiVersion"), "versions") if isinstance(each, str)]
    link = get_table(value, "markdown", "link")
    conventions = route.get("excludeConvention")
    excluded = [*get_list(route, "exclude"), *get_list(route, "excludeConvention")]
    sections = tuple(_find_sections(tree, theme))
    version = next(filter(None, (find_version(folder, package, read) for package in PACKAGES)), "")
    base = get_text(value, "base").strip("/")
    host = get_text(value, "siteOrigin") or next(filter(None, map(_find_host, get_list(value, "plugins"))), "")
    return RspressSettings(
        config=config,
        folder=folder,
        source=read_path(value["root"], folder) or "" if "root" in value else join(folder, "docs") or "",
        base=f"/{base}" if base else "",
        clean=route.get("cleanUrls") is True,
        language=get_text(value, "lang"),
        languages=tuple(filter(None, languages)),
        version=get_text(get_table(value, "multiVersion"), "default"),
        versions=tuple(versions),
        excluded=tuple(_compile(excluded)),
        hides_parts=conventions is None,
        prefixes=link.get("autoPrefix") is not False,
        checked=link.get("checkDeadLinks", True) is True and re.match(r"\D*2\.", version) is not None,
        rooted=re.match(r"\D*2\.", version) is None,
        makes=not is_whole or any(not _is_quiet(plugin) for plugin in get_list(value, "plugins")),
        manual=bool(sections),
        unknown=not is_whole or REST in theme or any(hides_links(each.value, ("text", "tag")) for each in sections),
        sections=sections,
        redirects=tuple(_find_redirects(value)),
        tree=tree,
        site_url=name_site(host, f"/{base}" if base else ""),
    )


def as_module(data: bytes) -> bytes:
    """What Rstack is given for Rspress, as if the module exported that alone, and loaded all plugins beforehand. Lines
    stay where they are."""
    if not DOCUMENTATION.search(data):
        return data
    loaded = b"".join(b"\nimport {%s} from %s;" % (match[1], match[2]) for match in LOADED.finditer(data))
    rest = LOADED.sub(lambda match: re.sub(rb"[^\n]", b" ", match[0]), data)
    return DOCUMENTATION.sub(b"export default (", rest, count=1) + loaded


def _compile(patterns: Sequence[Any]) -> Iterator[Glob]:
    return compile_sound(pattern.removeprefix("./") for pattern in patterns if isinstance(pattern, str))


def _is_quiet(plugin: Any) -> bool:
    """Whether a plugin adds no pages. Conditions may leave one out."""
    if plugin is None or plugin is False:
        return True
    return isinstance(plugin, Call) and QUIET.fullmatch(plugin.module) is not None


def _find_host(plugin: Any) -> str:
    options = plugin.arguments[0] if isinstance(plugin, Call) and plugin.arguments else None
    found = get_text(options, "siteUrl") or get_text(options, "domain")
    return found if "://" in found else ""


def _find_sections(tree: Tree, theme: Mapping[str, Any]) -> Iterator[Section]:
    """``nav`` and ``sidebar``, of the whole site and of its languages."""
    tables: list[tuple[Any, KeyPath, str | None]] = [(theme, ("themeConfig",), None)]
    locales = get_list(theme, "locales")
    tables.extend(
        (each, ("themeConfig", "locales", number), get_text(each, "lang") or None)
        for number, each in enumerate(locales)
    )
    for table, keypath, language in tables:
        for key in ("nav", "sidebar"):
            if isinstance(table, Mapping) and table.get(key) is not None:
                yield Section(table[key], tree, (*keypath, key), language)


def _find_redirects(value: Mapping[str, Any]) -> Iterator[tuple[str, str, KeyPath]]:
    """Old and new address of each rule of the plugin for redirects that is about one address."""
    for number, plugin in enumerate(get_list(value, "plugins")):
        options = plugin.arguments[0] if isinstance(plugin, Call) and plugin.arguments else None
        for place, rule in enumerate(get_list(options, "redirects")):
            old, new = get_text(rule, "from"), get_text(rule, "to")
            if old.startswith("/") and new and not re.search(r"[\^$*+?()\[\]|\\]", old):
                yield old, new, ("plugins", number, 0, "redirects", place, "from")


def is_page(settings: RspressSettings, path: str, endings: frozenset[str] = PAGES) -> bool:
    """Whether the router makes a page of the file."""
    if extension(path) not in endings or not within(path, settings.source) or path.endswith(".d.ts"):
        return False
    inner = below(path, settings.source)
    segments = inner.split("/")
    if segments[0] == "public" or any(part.startswith(".") or part == "node_modules" for part in segments):
        return False
    if settings.hides_parts and re.match(r"_[^_]", segments[-1]):
        return False
    return not any(glob(inner) for glob in settings.excluded)
