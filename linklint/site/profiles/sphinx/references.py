"""Labels: the names of places, by which any page may lead to them
(https://www.sphinx-doc.org/en/master/usage/referencing.html#role-ref)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import NamedTuple
from urllib.parse import quote

from linklint.model.document import Document, Include
from linklint.model.files import Names
from linklint.site.glancing import glance
from linklint.site.paths import ancestors, below, join, parent, within
from linklint.site.profile import Read, Standing
from linklint.site.profiles.sphinx.settings import SphinxSettings
from linklint.source.restructured import find_labels
from linklint.source.slugs import docutils_id

BUILT_LABELS = frozenset({"genindex", "modindex", "py-modindex", "search"})
TARGET = re.compile(r"^[ \t]*\((?P<name>[^\s()]{1,100})\)=[ \t]*$", re.MULTILINE)
SCHEME = re.compile(r"[A-Za-z][\w+.\-]*:(?!//)")  # labels may look as if they had one
SCHEMES = ("project:", "path:")


class References(NamedTuple):
    """``labels``: label → path of its page. ``foreign``: those of sources that are not read, with their paths.
    ``own``: path → the labels and ids of that page. ``makes``: pages hold directives that may make places.
    ``named_as_files``: labels are named like files of Markdown, or may be: of pages that a program writes.
    ``folders``: those that hold sources."""

    labels: Mapping[str, str] = {}
    foreign: Mapping[str, str] = {}
    own: Mapping[str, frozenset[str]] = {}
    makes: bool = False
    named_as_files: bool = False
    folders: frozenset[str] = frozenset()


def normalise_name(text: str) -> str:
    """As docutils compares names of targets (``fully_normalize_name`` in ``docutils/nodes.py``)."""
    return " ".join(text.split()).lower()


def split_role(href: str) -> tuple[str, str]:
    """The role and the target of a destination that a role or a directive gave."""
    role, _, target = href.partition(":")
    return role, target


def find_labels_of(document: Document) -> frozenset[str]:
    """The labels that a page defines."""
    headings = [heading.id for heading in document.headings if heading.id]
    return frozenset(map(normalise_name, (*(element.id for element in document.ids), *headings)))


def learn_references(
    settings: SphinxSettings, names: Names, read: Read, documents: Mapping[str, Document]
) -> References:
    """The labels of all sources. Others than Markdown are only looked at for those that no Markdown defines."""
    labels: dict[str, str] = {}
    own: dict[str, frozenset[str]] = {}
    wanted: set[str] = set()
    makes = False
    for path in sorted(documents):
        document = documents[path]
        own[path] = find_labels_of(document)
        for label in own[path]:
            labels.setdefault(label, path)
        wanted.update(find_wanted(document))
        makes = makes or any(include.kind == "generator" for include in document.includes)
    missing = wanted - labels.keys()
    foreign = dict(_find_foreign(settings, names, read, missing)) if missing else {}
    listed = [(path, each) for path in documents for each in documents[path].includes if is_listed(each)]
    folders = find_folders(settings, names)
    named_as_files = any(label.endswith(".md") for label in labels) or any(
        is_unwritten(settings, folders, path, include) for path, include in listed
    )
    return References(labels, foreign, own, makes, named_as_files, folders)


def is_listed(include: Include) -> bool:
    """Whether it is an entry of a table of contents that names a folder."""
    return include.kind.startswith("toctree") and "/" in include.written and "://" not in include.written


def find_folders(settings: SphinxSettings, names: Names) -> frozenset[str]:
    """The folders that hold sources."""
    sources = (path for path in names.files if settings.find_name(path) is not None)
    return frozenset(folder for path in sources for folder in ancestors(path))


def is_unwritten(settings: SphinxSettings, folders: AbstractSet[str], path: str, include: Include) -> bool:
    """Whether a table of contents names a folder without sources, whose pages a program is to write."""
    start = settings.folder if include.written.startswith("/") else parent(path)
    folder = join(start, parent(include.written.lstrip("/")).partition("*")[0].rstrip("/"))
    return folder is not None and folder not in folders


def find_wanted(document: Document) -> Iterator[str]:
    """The labels that links of a page may name."""
    for link in document.links:
        href = link.href
        if link.syntax == "role":
            yield normalise_name(split_role(href)[1])
        elif "://" not in href:
            yield normalise_name(href.removeprefix("project:").removeprefix("#"))
    for include in document.includes:
        if include.kind.startswith("link "):
            yield normalise_name(include.written)


def _find_foreign(
    settings: SphinxSettings, names: Names, read: Read, wanted: AbstractSet[str]
) -> Iterator[tuple[str, str]]:
    for path, file in names.files.items():
        if file.kind != "file" or not within(path, settings.folder) or not path.endswith(settings.others):
            continue
        if settings.find_name(path) is None:
            continue
        what = list_notebook_labels if path.endswith(".ipynb") else list_labels
        for label in glance(read, path, what):
            if label in wanted:
                yield label, path


def list_labels(data: bytes) -> tuple[str, ...]:
    """The labels of a source in reStructuredText."""
    lines = data.decode("utf-8", "replace").splitlines()
    return tuple(normalise_name(label) for _, label in find_labels(lines))


def list_notebook_labels(data: bytes) -> tuple[str, ...]:
    """The labels of a notebook."""
    try:
        cells = json.loads(data).get("cells", ())
        texts = ["".join(cell.get("source", ())) for cell in cells if cell.get("cell_type") == "markdown"]
    except (ValueError, AttributeError, TypeError, RecursionError):
        return ()
    return tuple(normalise_name(match["name"]) for text in texts for match in TARGET.finditer(text))


def rewrite(settings: SphinxSettings, references: References, standing: Standing) -> str:
    """The destination as a path: of roles, their target; of a label of another page, that page and the place."""
    written = standing.written
    href = written.href
    if written.syntax == "role":
        role, target = split_role(href)
        if role in ("url", "download", "toctree") and ("://" in target or target.startswith("mailto:")):
            return target
        return target if role in ("url", "image") else quote(target, safe="/")
    if written.syntax in ("html", "jsx"):
        return href
    scheme = next((each for each in SCHEMES if href.startswith(each)), "")
    href = href[len(scheme) :]
    if SCHEME.match(href) and (label := normalise_name(href)) in references.labels:
        return _name(settings, references.labels[label]) + f"#{quote(docutils_id(label))}"
    if not href.startswith("#"):
        return href
    label = normalise_name(href[1:])
    if label in references.own.get(standing.page, ()):
        return f"#{quote(docutils_id(label) or label)}"
    if label in references.labels:
        return _name(settings, references.labels[label]) + f"#{quote(docutils_id(label))}"
    return _name(settings, references.foreign[label]) if label in references.foreign else href


def _name(settings: SphinxSettings, path: str) -> str:
    return "/" + quote(below(path, settings.folder), safe="/")
