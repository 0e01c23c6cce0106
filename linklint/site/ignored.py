"""Pages that a build makes into a place which git ignores: that no file is there says nothing about a link to them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property, lru_cache

import msgspec

from linklint.model.files import Names
from linklint.site.ignore_patterns import Patterns, compile_patterns
from linklint.site.paths import ancestors, below, extension, join, name, parent, within
from linklint.site.profile import Lookup, Mount, Read, change_for_good
from linklint.site.profiles.conventions import TEMPLATE_FOLDERS, is_set_aside

SOURCES = (".md", ".mdx", "/index.md", "/index.mdx", "/_index.md")
"""What is added to an address without an ending to name the file that it may be made of."""
HOMES = (
    "", "content", "docs", "pages", "public", "source", "src", "src/content", "src/content/docs", "src/pages", "static",
)  # fmt: skip
WRITTEN = frozenset({"adoc", "html", "markdown", "md", "mdx", "njk", "rst", "yml"})
AS_THEY_ARE = frozenset({"plain", "html"})
MANY = 8
"""Folders that an address may begin in. Where there are more, it names none of them."""
MOST_FILES = 500
LARGEST = 100_000  # bytes of one file


class Ignored:
    """What git ignores. ``texts``: folder with a ``.gitignore`` → what it says."""

    def __init__(self, texts: Mapping[str, str], names: Names) -> None:
        self._texts = texts
        self._patterns = {folder: compile_patterns(text) for folder, text in texts.items()}
        self._names = names

    def find(self, mount: Mount, lookup: Lookup) -> str | None:
        """The ignored file that an address of the site, or a path, may stand for. Where nothing is built, addresses are
        paths."""
        named = lookup.path.strip("/")
        if not named or ".." in named.split("/"):
            return None
        built, found = mount.framework not in AS_THEY_ARE, list(name_sources(named))
        if built and lookup.kind != "file":  # an address is made of what the site has, not of what its words name
            found = [path for path in found if within(path, mount.root) or mount.dialect(path) is not None]
            found += find_files(mount.root, named, self._folders)
        taken = next((path for path in found if self._takes(path, ancestors(path))), None)
        if taken is None and built and named == named.lower():
            return next((path for path in found if _takes(self._lower, path.lower(), ancestors(path.lower()))), None)
        return taken

    @cached_property
    def _lower(self) -> dict[str, Patterns]:
        """The patterns in lower case, as addresses often are when the files that they are made of are not."""
        return {folder.lower(): compile_patterns(text.lower()) for folder, text in self._texts.items()}

    @cached_property
    def _folders(self) -> Folders:
        """Those where somebody writes: what is ignored whole is what a build makes of everything."""
        every = self._names.directories
        written = self._names.ending(*WRITTEN)
        # The folders of templates are often named as those of the pages that they show.
        pages = {each for path in written if TEMPLATE_FOLDERS.isdisjoint(path.split("/")) for each in ancestors(path)}
        return Folders([each for each in every if not self._takes(f"{each}/page.md", ancestors(each))], pages)

    def _takes(self, path: str, folders: Iterable[str]) -> bool:
        return _takes(self._patterns, path, folders)


def _takes(patterns: Mapping[str, Patterns], path: str, folders: Iterable[str]) -> bool:
    return any(folder in patterns and patterns[folder](below(path, folder)) for folder in folders)


class Folders:
    """The folders of a repository, those that hold pages by their last name too: pictures lie in folders of the same
    names."""

    def __init__(self, folders: Collection[str], pages: AbstractSet[str] = frozenset()) -> None:
        self._all = folders
        self._by_name: dict[str, list[str]] = {}
        for folder in sorted(pages & set(folders)):
            self._by_name.setdefault(folder.rpartition("/")[2], []).append(folder)

    def ending_in(self, root: str, tail: str) -> list[str]:
        """The folders below ``root`` whose path ends in ``tail``; for an empty tail, those that sites keep their
        contents in."""
        if not tail:
            return [path for home in HOMES if (path := join(root, home)) is not None and path in self._all]
        named = self._by_name.get(tail.rpartition("/")[2], [])
        return [path for path in named if within(path, root) and f"/{path}".endswith(f"/{tail}")]


def find_ignored(names: Names, read: Read) -> Ignored | None:
    """What the ``.gitignore`` files of the repository say; None where there are none."""
    files = [path for path in names.named(".gitignore") if not is_set_aside(path, names)]
    files.sort(key=lambda path: (path.count("/"), path))
    texts = {parent(path): (read(path) or b"")[:LARGEST].decode("utf-8", "replace") for path in files[:MOST_FILES]}
    return Ignored(texts, names) if texts else None


def find_files(root: str, address: str, folders: Folders) -> Iterator[str]:
    """The files that an address may be made of: it begins in the folder of whose path it repeats most."""
    segments = address.split("/")
    for count in range(len(segments) - 1, -1, -1):
        found = folders.ending_in(root, "/".join(segments[:count]))
        if found and len(found) <= MANY:
            for folder in found:
                yield from name_sources(join(folder, "/".join(segments[count:])) or "")
            return


def name_sources(path: str) -> Iterator[str]:
    """The path, and those of the files that an address of this name may be made of."""
    yield path
    stem = path.removesuffix(".html")
    if not extension(stem):
        for ending in SOURCES:
            yield stem + ending
        for ending in SOURCES[:2]:  # what a script writes is often named so that people let it be
            yield join(parent(stem), f"_{name(stem)}{ending}") or ""


def with_ignored(mount: Mount, ignored: Ignored | None) -> Mount:
    """The mount, which knows of what git ignores."""
    if ignored is None:
        return mount

    @lru_cache(maxsize=4096)
    def explain(lookup: Lookup) -> str | None:
        path = ignored.find(mount, lookup)
        return f"git ignores {path}, which a build may make" if path else None

    return change_for_good(mount, lambda bare: msgspec.structs.replace(bare, ignored=explain))


def with_texts(mount: Mount) -> Mount:
    """The mount, in which the Markdown beside a page is there for the reason that the page may be there."""

    def change(bare: Mount) -> Mount:
        def explain(lookup: Lookup) -> str | None:
            page = lookup._replace(path=lookup.path.removesuffix(".md"))
            return bare.ignored(lookup) or (bare.explain(page) if page != lookup else None)

        return msgspec.structs.replace(bare, ignored=explain)

    return change_for_good(mount, change)
