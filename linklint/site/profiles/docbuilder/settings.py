"""What ``_toctree.yml``, ``_redirects.yml`` and the workflows that build the site say, as far as it decides about links
(https://github.com/huggingface/doc-builder#templates-for-github-actions)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, NamedTuple

from linklint.data.tree import KeyPath, Tree
from linklint.model.files import Names
from linklint.site.languages import LANGUAGE
from linklint.site.paths import extension, join, name, parent
from linklint.site.profile import Read
from linklint.site.profiles.manifests import get_table
from linklint.site.profiles.trees import read_tree

CONTENTS = "_toctree.yml"
REDIRECTS = "_redirects.yml"
MAIN = "en"
"""The language that is shown where an address names none."""
STEP = re.compile(r"^[ \t]*with:[ \t]*\n((?:[ \t]+.*\n?|[ \t]*\n)+)", re.MULTILINE)
INPUT = re.compile(
    r"^[ \t]*(package|package_name|path_to_docs):[ \t]*[\"']?([\w.\-/]+)[\"']?[ \t]*(?:#.*)?$", re.MULTILINE
)


class Entry(NamedTuple):
    """An entry of a table of contents. ``local``: the path of a page, from the folder, without its ending.
    ``renamed``: the address that it gets instead."""

    local: str
    title: str
    keypath: KeyPath
    renamed: str


class Docs(NamedTuple):
    """One table of contents. ``folder``: where it lies, and the pages. ``base``: the folder that addresses begin in,
    behind the language: the one above where each language has its own. ``entries``: in their order. ``moved``: old
    address → new. ``packages``: name in addresses → base."""

    folder: str
    base: str
    tree: Tree
    entries: tuple[Entry, ...]
    moved: Mapping[str, str]
    packages: Mapping[str, str]

    @property
    def language(self) -> str:
        """That of all pages; empty where none is said."""
        return name(self.folder) if self.base != self.folder else ""


def read_docs(folder: str, names: Names, read: Read) -> Docs | None:
    """What is said of the folder; None where its file is no table of contents."""
    tree = read_tree(join(folder, CONTENTS) or "", read, lax=True)
    entries = tuple(_walk(tree.value, ())) if tree is not None and isinstance(tree.value, list) else ()
    if tree is None or not entries:
        return None
    said = read_tree(join(folder, REDIRECTS) or "", read, lax=True)
    moved = said.value if said is not None and isinstance(said.value, dict) else {}
    return Docs(
        folder,
        find_base(folder, names),
        tree,
        entries,
        {old.strip("/"): new.strip("/") for old, new in moved.items() if isinstance(new, str)},
        find_packages(names, read),
    )


def _walk(listed: Any, keypath: KeyPath) -> Iterator[Entry]:
    """``local_fw``: the pages of one entry for several frameworks."""
    for number, each in enumerate(listed) if isinstance(listed, list) else ():
        if not isinstance(each, dict):
            continue
        place, title, renamed = (*keypath, number), each.get("title"), each.get("newlocal")
        others = get_table(each, "local_fw")
        named = [((*place, "local"), each.get("local"))]
        named += [((*place, "local_fw", key), value) for key, value in others.items()]
        for where, local in named:
            if isinstance(local, str) and local.strip("/"):
                text = title if isinstance(title, str) else ""
                yield Entry(local.strip("/"), text, where, renamed if isinstance(renamed, str) else "")
        yield from _walk(each.get("sections"), (*place, "sections"))


def find_base(folder: str, names: Names) -> str:
    """The folder above, where the folder is one of a language: the main one, or beside others that are."""
    above = parent(folder)
    if not folder or not LANGUAGE.fullmatch(name(folder)):
        return folder
    beside = (name(each) for each in names.directories if each != folder and parent(each) == above)
    others = [each for each in beside if f"{join(above, each)}/{CONTENTS}" in names.files]
    return above if name(folder) == MAIN or any(map(LANGUAGE.fullmatch, others)) else folder


@lru_cache(maxsize=4)
def _list_workflows(names: Names) -> tuple[str, ...]:
    """The workflows."""
    return tuple(
        path
        for path in names.below(".github/workflows")
        if parent(path) == ".github/workflows" and extension(path) in ("yml", "yaml")
    )


def find_packages(names: Names, read: Read) -> dict[str, str]:
    """What the workflows that build documentation call it in addresses, and the folder of each."""
    found: dict[str, str] = {}
    for path in _list_workflows(names):
        text = (read(path) or b"").decode("utf-8", "replace")
        for step in STEP.findall(text) if "doc-builder" in text else ():
            inputs: dict[str, str] = dict(INPUT.findall(step))
            package = inputs.get("package", "")
            # The path begins with the folder that the repository is cloned into.
            folder = inputs.get("path_to_docs", f"{package}/docs/source").partition("/")[2].strip("/")
            if package and folder in names.directories:
                found.setdefault(inputs.get("package_name", package), folder)
    return found
