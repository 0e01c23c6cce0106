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


def explain_ignored(ignored: frozenset[str], url: str) -> str | None:
    """Why an address, or a repository path with a slash before it, may exist all the same. An address is compared with
    the ends of ignored names: where a site begins in its folder is its framework's matter."""
    path = url.strip("/")
    if not path:
        return None
    for each in (path, *ancestors(path)):
        if each in ignored:
            return f"git ignores {each}, which a build may make"
    places = {f"/{each}" for each in (path, *ancestors(path)) if each}
    for each in sorted(ignored):
        if extension(each) in PAGES:
            found = f"/{each.rpartition('.')[0]}".removesuffix("/index").endswith(f"/{path}")
        else:
            found = "/" in each and f"/{each}".endswith(tuple(places))
        if found:
            return f"git ignores {each}, which a build may make"
    return None


def with_ignored(mount: Mount, ignored: frozenset[str]) -> Mount:
    """The mount, which knows of what git ignores."""
    if not ignored:
        return mount
    own, learn = mount.opaque, mount.learn
    return msgspec.structs.replace(
        mount,
        opaque=lambda url: own(url) or explain_ignored(ignored, url),
        learn=(lambda documents: with_ignored(learn(documents), ignored)) if learn else None,
    )
