"""Pages that a file names which is not read for links: a navigation in YAML, a notebook, a reStructuredText README.

Such a page may well be linked, so nobody is told that it is an orphan.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from itertools import islice

from linklint.model.files import Names, Repository
from linklint.site.paths import extension, name, parent

READ = frozenset(
    "adoc asciidoc cfg conf csv html htm ini ipynb js json jsx mdx mjs org opml py rb rdoc rst sh textile toml ts tsx "
    "txt vue wiki xml yaml yml".split()
)
# Files that name pages without linking them for any visitor.
NO_NAVIGATION = re.compile(
    r"(?:.*/)?(?:sitemap[^/]*\.xml|robots\.txt|llms[^/]*\.txt|\.[^/]*|[^/]*lock[^/]*)|\..*|.*/\..*"
)
# Instructions to coding agents: they name files by path, and the agent opens them.
AGENT_FILES = frozenset({"agents.md", "claude.md", "gemini.md", "skill.md"})
MOST_FILES = 20_000
LARGEST = 1_000_000  # bytes; larger files are data
TOKEN = re.compile(r"[\w.\-~+@%/]+")
COMMON = frozenset({"readme", "index"})


def find_mentioned(paths: Iterable[str], repository: Repository, skip: Container[str]) -> frozenset[str]:
    """Those of ``paths`` whose name, or whose path without extension, stands in a file that is read for no links. A
    README or index must be named with its folder. ``skip``: files that are pages, and linklint's own (the clusters file
    names pages, but leads nobody there)."""
    wanted = _wanted(paths)
    found: set[str] = set()
    if wanted:
        for path in islice(_other_files(repository.names), MOST_FILES):
            data = repository.read(path) if path not in skip or is_for_agents(path) else None
            if data is not None and len(data) <= LARGEST:
                found.update(_named_in(data.decode("utf-8", "ignore"), wanted, repository.names))
    return frozenset(found)


def _wanted(paths: Iterable[str]) -> dict[str, list[str]]:
    """Name, with and without extension → the paths of that name."""
    wanted: dict[str, list[str]] = {}
    for path in paths:
        file = name(path)
        for form in {file, file.rpartition(".")[0]}:
            wanted.setdefault(form, []).append(path)
    return wanted


def _other_files(names: Names) -> Iterable[str]:
    for path, file in names.files.items():
        if (
            file.kind == "file"
            and file.present
            and (is_for_agents(path) or (extension(path) in READ and not NO_NAVIGATION.fullmatch(path)))
        ):
            yield path


def is_for_agents(path: str) -> bool:
    """Whether coding agents read the file by its name."""
    return name(path).lower() in AGENT_FILES


def _named_in(text: str, wanted: Mapping[str, list[str]], names: Names) -> Iterable[str]:
    for token in set(TOKEN.findall(text)):
        written = token.strip("./")
        last = name(written)
        if last.endswith(".html") and last not in wanted:
            written, last = written.removesuffix(".html"), last.removesuffix(".html")
        for path in wanted.get(last, ()):
            if _names(written, last, path) and not _names_a_longer_path(written, path, names):
                yield path


def _names(written: str, last: str, path: str) -> bool:
    """A file name is enough; without its extension, or for a README, its folder must stand before it."""
    file = name(path)
    if last == file and file.rpartition(".")[0].lower() not in COMMON:
        return True
    folder = name(parent(path))
    return bool(folder) and name(parent(written)) == folder


def _names_a_longer_path(written: str, path: str, names: Names) -> bool:
    """Whether the whole path stands inside that of another page: ``es/guides/a`` is the translation of ``guides/a``,
    where there is one."""
    whole = (path, path.rpartition(".")[0])
    return written.endswith(tuple(f"/{form}" for form in whole)) and any(
        f"{written}{ending}" in names.files for ending in ("", ".md", ".mdx", ".html")
    )
