"""``.vitepress/config.*`` as far as addresses, links and navigation depend on it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from linklint.data.javascript import REST, UNKNOWN, Function, read_config
from linklint.data.tree import KeyPath, Tree
from linklint.model.files import Names
from linklint.model.glob import Glob, compile_sound
from linklint.site.paths import below, join, name, parent, within
from linklint.site.profile import Read
from linklint.site.profiles.hosting import name_site
from linklint.site.profiles.javascript_sites import find_version, get_list, get_table, get_text
from linklint.site.profiles.menus import Section
from linklint.site.profiles.vitepress.rewriting import Rewrite, read_rewrites

DELIMITERS = frozenset({"left", "leftDelimiter", "right", "rightDelimiter"})
FURTHER_CONFIG = re.compile(r"config\.(?:js|mjs|ts|mts)")
DATA_LOADER = re.compile(r".*\.data\.[cm]?[jt]s")
CONTENT = re.compile(r"createContentLoader\(\s*(\[[^\]]*\]|['\"`][^'\"`]+['\"`])")
# Files whose text a loader of any kind is given, told as they lie beside it.
WATCHED = re.compile(r"\bwatch\s*:\s*(\[[^\]]*\]|['\"`][^'\"`]+['\"`])")
FIRST_VERSION = re.compile(r"[\^~=v]*[01]\.(?!.*\|\|)")
# The function that makes the config, and the theme, from a package that is not VitePress itself.
FOREIGN_CONFIG = re.compile(rb"""import\s*\{[^}]*\bdefineConfig\b[^}]*\}\s*from\s*['"](?!\.|vite(?:press)?['"/])""")
EXTENDED = re.compile(rb"\bextends:\s*(\w+)|export\s+default\s+(\w+)\s*;?\s*$|\.\.\.(\w+)")
FROM_PACKAGE = rb"""import\s*(?:\{[^}]*)?\b%s\b[^'";]*\bfrom\s*['"](?!\.|@/|vite(?:press)?['"/])"""
CODE = re.compile(r"(?!.*/(?:cache|dist|node_modules)/).*\.[cm]?[jt]s")
VITE_CONFIG = re.compile(r"vite\.config\.[cm]?[jt]s")
# A plugin's hook, and a test whether a file is Markdown: ``/\.md$/``, ``.endsWith('.md')``.
TRANSFORM = re.compile(rb"\btransform\s*(?:\(|:\s*(?:async\s*)?(?:\(|function|\{))")
HEADING = re.compile(rb"""(?:^|['"`]|\\n)#{1,6} \S""", re.MULTILINE)
MARKDOWN = re.compile(rb"""\\\.md\b|endsWith\(\s*['"`]\.md['"`]""")
QUOTED = re.compile(r"['\"`]([^'\"`]+)['\"`]")


class VitepressSettings(NamedTuple):
    """``source``: folder of the pages. ``rewrite`` is None where addresses cannot be known. ``base``: path below which
    the site is published, no trailing slash. ``languages``: first folder of an address (empty for the root) → language.
    ``listed``: pages that theme components list. ``own_slugs``: headings are slugged by the site's own function;
    ``id_signs``: written ids stand between other signs than ``{`` and ``}``.
    ``slugs_links``: VitePress may slug the fragments that links write, as it does from version 2 on. ``transformed``: a
    plugin of the site's own adds headings to pages before they are read. ``kept``: first folders of addresses that code
    leaves as they are. ``checked``: the build ends at links of
    Markdown that lead to no page. ``foreign``: the function of another package makes the config of what stands here."""

    config: str
    source: str
    base: str
    clean: bool
    excluded: tuple[Glob, ...]
    rewrite: Rewrite | None
    languages: Mapping[str, str | None]
    sections: tuple[Section, ...]
    configs: frozenset[str]
    unknown_sidebar: bool
    listed: tuple[Glob, ...]
    own_slugs: bool
    id_signs: bool
    ignored: frozenset[str]
    checked: bool = False
    slugs_links: bool = True
    site_url: str = ""
    transformed: bool = False
    kept: frozenset[str] = frozenset()
    foreign: bool = False


