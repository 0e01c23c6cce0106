"""Which files are pages, in which order, and what they are called in addresses, as mystmd does it
(https://github.com/jupyter-book/mystmd/tree/main/packages/myst-cli/src/project, ``fromTOC.ts`` and ``fromPath.ts``, and
``utils/fileInfo.ts``)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from linklint.data.tree import KeyPath
from linklint.model.files import Names
from linklint.model.glob import Glob, compile_sound
from linklint.site.paths import ancestors, below, join, name, parent, within

ENDINGS = (".md", ".ipynb", ".tex", ".myst.json")
INDEXES = ("index", "readme", "main")
INDEX_NAMES = frozenset(index + ending for index in INDEXES for ending in (".md", ".ipynb", ".myst.json"))
LEFT_OUT = frozenset({"node_modules", "_build"})
YEAR = re.compile(r"[12][0-9]{3}|[0-9]{5}")
NUMBER = re.compile(r"[0-9_.\-]+")
SIGNS = re.compile(r"[^a-z0-9-]+|-+")
LONGEST = 50
INDEX = ".index"


class Entry(NamedTuple):
    """An entry of a table of contents. ``path``: of the file, empty for an address. ``keypath``: where it is written,
    empty where a pattern or no table of contents stands for it."""

    path: str
    written: str
    title: str
    keypath: KeyPath
    hidden: bool


def list_explicit(folder: str, names: Names, toc: Sequence[Any], excluded: Sequence[str]) -> list[Entry]:
    """The entries of a table of contents, with the files that patterns stand for."""
    walked = list(_walk(toc, ("project", "toc")))
    left_out = tuple(compile_sound(excluded))
    taken = {_find_file(folder, names, value["file"]) for value, _ in walked if isinstance(value.get("file"), str)}
    found: list[Entry] = []
    for value, keypath in walked:
        title = value["title"] if isinstance(value.get("title"), str) else ""
        hidden = value.get("hidden") is True
        for key in ("file", "url"):
            if isinstance(value.get(key), str):
                path = _find_file(folder, names, value[key]) if key == "file" else ""
                found.append(Entry(path, value[key], title, (*keypath, key), hidden))
        if isinstance(value.get("pattern"), str):
            paths = [
                path
                for path in _match(folder, names, value["pattern"])
                if path not in taken and not _is_left_out(below(path, folder), left_out)
            ]
            taken.update(paths)
            paths.sort(key=_rank_path, reverse=value.get("sort") == "descending")
            found += [Entry(path, "", title, (), hidden) for path in paths]
    return found


def _walk(listed: Any, keypath: KeyPath) -> Iterator[tuple[Mapping[str, Any], KeyPath]]:
    for number, each in enumerate(listed) if isinstance(listed, list) else ():
        if isinstance(each, dict):
            yield each, (*keypath, number)
            yield from _walk(each.get("children"), (*keypath, number, "children"))


def _find_file(folder: str, names: Names, written: str) -> str:
    """The file that an entry names, whose ending may be left out; as written where there is none."""
    path = join(folder, written.lstrip("/")) or ""
    forms = (path, *(f"{path}{ending}" for ending in (*ENDINGS, *map(str.upper, ENDINGS))))
    return next((form for form in forms if form in names.files), path)


def _match(folder: str, names: Names, pattern: str) -> list[str]:
    inner = [path for path in names.below(folder) if path.lower().endswith(ENDINGS)]
    return [path for glob in compile_sound([pattern.removeprefix("./")]) for path in inner if glob(below(path, folder))]


def _is_left_out(inner: str, globs: Sequence[Glob]) -> bool:
    return any(glob(each) for each in (inner, *(folder for folder in ancestors(inner) if folder)) for glob in globs)


def list_implicit(folder: str, names: Names, excluded: Sequence[str], config: str) -> list[Entry]:
    """All files below the folder that may be pages, the home page first: those of a folder before its folders; but
    hidden ones, and those of other projects."""
    globs = tuple(compile_sound(excluded))
    others = [parent(path) for path in names.named(config) if path != join(folder, config)]
    others = [each for each in others if within(each, folder) and each != folder]
    paths = [
        path
        for path in names.files
        if within(path, folder)
        and _may_be_page(below(path, folder))
        and not any(within(path, each) for each in others)
        and not _is_left_out(below(path, folder), globs)
    ]
    paths.sort(key=lambda path: _rank_tree(below(path, folder)))
    home = _find_home(paths, folder)
    return [Entry(path, "", "", (), False) for path in sorted(paths, key=lambda path: path != home)]


def _may_be_page(inner: str) -> bool:
    is_shown = not any(part[:1] == "." or part in LEFT_OUT for part in inner.split("/"))
    return is_shown and inner.lower().endswith(ENDINGS)


def _find_home(paths: Sequence[str], folder: str) -> str:
    for ending in (".md", ".tex", ".ipynb", ".myst.json"):
        for index in INDEXES:
            for path in paths:
                if parent(path) == folder and name(path).lower() == index + ending:
                    return path
    return next((path for ending in ENDINGS[::2] + ENDINGS[1::2] for path in paths if path.endswith(ending)), "")


def _rank_tree(inner: str) -> list[tuple[int, Any]]:
    *folders, last = inner.split("/")
    return [*((1, _rank(each)) for each in folders), (0, _rank_name(last))]


def _rank_path(path: str) -> tuple[Any, ...]:
    return (_rank(parent(path)), _rank_name(name(path)))


def _rank_name(last: str) -> tuple[bool, Any]:
    return last not in INDEX_NAMES, _rank(last)


def _rank(text: str) -> list[tuple[int, int, str]]:
    """As JavaScript compares texts by ``localeCompare`` with numbers as such and without punctuation, nearly."""
    bare = re.sub(r"[^\w/]|_", "", text.casefold())
    parts = re.findall(r"\d+|\D+", bare)
    return [(0, int(each[:18]), "") if each.isdecimal() else (1, 0, each) for each in parts]


def make_slugs(folder: str, paths: Sequence[str], has_folders: bool) -> dict[str, str]:
    """Path → its name in addresses, ``.`` between the folders; later ones of the same name are numbered."""
    counts: dict[str, int] = {}
    found: dict[str, str] = {}
    for path in paths:
        last = name(path)
        stem = next((last[: -len(ending)] for ending in ENDINGS if last.endswith(ending)), last.rpartition(".")[0])
        slug = make_slug(stem)
        if has_folders and within(path, folder):
            slug = ".".join([*(make_slug(each) for each in below(path, folder).split("/")[:-1]), slug])
        is_index = slug.endswith(INDEX)
        key = slug.removesuffix(INDEX) if is_index else slug
        number = counts.get(key, 0)
        counts[key] = number + 1
        found[path] = f"{key}-{number}{INDEX if is_index else ''}" if number else slug
    return found


def make_slug(text: str) -> str:
    """A file's or folder's name in addresses, without the numbers that sort it."""
    bare = text if YEAR.match(text) else NUMBER.sub("", text, count=1) if NUMBER.match(text) else text
    plain = SIGNS.sub("-", (bare or text).replace("&", " and ").lower()).strip("-")
    return plain[:LONGEST]


def make_url(slug: str) -> str:
    """The address of a page with that name."""
    return "/" + slug.removesuffix(INDEX).replace(".", "/")
