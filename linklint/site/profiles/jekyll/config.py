"""Jekyll's ``_config.yml``, in as much of it as decides about addresses and links.

Defaults after ``lib/jekyll/configuration.rb``; which files are read after ``lib/jekyll/entry_filter.rb``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase
from functools import lru_cache
from typing import Any, NamedTuple

import msgspec

from linklint.model.files import Names
from linklint.site.paths import below, extension, join, parent, within
from linklint.site.profile import Read
from linklint.site.profiles.manifests import as_list, merge_tables
from linklint.site.profiles.trees import read_table

DEFAULT_EXCLUDES = (
    ".sass-cache", ".jekyll-cache", ".ruby-lsp", "gemfiles", "Gemfile", "Gemfile.lock", "node_modules",
    "vendor/bundle/", "vendor/cache/", "vendor/gems/", "vendor/ruby/",
)  # fmt: skip
STYLES = {
    "none": "/:categories/:title:output_ext",
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "weekdate": "/:categories/:year/W:week/:short_day/:title:output_ext",
}
GEM_GROUP = re.compile(r"^group\s+:jekyll_plugins\s+do$(.{0,5000}?)^end", re.DOTALL | re.MULTILINE)
GEM = re.compile(r"^[ \t]*+gem\s+[\"']([\w-]+)[\"']", re.MULTILINE)
# What GitHub Pages adds to a site that it builds by itself (https://pages.github.com/versions).
GITHUB_PLUGINS = frozenset({
    "jekyll-optional-front-matter", "jekyll-readme-index", "jekyll-relative-links", "jekyll-default-layout",
    "jekyll-titles-from-headings", "jekyll-feed", "jekyll-sitemap", "jekyll-redirect-from",
})  # fmt: skip


class Collection(NamedTuple):
    """A named set of documents. ``folder`` is a repository path."""

    label: str
    folder: str
    output: bool
    permalink: str | None


class Config(msgspec.Struct, frozen=True, eq=False):
    """``source`` is the site's folder. ``values`` is the config as written. ``plugins`` includes those that GitHub
    Pages adds. ``path`` is the config file's own. ``base`` is ``baseurl`` with a leading and no trailing slash, empty
    at the top of the host. ``layouts``, ``partials`` and ``data`` are folders, ``indexed`` those with an index page."""

    path: str
    source: str
    values: Mapping[str, Any]
    collections: tuple[Collection, ...]
    plugins: frozenset[str]
    excludes: tuple[str, ...]
    includes: tuple[str, ...]
    defaults: tuple[tuple[Mapping[str, Any], Mapping[str, Any]], ...]
    markdown: frozenset[str]
    base: str
    layouts: str
    partials: str
    data: str
    indexed: frozenset[str] = frozenset()

    def text(self, key: str, default: str = "") -> str:
        """The value as text; the default where there is none."""
        return _get_text(self.values, key, default)

    @property
    def style(self) -> str:
        """The site's permalink: the name of a style or a template."""
        return self.text("permalink", "date")


def _get_text(values: Mapping[str, Any], key: str, default: str = "") -> str:
    value = values.get(key)
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else default


def read_config(paths: Sequence[str], names: Names, read: Read) -> Config:
    """The site's config, to which those after the first add; one that cannot be read says nothing (Jekyll warns and
    takes its defaults)."""
    path = paths[0]
    values: Mapping[str, Any] = {}
    for each in paths:
        # ``deep_merge_hashes!`` in ``lib/jekyll/utils.rb``
        values = merge_tables(values, read_table(each, read, lax=True))
    root = path.rpartition("/")[0]
    source = join(root, str(values.get("source") or "")) or "" if values.get("source") else root
    plugins = {str(each) for key in ("plugins", "gems") for each in as_list(values.get(key))}
    plugins |= _read_gems(root, names, read)
    if is_built_by_github(root, names, read):
        plugins |= GITHUB_PLUGINS
    extensions = str(values.get("markdown_ext") or "markdown,mkdown,mkdn,mkd,md")
    base = _get_text(values, "baseurl").strip("/")
    markdown = frozenset(each.strip().lower() for each in extensions.split(","))
    indexes = {f"index.{ending}" for ending in ("html", *markdown)}
    return Config(
        path=path,
        source=source,
        values=values,
        collections=tuple(_read_collections(values, source)),
        plugins=frozenset(plugins),
        excludes=(*map(str, as_list(values.get("exclude"))), *DEFAULT_EXCLUDES),
        includes=(*map(str, as_list(values.get("include"))), ".htaccess"),
        defaults=tuple(_read_defaults(values)),
        markdown=markdown,
        base=f"/{base}" if base else "",
        layouts=join(source, _get_text(values, "layouts_dir", "_layouts")) or "",
        partials=join(source, _get_text(values, "includes_dir", "_includes")) or "",
        data=join(source, _get_text(values, "data_dir", "_data")) or "",
        indexed=frozenset(map(parent, names.named(*indexes))),
    )


def _read_gems(root: str, names: Names, read: Read) -> set[str]:
    """The plugins that Jekyll loads without being told: those of a group of the Gemfile
    (https://jekyllrb.com/docs/plugins/installation/#the-jekyll_plugins-group)."""
    paths = [path for path in dict.fromkeys((join(root, "Gemfile") or "", "Gemfile")) if path in names.files]
    groups = GEM_GROUP.findall((read(paths[0]) or b"").decode("utf-8", "replace")) if paths else []
    return {gem for group in groups for gem in GEM.findall(group)}


