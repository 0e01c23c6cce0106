"""``zola.toml`` or ``config.toml`` as far as addresses and links depend on it
(https://www.getzola.org/documentation/getting-started/configuration/)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from linklint.model.files import Names
from linklint.model.glob import Glob, compile_sound
from linklint.site.destination import read_destination
from linklint.site.paths import below, extension, join, name, within
from linklint.site.profile import Read
from linklint.site.profiles.javascript_sites import get_table, get_text
from linklint.site.profiles.trees import read_table

CONFIGS = ("zola.toml", "config.toml")
FEEDS = ("atom.xml", "rss.xml", "feed.xml")


class ZolaSettings(NamedTuple):
    """``root``: the site's folder. ``language``: the default one, which addresses leave out; ``languages``: the others.
    ``paths`` and ``anchors``: how names and headings are slugged: on, safe or off. ``keeps_dates``: dates in names stay
    in addresses. ``lists``: the first segments of addresses that taxonomies make. ``feeds``: names of feeds."""

    root: str
    language: str
    languages: frozenset[str]
    paths: str
    anchors: str
    keeps_dates: bool
    ignored: tuple[Glob, ...]
    lists: frozenset[str]
    feeds: frozenset[str]
    site_url: str

    @property
    def content(self) -> str:
        """The folder of the pages."""
        return join(self.root, "content") or ""

    @property
    def base(self) -> str:
        """The path that the site lies below, without a slash at the end."""
        return read_destination(self.site_url).path.rstrip("/")


def read_settings(path: str, root: str, read: Read) -> ZolaSettings:
    """The settings of the config at that path."""
    values = read_table(path, read)
    slugs, languages = get_table(values, "slugify"), get_table(values, "languages")
    tables = [values, *(table for table in languages.values() if isinstance(table, Mapping))]
    taxonomies = [get_text(entry, "name") for table in tables for entry in _list(table, "taxonomies")]
    feeds = [*FEEDS, get_text(values, "feed_filename"), *_list(values, "feed_filenames")]
    return ZolaSettings(
        root=root,
        language=get_text(values, "default_language", "en"),
        languages=frozenset(languages) - {get_text(values, "default_language", "en")},
        paths=get_text(slugs, "paths", "on"),
        anchors=get_text(slugs, "anchors", "on"),
        keeps_dates=slugs.get("paths_keep_dates") is True,
        ignored=tuple(_compile(_list(values, "ignored_content"))),
        lists=frozenset(filter(None, (each.casefold() for each in taxonomies))),
        feeds=frozenset(each for each in feeds if isinstance(each, str) and each),
        site_url=get_text(values, "base_url").rstrip("/"),
    )


def _list(table: Mapping[str, Any], key: str) -> Sequence[Any]:
    value = table.get(key)
    return value if isinstance(value, list) else []


def _compile(patterns: Sequence[Any]) -> Iterator[Glob]:
    written = (pattern for pattern in patterns if isinstance(pattern, str))
    return compile_sound(each if each.startswith("**") else f"**/{each.lstrip('/')}" for each in written)


def is_page(settings: ZolaSettings, path: str) -> bool:
    """Whether the file is a page or a section: Markdown of the content folder that the config does not leave out."""
    if extension(path) != "md" or not within(path, settings.content):
        return False
    inner = below(path, settings.content)
    hidden = any(part.startswith(".") for part in inner.split("/"))
    return not hidden and not any(glob(inner) or glob(f"content/{inner}") for glob in settings.ignored)


def split_name(settings: ZolaSettings, path: str) -> tuple[str, str]:
    """The file's name without its ending and its language, and the language."""
    stem = name(path).rpartition(".")[0]
    bare, dot, language = stem.partition(".")
    if dot and settings.languages and (language in settings.languages or language == settings.language):
        return (bare, language) if language != settings.language else (stem, language)
    return stem, settings.language


def list_templates(root: str, names: Names) -> list[str]:
    """The templates of the site and of its themes."""
    folders = [join(root, "templates") or "", join(root, "themes") or ""]
    return [path for path in names.ending("html") if any(within(path, each) for each in folders)]
