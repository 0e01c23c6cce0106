"""What ``myst.yml`` says (https://mystmd.org/guide/frontmatter), as far as it decides about pages and links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from linklint.data.tree import KeyPath, Tree
from linklint.model.files import Names
from linklint.site.paths import join, parent
from linklint.site.profile import Read
from linklint.site.profiles.manifests import get_table
from linklint.site.profiles.mystmd.pages import Entry, list_explicit, list_implicit, make_slugs
from linklint.site.profiles.sphinx.book import read_contents, read_file
from linklint.site.profiles.sphinx.settings import is_myst, read_config
from linklint.site.profiles.trees import is_broken

CONFIG = "myst.yml"
SPHINX = "conf.py"
FILE = "file"
"""The key of an entry of a table of contents that names a file."""
DEEPEST = 10  # configs that extend each other


class MystSettings(NamedTuple):
    """``pages``: path → name in addresses, in the order of the project; ``home``: the path of the first. ``flat``:
    their names without folders, where a config from elsewhere may say which it is. ``hidden``: those that the table of
    contents does not show; ``sidebar``: its entries, each with the config that names it; empty where all files are
    pages. ``links``: addresses for the bar above. ``plugins``: code may make places. ``copied``: folders and files that
    are copied to the site's top."""

    config: str
    folder: str
    home: str
    pages: Mapping[str, str]
    hidden: frozenset[str]
    sidebar: Sequence[tuple[Tree, Entry]]
    links: Sequence[tuple[Tree, KeyPath]]
    flat: Mapping[str, str]
    plugins: bool
    copied: tuple[str, ...]


def is_project(path: str, names: Names, read: Read) -> bool:
    """Whether the config makes a site. One that lists no pages, beside a book or a site of Sphinx, is there for
    programs that show MyST elsewhere, or for a move that is not done yet."""
    tree = read_file(path, names, read)
    is_ours = tree is not None and any(isinstance(tree.value.get(key), dict | list | str) for key in KEYS)
    if not is_ours and not is_broken(path, read, WORDS):
        return False
    folder = parent(path)
    if find_contents(_read_all(path, names, read)) is not None:
        return True
    conf = join(folder, SPHINX) or ""
    is_sphinx = conf in names.files and is_myst(read_config(conf, read))
    return not is_sphinx and read_contents(folder, names, read) is None


KEYS = ("project", "site", "extend", "extends")
WORDS = re.compile(rb"^(?:%b):" % "|".join(KEYS).encode(), re.MULTILINE)


def _read_all(path: str, names: Names, read: Read, depth: int = 0) -> list[Tree]:
    """The config and those that it extends, the one that counts most first."""
    tree = read_file(path, names, read) if depth < DEEPEST else None
    if tree is None:
        return []
    inner = [join(parent(path), each) for each in _list_extended(tree) if "://" not in each]
    return [tree, *(found for each in reversed(inner) if each for found in _read_all(each, names, read, depth + 1))]


def _list_extended(tree: Tree) -> list[str]:
    said = tree.value.get("extends", tree.value.get("extend"))
    return [each for each in (said if isinstance(said, list) else [said]) if isinstance(each, str)]


def find_contents(trees: Sequence[Tree]) -> Tree | None:
    """The config with the table of contents."""
    return next((tree for tree in trees if isinstance(get_table(tree.value, "project").get("toc"), list)), None)


def read_settings(path: str, names: Names, read: Read) -> MystSettings:
    """The settings of the config at that path."""
    folder = parent(path)
    trees = _read_all(path, names, read)
    is_open = any("://" in each for tree in trees for each in _list_extended(tree))
    excluded = [each for each in _say(trees, "project", "exclude") if isinstance(each, str)]
    contents = find_contents(trees)
    entries = (
        list_explicit(folder, names, contents.value["project"]["toc"], excluded)
        if contents is not None
        else list_implicit(folder, names, excluded, CONFIG)
    )
    said = next((options["folders"] for options in _list_options(trees) if "folders" in options), None)
    has_folders = bool(said) if said is not None else None if is_open else False
    paths = list(dict.fromkeys(each.path for each in entries if each.path in names.files))
    return MystSettings(
        config=path,
        folder=folder,
        home=paths[0] if paths else "",
        pages=make_slugs(folder, paths, has_folders is not False),
        hidden=frozenset(each.path for each in entries if each.hidden),
        sidebar=[(contents, each) for each in entries if not each.hidden] if contents is not None else [],
        links=[(tree, keypath) for tree in trees for keypath in _list_links(tree.value)],
        flat=make_slugs(folder, paths, False) if has_folders is None else {},
        plugins=bool(_say(trees, "project", "plugins")),
        copied=tuple(_list_copied(folder, _say(trees, "project", "static_files"))),
    )


def _say(trees: Sequence[Tree], table: str, key: str) -> list[Any]:
    """What all configs list."""
    values = [get_table(tree.value, table).get(key) for tree in trees]
    return [each for value in values for each in (value if isinstance(value, list) else [value]) if each is not None]


def _list_options(trees: Sequence[Tree]) -> Iterator[Mapping[str, Any]]:
    for tree in trees:
        site = get_table(tree.value, "site")
        yield get_table(site, "options")
        yield site


def _list_copied(folder: str, said: Sequence[Any]) -> Iterator[str]:
    for each in said:
        found = join(folder, each) if isinstance(each, str) else None
        if found:
            yield found


def _list_links(config: Mapping[str, Any]) -> Iterator[KeyPath]:
    """Where the config names addresses for the top of each page."""
    for key in ("nav", "actions"):
        listed = get_table(config, "site").get(key)
        for number, each in enumerate(listed) if isinstance(listed, list) else ():
            yield from _walk_links(each, ("site", key, number))


def _walk_links(value: Any, keypath: KeyPath) -> Iterator[KeyPath]:
    if isinstance(value, dict):
        if isinstance(value.get("url"), str):
            yield (*keypath, "url")
        children = value.get("children")
        for number, each in enumerate(children) if isinstance(children, list) else ():
            yield from _walk_links(each, (*keypath, "children", number))
