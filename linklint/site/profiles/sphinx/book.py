"""Jupyter Book 1: Sphinx with a config and a table of contents in YAML (https://jupyterbook.org/v1/structure/toc.html).

``jupyter-book config sphinx`` prints the ``conf.py`` that it makes of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from linklint.data.python import Program
from linklint.data.text import TextLines
from linklint.data.tree import KeyPath, Tree
from linklint.model.document import WrittenLink
from linklint.model.files import Names
from linklint.model.glob import compile_sound
from linklint.model.place import Location, pack_spans
from linklint.site.paths import below, extension, join
from linklint.site.profile import NavigationLink, Read
from linklint.site.profiles.manifests import get_table
from linklint.site.profiles.trees import is_broken, read_tree

BOOK = "_config.yml"
CONTENTS = "_toc.yml"
FORMATS = frozenset({"jb-book", "jb-article"})
WORDS = re.compile(rb"^format:[ \t]*['\"]?jb-", re.MULTILINE)
HOME = re.compile(r"^root:[ \t]*['\"]?([^\s'\"#]+)", re.MULTILINE)
INNER = ("parts", "chapters", "subtrees", "sections", "entries")
EXTENSIONS = ("myst_nb", "sphinx.ext.intersphinx", "sphinx_design", "sphinx_copybutton", "sphinx_togglebutton")
SYNTAX = ("colon_fence", "dollarmath", "linkify", "substitution", "tasklist")
EXCLUDED = ("_build", "Thumbs.db", ".DS_Store", "**.ipynb_checkpoints")


def read_file(path: str, names: Names, read: Read) -> Tree | None:
    """A file of YAML that holds a table; None where there is none."""
    tree = read_tree(path, read, lax=True) if path in names.files else None
    return tree if tree is not None and isinstance(tree.value, dict) else None


def read_contents(folder: str, names: Names, read: Read) -> Tree | None:
    """The table of contents of a book; None where it is none. Of one that cannot be read, as far as the home page."""
    path = join(folder, CONTENTS) or ""
    tree = read_file(path, names, read)
    if path in names.files and tree is None and is_broken(path, read, WORDS):
        return _read_home(path, (read(path) or b"").decode("utf-8", "replace"))
    is_book = tree is not None and tree.value.get("format") in FORMATS and isinstance(tree.value.get("root"), str)
    return tree if is_book else None


def _read_home(path: str, text: str) -> Tree | None:
    """What a table of contents says of the home page, in a line of its own."""
    lines, said = TextLines(text), HOME.search(text)
    if said is None:
        return None
    place = Location(path, *lines.position(said.start(1)), *lines.position(said.end(1)))
    return Tree({"format": "jb-book", "root": said[1]}, path, lines.lines, {("root",): place})


def read_book(folder: str, names: Names, read: Read) -> Program | None:
    """What ``conf.py`` would say; None where it is no book."""
    contents = read_contents(folder, names, read)
    if contents is None:
        return None
    tree = read_file(join(folder, BOOK) or "", names, read)
    said = tree.value if tree is not None else {}
    sphinx, parse, html = (get_table(said, key) for key in ("sphinx", "parse", "html"))
    more, excluded = sphinx.get("extra_extensions"), said.get("exclude_patterns")
    values: dict[str, Any] = {
        "extensions": [*EXTENSIONS, *(more if isinstance(more, list) else []), *get_table(sphinx, "local_extensions")],
        "exclude_patterns": [*EXCLUDED, *(excluded if isinstance(excluded, list) else [])],
        "html_baseurl": html.get("baseurl"),
        "html_static_path": ["_static"],
        "myst_enable_extensions": list(SYNTAX),
        **parse,
        **get_table(sphinx, "config"),
        "root_doc": _drop_ending(contents.value["root"]),
    }
    if said.get("only_build_toc_files") is True and not any("*" in each for _, each, _ in walk(contents)):
        values["listed"] = [_drop_ending(each) for _, each, _ in walk(contents)]
    return Program(values)


def _drop_ending(path: str) -> str:
    return path.rpartition(".")[0] if extension(path) in ("md", "rst", "ipynb", "txt") else path


def walk(tree: Tree) -> Iterator[tuple[KeyPath, str, str]]:
    """Key path, name or pattern of a document or address, and title of each entry, the home page first."""
    yield ("root",), tree.value["root"], ""
    yield from _walk_entry((), tree.value)


def _walk_entry(keypath: KeyPath, value: Mapping[str, Any]) -> Iterator[tuple[KeyPath, str, str]]:
    title = value.get("title")
    for key in ("file", "glob", "url"):
        if isinstance(value.get(key), str):
            yield (*keypath, key), value[key], title if isinstance(title, str) else ""
    for key in INNER:
        inner = value.get(key)
        for number, each in enumerate(inner) if isinstance(inner, list) else ():
            if isinstance(each, dict):
                yield from _walk_entry((*keypath, key, number), each)


def navigate(folder: str, names: Names, read: Read) -> Iterator[NavigationLink]:
    """The links of the sidebar."""
    tree = read_contents(folder, names, read)
    if tree is None:
        return
    for keypath, href, title in walk(tree):
        for each in _expand(folder, names, href) if keypath[-1] == "glob" else [href]:
            written = WrittenLink("nav", "a", each, href, title or each, pack_spans(tree.span(keypath)))
            yield NavigationLink(tree.path, written, each, titled=not title)


def _expand(folder: str, names: Names, pattern: str) -> list[str]:
    """The documents that a pattern stands for."""
    inner = [below(path, folder) for path in names.below(folder)]
    return [path for glob in compile_sound([pattern]) for path in inner if glob(_drop_ending(path))]
