"""What the navigation bar and the sidebars link: by the config, else by ``_nav.json`` and ``_meta.json`` of the
folders, else all that is there (``packages/core/src/node/auto-nav-sidebar``)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from linklint.data.javascript import read_config
from linklint.data.tree import KeyPath, Tree
from linklint.data.yaml import read_yaml
from linklint.errors import UserError
from linklint.model.files import Names
from linklint.site.paths import below, join, name, parent, within
from linklint.site.profile import NavigationLink, Read
from linklint.site.profiles.javascript_sites import write_menu_link
from linklint.site.profiles.menus import show_on, show_sections
from linklint.site.profiles.rspress.addresses import find_route
from linklint.site.profiles.rspress.settings import PAGES, RspressSettings, is_page

ENDINGS = (".js", ".jsx", ".ts", ".tsx", ".md", ".mdx")
DEEPEST = 20


class Folders(NamedTuple):
    """The folders of the pages: what each holds, by name."""

    settings: RspressSettings
    names: Names
    read: Read
    inner: Mapping[str, tuple[str, ...]]


def find_folders(settings: RspressSettings, names: Names, read: Read) -> Folders:
    """The files and folders below the source folder, by the folder that they lie in."""
    found: dict[str, list[str]] = {}
    for path in (*names.files, *names.directories):
        if path and within(path, settings.source) and path != settings.source:
            found.setdefault(parent(path), []).append(name(path))
    return Folders(settings, names, read, {folder: tuple(sorted(inner)) for folder, inner in found.items()})


def list_metas(settings: RspressSettings, names: Names) -> frozenset[str]:
    """The files that say what navigation holds."""
    return frozenset(path for path in names.named("_meta.json", "_nav.json") if within(path, settings.source))


def navigate(folders: Folders) -> Iterator[NavigationLink]:
    """All links of the navigation that are written somewhere, as shown by the home pages of their versions and
    languages."""
    settings = folders.settings
    homes = {top: _find_home(folders, top) for top in list_tops(folders)}
    by_language: dict[str, list[str | None]] = {}
    for top, home in homes.items():
        by_language.setdefault(name(top) if settings.languages else "", []).append(home)
    yield from show_sections(
        settings.sections, by_language, lambda section: _walk(section.tree, section.value, section.keypath, "")
    )
    if settings.manual:
        return
    for top, home in homes.items():
        prefix = find_route(settings, below(top, settings.source) + "/") if top != settings.source else "/"
        nav = _read(folders, f"{top}/_nav.json".lstrip("/"))
        if nav is not None:
            yield from show_on([home], _walk(nav, nav.value, (), prefix))
    for path in sorted(list_metas(settings, folders.names)):
        meta = _read(folders, path) if name(path) == "_meta.json" else None
        if meta is not None and isinstance(meta.value, list):
            own = [home for top, home in homes.items() if within(path, top)]
            yield from show_on(own or [None], _list_meta(folders, parent(path), meta))


def _find_home(folders: Folders, top: str) -> str | None:
    paths = (f"{top}/index.{ending}".lstrip("/") for ending in ("md", "mdx"))
    return next((path for path in paths if path in folders.names.files), None)


def list_tops(folders: Folders) -> list[str]:
    """The folders that have a navigation of their own: of each version and language."""
    settings = folders.settings
    versions = [f"{settings.source}/{each}".lstrip("/") for each in settings.versions] or [settings.source]
    if not settings.language or not settings.languages:
        return versions
    return [f"{top}/{each}".lstrip("/") for top in versions for each in settings.languages]


def _read(folders: Folders, path: str) -> Tree | None:
    return _parse(folders.read(path) or b"", path) if path in folders.names.files else None


@lru_cache(maxsize=512)  # the sidebars and the lists of pages ask for the same files
def _parse(data: bytes, path: str) -> Tree | None:
    try:
        return read_yaml(data, path)  # which JSON is as well
    except UserError:
        return read_config(data, path)  # JSON with comments


def _walk(tree: Tree, value: Any, keypath: KeyPath, prefix: str) -> Iterator[NavigationLink]:
    """Links of a bar or of a sidebar of the config."""
    if isinstance(value, str):
        yield _link(tree, value, "", keypath, prefix)
    elif isinstance(value, list):
        for number, entry in enumerate(value):
            yield from _walk(tree, entry, (*keypath, number), prefix)
    elif isinstance(value, Mapping):
        if isinstance(value.get("link"), str):
            yield _link(tree, value["link"], value.get("text", value.get("label")), (*keypath, "link"), prefix)
        is_entry = not value.keys().isdisjoint(("text", "label", "link", "dividerType", "sectionHeaderText", "items"))
        for key in ("items",) if is_entry else value:  # else sidebars by the beginning of addresses
            if isinstance(value.get(key), list):
                yield from _walk(tree, value[key], (*keypath, key), prefix)


def _link(tree: Tree, href: str, text: Any, keypath: KeyPath, prefix: str) -> NavigationLink:
    whole = href if ":" in href.partition("/")[0] or href.startswith("//") else prefix + href.lstrip("/")
    whole = whole if prefix else href
    location = tree.location(keypath)
    return write_menu_link(location, whole, href, text)


def _list_meta(folders: Folders, folder: str, meta: Tree) -> Iterator[NavigationLink]:
    settings = folders.settings
    version, language, _ = settings.split(below(f"{folder}/x", settings.source))
    before = "/".join(each for each in (version, language) if each)
    top = find_route(settings, f"{before}/") if before else "/"
    for number, entry in enumerate(meta.value):
        kind, written, key = _read_entry(entry)
        if kind == "custom-link":
            yield from _walk(meta, entry, (number,), top)
        elif kind == "file" and written:
            target = _find_file(folders, folder, written)
            if target is None or is_page(settings, target, PAGES):
                path = target or f"{folder}/{written}"
                href = find_route(settings, below(path, settings.source))
                yield _link(meta, href, written, (number, *key), "")
        elif kind in ("dir", "dir-section-header") and _is_lost(folders, folder, written):
            href = find_route(settings, f"{below(folder, settings.source)}/{written}/")
            yield _link(meta, href, written, (number, *key), "")


def _is_lost(folders: Folders, folder: str, written: str) -> bool:
    """Whether neither a folder nor a page has the name: the build ends there."""
    return bool(written) and join(folder, written) not in folders.inner and not _find_file(folders, folder, written)


def _read_entry(entry: Any) -> tuple[str, str, KeyPath]:
    """Kind, name and where the name stands in the entry."""
    if isinstance(entry, str):
        return "file", entry, ()
    if not isinstance(entry, Mapping):
        return "", "", ()
    written = entry.get("name")
    kind = entry.get("type", "custom-link" if "link" in entry else "")
    return str(kind), written if isinstance(written, str) else "", ("name",)


def _find_file(folders: Folders, folder: str, written: str) -> str | None:
    """The file that an entry names, with its ending or without."""
    whole = join(folder, written)
    tried = [whole] if written.endswith(ENDINGS) else [f"{whole}{ending}" for ending in ENDINGS]
    return next((path for path in tried if path in folders.names.files), None)


def list_shown(folders: Folders) -> Iterator[str]:
    """The pages that sidebars list, made of folders and what their ``_meta.json`` says."""
    for top in list_tops(folders) if not folders.settings.manual else ():
        has_nav, has_meta = (f"{top}/{each}".lstrip("/") in folders.names.files for each in ("_nav.json", "_meta.json"))
        groups = [join(top, each) or "" for each in folders.inner.get(top, ())] if has_nav and not has_meta else [top]
        for group in groups:
            if group in folders.inner and name(group) != "public":
                yield from _list_folder(folders, group, 0)


def _list_folder(folders: Folders, folder: str, depth: int) -> Iterator[str]:
    meta = _read(folders, f"{folder}/_meta.json".lstrip("/"))
    if depth > DEEPEST:
        return
    for ending in PAGES:  # a folder's own link
        yield from (path for path in (f"{folder}/index.{ending}", f"{folder}.{ending}") if path in folders.names.files)
    if meta is not None and isinstance(meta.value, list):
        for entry in meta.value:
            kind, written, _ = _read_entry(entry)
            found = _find_file(folders, folder, written) if written else None
            if kind == "file" and found is not None:
                yield found
            elif kind in ("dir", "dir-section-header") and join(folder, written) in folders.inner:
                yield from _list_folder(folders, join(folder, written) or "", depth + 1)
        return
    for inner in folders.inner.get(folder, ()):
        path = f"{folder}/{inner}".lstrip("/")
        if path in folders.inner:
            if path != f"{folders.settings.source}/public".lstrip("/"):
                yield from _list_folder(folders, path, depth + 1)
        elif is_page(folders.settings, path, PAGES):
            yield path
