"""File mappings: which files ``content`` and ``resource`` of a ``docfx.json`` take, and where they are put
(https://dotnet.github.io/docfx/reference/docfx-json-reference.html#file-mappings; src/Docfx.Glob of docfx)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from linklint.model.files import Names
from linklint.model.glob import Glob, compile_glob
from linklint.site.paths import join
from linklint.site.profiles.manifests import get_text

STARS_BEFORE_NAME = re.compile(r"(?:(?<=/)|\A)\*{2,}(?=[^/*])")  # "**.md" is short for "**/*.md"
WILD = re.compile(r"[*?\[{]")


class FileMapping(NamedTuple):
    """``source``: the folder that the globs begin in. ``dest``: the folder of the site, no slashes at its ends.
    ``patterns`` are the globs as written."""

    source: str
    dest: str
    patterns: tuple[str, ...]
    takes: Glob

    def folders(self) -> Iterator[str]:
        """The folders that the globs name before their first wildcard."""
        for pattern in self.patterns:
            fixed = WILD.split(pattern)[0]
            yield join(self.source, fixed.rpartition("/")[0] if fixed != pattern else fixed) or ""


def read_mappings(said: Any, root: str, groups: Mapping[str, Any] | None = None) -> tuple[FileMapping, ...]:
    """The mappings of a key of ``build``: a list of mappings and globs, or one alone. What is neither is left out."""
    found = []
    for entry in said if isinstance(said, list) else [said]:
        mapping: Mapping[str, Any] = entry if isinstance(entry, dict) else {"files": entry}
        source = join(root, get_text(mapping, "src") or get_text(mapping, "cwd"))
        patterns = tuple(_texts(mapping.get("files")))
        if source is None or not patterns:
            continue
        group = (groups or {}).get(get_text(mapping, "group") or get_text(mapping, "version"))
        outer = get_text(group, "dest")
        dest = join(outer, get_text(mapping, "dest")) or ""
        takes = make_glob(patterns, tuple(_texts(mapping.get("exclude"))))
        found.append(FileMapping(source, dest, patterns, takes))
    return tuple(found)


def make_glob(patterns: Iterable[str], excluded: Iterable[str]) -> Glob:
    """The test whether one of the globs takes a path and none excludes it. Letter case does not count; a wildcard
    takes no name that begins with a dot."""
    include = [glob for pattern in patterns if (glob := _compile(pattern)) is not None]
    exclude = [glob for pattern in excluded if (glob := _compile(pattern, folder=True)) is not None]

    def takes(path: str) -> bool:
        lower = path.lower()
        return any(glob(lower) for glob in include) and not any(glob(lower) for glob in exclude)

    return takes


def place_files(mappings: Iterable[FileMapping], names: Names) -> dict[str, str]:
    """Repository path → path in the site, of all files that the mappings take; the first mapping counts."""
    placed: dict[str, str] = {}
    for mapping in mappings:
        start = f"{mapping.source}/" if mapping.source else ""
        for path in names.files:
            if path.startswith(start) and path not in placed and mapping.takes(path[len(start) :]):
                inner = path[len(start) :]
                placed[path] = f"{mapping.dest}/{inner}" if mapping.dest else inner
    return placed


def _compile(pattern: str, *, folder: bool = False) -> Glob | None:
    """``folder``: a pattern that ends with a slash takes what is in the folder."""
    text = STARS_BEFORE_NAME.sub("**/*", pattern.lower().replace("\\", "/").removeprefix("./"))
    if folder and text.endswith("/"):
        text += "**"
    try:
        glob = compile_glob(text)
    except ValueError:
        return None
    if text.startswith(".") or "/." in text or not WILD.search(text):
        return glob
    return lambda path: not path.startswith(".") and "/." not in path and glob(path)


def _texts(said: Any) -> Iterator[str]:
    for value in said if isinstance(said, list) else [said]:
        if isinstance(value, str) and value:
            yield value