def read_settings(config: str, names: Names, read: Read) -> VitepressSettings:
    """The settings of the config at that path. What cannot be read counts as not said."""
    tree = read_config(read(config) or b"", config, read)
    value = tree.value if isinstance(tree.value, Mapping) else {}
    root = config.rpartition(".vitepress/")[0].rstrip("/")  # the config may be .vitepress/config/index.ts
    source = join(root, get_text(value, "srcDir", ".")) or ""
    further = list(_read_further(source, names, read))
    trees = [tree, *(each for _, each in further)]
    locales = get_table(value, "locales")
    languages = {"" if key == "root" else key: get_text(entry, "lang") or None for key, entry in locales.items()}
    languages.setdefault("", get_text(value, "lang") or None)
    sections = list(_find_sections(tree))
    for folder, each in further:
        language = folder if folder in languages and folder else None
        sections.extend(section._replace(language=language) for section in _find_sections(each))
    # A config that cannot be read whole has the home page elsewhere for a reason that it does not tell.
    is_whole = isinstance(tree.value, Mapping) and REST not in value
    is_known = is_whole or "rewrites" in value or (join(source, "index.md") or "") in names
    excluded = [pattern for pattern in get_list(value, "srcExclude") if isinstance(pattern, str)]
    base = get_text(value, "base").rstrip("/")
    is_foreign = FOREIGN_CONFIG.search(read(config) or b"") is not None
    return VitepressSettings(
        config=config,
        source=source,
        base=base,
        clean=value.get("cleanUrls") is True,
        excluded=tuple(_compile(excluded)),
        rewrite=read_rewrites(_rewrite_versions(value)) if is_known else None,
        languages=languages,
        sections=tuple(sections),
        configs=frozenset(location.path for each in trees for location in each.positions.values()) | {config},
        unknown_sidebar=tree.value is UNKNOWN
        or _hides_menus(value)
        or any(_is_unknown(section.value) for section in sections)
        or has_foreign_theme(config, names, read),
        listed=tuple(_find_listed(root, source, names, read)),
        own_slugs=is_foreign or get_table(value, "markdown", "anchor").get("slugify") is not None,
        id_signs=not DELIMITERS.isdisjoint(get_table(value, "markdown", "attrs")),
        checked=is_whole and "ignoreDeadLinks" not in value,
        ignored=frozenset(link for link in get_list(value, "ignoreDeadLinks") if isinstance(link, str)),
        slugs_links=not FIRST_VERSION.match(find_version(root, "vitepress", read)),
        site_url=name_site(get_text(get_table(value, "sitemap"), "hostname"), base),
        transformed=_is_transformed(root, names, read),
        foreign=is_foreign,
    )


def _rewrite_versions(value: Mapping[str, Any]) -> Any:
    """``rewrites``, with those that vitepress-versioning-plugin adds for the folder of versions
    (``generateVersionRewrites``)."""
    rewrites = value.get("rewrites")
    if not isinstance(value.get("versioning"), Mapping) or not isinstance(rewrites, Mapping | None):
        return rewrites
    prefix = get_text(get_table(value, "versioning", "rewrites"), "localePrefix").strip("/")
    translated = f"versions/:version/{prefix}/".replace("//", "/")
    languages = {f"{translated}{key}/(.*)": f"{key}/:version/(.*)" for key in get_table(value, "locales")}
    if prefix and not languages:  # code makes the list of languages
        languages = {f"{translated}:locale/(.*)": ":locale/:version/(.*)"}
    return {**(rewrites or {}), **languages, "versions/(.*)": "(.*)"}


def _hides_menus(value: Mapping[str, Any]) -> bool:
    """Whether code makes a part of the config that may hold a sidebar."""
    locales = value.get("locales")
    tables = [value, locales, *(locales.values() if isinstance(locales, Mapping) else ())]
    themes = [table.get("themeConfig") for table in tables if isinstance(table, Mapping)]
    hidden = (REST in theme and "sidebar" not in theme for theme in themes if isinstance(theme, Mapping))
    return any(hidden) or any(part is not None and not isinstance(part, Mapping) for part in (*tables, *themes))


