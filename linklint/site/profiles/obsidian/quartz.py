"""Vaults that Quartz publishes (https://quartz.jzhao.xyz): the notes in ``content`` beside its config. Folders and tags
have pages of their own (``FolderPage``, ``TagPage``), and addresses are paths with hyphens for blanks (``sluggify`` in
quartz/util/path.ts). What else lies there is Quartz itself, its documentation in ``docs`` too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, partial
from itertools import islice

import msgspec

from linklint.model.document import Document
from linklint.model.files import Names, fold
from linklint.model.site import Page
from linklint.site.destination import Destination
from linklint.site.paths import ancestors, below, extension, join, parent, within
from linklint.site.profile import Lookup, Mount, Read, Standing

CONFIGS = frozenset({"quartz.config.ts", "quartz.config.js", "quartz.config.yaml"})
CONTENT = "content"
LAYOUT = "quartz.layout.ts"
# What makes a list of the notes of every folder: pages of the folders, or the tree beside each page.
LISTS = re.compile(r"^(?![ \t]*//).*\b(?:FolderPage|Explorer)\b", re.MULTILINE)
TAGS = "tags"
ALIASES = ("aliases", "alias", "permalink")


@lru_cache(maxsize=4)  # each vault asks
def find_gardens(names: Names) -> Mapping[str, str]:
    """Folder of notes → the config of Quartz beside it."""
    configs = names.named(*CONFIGS)
    found = {join(parent(path), CONTENT) or "": path for path in configs}
    return {folder: path for folder, path in found.items() if folder in names.directories}


def lists_folders(config: str, names: Names, read: Read) -> bool:
    """Whether the config or the layout beside it have Quartz list the notes of every folder."""
    paths = (path for path in (config, join(parent(config), LAYOUT) or "") if path in names.files)
    return any(LISTS.search((read(path) or b"").decode("utf-8", "replace")) for path in paths)


def _list_all(mount: Mount, in_folders: bool, pages: Sequence[Page]) -> Iterator[tuple[str, str]]:
    """What ``mount`` lists, a tag's page from the notes that have it, and with ``in_folders`` the notes of all folders,
    from the home page."""
    if mount.listings is not None:
        yield from mount.listings(pages)
    own = {fold(below(page.path, mount.root).removesuffix(".md")): page.path for page in pages}
    for page in pages:
        said = (page.document.front_matter or {}).get(TAGS)
        for tag in said if isinstance(said, list) else str(said or "").replace(",", " ").split():
            path = own.get(fold(f"{TAGS}/{tag}"))
            if path is not None and path != page.path:
                yield page.path, path
    if in_folders:
        for home in islice(mount.roots(pages), 1):
            yield from ((home, page.path) for page in pages if parent(page.path) != mount.root)


def with_quartz(mount: Mount, names: Names, in_folders: bool, documents: Mapping[str, Document]) -> Mount:
    """The mount, with addresses and lists as Quartz makes them. ``in_folders``: as ``lists_folders`` tells."""
    root, find = mount.root, mount.lookups
    pages = {fold(each): path for path, document in documents.items() for each in _list_slugs(root, path, document)}
    folders = {fold(slug(below(each, root))): each for each in names.directories if within(each, root)}

    def find_lookups(standing: Standing, destination: Destination) -> Sequence[Lookup]:
        found = find(standing, destination)
        if found[-1].kind != "missing":
            return found
        bare = slug(destination.path.strip("/").removesuffix(".md").removesuffix("/index"))
        beside = "" if destination.absolute else slug(below(parent(standing.file), root))
        climbed = join(beside, bare) if within(standing.file, root) else None
        for wanted in dict.fromkeys((climbed, bare)):
            if wanted is not None and fold(wanted) in pages:
                return [Lookup("file", pages[fold(wanted)])]
            if wanted and fold(wanted) in folders:
                return [Lookup("file", folders[fold(wanted)])]
        if bare.partition("/")[0] == "tags":
            return [Lookup("opaque", destination.path, "Quartz makes a page of every tag")]
        return [Lookup("file", join(root, climbed or bare) or "", found[-1].reason)]

    return msgspec.structs.replace(mount, lookups=find_lookups, listings=partial(_list_all, mount, in_folders))


def _list_slugs(root: str, path: str, document: Document) -> Iterator[str]:
    inner = below(path, root).removesuffix(f".{extension(path)}")
    yield slug("" if inner == "index" else inner.removesuffix("/index"))
    for key in ALIASES:
        said = (document.front_matter or {}).get(key)
        for each in said if isinstance(said, list) else [said]:
            if isinstance(each, str) and each.strip("/"):
                yield slug(each.strip("/"))
                yield slug(join(parent(inner), each.strip("/")) or "")


def slug(path: str) -> str:
    """The address of a path, without slashes around it."""
    words = path.replace("&", "-and-").replace("%", "-percent").replace("?", "").replace("#", "")
    return "-".join(words.split())


def is_of_quartz(folder: str, gardens: Mapping[str, str]) -> bool:
    """Whether the folder belongs to a copy of Quartz, rather than to its notes."""
    tops = {parent(config) for config in gardens.values()}
    return folder not in gardens and not tops.isdisjoint([folder, *ancestors(folder)])
