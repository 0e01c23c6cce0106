"""``.vuepress/config.*`` as far as addresses, links and navigation depend on it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from linklint.data.javascript import REST, Call, read_config
from linklint.data.tree import KeyPath, Tree
from linklint.model.files import Names
from linklint.model.glob import Glob, compile_glob
from linklint.site.paths import ancestors, extension, join
from linklint.site.profile import Read
from linklint.site.profiles.hosting import name_site
from linklint.site.profiles.javascript_sites import find_version, get_list, get_table, get_text
from linklint.site.profiles.menus import Section, hides_links
from linklint.site.profiles.trees import read_tree

PACKAGES = ("vuepress", "vuepress-vite", "vuepress-webpack", "@vuepress/cli", "@vuepress/client")
SECOND_VERSION = re.compile(rb"defineUserConfig|@vuepress/bundler|@vuepress/theme-default['\"]|\bdefaultTheme\b")
OLDER = re.compile(r"\D*(?:0\.|1\.[0-4]\b|1\.5\.[0-3]\b|1(?!\.\d))|\D*$")
DEFAULT_THEMES = frozenset({"", "default", "@vuepress/default", "@vuepress/theme-default", "@vuepress/vue"})
# Code beside the config that knows of all pages, and so may list them; that gives addresses to the router.
LISTING = re.compile(
    r"\$site\b|\bsiteData\b|\bsite\.pages\b|\bapp\.pages\b|\busePages|\bpagesData\b|\buseRoutes\b|@(?:temp|internal)/"
)
ROUTING = re.compile(
    rb"\baddRoutes?\b|\bcreatePage\b|\badditionalPages\b|\baddPage\b|\bextendsPage\b|\bextendPageData\b"
)
CODE = frozenset("js ts mjs mts cjs cts vue jsx tsx".split())
ATTRIBUTES = re.compile(rb"attrs|[aA]ttributes|extends?Markdown|md\.use|\bmarkdown\s*:|custom-id")
# What the names of plugins say that add pages or move them.
PAGE_MAKER = re.compile(
    r"blog|tag|categor|page|permalink|redirect|url|route|archive|catalog|import|doc|api|path|rewrite"
)
OFFICIAL = re.compile(r"(?:@vuepress/(?:plugin-)?)(?!blog|redirect|catalog)[\w-]+")
# What an app compares parts of an address with.
COMPARED = re.compile(rb"""===?\s*["'](\w[\w.-]*)["']""")


class VuepressSettings(NamedTuple):
    """``source``: folder of the pages. ``second``: it is version 2. ``legacy``: it may be a release before
    1.5.4, which slugs other letters than those of English by a table. ``base``: path below which the site is published,
    no trailing slash. ``permalink``: the pattern of all addresses. ``languages``: beginning of an address → language.
    ``own_slugs``: headings are slugged by the site's own function. ``lists``: pages may be listed by what is not read.
    ``makes``: so may pages be made, or get other addresses. ``attributes``: a plugin may read ids at the end of
    headings. ``marks``: a plugin takes in the files that ``!!!include(path)!!!`` names. ``sent``: first parts of
    addresses from which the app's router sends visitors on. ``sure``: those below which pages are files' alone."""

    config: str
    source: str
    second: bool
    legacy: bool
    base: str
    permalink: str | None
    patterns: tuple[tuple[bool, Glob], ...]
    languages: Mapping[str, str | None]
    sections: tuple[Section, ...]
    configs: frozenset[str]
    own_slugs: bool
    lists: bool
    makes: bool
    attributes: bool
    mathematics: bool
    site_url: str
    marks: bool
    sent: frozenset[str] = frozenset()
    sure: frozenset[str] = frozenset()

    @property
    def public(self) -> str:
        """The folder whose files are copied to the top of the site."""
        return join(self.source, ".vuepress/public") or ""


def read_settings(config: str, names: Names, read: Read) -> VuepressSettings:
    """The settings of the config at that path. What cannot be read counts as not said."""
    data = read(config) or b""
    tree = _read_tree(config, data, read)
    value = tree.value if isinstance(tree.value, Mapping) else {}
    source = config.rpartition(".vuepress/")[0].rstrip("/")
    version = _find_version(source, read)
    told = re.match(r"\D*2\b|next", version) is not None
    second = told if version else SECOND_VERSION.search(data) is not None or isinstance(value.get("theme"), Call)
    theme, start = _find_theme(value)
    is_foreign = _is_foreign(value, source, names, second)
    plugins = _find_plugins(value)
    sections = tuple(_find_sections(tree, theme, start))
    code = list(_read_code(source, config, names, read))
    base = get_text(value, "base").strip("/")
    pattern = value.get("permalinkPattern" if second else "permalink")
    is_whole = isinstance(tree.value, Mapping) and REST not in value
    return VuepressSettings(
        config=config,
        source=source,
        second=second,
        legacy=not second and OLDER.match(version) is not None,
        base=f"/{base}" if base else "",
        permalink=pattern if isinstance(pattern, str) else None,
        patterns=tuple(_compile(get_list(value, "pagePatterns" if second else "patterns"))),
        languages=_find_languages(value),
        sections=sections,
        configs=frozenset(location.path for location in tree.positions.values()) | {config},
        own_slugs=b"slugify" in data or any(b"slugify" in each for each in code),
        lists=is_foreign
        or not is_whole
        or any(hides_links(section.value, ("text", "title")) for section in sections if section.is_sidebar)
        or (REST in theme and "sidebar" not in theme)
        or any(not OFFICIAL.fullmatch(plugin) for plugin in plugins)
        or any(map(lists_pages, code)),
        makes=is_foreign
        or not is_whole
        or any(not plugin or (PAGE_MAKER.search(plugin) and not OFFICIAL.fullmatch(plugin)) for plugin in plugins)
        or any(ROUTING.search(each) for each in (data, *code)),
        attributes=is_foreign or any(ATTRIBUTES.search(each) for each in (data, *code)),
        mathematics=re.search(rb"katex|mathjax|math", data, re.IGNORECASE) is not None,
        site_url=name_site(_find_host(value, theme), f"/{base}" if base else ""),
        marks=any(b"markdown-it-include" in each for each in (data, *code)),
        sent=frozenset(part for each in code for part in _find_sent(each, source, names)),
    )


def _find_sent(code: bytes, source: str, names: Names) -> Iterator[str]:
    """What an app's code compares parts of addresses with, and no folder of the site is named."""
    for part in COMPARED.findall(code) if b"router.beforeEach" in code else ():
        folder = join(source, part.decode())
        if folder and folder not in names.directories:
            yield part.decode()


def _read_tree(config: str, data: bytes, read: Read) -> Tree:
    if extension(config) in ("yml", "yaml", "toml"):
        return read_tree(config, read) or read_config(b"", config)
    return read_config(data, config, read)


def _find_version(source: str, read: Read) -> str:
    """What the nearest manifest that says it asks for; empty where none does."""
    versions = (find_version(folder, package, read) for folder in ancestors(f"{source}/x") for package in PACKAGES)
    return next(filter(None, versions), "")


def _find_theme(value: Mapping[str, Any]) -> tuple[Mapping[str, Any], KeyPath]:
    """The theme's options, and where they stand: ``themeConfig``, or what version 2 gives the theme's function."""
    theme = value.get("theme")
    if isinstance(theme, Call) and theme.arguments and isinstance(theme.arguments[0], Mapping):
        return theme.arguments[0], ("theme", 0)
    return get_table(value, "themeConfig"), ("themeConfig",)


def _is_foreign(value: Mapping[str, Any], source: str, names: Names, second: bool) -> bool:
    """Whether somebody else's theme shows the pages, or one of the site's own."""
    theme = value.get("theme", "")
    if isinstance(theme, Call):
        return theme.name != "defaultTheme" or not theme.module.startswith(("@vuepress/theme-default", "vuepress"))
    if not isinstance(theme, str):
        return True
    own = join(source, ".vuepress/theme") or ""
    return theme not in DEFAULT_THEMES or (not second and not theme and own in names.directories)


def _find_plugins(value: Mapping[str, Any]) -> list[str]:
    """The names of the plugins; empty for one that has none here."""
    plugins = value.get("plugins", [])
    if isinstance(plugins, Mapping):
        return ["" if key == REST else key for key in plugins]
    if not isinstance(plugins, list):
        return [""]
    return [_name_plugin(plugin) for plugin in plugins]


def _name_plugin(plugin: Any) -> str:
    if isinstance(plugin, list) and plugin:
        plugin = plugin[0]
    if isinstance(plugin, Call):
        return plugin.module if not plugin.module.startswith(".") else ""
    return plugin if isinstance(plugin, str) and not plugin.startswith((".", "/")) else ""


def lists_pages(data: bytes) -> bool:
    """Whether code asks for all pages."""
    return LISTING.search(data.decode("utf-8", "replace")) is not None


def _read_code(source: str, config: str, names: Names, read: Read) -> Iterator[bytes]:
    """The code beside the config: components, a theme, what enhances the app."""
    folder = join(source, ".vuepress") or ""
    for path in names.below(folder):
        if extension(path) in CODE and path != config:
            inner = path[len(folder) + 1 :]
            if not inner.startswith(("dist/", "public/", ".cache/", ".temp/")):
                yield read(path) or b""


def _compile(patterns: Any) -> Iterator[tuple[bool, Glob]]:
    """Patterns of files that are pages, each with whether it takes them in, rather than leaving them out."""
    for pattern in patterns:
        if isinstance(pattern, str):
            try:
                yield not pattern.startswith("!"), compile_glob(pattern.removeprefix("!").removeprefix("./"))
            except ValueError:
                continue


def _find_languages(value: Mapping[str, Any]) -> dict[str, str | None]:
    locales = get_table(value, "locales")
    found = {key: get_text(entry, "lang") or None for key, entry in locales.items() if key.startswith("/")}
    found.setdefault("/", get_text(value, "lang") or None)
    return dict(sorted(found.items(), key=lambda entry: -len(entry[0])))


def _find_sections(tree: Tree, theme: Mapping[str, Any], start: KeyPath) -> Iterator[Section]:
    starts: list[tuple[Mapping[str, Any], KeyPath, str | None]] = [(theme, start, None)]
    locales = get_table(theme, "locales")
    starts.extend((get_table(locales, key), (*start, "locales", key), key) for key in locales)
    for table, keypath, language in starts:
        for key in ("nav", "navbar", "sidebar"):
            if table.get(key) is not None:
                yield Section(table[key], tree, (*keypath, key), language)


def _find_host(value: Mapping[str, Any], theme: Mapping[str, Any]) -> str:
    """The site's host, which the theme or a plugin for sitemaps is told."""
    hosts = [get_text(theme, "hostname")]
    plugins = value.get("plugins")
    entries = plugins.values() if isinstance(plugins, Mapping) else plugins if isinstance(plugins, list) else ()
    for entry in entries:
        options = entry[1] if isinstance(entry, list) and len(entry) > 1 else entry
        hosts.append(get_text(options, "hostname"))
    host = next((each for each in hosts if each), "").rstrip("/")
    return host if "://" in host or not host else f"https://{host}"