def _compile(patterns: list[str]) -> Iterator[Glob]:
    return compile_sound(pattern.removeprefix("./") for pattern in patterns)


def _read_further(source: str, names: Names, read: Read) -> Iterator[tuple[str, Tree]]:
    """``config.ts`` files of folders of the source, for languages: version 2 takes them in by itself. Each with its
    folder below the source."""
    for path in names.below(source):
        if FURTHER_CONFIG.fullmatch(name(path)) and "/.vitepress/" not in f"/{path}":
            data = read(path)
            if data is not None and b"defineAdditionalConfig" in data:
                yield below(parent(path), source) if parent(path) != source else "", read_config(data, path, read)


def _find_sections(tree: Tree) -> Iterator[Section]:
    value = tree.value if isinstance(tree.value, Mapping) else {}
    starts: list[tuple[KeyPath, str | None]] = [(("themeConfig",), None)]
    for key in get_table(value, "locales"):
        starts.append((("locales", key, "themeConfig"), "" if key == "root" else key))
    for start, language in starts:
        theme = get_table(value, *map(str, start))
        for key in ("nav", "sidebar"):
            if theme.get(key) is not None:
                yield Section(theme[key], tree, (*start, key), language)
        around = [get_table(value, *map(str, start[:depth])) for depth in range(len(start))]
        if REST in theme or (not theme and any(REST in each for each in around)):
            yield Section(UNKNOWN, tree, start)


def _is_unknown(value: Any) -> bool:
    """Whether links of a section may be missing here."""
    if isinstance(value, list):
        return any(map(_is_unknown, value))
    if isinstance(value, Mapping):
        inner = value.get("items", value if "link" not in value and "text" not in value else None)
        return REST in value or (isinstance(inner, Mapping | list) and any(map(_is_unknown, _inner(inner))))
    return value is UNKNOWN or not isinstance(value, str | int | float | bool | None | Function)


def _inner(value: Any) -> list[Any]:
    return list(value.values()) if isinstance(value, Mapping) else value


def _is_transformed(root: str, names: Names, read: Read) -> bool:
    """Whether a Vite plugin that lies beside the config adds headings to Markdown
    (https://vite.dev/guide/api-plugin#transforming-custom-file-types)."""
    folder = join(root, ".vitepress") or ""
    for path in names.below(root):
        if (within(path, folder) and CODE.fullmatch(path)) or VITE_CONFIG.fullmatch(below(path, root)):
            data = read(path) or b""
            if TRANSFORM.search(data) and MARKDOWN.search(data) and HEADING.search(data):
                return True
    return False


def has_foreign_theme(config: str, names: Names, read: Read) -> bool:
    """Whether a package brings the theme, or the function that makes the config: it may list any page."""
    if FOREIGN_CONFIG.search(read(config) or b""):
        return True
    folder = config.rpartition(".vitepress/")[0] + ".vitepress/theme/index"
    for path in (folder + ending for ending in (".ts", ".js", ".mts", ".mjs")):
        text = (read(path) or b"") if path in names else b""
        themes = {group for match in EXTENDED.finditer(text) for group in match.groups() if group}
        if any(re.search(FROM_PACKAGE % re.escape(theme), text) for theme in themes):
            return True
    return False


def _find_listed(root: str, source: str, names: Names, read: Read) -> Iterator[Glob]:
    """Pages that a data loader gathers, for a component that lists them."""
    for path in names.below(root):
        if DATA_LOADER.fullmatch(path):
            text = (read(path) or b"").decode("utf-8", "replace")
            patterns = [(source, pattern) for match in CONTENT.finditer(text) for pattern in QUOTED.findall(match[1])]
            patterns += [(parent(path), each) for match in WATCHED.finditer(text) for each in QUOTED.findall(match[1])]
            yield from _compile([whole for folder, pattern in patterns if (whole := join(folder, pattern))])
