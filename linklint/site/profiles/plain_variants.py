"""Markdown that a program puts together, one page for each language of programming that it is written for: a link names
``intro.md``, and ``intro-python.md`` and ``intro-js.md`` lie there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache

from linklint.model.files import Names
from linklint.site.paths import ancestors, extension, name, parent

LANGUAGES = frozenset(
    "c clojure cpp csharp dart dotnet elixir go groovy java javascript js kotlin node perl php py python r ruby rust "
    "scala swift ts typescript".split()
)
SEVERAL = 5
"""So many pages of each of two languages, at least, tell something."""


def is_variant(path: str, names: Names) -> bool:
    """Whether a page that is no file is here for languages only, or put together from another folder, in a tree of
    such pages."""
    if extension(path) != "md":
        return False
    folders = _find_folders(names)
    around = next((folder for folder in ancestors(path) if folder in folders), None) if folders else None
    if around is None:
        return False
    others = _find_by_name(names).get(name(path), ())
    return path[: -len(".md")] in folders[around] or any(around in ancestors(each) for each in others)


@lru_cache(maxsize=4)
def _find_folders(names: Names) -> Mapping[str, AbstractSet[str]]:
    """Folders of such pages → their paths without languages and endings."""
    counts: Counter[tuple[str, str]] = Counter()
    found: dict[str, set[str]] = {}
    for path in names.ending("md"):
        stem, language = _split(path)
        if language:
            counts[parent(path), language] += 1
        while language:
            found.setdefault(parent(path), set()).add(stem)
            stem, language = _split(f"{stem}.md")
    several = Counter(folder for (folder, _), count in counts.items() if count >= SEVERAL)
    return {folder: stems for folder, stems in found.items() if several[folder] > 1}


def _split(path: str) -> tuple[str, str]:
    """The path without its ending and the last part of its name, and that part, where it is a language."""
    if not path.endswith(".md"):
        return path, ""
    stem, _, language = path[: -len(".md")].rpartition("-")
    return (stem, language) if language in LANGUAGES and "/" not in language else (path, "")


@lru_cache(maxsize=4)
def _find_by_name(names: Names) -> Mapping[str, Sequence[str]]:
    found: dict[str, list[str]] = {}
    for path in names.ending("md"):
        if path.endswith(".md"):
            found.setdefault(name(path), []).append(path)
    return found
