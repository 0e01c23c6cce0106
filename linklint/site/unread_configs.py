"""Sites whose config cannot be read. Its framework is evident all the same, so they are read by its rules; but what the
config says of addresses, menus and ids is not known, so nothing is told that follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

import msgspec

from linklint.model.files import Names
from linklint.site.destination import Destination
from linklint.site.doubts import doubt_all
from linklint.site.paths import ancestors, extension, join, name, parent
from linklint.site.profile import Mount, Read, Standing, change_for_good
from linklint.site.profiles.trees import find_mistake

FORMATS = frozenset({"yml", "yaml", "toml"})
"""Of JSON and JavaScript most frameworks take more than the standard has."""
BESIDE = frozenset({"md", "mdx", "markdown", "qmd", "rmd", "rst", "ipynb"})
"""Endings of sources: a relative path to one names a file, whatever a config says."""


def list_configs(signs: Sequence[str], configs: Sequence[str], root: str, names: Names) -> list[str]:
    """The configs of a site, those in the deepest folder first. ``signs``: the names that the table of frameworks has
    for it; ``configs``: those that its profile reads beside, a folder of them with a slash at its end. ``root``: the
    folder of the site or of its pages, which may lie below that of the config."""
    return [path for folder in (root, *ancestors(root)) for path in _list_in(folder, signs, configs, names)]


def _list_in(folder: str, signs: Sequence[str], configs: Sequence[str], names: Names) -> Iterator[str]:
    by_folder = _sort(names)
    yield from (path for path in by_folder.get(folder, ()) if _tells_of(signs, name(path)))
    for config in configs:
        path = join(folder, config) or ""
        if config.endswith("/"):
            yield from by_folder.get(path, ())
        elif path in names.files:
            yield path


@lru_cache(maxsize=4)  # each site asks, of the same repository
def _sort(names: Names) -> Mapping[str, Sequence[str]]:
    """Folder → the files in it that may be configs."""
    found: dict[str, list[str]] = {}
    for path in names.ending(*FORMATS):
        if names.files[path].kind == "file":
            found.setdefault(parent(path), []).append(path)
    return found


def _tells_of(signs: Sequence[str], config: str) -> bool:
    stem = config.rpartition(".")[0]
    return not {config, f"{stem}.*", f"{stem}-*"}.isdisjoint(signs)


def with_unread_config(mount: Mount, configs: Iterable[str], read: Read) -> Mount:
    """The mount, with doubts where the config next to the pages cannot be read. ``configs``: as ``list_configs``."""
    broken = next((path for path in _take_nearest(configs) if find_mistake(path, read) is not None), None)
    return mount if broken is None else change_for_good(mount, lambda bare: _doubt(bare, broken))


def _take_nearest(configs: Iterable[str]) -> Iterator[str]:
    listed = list(configs)
    return (path for path in listed if parent(path) == parent(listed[0]))


def _doubt(mount: Mount, config: str) -> Mount:
    reason = f"{config} cannot be read, so it is not known what is at this address"

    def excuse(standing: Standing, destination: Destination) -> str | None:
        is_file = not destination.absolute and extension(destination.path) in BESIDE
        return mount.excuse(standing, destination) if is_file else reason

    return msgspec.structs.replace(mount, excuse=excuse, orphans=doubt_all, slugs_known=lambda path: False)
