"""``mkdocs.yml`` and what it inherits, as far as addresses and links depend on it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fnmatch import fnmatchcase
from typing import Any, NamedTuple

from linklint.data.toml import read_toml_table
from linklint.data.tree import KeyPath, Tree
from linklint.errors import UserError
from linklint.model.files import Names
from linklint.site.destination import Destination, read_destination
from linklint.site.ignore_patterns import Patterns, compile_patterns
from linklint.site.paths import join, name, parent
from linklint.site.profile import Read
from linklint.site.profiles.mkdocs.environment import put_defaults
from linklint.site.profiles.mkdocs.parts import find_host
from linklint.site.profiles.mkdocs.zensical import CONFIG, USUAL_EXTENSIONS, is_zensical, list_extensions
from linklint.site.profiles.trees import read_tree

# ``mkdocs build --config-file`` and ``zensical build --config-file`` take any name.
VARIANT = re.compile(r"(?:(?:mk|proper)docs[-_.][\w.-]+|zensical)\.ya?ml")
# ProperDocs goes on with MkDocs 1 and prefers its own name (https://properdocs.org).
CONFIG_NAMES = ("properdocs.yml", "properdocs.yaml", "mkdocs.yml", "mkdocs.yaml", CONFIG)
MOST_PARENTS = 10
# Plugins that add pages to the build which are no files of the docs folder.
GENERATORS = frozenset(
    "gen-files gen_files api-autonav autoapi mkdocs-autoapi monorepo multirepo projects simple with-pdf exec "
    "mkdocs-jupyter mkdocs-gallery gallery drawio-exporter material-relative-language-selector".split()
)
EXCLUDERS = ("exclude", "excluder")
# A hook adds pages by what it does with the list of files, or gives it to others that may
# (https://www.mkdocs.org/dev-guide/plugins/#on_files); it may only read the list, too.
HOOK_SEES_FILES = re.compile(rb"def on_files\b|File\.generated\b")
SIGNATURE = re.compile(rb"^[ \t]*(?:async )?def [^\n]*", re.MULTILINE)
ADDING = re.compile(
    rb"\bFiles?\s*\(|\bFile\.generated\b|\bfiles\s*\.\s*(?:append|_files|remove)\b|[(,=]\s*files\s*[,)\n]|=\s*files\b"
)
HOOK_ARRANGES = re.compile(rb"def on_nav\b")


class Option(NamedTuple):
    """A plugin or a Markdown extension: its options, and where they stand in its tree."""

    options: Mapping[str, Any]
    tree: Tree
    keypath: KeyPath


class MkdocsSettings(NamedTuple):
    """All paths are the repository's. ``layers`` are the config and those that it inherits, nearest first. ``base``:
    URL path under which the site is published, no trailing slash; None where no ``site_url`` tells. ``generator``: why
    pages may exist that are no files; empty where none can. ``rewriter``: a hook that changes the text of pages.
    ``prefix``: the part of its addresses that the site gets from one that takes it in. ``zensical``: Zensical builds
    the site, and reads every relative destination from the file, also in raw HTML. ``feeds``: where in the site the
    plugin rss writes its files, if it is told. ``arranged``: a hook may change the navigation."""

    path: str
    layers: tuple[Tree, ...]
    docs: str
    directory_urls: bool
    excluded: Patterns
    drafts: Patterns
    not_in_nav: Patterns
    absolute_is_docs: bool
    site: Destination | None
    base: str | None
    plugins: Mapping[str, Option]
    extensions: Mapping[str, Option]
    custom_theme: str | None
    generator: str
    rewriter: str
    zensical: bool
    prefix: str = ""
    feeds: frozenset[str] = frozenset()
    lost: str = ""
    arranged: bool = False

    @property
    def nav(self) -> tuple[Any, Tree] | None:
        """What ``nav`` says and where; None where it is absent, so that all pages are in the navigation."""
        for tree in self.layers:
            if isinstance(tree.value, dict) and tree.value.get("nav") is not None:
                return tree.value["nav"], tree
        return None

    def plugin(self, *names: str) -> Option | None:
        """The first of these plugins that is switched on."""
        found = next((self.plugins[name] for name in names if name in self.plugins), None)
        return None if found is None or is_off(found.options.get("enabled")) else found


def read_settings(path: str, names: Names, read: Read) -> MkdocsSettings:
    """The settings of the config at ``path``. What cannot be read counts as not said."""
    layers, lost = _read_layers(path, names, read)
    merged = _merge(layers)
    folder = parent(path)
    docs = join(folder, str(merged.get("docs_dir") or "docs")) or ""
    validation = merged.get("validation")
    links = validation.get("links", validation) if isinstance(validation, dict) else {}
    url = merged.get("site_url")
    site = read_destination(url) if isinstance(url, str) and "//" in url else None
    plugins = {name.rpartition("/")[2]: option for name, option in _find_options(layers, "plugins")}
    theme = merged.get("theme")
    custom = theme.get("custom_dir") if isinstance(theme, dict) else None
    zensical = is_zensical(path, folder, names, read)
    extensions = dict(_find_options(layers, "markdown_extensions"))
    if zensical and "markdown_extensions" not in merged:
        tree = layers[0] if layers else Tree({}, path)
        extensions = {
            name: Option(options, tree, ("markdown_extensions",)) for name, options in USUAL_EXTENSIONS.items()
        }
    host = find_host(path, CONFIG_NAMES, names, read)
    hooks = _read_hooks(merged.get("hooks"), folder, names, read)
    return MkdocsSettings(
        path=path,
        layers=layers,
        docs=docs,
        directory_urls=not is_off(merged.get("use_directory_urls")),
        excluded=_find_excluded(_text(merged.get("exclude_docs")), plugins),
        drafts=compile_patterns(_text(merged.get("draft_docs"))),
        not_in_nav=compile_patterns(_text(merged.get("not_in_nav"))),
        absolute_is_docs=isinstance(links, dict) and links.get("absolute_links") == "relative_to_docs",
        site=site,
        base=site.path.rstrip("/") if site and not _has_versions(merged, plugins) else None,
        plugins=plugins,
        extensions=extensions,
        custom_theme=join(folder, custom) if isinstance(custom, str) else None,
        generator=f"{host} takes the site into another" if host else next(iter(_generators(plugins, hooks)), ""),
        rewriter=next((path for path, data in hooks.items() if b"def on_page_markdown" in data), ""),
        zensical=zensical,
        prefix=f"/{str(merged.get('site_name')).strip('/')}" if host else "",
        feeds=frozenset(_find_feeds(plugins.get("rss"))),
        lost=lost,
        arranged=any(HOOK_ARRANGES.search(data) for data in hooks.values()),
    )


def _find_excluded(patterns: str, plugins: Mapping[str, Option]) -> Patterns:
    """``exclude_docs``, and the globs of the plugins that leave files out, whose ``*`` goes across folders
    (https://github.com/apenwarr/mkdocs-exclude)."""
    listed = compile_patterns(".*\n/templates/\n" + patterns)
    said = [plugins[name].options.get("glob") for name in EXCLUDERS if name in plugins]
    globs = [glob for each in said for glob in (each if isinstance(each, list) else [each]) if isinstance(glob, str)]
    return (lambda path: listed(path) or any(fnmatchcase(path, glob) for glob in globs)) if globs else listed


def _find_feeds(plugin: Option | None) -> Iterator[str]:
    """https://guts.github.io/mkdocs-rss-plugin/configuration/#feeds_filenames."""
    said = plugin.options.get("feeds_filenames") if plugin else None
    for path in said.values() if isinstance(said, dict) else ():
        yield str(path).strip("/")


def _has_versions(merged: Mapping[str, Any], plugins: Mapping[str, Option]) -> bool:
    """Whether each version is published below a folder of its own: by mike (https://github.com/jimporter/mike), or by a
    ``provider`` of another name, which a theme's own templates know."""
    extra = merged.get("extra")
    version = extra.get("version") if isinstance(extra, dict) else None
    return "mike" in plugins or (isinstance(version, dict) and bool(version.get("provider")))


def is_off(value: object) -> bool:
    """Whether YAML 1.1, which MkDocs reads, understands the value as false."""
    return value is False or (isinstance(value, str) and value.lower() in ("no", "off", "n"))


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _read_layers(path: str, names: Names, read: Read) -> tuple[tuple[Tree, ...], str]:
    """The config and those that it inherits; and the first of these that is not here, for which the only other config
    beside it stands, of which a program makes it: ``mkdocs.template.yml``."""
    layers: list[Tree] = []
    seen: set[str] = set()
    lost = ""
    current: str | None = path
    while current is not None and current not in seen and len(seen) < MOST_PARENTS:
        seen.add(current)
        if layers and current not in names.files:
            lost = current
            beside = [
                each
                for each in names.ending("yaml", "yml")
                if parent(each) == parent(current) and VARIANT.fullmatch(name(each))
            ]
            others = [each for each in beside if each not in seen]
            if len(others) != 1:
                break
            seen.add(current := others[0])
        tree = _read_layer(current, read)
        if tree is None:
            break
        layers.append(tree)
        above = tree.value.get("INHERIT") if isinstance(tree.value, dict) else None
        current = join(parent(current), above) if isinstance(above, str) else None
    return tuple(layers), lost


def _read_layer(path: str, read: Read) -> Tree | None:
    if not path.endswith(".toml"):
        tree = read_tree(path, read, lax=True)
        return put_defaults(tree) if tree is not None else None
    try:
        return read_toml_table(read(path) or b"", path, ("project",)) or read_tree(path, read)
    except UserError:
        return None


def _merge(layers: Sequence[Tree]) -> dict[str, Any]:
    """MkDocs merges mappings in depth and lets the nearer config win elsewhere."""
    merged: dict[str, Any] = {}
    for tree in reversed(layers):
        if isinstance(tree.value, dict):
            for key, value in tree.value.items():
                old = merged.get(key)
                both = isinstance(old, dict) and isinstance(value, dict)
                merged[key] = {**old, **value} if both and old is not None else value
    return merged


def _find_options(layers: Sequence[Tree], key: str) -> Iterator[tuple[str, Option]]:
    """Names with their options, from a list or a mapping; a list of a nearer config replaces that of a farther one."""
    for tree in layers:
        value = tree.value.get(key) if isinstance(tree.value, dict) else None
        if value is None:
            continue
        entries: list[tuple[object, KeyPath]] = []
        if isinstance(value, dict):
            for name, options, keys in list_extensions(value):
                yield name, Option(options if isinstance(options, dict) else {}, tree, (key, *keys))
        elif isinstance(value, list):
            entries = [(entry, (key, number)) for number, entry in enumerate(value)]
        for entry, keypath in entries:
            if isinstance(entry, str):
                yield entry, Option({}, tree, keypath)
            elif isinstance(entry, dict):
                for name, options in entry.items():
                    yield name, Option(options if isinstance(options, dict) else {}, tree, (*keypath, name))
        return


def _read_hooks(hooks: object, folder: str, names: Names, read: Read) -> dict[str, bytes]:
    paths = [join(folder, hook) for hook in hooks if isinstance(hook, str)] if isinstance(hooks, list) else []
    return {path: read(path) or b"" for path in paths if path is not None and path in names.files}


def _generators(plugins: Mapping[str, Option], hooks: Mapping[str, bytes]) -> Iterator[str]:
    for plugin in sorted(GENERATORS.intersection(plugins)):
        yield f"the plugin {plugin} adds pages that are no files"
    for path, data in hooks.items():
        if HOOK_SEES_FILES.search(data) and ADDING.search(SIGNATURE.sub(b"", data)):
            yield f"the hook {path} may add pages that are no files"
