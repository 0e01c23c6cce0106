"""Translated pages as the plugin i18n builds them (https://ultrabug.github.io/mkdocs-static-i18n/)."""

from __future__ import annotations

import posixpath
from typing import NamedTuple

from linklint.model.files import Names
from linklint.site.languages import read_tag
from linklint.site.paths import join
from linklint.site.profiles.mkdocs.settings import MkdocsSettings, is_off


class Languages(NamedTuple):
    """``folders``: each language lies in its own folder, rather than in the names of files (``index.fr.md``).
    ``filled``: languages in which pages of the default one appear where they are not translated."""

    locales: tuple[str, ...] = ()
    default: str | None = None
    folders: bool = False
    filled: tuple[str, ...] = ()


def read_languages(settings: MkdocsSettings) -> Languages:
    """What the plugin's options say; no locales where the plugin is off."""
    plugin = settings.plugin("i18n")
    if plugin is None:
        return Languages()
    entries = plugin.options.get("languages")
    locales: list[str] = []
    default = plugin.options.get("default_language")
    if isinstance(entries, dict):  # the form before version 1
        locales = [str(locale) for locale in entries if locale != "default"]
    unbuilt = set()
    for entry in entries if isinstance(entries, list) else ():
        if isinstance(entry, dict) and isinstance(entry.get("locale"), str):
            locales.append(entry["locale"])
            default = entry["locale"] if entry.get("default") is True else default
            if is_off(entry.get("build")):
                unbuilt.add(entry["locale"])
    folders = plugin.options.get("docs_structure") == "folder"
    is_filled = isinstance(default, str) and not is_off(plugin.options.get("fallback_to_default"))
    filled = tuple(locale for locale in locales if is_filled and locale != default and locale not in unbuilt)
    return Languages(tuple(locales), default if isinstance(default, str) else None, folders, filled)


def split_language(languages: Languages, inner: str) -> tuple[str | None, str]:
    """The language of a file, named from the docs folder, and its name without it; None where no plugin tells."""
    if not languages.locales:
        return None, inner
    if languages.folders:
        first, _, rest = inner.partition("/")
        return (first, rest) if rest and first in languages.locales else (None, inner)
    stem, ending = posixpath.splitext(inner)
    bare, dot, suffix = stem.rpartition(".")
    if dot and suffix in languages.locales:
        return suffix, bare + ending
    if dot and bare and read_tag(suffix):
        return suffix, bare + ending
    return languages.default, inner


def fill_languages(languages: Languages, inner: str, names: Names, docs: str) -> list[str]:
    """The languages that show this file, named from the docs folder, for want of a translation."""
    named, plain = split_language(languages, inner)
    if named is None or named != languages.default:
        return []
    stem, ending = posixpath.splitext(plain)
    return [
        locale
        for locale in languages.filled
        if join(docs, f"{locale}/{plain}" if languages.folders else f"{stem}.{locale}{ending}") not in names.files
    ]


def translations(languages: Languages, inner: str, lang: str | None) -> list[str]:
    """Where a link of a page in ``lang`` to the file may lead, best first: its translation, itself, the default."""
    if not languages.locales:
        return [inner]
    found = []
    named, plain = split_language(languages, inner)
    if not languages.folders and inner != plain and lang is not None and named != lang:
        return []  # the build of a language has no files of another
    if languages.folders:
        # The build of a language knows its own files, and those of the default one by the names of their translations.
        if named is not None and lang is not None and named not in (lang, languages.default):
            return []
        found.extend([f"{lang}/{plain}"] if named is not None and lang is not None else [])
        found.append(inner)
        if named is not None and languages.default:
            found.append(f"{languages.default}/{plain}")
    else:
        stem, ending = posixpath.splitext(plain)
        if lang is not None:
            found.append(f"{stem}.{lang}{ending}")
        found.extend([inner, plain, f"{stem}.{languages.default}{ending}"])
    return list(dict.fromkeys(found))
