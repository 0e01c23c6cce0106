"""Jupyter Book 1: Sphinx with a config and a table of contents in YAML (https://jupyterbook.org/v1/structure/toc.html).

``jupyter-book config sphinx`` prints the ``conf.py`` that it makes of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from linklint.data.python import Program
from linklint.data.tree import KeyPath, Tree
from linklint.model.document import WrittenLink
from linklint.model.files import Names
from linklint.model.glob import compile_sound
from linklint.model.place import pack_spans
from linklint.site.paths import below, extension, join, within
from linklint.site.profile import NavigationLink, Read
from linklint.site.profiles.manifests import get_table
from linklint.site.profiles.trees import read_tree

BOOK = "_config.yml"
CONTENTS = "_toc.yml"
FORMATS = frozenset({"jb-book", "jb-article"})
INNER = ("parts", "chapters", "subtrees", "sections", "entries")
EXTENSIONS = ("myst_nb", "sphinx.ext.intersphinx", "sphinx_design", "sphinx_copybutton", "sphinx_togglebutton")
SYNTAX = ("colon_fence", "dollarmath", "linkify", "substitution", "tasklist")
EXCLUDED = ("_build", "Thumbs.db", ".DS_Store", "**.ipynb_checkpoints")


def read_file(path: str, names: Names, read: Read) -> Tree | None:
    """A file of YAML that holds a table; None where there is none."""
    tree = read_tree(path, read, lax=True) if path in names.files else None
    return tree if tree is not None and isinstance(tree.value, dict) else None


def read_contents(folder: str, names: Names, read: Read) -> Tree | None:
    """The table of contents of a book; None where it is none."""
    tree = read_file(join(folder, CONTENTS) or "", names, read)
    is_book = tree is not None and tree.value.get("format") in FORMATS and isinstance(tree.value.get("root"), str)
    return tree if is_book else None


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
    inner = [below(path, folder) for path in names.files if within(path, folder)]
    return [path for glob in compile_sound([pattern]) for path in inner if glob(_drop_ending(path))]