def is_built_by_github(root: str, names: Names, read: Read) -> bool:
    """Whether GitHub Pages builds the site by itself, with its plugins: no Gemfile, or one that asks for them."""
    paths = [path for path in dict.fromkeys((join(root, "Gemfile") or "", "Gemfile")) if path in names.files]
    return all(b"github-pages" in (read(path) or b"") for path in paths)


def _read_collections(values: Mapping[str, Any], source: str) -> list[Collection]:
    said = values.get("collections")
    named: dict[str, Mapping[str, Any]] = {}
    if isinstance(said, dict):
        named = {str(label): value if isinstance(value, dict) else {} for label, value in said.items()}
    elif isinstance(said, list):
        named = {str(label): {} for label in said}
    folder = join(source, str(values.get("collections_dir") or "")) or ""
    posts = named.pop("posts", {})
    style = values.get("permalink")
    permalink = posts.get("permalink") or (STYLES.get(str(style), str(style)) if style else STYLES["date"])
    found = [Collection("posts", join(folder, "_posts") or "", True, str(permalink))]
    for label, value in named.items():
        own = value.get("permalink")
        inner = join(folder, f"_{label}") or ""
        found.append(Collection(label, inner, value.get("output") is True, str(own) if own else None))
    return found


def _read_defaults(values: Mapping[str, Any]) -> list[tuple[Mapping[str, Any], Mapping[str, Any]]]:
    found: list[tuple[Mapping[str, Any], Mapping[str, Any]]] = []
    for each in as_list(values.get("defaults")):
        if isinstance(each, dict) and isinstance(each.get("values"), dict):
            scope = each.get("scope")
            found.append((scope if isinstance(scope, dict) else {}, each["values"]))
    return found


def with_defaults(config: Config, path: str, kind: str, matter: Mapping[str, Any]) -> dict[str, Any]:
    """The front matter with the config's defaults below it: the more precise scope wins, the later of equals
    (``lib/jekyll/frontmatter_defaults.rb``)."""
    relative = below(path, config.source)
    found: dict[str, tuple[tuple[int, bool], Any]] = {}
    for scope, values in config.defaults:
        folder, type_ = str(scope.get("path") or "").lstrip("/"), scope.get("type")
        if type_ is not None and str(type_).rstrip("s") != kind.rstrip("s"):
            continue
        if folder and not _is_in_scope(relative, folder):
            continue
        rank = (len(folder), type_ is not None)
        for key, value in values.items():
            if key not in found or found[key][0] <= rank:
                found[key] = (rank, value)
    return {**{key: value for key, (_, value) in found.items()}, **matter}


def _is_in_scope(relative: str, folder: str) -> bool:
    if "*" in folder:
        return fnmatchcase(relative, folder) or fnmatchcase(relative, folder.rstrip("/") + "/*")
    return relative.startswith(folder)


def is_left_out(config: Config, relative: str) -> bool:
    """Whether Jekyll does not read the file (a path from the source folder): excluded, or its name or a folder's
    begins with one of ``. _ # ~``, unless ``include`` names it."""
    entry = ""
    for segment in relative.split("/"):
        entry = f"{entry}/{segment}" if entry else segment
        if _matches(config.includes, entry) or _matches(config.includes, segment):
            continue
        if _matches(config.excludes, entry) or segment[0] in "._#~" or segment.endswith("~"):
            return True
    return False


@lru_cache(maxsize=65536)  # asked of a file many times, and of its folders with each file in them
def _matches(patterns: tuple[str, ...], entry: str) -> bool:
    """After ``glob_include?``: a glob, the beginning of the path, or the folder with its slash."""
    for pattern in patterns:
        bare = pattern.removeprefix("./").lstrip("/")
        if bare and (fnmatchcase(entry, bare) or entry.startswith(bare) or bare == entry + "/"):
            return True
    return False


class Place(NamedTuple):
    """What a file is to Jekyll: ``post``, ``draft``, ``document`` (of a collection), ``page``, ``layout``,
    ``partial``. ``collection`` is set for posts, drafts and documents."""

    kind: str
    collection: Collection | None = None


@lru_cache(maxsize=65536)
def find_place(config: Config, path: str) -> Place | None:
    """What the file is to Jekyll; None where it does not read it. Remembered: of a file it is asked many times."""
    if not within(path, config.source):
        return None
    for folder, kind in ((config.layouts, "layout"), (config.partials, "partial")):
        if within(path, folder):
            return Place(kind)
    posts = config.collections[0]
    for collection in config.collections[1:]:
        if within(path, collection.folder):
            return None if is_left_out(config, below(path, collection.folder)) else Place("document", collection)
    relative = below(path, config.source)
    for folder, kind in (("_posts", "post"), ("_drafts", "draft")):
        before, found, after = f"/{relative}".partition(f"/{folder}/")
        if found:
            outside = before.strip("/")
            if posts.folder != join(config.source, "_posts") and within(path, posts.folder):
                outside = ""
            if (outside and is_left_out(config, outside)) or is_left_out(config, after):
                return None
            return Place(kind, posts)
    return None if is_left_out(config, relative) else Place("page")


def is_markdown(config: Config, path: str) -> bool:
    """Whether Jekyll converts the file from Markdown."""
    return extension(path) in config.markdown
