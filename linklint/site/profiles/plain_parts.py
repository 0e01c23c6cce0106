"""Markdown that a program puts together, with no word of it here but its links. Into the page of the folder above:
what those in ``entry/practice/ann.md`` name lies in ``entry/``, beside the page ``entry/index.md``. Or the files of a
folder into one page: ``#install`` is a heading of another file there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from linklint.model.document import Document
from linklint.model.files import Names
from linklint.site.destination import Destination, read_destination
from linklint.site.fragments import github_fragments
from linklint.site.paths import join, name, parent
from linklint.site.profiles.plain_by_name import MARKDOWN
from linklint.site.profiles.plain_names import exists

SEVERAL = 5
"""Folders of one name, at least, that hold such parts."""
ENOUGH = 10
FEW_PARTS = 3
TO_ONE = 5
"""So many links that name what lies above, and so many for one that names what lies beside the part."""
INDEXES = ("index.md", "README.md", "readme.md")


def find_parts(documents: Mapping[str, Document], names: Names) -> frozenset[str]:
    """The names of the folders that hold parts."""
    found = set()
    for folder, paths in _find_candidates(names).items():
        above = beside = 0
        for path in paths:
            for link in documents[path].links if path in documents else ():
                to = read_destination(link.href)
                if to.kind != "internal" or to.absolute or not to.path or to.path.startswith("../"):
                    continue
                beside += exists(join(parent(path), to.path), names)
                above += exists(name_above(path, to), names)
        if above >= ENOUGH and above >= TO_ONE * beside:
            found.add(folder)
    return frozenset(found)


def find_together(documents: Mapping[str, Document]) -> frozenset[str]:
    """The folders whose files are parts of one page: nearly none begins as a page does, and several fragments that
    files name in themselves are ids of others there."""
    by_folder: dict[str, list[str]] = defaultdict(list)
    headed: dict[str, int] = defaultdict(int)
    for path, document in documents.items():
        by_folder[parent(path)].append(path)
        headed[parent(path)] += document.title is not None
    return frozenset(
        folder
        for folder, paths in by_folder.items()
        if len(paths) >= FEW_PARTS and headed[folder] * TO_ONE <= len(paths)
        if _name_each_other([documents[path] for path in paths])
    )


def _name_each_other(documents: Sequence[Document]) -> bool:
    asked = [{link.href[1:] for link in document.links if link.href[:1] == "#"} for document in documents]
    if sum(map(len, asked)) < ENOUGH:
        return False
    ids = [github_fragments([document]) or frozenset() for document in documents]
    every = frozenset().union(*ids)
    lost = [(wanted & every) - own for wanted, own in zip(asked, ids, strict=True)]
    return len(frozenset().union(*lost)) >= SEVERAL and sum(map(bool, lost)) > 1


def name_above(path: str, destination: Destination) -> str:
    """What the destination in a part names from the page of the folder above."""
    return join(parent(parent(path)), destination.path) or ""


@lru_cache(maxsize=4)
def _find_candidates(names: Names) -> Mapping[str, Sequence[str]]:
    """Name of a folder → the Markdown in the folders of that name, where several lie beside an index and hold none."""
    by_folder: dict[str, list[str]] = defaultdict(list)
    for path in names.ending(*MARKDOWN):
        by_folder[parent(path)].append(path)
    found: dict[str, list[str]] = defaultdict(list)
    count: dict[str, int] = defaultdict(int)
    for folder, paths in by_folder.items():
        indexes = (f"{parent(folder)}/{index}".lstrip("/") for index in INDEXES)
        if "/" in folder and any(index in names.files for index in indexes):
            has_own = any(f"{folder}/{index}" in names.files for index in INDEXES)
            count[name(folder)] += -1 if has_own else 1
            found[name(folder)].extend(paths)
    return {folder: paths for folder, paths in found.items() if count[folder] >= SEVERAL}
