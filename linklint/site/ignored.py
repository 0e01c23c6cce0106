"""Pages that a build makes into a place which git ignores: that no file is there says nothing about a link to them.

Only plain names of ``.gitignore`` files are read, no patterns (https://git-scm.com/docs/gitignore).
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from linklint.model.files import Names
from linklint.site.paths import ancestors, extension, join, name, parent
from linklint.site.profile import Mount, Read
from linklint.site.profiles.conventions import is_set_aside

PAGES = frozenset({"md", "mdx", "markdown", "html", "htm"})
HOMES = ("", "content", "src/content/docs", "src/pages", "static", "public")  # below a site's folder
MOST_FILES = 100
MOST_NAMES = 1000
LARGEST = 100_000  # bytes of one file


def find_ignored(names: Names, read: Read) -> frozenset[str]:
    """Paths of files and folders that git ignores and that are not here. A name without a slash counts only below the
    top, where it names something beside its ``.gitignore``."""
    found: set[str] = set()
    files = [path for path in names.files if name(path) == ".gitignore" and not is_set_aside(path, names)]
    for path in files[:MOST_FILES]:
        text = (read(path) or b"")[:LARGEST].decode("utf-8", "replace")
        found.update(_names(text, parent(path)))
    return frozenset(sorted(each for each in found if each not in names and each not in names.directories)[:MOST_NAMES])


def _names(text: str, folder: str) -> Iterator[str]:
    for line in text.splitlines():
        written = line.strip().removesuffix("/**").removesuffix("/*")
        bare = written.rstrip("/")
        if not bare.strip("/") or written.startswith(("#", "!")) or any(mark in bare for mark in "*?[\\"):
            continue
        if "/" in bare or folder:
            path = join(folder, bare.lstrip("/"))
            if path:
                yield path


def explain_ignored(ignored: frozenset[str], root: str, url: str) -> str | None:
    """Why an address, or a repository path with a slash before it, may exist all the same, in the site whose folder is
    ``root``. A page's address is compared with the ends of ignored names, as it begins in a folder of its framework's
    choice."""
    path = url.strip("/")
    if not path:
        return None
    places = [path, *(join(root, f"{home}/{path}") or "" for home in HOMES)]
    folders = {each for place in places for each in (place, *ancestors(place))}
    found = sorted(folders.intersection(ignored)) or sorted(
        each for each in ignored if extension(each) in PAGES and _address(each).endswith(f"/{path}")
    )
    return f"git ignores {found[0]}, which a build may make" if found else None


def _address(file: str) -> str:
    return "/" + file.rpartition(".")[0].removesuffix("/index")


def with_ignored(mount: Mount, ignored: frozenset[str]) -> Mount:
    """The mount, which knows of what git ignores."""
    if not ignored:
        return mount
    own, learn = mount.opaque, mount.learn
    return msgspec.structs.replace(
        mount,
        opaque=lambda url: own(url) or explain_ignored(ignored, mount.root, url),
        learn=(lambda documents: with_ignored(learn(documents), ignored)) if learn else None,
    )
