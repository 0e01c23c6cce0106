"""Spaces of a repository: what ``.gitbook.yaml`` says, and the ``SUMMARY.md`` that lists the pages
(https://gitbook.com/docs/docs-as-code/git-sync/content-configuration)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from linklint.data.tree import Tree
from linklint.model.files import Names
from linklint.site.generators import generator_folders
from linklint.site.paths import ancestors, join, name, parent
from linklint.site.profile import Read
from linklint.site.profiles.conventions import is_example, is_set_aside
from linklint.site.profiles.manifests import get_text
from linklint.site.profiles.trees import read_tree

CONFIG = ".gitbook.yaml"
SUMMARY = "SUMMARY.md"
HEADING = b"# Table of contents"  # how GitBook begins the summaries that it writes


class Space(NamedTuple):
    """One space. ``root`` is its folder; ``readme`` and ``summary`` are repository paths (the summary may not exist:
    then the folders are the structure). ``tree`` is the config, ``url`` what linklint's config calls ours."""

    root: str
    readme: str
    summary: str
    tree: Tree | None = None
    url: str | None = None

    @property
    def redirects(self) -> Mapping[str, Any]:
        """Old address → file."""
        said = self.tree.value.get("redirects") if self.tree is not None else None
        return said if isinstance(said, dict) else {}


def find_spaces(names: Names, read: Read) -> list[tuple[str, str]]:
    """Root folder and reason of each space, sorted: folders with a config, and with a summary of GitBook's making."""
    found: dict[str, str] = {}
    # A config without a summary is what is left of a space where another generator builds the pages now.
    built = generator_folders(names, read, lambda path: name(path) != CONFIG and not is_example(path))
    for path in names.named(CONFIG, SUMMARY):
        if is_example(path) or is_set_aside(path, names):
            continue
        folder = parent(path)
        if name(path) == CONFIG:
            space = read_space(folder, names, read)
            is_alone = not built and not _has_summaries(names, folder)
            if space.tree is not None and (space.summary in names.files or (is_alone and not _is_moved(space))):
                found.setdefault(space.root, path)
        elif (
            name(path) == SUMMARY
            and not _is_book(names, folder)
            # Among the content of another generator, it is a page that was brought along from a book.
            and (built.isdisjoint(ancestors(folder)) or "content" not in folder.split("/"))
            and _is_ours(path, names, read)
        ):
            found.setdefault(folder, path)
    return sorted(found.items())


def _is_moved(space: Space) -> bool:
    """Whether the redirects lead to addresses, so that something else reads them than GitBook: its own name files
    (https://gitbook.com/docs/getting-started/git-sync/content-configuration#redirects)."""
    leading = [str(new).partition("#")[0] for new in space.redirects.values()]
    return 2 * sum(new.endswith(".html") for new in leading) > len(leading)


def read_space(folder: str, names: Names, read: Read, url: str | None = None) -> Space:
    """The space of the config in the folder, else of the folder itself. A config that cannot be read says nothing."""
    tree = _read_config(join(folder, CONFIG) or "", names, read)
    said: Mapping[str, Any] = tree.value if tree is not None else {}
    root = join(folder, get_text(said, "root")) if get_text(said, "root") else folder
    root = root if root is not None and root in names.directories else folder
    structure = said.get("structure")
    parts: Mapping[str, Any] = structure if isinstance(structure, dict) else {}
    readme = join(root, get_text(parts, "readme") or "README.md")
    summary = join(root, get_text(parts, "summary") or SUMMARY)
    return Space(root, readme or "README.md", summary or SUMMARY, tree, url)


def open_space(root: str, names: Names, read: Read, url: str | None) -> Space:
    """The space whose pages lie in the folder; its config may lie above."""
    for folder in [root, *ancestors(root)]:
        if (join(folder, CONFIG) or "") in names.files:
            space = read_space(folder, names, read, url)
            if space.root == root:
                return space
    return read_space(root, names, lambda path: None, url)


def _read_config(path: str, names: Names, read: Read) -> Tree | None:
    if path not in names.files:
        return None
    tree = read_tree(path, read, lax=True)
    return tree if tree is not None and isinstance(tree.value, dict) else Tree({}, path)


def _has_summaries(names: Names, folder: str) -> bool:
    """Whether spaces lie below: then the config is that of the whole site, and names them."""
    return any(name(path) == SUMMARY for path in names.below(folder))


def _is_ours(path: str, names: Names, read: Read) -> bool:
    return f"{parent(path)}/.gitbook".lstrip("/") in names.directories or (read(path) or b"").lstrip(
        b"\xef\xbb\xbf \r\n"
    ).startswith(HEADING)


def _is_book(names: Names, folder: str) -> bool:
    """Whether the summary is one of mdBook's, or of the GitBook that was a program (``book.json``)."""
    folders = (folder, parent(folder))
    return any((join(each, config) or "") in names.files for each in folders for config in ("book.toml", "book.json"))


def find_pages(names: Names, space: Space) -> Sequence[str]:
    """Markdown files of the space's folder, in order."""
    return [path for path in names.below(space.root) if path.endswith((".md", ".markdown"))]
