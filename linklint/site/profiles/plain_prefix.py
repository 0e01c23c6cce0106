"""Below which addresses a site shows Markdown of a repository, as its links tell where no config of one is here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from linklint.model.files import Names
from linklint.site.destination import Destination
from linklint.site.page_names import find_page_name
from linklint.site.paths import extension, join

INDEXES = ("README.md", "index.md", "_index.md", "README.mdx", "index.mdx", "index.html.md")
SOURCES = (".md", ".mdx", ".html.md", *(f"/{index}" for index in INDEXES))
FEW = 5
MANY = 20
"""So many different addresses, at least, tell something of the whole repository, and of a folder in it."""


class Prefix(NamedTuple):
    """``first``: the first part of such addresses, empty where none is known; ``folder``: what their rest is read
    from."""

    first: str = ""
    folder: str = ""


NO_PREFIX = Prefix()


def below_prefix(path: str, prefix: Prefix) -> str | None:
    """The repository path that an address below the prefix names, without an ending; None for any other."""
    if not prefix.first or not path.startswith(f"/{prefix.first}/"):
        return None
    return join(prefix.folder, path.removeprefix(f"/{prefix.first}/"))


def find_prefix(written: Iterable[Destination], names: Names) -> Prefix:
    """The first part of most addresses, several at least, whose rest names what stands at the repository's top; or else
    many, whose rest names what stands in the same folder."""
    rests: dict[str, list[str]] = {}
    for path in {to.path for to in written if is_absolute(to)}:
        first, _, rest = path.strip("/").partition("/")
        if rest and first not in names.directories:
            rests.setdefault(first, []).append(rest)
    fitting = []
    for first, each in rests.items():
        here = sum(bool(find_stored(join("", rest), names)) for rest in each)
        folder = ""
        if here < FEW and len(each) >= MANY:
            folder, here = max(_count_folders(each, names), key=lambda pair: (pair[1], pair[0]), default=("", 0))
        if here >= (MANY if folder else FEW) and 2 * here > len(each):
            fitting.append((here, first, folder))
    return Prefix(*max(fitting)[1:]) if fitting else NO_PREFIX


def _count_folders(rests: Iterable[str], names: Names) -> Iterable[tuple[str, int]]:
    """Folder → how many of the rests name Markdown from there."""
    wanted = Counter(rest.removesuffix(".html") for rest in rests)
    lengths = {rest.count("/") + 1 for rest in wanted}
    named = {pair for path in names.files for pair in _split_stem(path, lengths) if pair[1] in wanted}
    counts: Counter[str] = Counter()
    for folder, rest in named:
        counts[folder] += wanted[rest]
    return counts.items()


def _split_stem(path: str, lengths: Iterable[int]) -> Iterator[tuple[str, str]]:
    """The folder and the rest of what a Markdown file is called in addresses, for rests of so many parts."""
    for source in SOURCES:
        if path.endswith(source):
            parts = path.removesuffix(source).split("/")
            yield from (("/".join(parts[:-length]), "/".join(parts[-length:])) for length in lengths)


@lru_cache(maxsize=4)
def by_page_name(names: Names) -> Mapping[str, Sequence[str]]:
    """The name of a page → the Markdown that it may be made of."""
    found: dict[str, list[str]] = {}
    for path in names.files:
        if extension(path) in ("md", "mdx"):
            found.setdefault(find_page_name(path), []).append(path)
    return found


def find_markdown(path: str | None, names: Names) -> list[str]:
    """The Markdown that an address is probably made of, which is the path, without an ending or with that of HTML."""
    stem = (path or "").removesuffix(".html").removesuffix(".mdx")
    return [stem + ending for ending in SOURCES if stem + ending in names.files] if stem else []


def find_stored(path: str | None, names: Names) -> list[str]:
    """The same, or the file itself."""
    return find_markdown(path, names) or ([path] if path in names.files and path else [])


def is_absolute(destination: Destination) -> bool:
    """Whether the destination is an address from the top of a site."""
    return destination.kind == "internal" and destination.absolute
