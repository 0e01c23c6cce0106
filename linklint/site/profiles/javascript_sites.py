"""What the frameworks whose config is JavaScript have in common: finding their sites, and reading config values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from linklint.data.javascript import UNKNOWN, Call, Function
from linklint.model.document import Document, WrittenLink
from linklint.model.files import Names
from linklint.model.place import Location, pack_spans, to_span
from linklint.site.destination import read_destination
from linklint.site.page_names import are_sure
from linklint.site.paths import ancestors, extension, join, parent
from linklint.site.profile import NavigationLink
from linklint.site.profiles.conventions import is_example, is_set_aside
from linklint.site.profiles.manifests import find_version, get_table, get_text, has_package, read_json

__all__ = [
    "find_config_folders",
    "find_twin",
    "find_version",
    "get_list",
    "get_table",
    "get_text",
    "has_package",
    "names_files",
    "read_json",
    "read_path",
    "write_menu_link",
]  # fmt: skip
MARKDOWN = frozenset({"md", "mdx", "markdown"})
MANY = 20
SURE = 9
"""Of so many links that name what is here, one may name what is not."""
CONFIG_ENDINGS = (".js", ".mjs", ".cjs", ".ts", ".mts", ".cts")


def find_config_folders(names: Names, stem: str) -> list[tuple[str, str]]:
    """Folder and path of every config named ``stem`` plus an ending of JavaScript or TypeScript, nested sites and those
    of tests and examples left out, and what a site shows as a text: a config in one of its folders that holds files
    alone."""
    found: dict[str, str] = {}
    for path in names.named(*(stem + ending for ending in CONFIG_ENDINGS)):
        if names.files[path].present and not is_example(path) and not is_set_aside(path, names):
            found.setdefault(parent(path), path)
    inner = [folder for folder in found if any(each in found for each in ancestors(folder))]
    texts = {folder for folder in inner if all(parent(each) != folder for each in names.directories)}
    return sorted((folder, path) for folder, path in found.items() if folder not in texts)


def get_list(table: Any, key: str) -> Sequence[Any]:
    """An inner list, empty where there is none. A function stands for what it returns."""
    value = table.get(key) if isinstance(table, Mapping) else None
    if isinstance(value, Function):
        value = value.result
    return value if isinstance(value, list) else []


def write_menu_link(location: Location, href: str, written: str, text: Any, *, titled: bool = True) -> NavigationLink:
    """An entry of a menu in a config. ``text``: something else than a text where code makes it, None or empty where
    none is written. ``titled``: the theme then shows the title of the page."""
    label = text if isinstance(text, str) else ""
    is_made = text is not None and not isinstance(text, str)
    is_titled = titled and not label and not is_made
    shown, spans = href if is_titled else label, pack_spans(to_span(location))
    link = WrittenLink("inline", "a", href, written, shown, spans, made=is_made)
    return NavigationLink(location.path, link, href, titled=is_titled)


def read_path(value: Any, root: str) -> str | None:
    """The repository path that a config value names: a text, or ``path.resolve(__dirname, "x")`` and its kin; None
    where that cannot be known, or lies outside the repository."""
    if isinstance(value, str):
        return join(root, value)
    if isinstance(value, Call) and value.name.rpartition(".")[2] in ("resolve", "join", "URL", "fileURLToPath"):
        parts = [part for part in value.arguments if part is not UNKNOWN]
        if parts and isinstance(parts[0], Call):
            return read_path(parts[0], root)
        if parts and all(isinstance(part, str) for part in parts):
            return join(root, "/".join(parts))
    if isinstance(value, Call) and value.name.rpartition(".")[2] == "relative" and len(value.arguments) == 2:
        start, path = value.arguments  # from the folder of the config
        return join(root, path) if start is UNKNOWN and isinstance(path, str) else None
    if isinstance(value, Call) and value.name == "new URL" and isinstance(value.arguments[0], str):
        return join(root, value.arguments[0])
    return None


def find_twin(path: str) -> str:
    """The same file with the other ending of Markdown, as plugins take ``a.md`` for a page in ``a.mdx``."""
    return path.removesuffix("x") if path.endswith(".mdx") else path.removesuffix(".md") + ".mdx"


def names_files(documents: Mapping[str, Document], names: Names, *, twins: bool = False) -> bool:
    """Whether nearly all relative links to Markdown, many of them, name files that are here, or ``twins`` of these."""
    found = lost = 0
    for path, document in documents.items():
        for link in document.links:
            if ".m" not in link.href.lower() and "%" not in link.href:
                continue  # told without reading the destination
            to = read_destination(link.href)
            if to.kind == "internal" and extension(to.path) in MARKDOWN and not to.absolute and link.syntax != "html":
                file = join(parent(path), to.path)
                is_here = file in names.files or (twins and find_twin(file or "") in names.files)
                found, lost = found + is_here, lost + (not is_here)
    return are_sure(found, lost, enough=MANY, to_one=SURE)
